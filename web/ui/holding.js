/**
 * One pointer that is held down on an element: what is drawn or dragged follows it, and nothing
 * else. Put the listener on the element for all of `pointerdown`, `pointermove`, `pointerup`,
 * `pointercancel` and `lostpointercapture`.
 *
 * @typedef {PointerEvent & { currentTarget: HTMLElement }} Held
 */

/** Of `buttons`: the left button, a finger, the tip of a pen. */
const MAIN = 1;

/**
 * @typedef {{ id: number, type: string, end: (isPalm: boolean) => void }} Holder
 * @type {WeakMap<Element, Holder>}
 */
const holders = new WeakMap();

/**
 * @param {object} what
 * @param {(event: Held) => void} what.move  where the pointer is
 * @param {(event: Held) => boolean | void} [what.begin]  where it goes down, if that is not a move;
 *   false: it is not to be held
 * @param {(isPalm: boolean) => void} [what.end]  it was lifted or lost; isPalm: a pen came, so what
 *   touched before it was the hand that holds it
 * @returns {(event: Held) => void} the listener
 */
export function holding({ move, begin = move, end = () => {} }) {
  return (event) => {
    const element = event.currentTarget;
    if (event.type === "pointerdown") {
      if (claim(element, event) && begin(event) !== false) hold(element, event, end);
    } else if (holders.get(element)?.id !== event.pointerId) {
      // Another finger, or a mouse that passes by.
    } else if (event.type === "pointermove" && event.buttons & MAIN) move(event);
    else letGo(element);
  };
}

/** Ends what is held on an element, as if the pointer were lifted. @param {Element} element */
export function letGo(element, isPalm = false) {
  const holder = holders.get(element);
  holders.delete(element);
  holder?.end(isPalm);
}

/**
 * Whether a pointer may have it; who had it is let go. The first one stays, unless it has lost its
 * capture or comes again, so that its release was never told; and a pen takes the place of the
 * palm.
 * @param {Element} element @param {PointerEvent} event
 */
function claim(element, { button, pointerId, pointerType }) {
  if (button !== 0) return false;
  const holder = holders.get(element);
  if (!holder) return true;
  const isPalm = pointerType === "pen" && holder.type === "touch";
  const isLost = holder.id === pointerId || !element.hasPointerCapture(holder.id);
  if (isPalm || isLost) letGo(element, isPalm && !isLost);
  return isPalm || isLost;
}

/** @param {Element} element @param {PointerEvent} event @param {Holder["end"]} end */
function hold(element, { pointerId, pointerType }, end) {
  holders.set(element, { id: pointerId, type: pointerType, end });
  try {
    element.setPointerCapture(pointerId);
  } catch {
    // It was lifted in the meantime; what comes next ends it.
  }
}

/**
 * Calls back once when the pointer that is down is lifted or lost, wherever that is: for sliders,
 * which the browser itself moves.
 * @param {() => void} released
 * @returns {() => void} stops waiting
 */
export function afterRelease(released) {
  const waiting = new AbortController();
  const end = (/** @type {PointerEvent} */ event) => {
    if (event.type === "pointermove" && event.buttons & MAIN) return;
    waiting.abort();
    released();
  };
  for (const type of /** @type {const} */ (["pointerup", "pointercancel", "pointermove"])) {
    addEventListener(type, end, { signal: waiting.signal, capture: true });
  }
  return () => waiting.abort();
}
