/** Progress through the course: what keeps and shows it is fetched when a question is answered, or when this browser
 *  keeps some already. */
const begin = () => import('../tools/progress/begin.ts');

export function followProgress(): void {
  addEventListener('submit', begin);
  addEventListener('passed', begin);
  try {
    if (localStorage['progress']) void begin();
  } catch {
    // A browser may forbid storage.
  }
}
