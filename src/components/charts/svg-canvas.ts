/** A drawing surface that writes SVG: the part of a canvas context that our figures use, and no more;
 *  whatever else Chart.js should ask for is a loud TypeError at build time. Text stays text in the page's
 *  font and colours stay CSS variables, so that a still follows the reader's theme. */
import type { RunCanvas } from './annotations.ts';

interface Pen {
  strokeStyle: string;
  fillStyle: string;
  lineWidth: number;
  globalAlpha: number;
  dash: readonly number[];
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dx: number;
  dy: number;
}

const ANCHOR: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };
/** How far below its anchor the baseline of a text lies, in parts of its size. */
const BASELINE: Readonly<Record<string, number>> = { top: 0.8, hanging: 0.8, middle: 0.35, bottom: -0.2 };

const round = (value: number) => String(Math.round(value * 10) / 10 + 0);
const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

type Vertex = readonly [x: number, y: number];

/** "italic 15.6px KaTeX_Math, serif" → attributes; no family means the page's. */
function fontAttributes(font: string): { size: number; attributes: string } {
  const [, slant, size = '13', family = ''] = /^(italic )?([\d.]+)px ?(.*)$/.exec(font) ?? [];
  const italic = slant ? ' font-style="italic"' : '';
  const face = family ? ` font-family="${family.replaceAll('"', "'")}"` : '';
  return { size: Number(size), attributes: `${italic} font-size="${round(Number(size))}"${face}` };
}

