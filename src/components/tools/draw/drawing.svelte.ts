/** State of a prediction that is being drawn: points, cursor, what was undone, and once it is revealed the
 *  judgement. Everything else is derived. */
import {
  judge,
  drawnSpikes,
  matchSpikes,
  place,
  stroke,
  type Judged,
  type SpikeMatch,
} from '../../../figures/prediction.ts';
import { predictionPlot, type PredictionTask } from '../../../figures/prediction-plot.ts';
import { NO_SPIKES, placeInWords, TOO_FEW_POINTS, TOO_SHORT } from '../../../figures/prediction-sentence.ts';
import { predictionTasks, type LabelledTask, type PredictionData } from '../../../figures/prediction-task.ts';
import type { Point } from '../../../figures/plot.ts';

/** A drawn reset may lean over by this part of the time. */
const LEANING = 0.03;
/** A fall of this part of the way from threshold to reset is one. */
const FALL = 0.6;
/** Steps of the cursor from one end of an axis to the other, and with Shift. */
const STEPS = { coarse: 40, fine: 200 };

export interface Verdict {
  /** How far the trace is off; undefined where only spikes were asked for. */
  readonly judged: Judged | undefined;
  /** Undefined where there is no threshold. */
  readonly spikes: SpikeMatch | undefined;
}

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));
/** To a multiple of a step, without the digits of its division. */
const toStep = (value: number, step: number) => Number((Math.round(value / step) * step).toPrecision(12));

export class Drawing {
  readonly tasks: readonly LabelledTask[];
  chosen = $state(0);
  points: readonly Point[] = $state.raw([]);
  /** Earlier drawings, for undoing. */
  #past: readonly (readonly Point[])[] = $state.raw([]);
  cursor: Point | undefined = $state.raw();
  revealed = $state(false);
  /** A sentence: what was done, or why it cannot be. */
  said = $state('');
  width = $state(640);
  /** The end of a stroke that is being drawn. */
  #pen: Point | undefined;

  task: LabelledTask = $derived.by(() => this.tasks[this.chosen] ?? this.#first);
  plot = $derived.by(() => {
    const { width, points: drawn, revealed } = this;
    return predictionPlot(this.task, { width, drawn, revealed });
  });
  verdict: Verdict | undefined = $derived.by(() => (this.revealed ? this.#judge() : undefined));

  constructor(data: PredictionData) {
    this.tasks = predictionTasks(data);
  }

  get #first(): LabelledTask {
    const [first] = this.tasks;
    if (!first) throw new RangeError('a prediction must have an experiment');
    return first;
  }

  get spikesOnly(): boolean {
    return this.task.draw === 'spikes';
  }
  get canUndo(): boolean {
    return this.#past.length > 0;
  }
  /** From and to, ms. */
  get range(): PredictionTask['frame']['u'] {
    return [this.task.from, this.task.experiment.duration];
  }

  /** The nearest point that may be drawn. */
  inside({ x, y }: Point): Point {
    const [from, to] = this.range;
    const [low, high] = this.task.frame.u;
    return { x: clamp(x, from, to), y: clamp(y, low, high) };
  }

  #change(points: readonly Point[], said = ''): void {
    this.points = points;
    this.said = said;
    this.revealed = false;
  }
  #remember(): void {
    this.#past = [...this.#past, this.points];
  }

