/** The phase plane of Hodgkin–Huxley, reduced to V and y = n: m at once where it settles, m = m_∞(V), and
 *  h = 0.89 − 1.1·n, the line that h and n keep close to (Izhikevich 2007, §5.1; Gerstner et al. 2014, §4.2). It
 *  shows the shape of the flow; its thresholds are not those of the full model. */
import type { HodgkinHuxleyNeuron } from './experiment.ts';
import { gatesAt } from './hh-rates.ts';
import { planeOf, type Flow, type PhasePlane } from './phase-plane.ts';
import { increasingRoot, rootsBetween } from './phase-roots.ts';

/** The line h keeps to while n changes. */
const inactivation = (n: number): number => 0.89 - 1.1 * n;

/** @param current constant, in the model's unit of current */
export function hodgkinHuxleyPlane(neuron: HodgkinHuxleyNeuron, current: number): PhasePlane {
  const { C_m, g_Na, g_K, g_L, E_Na, E_K, E_L } = neuron;
  const inward = (V: number, n: number): number =>
    g_Na * gatesAt(V).m.settled ** 3 * inactivation(n) * (E_Na - V) +
    g_K * n ** 4 * (E_K - V) +
    g_L * (E_L - V) +
    current;
  const recovery = (V: number) => gatesAt(V).n.settled;
  const flow: Flow = {
    y: 'n',
    field: (V, n) => {
      const { settled, tau } = gatesAt(V).n;
      return [inward(V, n) / C_m, (settled - n) / tau];
    },
    // Between the batteries more n is less inward current, by less sodium and by more potassium.
    voltageNullcline: (V) => (V > E_K && V < E_Na ? increasingRoot((n) => -inward(V, n), 0, 1) : null),
    recoveryNullcline: recovery,
  };
  const low = Math.min(E_K, E_L) + Math.min(0, current) / g_L;
  const high = Math.max(E_Na, E_L) + Math.max(0, current) / g_L;
  return planeOf(
    flow,
    rootsBetween((V) => inward(V, recovery(V)), low - 1, high + 1),
  );
}
