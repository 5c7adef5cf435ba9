/** The membrane of each model as plain Python: parameters, start, right-hand side, reset. */
import type { Experiment, Neuron } from '../sim/experiment.ts';
import { block, number } from './text.ts';

/** Parts of a generated program that hang on the model. The state is the list y, V first. */
export interface PythonModel {
  /** Unit of the injected currents. */
  readonly unit: string;
  /** Names of the other variables of the state. */
  readonly others: readonly string[];
  /** Right-hand side: a function `slope(y, t, middle)` of Python. */
  readonly slope: string;
  /** Expressions for the state at time 0. */
  readonly start: string;
  /** What happens to y at a spike; empty where nothing is reset. */
  readonly reset: readonly string[];
  /** Name of the parameter whose crossing is a spike. */
  readonly fires: string;
  readonly hasRefractory: boolean;
}

const UNITS: Readonly<Record<string, string>> = {
  R_m: 'MOhm',
  C_m: 'nF',
  E_L: 'mV',
  V_th: 'mV',
  V_reset: 'mV',
  V_m: 'mV',
  V_peak: 'mV',
  Delta_T: 'mV',
  t_ref: 'ms',
  tau_w: 'ms',
  w: 'nA',
  g_L: 'uS',
  E_ex: 'mV',
  E_in: 'mV',
  E_Na: 'mV',
  E_K: 'mV',
};

/** `R_m = 10  # MOhm` for every number of the neuron. */
export function parameterLines(neuron: Neuron): string[] {
  const own: Readonly<Record<string, string>> =
    neuron.model === 'hodgkin_huxley'
      ? { C_m: 'uF/cm2', g_Na: 'mS/cm2', g_K: 'mS/cm2', g_L: 'mS/cm2' }
      : neuron.model === 'izhikevich'
        ? { a: '1/ms', b: '1/ms', c: 'mV', d: 'mV/ms', u: 'mV/ms, at time 0' }
        : neuron.model === 'adex'
          ? { a: 'uS', b: 'nA' }
          : { b: 'nA' };
  const start: Readonly<Record<string, string>> = { V_m: 'mV, at time 0', w: 'nA, at time 0' };
  return Object.entries(neuron)
    .filter((entry): entry is [string, number] => typeof entry[1] === 'number')
    .map(([name, value]) =>
      `${name} = ${number(value)}  # ${own[name] ?? start[name] ?? UNITS[name] ?? ''}`.trimEnd(),
    );
}

const EXPONENTIAL: Readonly<Record<string, string>> = {
  adex: block(`
    def slope(y, t, middle):
        """dV/dt and dw/dt; a V above V_peak counts as V_peak."""
        V, w = min(y[0], V_peak), y[1]
        upstroke = g_L * Delta_T * math.exp((V - V_th) / Delta_T)
        dV = 0.0 if held else (-g_L * (V - E_L) + upstroke - w + total_current(t, middle)) / C_m
        return [dV, (a * (V - E_L) - w) / tau_w]
  `),
  izhikevich: block(`
    def slope(y, t, middle):
        """dV/dt and du/dt."""
        V, u = y
        return [(0.04 * V + 5) * V + 140 - u + total_current(t, middle), a * (b * V - u)]
  `),
  hodgkin_huxley: block(`
    def linoid(x):
        """x / (1 - exp(-x)), which is 1 at x = 0."""
        return x / -math.expm1(-x) if x else 1.0


    def rates(V):
        """Opening and closing rates in 1/ms of the gates m, h and n (Hodgkin & Huxley 1952); rest near -65 mV."""
        V = min(max(V, -150), 150)
        return (
            (linoid((V + 40) / 10), 4 * math.exp(-(V + 65) / 18)),
            (0.07 * math.exp(-(V + 65) / 20), 1 / (1 + math.exp(-(V + 35) / 10))),
            (0.1 * linoid((V + 55) / 10), 0.125 * math.exp(-(V + 65) / 80)),
        )


    def slope(y, t, middle):
        """dV/dt and the slopes of the gates."""
        V, m, h, n = y
        I = g_Na * m**3 * h * (E_Na - V) + g_K * n**4 * (E_K - V) + g_L * (E_L - V) + total_current(t, middle)
        return [I / C_m] + [up * (1 - x) - down * x for x, (up, down) in zip((m, h, n), rates(V))]
  `),
};

/** @param experiment whose neuron is asked about; its synapses matter to a membrane with conductances */
export function pythonModel({ neuron }: Experiment): PythonModel {
  switch (neuron.model) {
    case 'adex':
      return {
        unit: 'nA',
        others: ['w'],
        slope: EXPONENTIAL['adex'] ?? '',
        start: '[V_m, w]',
        reset: ['y[0] = V_reset', 'y[1] += b'],
        fires: 'V_peak',
        hasRefractory: true,
      };
    case 'izhikevich':
      return {
        unit: 'mV/ms',
        others: ['u'],
        slope: EXPONENTIAL['izhikevich'] ?? '',
        start: '[V_m, u]',
        reset: ['y[0] = c', 'y[1] += d'],
        fires: 'V_peak',
        hasRefractory: false,
      };
    case 'hodgkin_huxley':
      return {
        unit: 'uA/cm2',
        others: ['m', 'h', 'n'],
        slope: EXPONENTIAL['hodgkin_huxley'] ?? '',
        start: '[V_m] + [up / (up + down) for up, down in rates(V_m)]',
        reset: [],
        fires: '0',
        hasRefractory: false,
      };
    default: {
      const leak = neuron.leak ? ' - (V - E_L) / (R_m * C_m)' : '';
      const synaptic =
        neuron.model === 'lif_cond'
          ? 'sum(g * ((E_ex if weight > 0 else E_in) - V) for g, weight in conductances(t))'
          : '';
      const flows =
        neuron.model === 'lif_cond'
          ? `(current(t, middle) + ${synaptic}) / C_m`
          : 'total_current(t, middle) / C_m';
      return {
        unit: 'nA',
        others: [],
        slope: block(`
          def slope(y, t, middle):
              """The membrane equation: dV/dt."""
              V = y[0]
              return [${flows}${leak}]
        `),
        start: '[V_m]',
        reset: [
          'y[0] = V_reset',
          ...(neuron.model === 'alif' ? ['w_now += b  # the spike feeds adaptation'] : []),
        ],
        fires: neuron.threshold ? 'V_th' : '',
        hasRefractory: true,
      };
    }
  }
}