  /** Puts pen to paper. */
  begin(at: Point): void {
    this.#remember();
    this.#pen = this.inside(at);
    this.cursor = undefined;
    if (this.spikesOnly) this.#toggleSpike(this.#pen);
    else this.#change(place(this.points, this.#pen));
  }
  draw(to: Point): void {
    if (!this.#pen || this.spikesOnly) return;
    const next = this.inside(to);
    this.#change(stroke(this.points, this.#pen, next));
    this.#pen = next;
  }
  end(): void {
    this.#pen = undefined;
  }

  /** A second time at the same place takes a spike away again. */
  #toggleSpike({ x }: Point): void {
    const [from, to] = this.range;
    const near = (to - from) / STEPS.fine;
    const others = this.points.filter((point) => Math.abs(point.x - x) > near);
    const gone = others.length < this.points.length;
    const where = placeInWords({ x, y: 0 }, true);
    this.#change(
      gone ? others : place(this.points, { x, y: 0 }),
      gone ? `Spike at ${where} taken away.` : `Spike at ${where}.`,
    );
  }

  /** Moves the cursor by so many steps; the first move puts it at the start. */
  move(dx: number, dy: number, fine: boolean): void {
    const steps = fine ? STEPS.fine : STEPS.coarse;
    const [from, to] = this.range;
    const [low, high] = this.task.frame.u;
    const [stepX, stepY] = [this.task.experiment.duration / steps, (high - low) / steps];
    const { V_m, t } = this.task.recording;
    const atStart = { x: from, y: V_m[t.findIndex((time) => time >= from)] ?? low };
    const now = this.cursor ?? atStart;
    const next = (value: number, step: number, by: number) =>
      toStep(value + by * step, fine ? step / 2 : step);
    this.cursor = this.cursor
      ? this.inside({
          x: dx === 0 ? now.x : next(now.x, stepX, dx),
          y: dy === 0 ? now.y : next(now.y, stepY, dy),
        })
      : this.inside({ x: clamp(atStart.x, from, to), y: atStart.y });
    this.said = placeInWords(this.cursor, this.spikesOnly);
  }
  /** Puts a point where the cursor is. */
  placeHere(): void {
    if (!this.cursor) return this.move(0, 0, false);
    this.#remember();
    if (this.spikesOnly) return this.#toggleSpike(this.cursor);
    const points = place(this.points, this.cursor);
    const count = points.length === 1 ? '1 point' : `${points.length} points`;
    this.#change(points, `Point at ${placeInWords(this.cursor, false)}; ${count}.`);
  }
  /** Takes away the point nearest to the cursor in time, or the last. */
  takeAway(): void {
    if (this.points.length === 0) {
      this.said = 'There is no point to take away.';
      return;
    }
    const at = this.cursor?.x ?? Infinity;
    let nearest = this.points.length - 1;
    this.points.forEach(({ x }, k) => {
      if (Math.abs(x - at) < Math.abs((this.points[nearest]?.x ?? NaN) - at)) nearest = k;
    });
    const gone = this.points[nearest];
    this.#remember();
    this.#change(
      this.points.filter((_, k) => k !== nearest),
      gone
        ? `${this.spikesOnly ? 'Spike' : 'Point'} at ${placeInWords(gone, this.spikesOnly)} taken away.`
        : '',
    );
  }

  undo(): void {
    const last = this.#past[this.#past.length - 1];
    if (!last) return;
    this.#past = this.#past.slice(0, -1);
    this.#change(last, 'Undone.');
  }
  clear(): void {
    this.#remember();
    this.#change([], 'Cleared.');
  }

  /** Another experiment; what was drawn stays. */
  choose(index: number): void {
    this.chosen = index;
    this.revealed = false;
    this.said = '';
    this.cursor = undefined;
  }

  /** Why there is nothing to compare yet; empty when there is. */
  #lacking(): string {
    const [from, to] = this.range;
    // Expecting none is a prediction too, once it is meant.
    if (this.spikesOnly) return this.points.length === 0 && this.said !== NO_SPIKES ? NO_SPIKES : '';
    const [first, last] = [this.points[0], this.points[this.points.length - 1]];
    if (!first || !last || first === last) return TOO_FEW_POINTS;
    return last.x - Math.max(from, first.x) < (to - from) / STEPS.fine ? TOO_SHORT : '';
  }

  /** Shows the truth, or says why there is nothing to compare with it. */
  reveal(): void {
    const lacking = this.#lacking();
    this.said = lacking;
    if (lacking !== '') return;
    this.cursor = undefined;
    this.revealed = true;
  }

  #judge(): Verdict {
    const { task, points, range } = this;
    const { neuron } = task.experiment;
    const [from, to] = range;
    const truth = [...task.recording.spikes].filter((time) => time > from + 1e-9);
    if (this.spikesOnly)
      return {
        judged: undefined,
        spikes: matchSpikes(
          points.map(({ x }) => x).filter((x) => x >= from),
          truth,
        ),
      };
    const top = neuron.threshold ? neuron.V_th : Infinity;
    const within = LEANING * (to - from);
    // A drawing that goes on from a given spike begins with its fall.
    const predicted = drawnSpikes(points, top, FALL * (neuron.V_th - neuron.V_reset), within).filter(
      (time) => from === 0 || time > from + within,
    );
    return {
      judged: judge(points, task.truth, range, task.wrong, top),
      spikes: neuron.threshold ? matchSpikes(predicted, truth) : undefined,
    };
  }
}
