/**
 * Scrolling to a place of the page. A lab on the way is fetched as it is passed and pushes down all
 * that is below it.
 */

/** When the page has not grown for that long, it is taken to be complete. */
const QUIET_MS = 4000;
/** Events by which the visitor takes over. */
const LEAVING = ["wheel", "touchstart", "pointerdown", "keydown"];

let stop = () => {};

/**
 * Scrolls to the element, and again as long as the page still grows, until the visitor scrolls.
 * @param {Element | null | undefined} place
 * @param {ScrollIntoViewOptions} [options]
 */
export function scrollToElement(place, options) {
  stop();
  const main = document.querySelector("main");
  if (!place || !main) return;
  const leave = () => stop();
  let timer = 0;
  const growth = new ResizeObserver(() => {
    place.scrollIntoView(options);
    clearTimeout(timer);
    timer = window.setTimeout(leave, QUIET_MS);
  });
  stop = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const name of LEAVING) removeEventListener(name, leave);
  };
  for (const name of LEAVING) addEventListener(name, leave, { passive: true });
  place.scrollIntoView(options);
  growth.observe(main);
}

/** Scrolls to that part of the page and moves the focus there. @param {string} id */
export function scrollToId(id) {
  const place = document.getElementById(id);
  scrollToElement(place);
  place?.setAttribute("tabindex", "-1");
  place?.focus({ preventScroll: true });
}
