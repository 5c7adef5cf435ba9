/** Systems of ordinary differential equations dy/dt = f(t, y), and the one-step methods of fixed width
 *  (Hairer, Nørsett & Wanner 1993, §II.1):
 *    euler  y += w·k1                                   order 1
 *    rk2    y += w·k2, the explicit midpoint method     order 2
 *    rk4    y += w/6·(k1 + 2k2 + 2k3 + k4) (Kutta 1901) order 4
 *  All memory is taken when a stepper is made; a step allocates nothing. The adaptive method is dop853.ts. */

/** f(t, y). Time is measured from the last event (an edge of the input, a spike), where f may break. */
export interface OdeSystem {
  /** Number of variables. */
  readonly size: number;
  /** ms since the last event, set before `slope`: a field holds a number in place, an argument makes a new one
   *  wherever the call is not inlined. */
  h: number;
  /** Writes dy/dt at time `h` into `out`.
   *  @param y state, not to be changed */
  slope(y: Float64Array, out: Float64Array): void;
}

/** Moves `y` from the system's `h` to `h + width`, in place. What `h` is afterwards is undefined. */
export type Stepper = (y: Float64Array, width: number) => void;

export type StepMethod = 'euler' | 'rk2' | 'rk4';

/** sum ← y + width·k */
function shift(y: Float64Array, k: Float64Array, width: number, sum: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (y[i] as number) + width * (k[i] as number);
}

function euler(system: OdeSystem): Stepper {
  const k = new Float64Array(system.size);
  return (y, width) => {
    system.slope(y, k);
    shift(y, k, width, y);
  };
}

function midpoint(system: OdeSystem): Stepper {
  const k = new Float64Array(system.size);
  const middle = new Float64Array(system.size);
  return (y, width) => {
    const half = width / 2;
    system.slope(y, k);
    shift(y, k, half, middle);
    system.h += half;
    system.slope(middle, k);
    shift(y, k, width, y);
  };
}

function kutta(system: OdeSystem): Stepper {
  const { size } = system;
  const k1 = new Float64Array(size);
  const k2 = new Float64Array(size);
  const k3 = new Float64Array(size);
  const k4 = new Float64Array(size);
  const stage = new Float64Array(size);
  return (y, width) => {
    const half = width / 2;
    system.slope(y, k1);
    shift(y, k1, half, stage);
    system.h += half;
    system.slope(stage, k2);
    shift(y, k2, half, stage);
    system.slope(stage, k3);
    shift(y, k3, width, stage);
    system.h += half;
    system.slope(stage, k4);
    for (let i = 0; i < size; i++) {
      const middle = (k2[i] as number) + (k3[i] as number);
      y[i] = (y[i] as number) + (width / 6) * ((k1[i] as number) + 2 * middle + (k4[i] as number));
    }
  };
}

const METHODS: Readonly<Record<StepMethod, (system: OdeSystem) => Stepper>> = {
  euler,
  rk2: midpoint,
  rk4: kutta,
};

/** Makes the stepper of a method for one system. */
export function stepperOf(method: StepMethod, system: OdeSystem): Stepper {
  return METHODS[method](system);
}
