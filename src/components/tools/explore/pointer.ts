/** Pointer and wheel on a figure: hover or a finger moves the cursor, a drag moves the window, two fingers or the
 *  wheel with Ctrl or ⌘ zoom. A wheel alone and a finger that moves up or down scroll the page, as everywhere. */

export interface WindowActions {
  /** It moves by this many px. */
  drag(dx: number): void;
  /** Whether it is less than the whole. */
  draggable(): boolean;
  /** The picture grows by `factor` around x. */
  zoom(factor: number, x: number): void;
}

export interface PointerActions {
  /** The pointer is there, px. */
  hover(x: number, y: number): void;
  leave(): unknown;
  /** Where there is a window of the x axis. */
  readonly window?: WindowActions;
}

/** A wheel that turns by this many px doubles the picture. */
const WHEEL_DOUBLES = 240;
/** Height of a line for wheels that count in lines, px. */
const LINE = 16;

/** @returns stops listening */
export function listenToPointer(surface: HTMLElement, actions: PointerActions): () => void {
  const down = new Map<number, number>();
  const stop = new AbortController();
  const { signal } = stop;
  const { window } = actions;
  const xOf = ({ clientX }: MouseEvent) => clientX - surface.getBoundingClientRect().left;
  const hover = (event: MouseEvent) =>
    actions.hover(xOf(event), event.clientY - surface.getBoundingClientRect().top);
  const spread = () => {
    const [a = 0, b = 0] = down.values();
    return { middle: (a + b) / 2, distance: Math.max(1, Math.abs(a - b)) };
  };

  surface.addEventListener(
    'wheel',
    (event) => {
      if (!window || (!event.ctrlKey && !event.metaKey)) return;
      event.preventDefault();
      const pixels = event.deltaY * (event.deltaMode === 1 ? LINE : 1);
      window.zoom(2 ** (-pixels / WHEEL_DOUBLES), xOf(event));
    },
    { signal, passive: false },
  );
  surface.addEventListener(
    'pointerdown',
    (event) => {
      surface.setPointerCapture(event.pointerId);
      down.set(event.pointerId, xOf(event));
      if (down.size === 1) hover(event);
    },
    { signal },
  );
  surface.addEventListener(
    'pointermove',
    (event) => {
      const x = xOf(event);
      const before = down.get(event.pointerId);
      if (before === undefined) return hover(event);
      if (window && down.size === 2) {
        const last = spread();
        down.set(event.pointerId, x);
        const now = spread();
        window.drag(now.middle - last.middle);
        window.zoom(now.distance / last.distance, now.middle);
        return;
      }
      down.set(event.pointerId, x);
      if (window?.draggable()) window.drag(x - before);
      else hover(event);
    },
    { signal },
  );
  for (const type of ['pointerup', 'pointercancel'] as const)
    surface.addEventListener(type, ({ pointerId }) => down.delete(pointerId), { signal });
  surface.addEventListener(
    'pointerleave',
    ({ pointerType }) => {
      if (pointerType === 'mouse') actions.leave();
    },
    { signal },
  );
  return () => stop.abort();
}
