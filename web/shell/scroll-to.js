/** Going to a place of the page. A lab on the way is fetched as it is passed and pushes down all that is below it. */

/** Nothing has grown for that long: nothing will. */
const QUIET_MS = 4000;
/** What somebody does who wants to be elsewhere. */
const LEAVING = ["wheel", "touchstart", "pointerdown", "keydown"];

let stop = () => {};

/** Scrolls there and moves the focus; goes there again as long as what is above still grows. @param {string} id */
export function goTo(id) {
  stop();
  const place = /** @type {HTMLElement} */ (document.getElementById(id));
  const leave = () => stop();
  let timer = 0;
  const growth = new ResizeObserver(() => {
    place.scrollIntoView();
    clearTimeout(timer);
    timer = window.setTimeout(leave, QUIET_MS);
  });
  stop = () => {
    growth.disconnect();
    clearTimeout(timer);
    for (const name of LEAVING) removeEventListener(name, leave);
  };
  for (const name of LEAVING) addEventListener(name, leave, { passive: true });
  growth.observe(/** @type {HTMLElement} */ (document.querySelector("main")));
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}
