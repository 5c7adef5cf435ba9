/** The one door to Web Audio. Nothing sounds before a reader asks for it: a context is made by `play`, which
 *  only a click may call. */
import type { Recording } from '../sim/recording.ts';
import { SpikeSound, type SoundOptions } from './spike-sound.ts';

/** Length of a piece of sound; two are always queued, so that a busy page does not break the sound. */
const PIECE_SECONDS = 1;
/** From the click to the first sample: time to write it. */
const LEAD_SECONDS = 0.08;

export interface Playing {
  /** Time of the run that is heard now, ms; below 0 before the start. */
  now(): number;
  /** 0 to 1; heard at once. */
  volume: number;
  stop(): void;
}

/** Queues the sound of a run on a context, piece after piece.
 *  @param output where it goes
 *  @param start time of the context, s
 *  @param ended called when the last sample has been heard
 *  @returns stops it */
export function queueSound(
  context: BaseAudioContext,
  output: AudioNode,
  sound: SpikeSound,
  start: number,
  ended: () => void,
): () => void {
  const piece = Math.round(PIECE_SECONDS * context.sampleRate);
  const sources = new Set<AudioBufferSourceNode>();
  let stopped = false;
  let at = 0;
  const queue = () => {
    if (stopped || sound.done) return;
    const samples = sound.next(piece);
    const buffer = context.createBuffer(1, samples.length, context.sampleRate);
    buffer.copyToChannel(samples, 0);
    const source = context.createBufferSource();
    source.buffer = buffer;
    source.connect(output);
    source.start(start + at / context.sampleRate);
    at += samples.length;
    sources.add(source);
    source.onended = () => {
      sources.delete(source);
      queue();
      if (!stopped && sources.size === 0) ended();
    };
  };
  queue();
  queue();
  return () => {
    stopped = true;
    for (const source of sources) source.stop();
  };
}

/** Plays a run at once.
 *  @param ended called when it is over, not when it is stopped */
export function play(
  recording: Recording,
  options: Omit<SoundOptions, 'sampleRate'>,
  volume: number,
  ended: () => void,
): Playing {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.gain.value = volume;
  gain.connect(context.destination);
  const { sampleRate } = context;
  const start = context.currentTime + LEAD_SECONDS;
  let over = false;
  const close = () => {
    if (over) return;
    over = true;
    stopQueue();
    void context.close();
  };
  const stopQueue = queueSound(
    context,
    gain,
    new SpikeSound(recording, { ...options, sampleRate }),
    start,
    () => {
      close();
      ended();
    },
  );
  return {
    now: () => (context.currentTime - start) * 1000 * options.speed,
    get volume() {
      return gain.gain.value;
    },
    set volume(value) {
      gain.gain.value = value;
    },
    stop: close,
  };
}
