/** What a page and the worker that runs its Python say to each other. */

/** One step of the way from the cell to where it went wrong. */
export interface Frame {
  /** `cell:ID` for a cell of the page; else a file of Python itself. */
  readonly file: string;
  readonly line: number;
  /** Function, or <module>. */
  readonly name: string;
  /** The line as it was written, without indentation. */
  readonly text: string;
}

export interface PythonError {
  /** NameError. */
  readonly type: string;
  /** Without the type: name 'tua' is not defined. Did you mean: 'tau'? */
  readonly message: string;
  readonly frames: readonly Frame[];
  /** Column of a syntax error in the text of the last frame, from 0. */
  readonly column?: number;
}

/** A line drawn by `plot`. */
export interface PlottedLine {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly label: string;
  readonly xlabel: string;
  readonly ylabel: string;
}

export type WorkerRequest =
  | { readonly kind: 'run'; readonly id: string; readonly code: string }
  /** `script` is Python that defines `probe(request: str) -> str`; see `session.probe`. */
  | { readonly kind: 'probe'; readonly script: string; readonly request: string };

export interface RunResult {
  /** What the last line of the cell is, as Python shows it. */
  readonly value?: string;
  readonly error?: PythonError;
}

export type WorkerReport =
  | { readonly kind: 'progress'; readonly bytes: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'output'; readonly id: string; readonly text: string }
  | { readonly kind: 'plot'; readonly id: string; readonly line: PlottedLine }
  | { readonly kind: 'done'; readonly result: RunResult }
  | { readonly kind: 'probed'; readonly answer: string }
  /** Python could not be loaded, or broke down: this worker is of no more use. */
  | { readonly kind: 'failed'; readonly reason: string };
