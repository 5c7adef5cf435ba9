/** `client:near`: an island comes to life when a pointer, a finger or the focus comes near, or at once where the
 *  address says what figures show. A page of many figures loads the scripts of those that are used.
 *
 *  What the reader does while the scripts arrive is not lost: the last entry of each control is put back, and a
 *  button that was pressed is pressed again. */
import type { ClientDirective } from 'astro';

type Control = HTMLInputElement | HTMLSelectElement;
const isControl = (target: EventTarget | null): target is Control =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement;

/** Signs that the reader is near; `near` is what a script of the page says. */
const SIGNS = ['pointerenter', 'pointermove', 'touchstart', 'focusin', 'dragenter', 'near'];
const ENTRIES = ['input', 'change', 'click'];

const near: ClientDirective = (load, _options, island) => {
  const entries = new Map<Control, { value: string; checked: boolean }>();
  let pressed: HTMLElement | null = null;

  const keep = ({ type, target }: Event) => {
    if (isControl(target)) {
      const { value, checked = false } = target as HTMLInputElement;
      entries.set(target, { value, checked });
    } else if (type === 'click' && target instanceof Element) pressed = target.closest('button');
  };
  const repeat = () => {
    for (const control of entries.keys())
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    // What stands under the pointer or has the focus came there before anybody listened.
    for (const each of island.querySelectorAll(':hover'))
      each.dispatchEvent(new PointerEvent('pointerenter'));
    const focused = document.activeElement;
    if (island.contains(focused)) focused?.dispatchEvent(new FocusEvent('focus'));
    pressed?.click();
  };

  const wake = async (sign?: Event) => {
    for (const type of SIGNS) island.removeEventListener(type, wake);
    const hydrate = await load();
    await hydrate();
    for (const type of ENTRIES) island.removeEventListener(type, keep, true);
    // At once, before another key can move them from where the page had them.
    for (const [control, entry] of entries) Object.assign(control, entry);
    // The effects of the island, which listen for what is repeated, run before the next task.
    setTimeout(() => {
      if (sign) for (const child of island.children) child.dispatchEvent(new PointerEvent('pointermove'));
      repeat();
    });
  };

  for (const type of ENTRIES) island.addEventListener(type, keep, true);
  for (const type of SIGNS) island.addEventListener(type, wake, { passive: true });
  if (location.search) void wake();
};

export default near;
