/** What a run sounds like: one click for each spike at real or slowed speed and, on request, a tone whose pitch
 *  follows the membrane potential. Pure: it writes samples; audio.ts plays them. */
import type { Recording } from '../sim/recording.ts';

/** A click: 1,800 Hz that dies away with 1.5 ms, as long as it can be heard. */
const CLICK = { hz: 1800, decaySeconds: 0.0015, seconds: 0.009, level: 0.8 };
/** The tone: two octaves from the lowest potential to the highest. */
const TONE = { lowHz: 220, octaves: 2, level: 0.12, fadeSeconds: 0.01 };

export interface SoundOptions {
  /** 1 is real time; 0.1 takes ten times as long. */
  readonly speed: number;
  /** Whether a tone follows the potential. */
  readonly pitch: boolean;
  /** Samples per second. */
  readonly sampleRate: number;
  /** The potentials of the lowest and the highest tone, mV. */
  readonly range?: readonly [number, number];
}

/** When each spike is heard, in seconds after the start of the run's sound. */
export function clickTimes(spikes: Float64Array, speed: number): Float64Array {
  return spikes.map((time) => time / (1000 * speed));
}

/** Writes the sound of a recording piece by piece, so that a long run needs no long memory. */
export class SpikeSound {
  readonly #recording: Recording;
  readonly #options: SoundOptions;
  readonly #clicks: Float64Array;
  /** Samples in all. */
  readonly length: number;
  #written = 0;
  #next = 0;
  /** First spike whose click may still sound. */
  #ringing = 0;
  #phase = 0;
  #sample = 0;

  constructor(recording: Recording, options: SoundOptions) {
    this.#recording = recording;
    this.#options = options;
    const { t } = recording;
    this.#clicks = clickTimes(recording.spikes, options.speed);
    const seconds = (t[t.length - 1] ?? 0) / (1000 * options.speed) + CLICK.seconds;
    this.length = Math.ceil(seconds * options.sampleRate);
  }

  get done(): boolean {
    return this.#written >= this.length;
  }

  /** The next piece.
   *  @param most samples; the last piece is shorter */
  next(most: number): Float32Array<ArrayBuffer> {
    const from = this.#written;
    const piece = new Float32Array(Math.min(most, this.length - from));
    if (this.#options.pitch) this.#addTone(piece, from);
    this.#addClicks(piece, from);
    this.#written = from + piece.length;
    return piece;
  }

  #addClicks(piece: Float32Array, from: number): void {
    const { sampleRate } = this.#options;
    const length = Math.ceil(CLICK.seconds * sampleRate);
    while (this.#onset(this.#ringing) + length <= from) this.#ringing++;
    for (this.#next = this.#ringing; this.#onset(this.#next) < from + piece.length; this.#next++) {
      const onset = this.#onset(this.#next);
      const end = Math.min(onset + length, from + piece.length);
      for (let i = Math.max(onset, from); i < end; i++) {
        const seconds = (i - onset) / sampleRate;
        const swing = Math.cos(2 * Math.PI * CLICK.hz * seconds) * Math.exp(-seconds / CLICK.decaySeconds);
        piece[i - from] = (piece[i - from] ?? 0) + CLICK.level * swing;
      }
    }
  }

  /** Sample on which a click begins; Infinity behind the last. */
  #onset(spike: number): number {
    return Math.round((this.#clicks[spike] ?? Infinity) * this.#options.sampleRate);
  }

  #addTone(piece: Float32Array, from: number): void {
    const { t, V_m } = this.#recording;
    const { sampleRate, speed, range: [low, high] = [-70, -50] } = this.#options;
    const fade = TONE.fadeSeconds * sampleRate;
    for (let i = 0; i < piece.length; i++) {
      const at = from + i;
      const time = (1000 * speed * at) / sampleRate;
      while ((t[this.#sample + 1] ?? Infinity) <= time) this.#sample++;
      const height = high > low ? ((V_m[this.#sample] ?? low) - low) / (high - low) : 0.5;
      const hz = TONE.lowHz * 2 ** (TONE.octaves * Math.min(1.5, Math.max(-0.5, height)));
      // The phase runs on, whatever the pitch does: a reset is heard as a fall and not as a click.
      this.#phase = (this.#phase + hz / sampleRate) % 1;
      const level = TONE.level * Math.min(1, at / fade, (this.length - at) / fade);
      piece[i] = level * Math.sin(2 * Math.PI * this.#phase);
    }
  }
}
