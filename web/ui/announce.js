/**
 * What only screen readers are told: a sentence when something that takes long has come to rest.
 * One live region serves all labs, and is in the page before it says anything, since what a new one
 * holds is not read out.
 */
import { joined } from "../texts/en/locale.js";

/** Milliseconds until a browser has noticed a new live region. */
const NOTICED_MS = 100;
/** @type {HTMLElement | null} */
let region = null;

/**
 * Reads a sentence out after what is being read, if anything is; those that come at about the same
 * time are read together.
 */
export const announce = together(
  () => {
    region ??= document.body.appendChild(newRegion());
    region.textContent = "";
  },
  (words) => region?.append(words),
);

/**
 * Sentences on their way to a region, which has them a moment after it was emptied.
 * @param {() => void} empty @param {(words: string) => void} fill
 * @returns {(words: string) => void} takes a sentence
 */
export function together(empty, fill) {
  /** @type {string[]} */
  let waiting = [];
  return (words) => {
    waiting.push(words);
    if (waiting.length > 1) return;
    empty();
    setTimeout(() => {
      fill(joined(waiting));
      waiting = [];
    }, NOTICED_MS);
  };
}

function newRegion() {
  const made = document.createElement("p");
  made.className = "only-heard";
  made.setAttribute("role", "status");
  made.dataset.testid = "announced";
  return made;
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
