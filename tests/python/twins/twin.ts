import type { CellRun, TestPython } from '../pyodide.ts';

/** Compares what a cell did with the simulator of the site and with closed forms.
 *  @param python read right after the cell has run */
export type Twin = (run: CellRun, python: Pick<TestPython, 'read'>) => void;

/** By the id of the cell; its solution is `ID solution`, and the listings of a page are `python 1`, `python 2`, … */
export type Twins = Readonly<Record<string, Twin>>;
