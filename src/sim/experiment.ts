/** The Experiment: a small plain object, the only thing that flows through the site. JSON, versioned;
 *  `parseExperimentWith` (parse-with.ts) is the one gate through which every outside value passes. */

/** Leaky integrate-and-fire neuron; parameters, units and ranges in lif-params.ts. */
export interface LifNeuron {
  readonly model: 'lif';
  readonly R_m: number;
  readonly C_m: number;
  readonly E_L: number;
  readonly V_th: number;
  readonly V_reset: number;
  readonly t_ref: number;
  /** Membrane potential at time 0 in mV; E_L when not given. */
  readonly V_m: number;
  /** false: no leak, R_m → ∞, the perfect integrator. */
  readonly leak: boolean;
  /** false: no threshold, the passive membrane. */
  readonly threshold: boolean;
}

/** Adaptive LIF neuron: every spike adds to a current that holds the next one back; alif.ts. */
export interface AlifNeuron extends Omit<LifNeuron, 'model'> {
  readonly model: 'alif';
  /** Adaptation current at time 0 in nA. */
  readonly w: number;
  /** What a spike adds to w, nA. */
  readonly b: number;
  readonly tau_w: number;
}

/** LIF neuron whose synapses open conductances; lif-cond.ts. */
export interface LifCondNeuron extends Omit<LifNeuron, 'model'> {
  readonly model: 'lif_cond';
  /** Reversal potentials of excitatory and inhibitory synapses, mV. */
  readonly E_ex: number;
  readonly E_in: number;
}

/** The models that share the LIF membrane and its threshold. */
export type MembraneNeuron = LifNeuron | AlifNeuron | LifCondNeuron;

/** Adaptive exponential integrate-and-fire neuron; parameters, units and ranges in adex-params.ts. */
export interface AdexNeuron {
  readonly model: 'adex';
  readonly C_m: number;
  readonly g_L: number;
  readonly E_L: number;
  readonly V_th: number;
  readonly Delta_T: number;
  readonly V_peak: number;
  readonly V_reset: number;
  readonly t_ref: number;
  readonly a: number;
  readonly b: number;
  readonly tau_w: number;
  /** Membrane potential at time 0 in mV; E_L when not given. */
  readonly V_m: number;
  /** Adaptation current at time 0 in nA. */
  readonly w: number;
}

/** Izhikevich's simple model; parameters, units and ranges in izhikevich-params.ts. */
export interface IzhikevichNeuron {
  readonly model: 'izhikevich';
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly V_peak: number;
  /** Membrane potential at time 0 in mV. */
  readonly V_m: number;
  /** Recovery variable at time 0 in mV/ms. */
  readonly u: number;
}

/** Hodgkin–Huxley squid axon, per square centimetre; parameters, units and ranges in hodgkin-huxley-params.ts. */
export interface HodgkinHuxleyNeuron {
  readonly model: 'hodgkin_huxley';
  readonly C_m: number;
  readonly g_Na: number;
  readonly g_K: number;
  readonly g_L: number;
  readonly E_Na: number;
  readonly E_K: number;
  readonly E_L: number;
  /** Membrane potential at time 0 in mV; the gates start settled at it. */
  readonly V_m: number;
}

/** Every neuron model of the site; `model` tells them apart. */
export type Neuron = MembraneNeuron | AdexNeuron | IzhikevichNeuron | HodgkinHuxleyNeuron;

/** Constant current between two times. */
export interface StepInput {
  readonly type: 'step';
  readonly amplitude: number;
  readonly start: number;
  readonly stop: number;
}

/** `count` rectangular pulses of `width` ms, one every `period` ms. */
export interface PulseInput {
  readonly type: 'pulse';
  readonly amplitude: number;
  readonly start: number;
  readonly width: number;
  readonly period: number;
  readonly count: number;
}

/** Current that runs straight from `from` at `start` to `to` at `stop`, 0 outside. */
export interface RampInput {
  readonly type: 'ramp';
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly stop: number;
}

/** offset + amplitude · sin(2π·frequency·(t − start) + phase) between two times. */
export interface SineInput {
  readonly type: 'sine';
  readonly amplitude: number;
  readonly frequency: number;
  readonly phase: number;
  readonly offset: number;
  readonly start: number;
  readonly stop: number;
}

