/** What is said about an error: fetched with the first. */
export { hintFor } from './hints.ts';
export { errorLine, tracebackText } from './traceback.ts';
