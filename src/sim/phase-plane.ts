/** Models of two variables seen at once: the plane of the membrane potential V and a slower variable y, its
 *  vector field, the nullclines dV/dt = 0 and dy/dt = 0, and the fixed points where they cross, under a constant
 *  current (Gerstner et al. 2014, ch. 4 and §6.2; Izhikevich 2007, ch. 4). The planes of the models are in
 *  adex-plane.ts, izhikevich-plane.ts and hodgkin-huxley-plane.ts. */

export type Stability = 'stable node' | 'stable focus' | 'unstable node' | 'unstable focus' | 'saddle';

export interface FixedPoint {
  /** mV */
  readonly V: number;
  /** In the unit of the plane's y. */
  readonly y: number;
  readonly stability: Stability;
  /** Of the linear flow around it: 1/ms and 1/ms². */
  readonly trace: number;
  readonly determinant: number;
}

export interface PhasePlane {
  /** Name of y in a recording's signals. */
  readonly y: 'w' | 'u' | 'n';
  /** dV/dt in mV/ms and dy/dt in y's unit per ms. */
  field(V: number, y: number): readonly [dV: number, dy: number];
  /** y at which dV/dt = 0; null where there is none. */
  voltageNullcline(V: number): number | null;
  /** y at which dy/dt = 0. */
  recoveryNullcline(V: number): number;
  /** By ascending V. */
  readonly fixedPoints: readonly FixedPoint[];
}

/** A plane without its fixed points. */
export type Flow = Pick<PhasePlane, 'y' | 'field' | 'voltageNullcline' | 'recoveryNullcline'>;

/** Trace and determinant of the flow's derivative, by central differences. */
function classify(flow: Flow, V: number): FixedPoint {
  const y = flow.recoveryNullcline(V);
  const stepV = 1e-4;
  const stepY = 1e-4 * Math.max(1e-2, Math.abs(y));
  const [upV, downV] = [flow.field(V + stepV, y), flow.field(V - stepV, y)];
  const [upY, downY] = [flow.field(V, y + stepY), flow.field(V, y - stepY)];
  const [a, c] = [(upV[0] - downV[0]) / (2 * stepV), (upV[1] - downV[1]) / (2 * stepV)];
  const [b, d] = [(upY[0] - downY[0]) / (2 * stepY), (upY[1] - downY[1]) / (2 * stepY)];
  const trace = a + d;
  const determinant = a * d - b * c;
  return { V, y, stability: stabilityOf(trace, determinant), trace, determinant };
}

function stabilityOf(trace: number, determinant: number): Stability {
  if (determinant < 0) return 'saddle';
  const shape = trace * trace < 4 * determinant ? 'focus' : 'node';
  return trace < 0 ? `stable ${shape}` : `unstable ${shape}`;
}

/** @param fixed V of the fixed points, mV, ascending */
export function planeOf(flow: Flow, fixed: readonly number[]): PhasePlane {
  return { ...flow, fixedPoints: fixed.map((V) => classify(flow, V)) };
}