/** How an arriving spike acts. delta: the potential jumps; exp: a current that jumps and decays;
 *  alpha: a current that rises and falls, i(t) = weight · (t/tau_syn) · e^(1 − t/tau_syn). */
export type Synapse = 'delta' | 'exp' | 'alpha';

/** Spikes that arrive at one synapse. */
export interface SpikesInput {
  readonly type: 'spikes';
  /** When the spikes were fired, ms, ascending. */
  readonly times: readonly number[];
  /** Peak current in nA (exp, alpha) or jump in mV (delta); negative inhibits. */
  readonly weight: number;
  readonly synapse: Synapse;
  readonly tau_syn: number;
  /** From firing to arrival, ms. */
  readonly delay: number;
}

/** A current whose frequency runs straight from `from` to `to` Hz between two times; see chirp.ts. */
export interface ChirpInput {
  readonly type: 'chirp';
  readonly amplitude: number;
  readonly from: number;
  readonly to: number;
  readonly phase: number;
  readonly offset: number;
  readonly start: number;
  readonly stop: number;
}

/** hold: each value lasts until the next; linear: straight from value to value. */
export type Interpolation = 'hold' | 'linear';

/** A recorded current: one value every `dt` ms, the first at `start`; 0 after the last and after `stop`. */
export interface SamplesInput {
  readonly type: 'samples';
  /** nA. */
  readonly values: ArrayLike<number>;
  readonly interpolation: Interpolation;
  readonly dt: number;
  readonly start: number;
  readonly stop: number;
}

/** Ornstein–Uhlenbeck current: mean and stationary standard deviation in nA, correlation time in ms; see noise.ts.
 *  Drawn at steps of the experiment's dt and held. */
export interface OuInput {
  readonly type: 'ou';
  readonly mean: number;
  readonly sd: number;
  readonly tau: number;
  readonly start: number;
  readonly stop: number;
  /** Which of the seed's independent sequences. */
  readonly stream: number;
}

/** White noise given by what it does to the membrane: τ dV = (mu − V) dt + sigma √τ dW, mV; see noise.ts. */
export interface WhiteInput {
  readonly type: 'white';
  readonly mu: number;
  readonly sigma: number;
  readonly start: number;
  readonly stop: number;
  readonly stream: number;
}

/** A Poisson train of `rate` Hz at one synapse. */
export interface PoissonInput extends Omit<SpikesInput, 'type' | 'times'> {
  readonly type: 'poisson';
  readonly rate: number;
  readonly start: number;
  readonly stop: number;
  readonly stream: number;
}

/** An input that is known before the run. */
export type FixedInput =
  StepInput | PulseInput | RampInput | SineInput | SpikesInput | ChirpInput | SamplesInput;

/** An input that is drawn from the seed; realise.ts turns it into a fixed one. */
export type RandomInput = OuInput | WhiteInput | PoissonInput;

export type Input = FixedInput | RandomInput;

/** precise: event-driven, spike times to machine precision. exact: exact propagator on the grid.
 *  euler, rk2 (midpoint), rk4: one-step methods of order 1, 2 and 4. adaptive: order 8 with its own choice of
 *  step, spike times at its full precision. */
export type Method = 'precise' | 'exact' | 'euler' | 'rk2' | 'rk4' | 'adaptive';

/** Where on the grid a spike is stamped. "nest": the end of its step, then t_ref/dt clamped steps;
 *  "brian2": the start of its step, then t_ref/dt − 1 further clamped steps. */
export type Grid = 'nest' | 'brian2';

/** A validated experiment: every field present, every number finite and in range. */
export interface Experiment<N extends Neuron = Neuron> {
  readonly version: 1;
  readonly neuron: N;
  readonly inputs: readonly Input[];
  /** Length of the run in ms. */
  readonly duration: number;
  readonly method: Method;
  readonly grid: Grid;
  /** Step of the grid in ms; also the sampling step of a precise run. */
  readonly dt: number;
  readonly seed: number;
}

/** What has closed forms: the figures and sentences of the leaky integrate-and-fire lessons take only these. */
export type LifExperiment = Experiment<LifNeuron>;
