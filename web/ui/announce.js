/**
 * What only screen readers are told: a sentence when something that takes long has come to rest.
 * One live region serves all labs, and is in the page before it says anything, since what a new one
 * holds is not read out.
 */

/** Milliseconds until a browser has noticed a new live region. */
const NOTICED_MS = 100;
/** @type {HTMLElement | null} */
let region = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/** Reads a sentence out after what is being read, if anything is. @param {string} words */
export function announce(words) {
  if (!region) {
    region = document.createElement("p");
    region.className = "only-heard";
    region.setAttribute("role", "status");
    region.dataset.testid = "announced";
    document.body.append(region);
  }
  region.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(() => region?.append(words), NOTICED_MS);
}

/** Reads a part's finding out when what changes it has come to rest. */
export class FindingController {
  #host;
  #selector;
  #isMoving;
  #wasMoving = false;

  /**
   * @param {import("./controllers.js").Host} host
   * @param {string} selector  of the words that are read
   * @param {() => boolean} isMoving  they change by themselves
   */
  constructor(host, selector, isMoving) {
    this.#host = host;
    this.#selector = selector;
    this.#isMoving = isMoving;
    host.addController(this);
  }

  hostUpdated() {
    const isMoving = this.#isMoving();
    const words = this.#host
      .querySelector(this.#selector)
      ?.textContent?.replace(/\s+/g, " ")
      .trim();
    if (this.#wasMoving && !isMoving && words) announce(words);
    this.#wasMoving = isMoving;
  }
}
