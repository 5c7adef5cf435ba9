import { pagesOf } from '../../scripts/budgets.mjs';

/** Addresses of all pages of the built site. */
export const PAGES: readonly string[] = pagesOf('dist').map(({ address }) => address);
