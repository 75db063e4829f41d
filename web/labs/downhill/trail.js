/**
 * Where a network has been on a plane since the plane was made. Only training draws a line: an
 * edit, an undo and a redo jump, and what an undo takes back is cut off.
 *
 * @typedef {import("../../common/planes.js").Place} Place
 * @typedef {Place & { step: number, isJump: boolean }} Stop  isJump: no line leads to it
 */

/** Stops that are kept, apart from jumps. */
const MOST = 400;

export class Trail {
  /** Now at the end. @type {Stop[]} */
  stops = [];
  /** Whether the network has changed since the plane was made. */
  hasMoved = false;

  get now() {
    return this.stops.at(-1);
  }

  /**
   * The network is there now.
   * @param {Place} place @param {number} step  of its training
   * @param {boolean} isTrained  training led it there
   */
  add(place, step, isTrained) {
    this.hasMoved ||= this.stops.length > 0;
    if (!isTrained) this.#cutBack(step);
    this.stops.push({ ...place, step, isJump: !isTrained });
    if (this.stops.length > MOST) {
      this.stops = this.stops.filter(({ isJump }, i) => isJump || i % 2 === 0);
    }
  }

  /** Drops what came after this step, and jumps that no training followed. @param {number} step */
  #cutBack(step) {
    let end = this.stops.length;
    while (end > 0 && (this.stops[end - 1].step > step || this.stops[end - 1].isJump)) end--;
    this.stops.length = end;
  }
}