export class SvgCanvas implements RunCanvas {
  readonly #parts: string[] = [];
  readonly #stack: Pen[] = [];
  #paths: Vertex[][] = [];
  #discs: string[] = [];
  #pen: Pen = {
    strokeStyle: '',
    fillStyle: '',
    lineWidth: 1,
    globalAlpha: 1,
    dash: [],
    font: '13px ',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    dx: 0,
    dy: 0,
  };
  /** What Chart.js takes for the canvas element. */
  readonly canvas: { width: number; height: number; getContext: () => SvgCanvas };

  constructor(width: number, height: number) {
    this.canvas = { width, height, getContext: () => this };
  }

  /** The finished drawing; `viewBox` only, its size is the page's affair. */
  toSvg(className: string): string {
    const { width, height } = this.canvas;
    return `<svg class="${className}" viewBox="0 0 ${width} ${height}" preserveAspectRatio="xMinYMin" aria-hidden="true">${this.content}</svg>`;
  }

  /** What is drawn, without the <svg> around it. */
  get content(): string {
    return this.#parts.join('');
  }

  set globalAlpha(value: number) { this.#pen.globalAlpha = value; } // prettier-ignore
  set strokeStyle(value: string) { this.#pen.strokeStyle = value; } // prettier-ignore
  set fillStyle(value: string) { this.#pen.fillStyle = value; } // prettier-ignore
  set lineWidth(value: number) { this.#pen.lineWidth = value; } // prettier-ignore
  set font(value: string) { this.#pen.font = value; } // prettier-ignore
  get font(): string { return this.#pen.font; } // prettier-ignore
  set textAlign(value: CanvasTextAlign) { this.#pen.textAlign = value; } // prettier-ignore
  set textBaseline(value: CanvasTextBaseline) { this.#pen.textBaseline = value; } // prettier-ignore
  lineCap = 'butt';
  lineJoin = 'round';
  lineDashOffset = 0;

  save(): void {
    this.#stack.push({ ...this.#pen });
  }
  restore(): void {
    this.#pen = this.#stack.pop() ?? this.#pen;
  }
  setLineDash(dash: readonly number[]): void {
    this.#pen.dash = dash;
  }
  translate(dx: number, dy: number): void {
    this.#pen.dx += dx;
    this.#pen.dy += dy;
  }
  rotate(angle: number): void {
    if (angle !== 0) throw new Error(`a still has no rotated text, got ${angle} rad`);
  }
  resetTransform(): void {
    this.#pen.dx = this.#pen.dy = 0;
  }
  setTransform(): void {
    this.resetTransform();
  }
  clearRect(): void {
    this.#parts.length = 0;
  }
  /** Only asked for the width of tick labels, which our axes fix themselves. */
  measureText(text: string): { width: number } {
    return { width: text.length * 0.5 * fontAttributes(this.#pen.font).size };
  }

  beginPath(): void {
    this.#paths = [];
    this.#discs = [];
  }
  moveTo(x: number, y: number): void {
    this.#paths.push([[x + this.#pen.dx, y + this.#pen.dy]]);
  }
  lineTo(x: number, y: number): void {
    const path = this.#paths[this.#paths.length - 1];
    if (path) path.push([x + this.#pen.dx, y + this.#pen.dy]);
    else this.moveTo(x, y);
  }
  arc(x: number, y: number, radius: number, from: number, to: number): void {
    if (to - from !== 2 * Math.PI) throw new Error('a still has whole circles only');
    const { dx, dy } = this.#pen;
    const half = `a${radius} ${radius} 0 1 0 `;
    this.#discs.push(
      `M${round(x + dx - radius)} ${round(y + dy)}${half}${2 * radius} 0${half}${-2 * radius} 0`,
    );
  }
  /** Chart.js clips tick labels to the canvas; the viewBox does. Lines are not clipped (chart-config.ts). */
  rect(): void {}
  clip(): void {}
  closePath(): void {
    throw new Error('a still has no closed paths');
  }

  /** The path as SVG writes one; empty when there is nothing to see. */
  #outline(): string {
    const lines = this.#paths
      .filter((path) => path.length > 1)
      .map((path) => {
        // Relative steps between rounded vertices: short, and no error adds up.
        const vertices = path.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
        const steps = vertices.map(([x, y], i) => {
          const [fromX, fromY] = vertices[i - 1] ?? [0, 0];
          return `${(x - fromX) / 10} ${(y - fromY) / 10}`;
        });
        return `M${steps[0] ?? ''}l${steps.slice(1).join(' ')}`.replaceAll(' -', '-');
      });
    return [...lines, ...this.#discs].join('');
  }

  fill(): void {
    const d = this.#outline();
    if (d === '') return;
    const { fillStyle, globalAlpha } = this.#pen;
    const opacity = globalAlpha === 1 ? '' : ` fill-opacity="${globalAlpha}"`;
    this.#parts.push(`<path fill="${fillStyle}"${opacity} d="${d}"/>`);
  }

  stroke(): void {
    const d = this.#outline();
    if (d === '') return;
    const { strokeStyle, lineWidth, dash } = this.#pen;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    this.#parts.push(
      `<path fill="none" stroke="${strokeStyle}" stroke-width="${lineWidth}" stroke-linejoin="round"${dashes} d="${d}"/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(`${fontAttributes(this.#pen.font).attributes}`, escape(text), x, y);
  }

  fillRuns(runs: readonly { text: string; font: string; rise: number }[], x: number, y: number): void {
    let risen = 0;
    const spans = runs.map(({ text, font, rise }) => {
      const shift = risen - rise;
      risen = rise;
      const dy = shift === 0 ? '' : ` dy="${shift}"`;
      return `<tspan${dy}${fontAttributes(font).attributes}>${escape(text)}</tspan>`;
    });
    this.#text(' xml:space="preserve"', spans.join(''), x, y);
  }

  #text(attributes: string, content: string, x: number, y: number): void {
    const { font, textAlign, textBaseline, fillStyle, dx, dy } = this.#pen;
    const baseline = (BASELINE[textBaseline] ?? 0) * fontAttributes(font).size;
    const anchor = ANCHOR[textAlign] ? ` text-anchor="${ANCHOR[textAlign]}"` : '';
    this.#parts.push(
      `<text x="${round(x + dx)}" y="${round(y + dy + baseline)}" fill="${fillStyle}"${anchor}${attributes}>${content}</text>`,
    );
  }
}
