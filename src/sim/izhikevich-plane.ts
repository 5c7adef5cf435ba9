/** The phase plane of Izhikevich's neuron, y = u. */
import type { IzhikevichNeuron } from './experiment.ts';
import { izhikevichCurve } from './izhikevich.ts';
import { planeOf, type Flow, type PhasePlane } from './phase-plane.ts';
import { rootsBeside } from './phase-roots.ts';

/** @param current constant, in the model's unit of current */
export function izhikevichPlane({ a, b }: IzhikevichNeuron, current: number): PhasePlane {
  const nullcline = (V: number) => izhikevichCurve(V) + current;
  const recovery = (V: number) => b * V;
  const flow: Flow = {
    y: 'u',
    field: (V, u) => [nullcline(V) - u, a * (recovery(V) - u)],
    voltageNullcline: nullcline,
    recoveryNullcline: recovery,
  };
  return planeOf(
    flow,
    rootsBeside((V) => nullcline(V) - recovery(V), (b - 5) / 0.08, 1),
  );
}
