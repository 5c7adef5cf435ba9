/** An embedded page: takes the theme its address names, and tells the page around it how high it is. */
import { readHostWishes } from './host.ts';

const root = document.documentElement;
const { theme, origin, problems } = readHostWishes(location.search);

const dark = matchMedia('(prefers-color-scheme: dark)');
const paint = () => (root.dataset['theme'] = theme === 'auto' ? (dark.matches ? 'dark' : 'light') : theme);
paint();
dark.addEventListener('change', paint);
// Not shown before it has its theme (embed.css).
delete root.dataset['waiting'];

const notice = document.querySelector<HTMLElement>('.host-notice');
if (notice && problems.length > 0) {
  notice.textContent = problems.join(' ');
  notice.hidden = false;
}

if (origin !== undefined && parent !== window) {
  const id = root.dataset['demo'];
  const tell = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    parent.postMessage({ type: 'integrate-and-fire:height', id, height }, origin);
  };
  new ResizeObserver(tell).observe(document.body);
}
