/** Every demo of the site by its name, fetched when it is asked for. A new demo is one line here. */
import type { DemoDefinition } from './definition.ts';

export const DEMOS: Readonly<Record<string, () => Promise<DemoDefinition>>> = {
  adaptation: () => import('./adaptation/adaptation.ts').then(({ ADAPTATION }) => ADAPTATION),
  adex: () => import('./adex/adex.ts').then(({ ADEX_LAB }) => ADEX_LAB),
  distance: () => import('./distance/distance.ts').then(({ DISTANCE }) => DISTANCE),
  dt: () => import('./dt/dt.ts').then(({ DT }) => DT),
  fi: () => import('./fi/fi.ts').then(({ FI }) => FI),
  hh: () => import('./hh/hh.ts').then(({ HH }) => HH),
  noise: () => import('./noise/noise.ts').then(({ NOISE }) => NOISE),
  passive: () => import('./passive/passive.ts').then(({ PASSIVE }) => PASSIVE),
  reset: () => import('./reset/reset.ts').then(({ RESET }) => RESET),
  'strength-duration': () =>
    import('./strength-duration/strength-duration.ts').then(({ STRENGTH_DURATION }) => STRENGTH_DURATION),
  synapse: () => import('./synapse/synapse.ts').then(({ SYNAPSE }) => SYNAPSE),
  trace: () => import('./trace/trace.ts').then(({ TRACE }) => TRACE),
};
