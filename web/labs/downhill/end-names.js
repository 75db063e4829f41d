/**
 * Where the names of the paths' ends stand: beside their dots, not on a dot or on another name, and
 * where the paths leave most of them free.
 *
 * @typedef {[number, number]} XY
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

/** CSS pixels: from a dot to its name, half a name's height, a line of names, half a dot. */
const [BESIDE, HALF, LINE, DOT] = [12, 9, 20, 5];
/** Lines that a name may be away from its dot, the nearest first. */
const SHIFTS = [0, -1, 1, -2, 2, -3, 3];

/**
 * The middle of each name's left end.
 * @param {readonly { place: XY, length: number }[]} ends  length: of the name
 * @param {{ width: number, height: number }} map
 * @param {readonly (readonly XY[])[]} paths
 * @returns {XY[]}
 */
export function placesOfNames(ends, { width, height }, paths) {
  const dots = ends.map(({ place: [x, y] }) => boxAt(x - DOT, y, 2 * DOT, DOT));
  // The start that the paths have in common, as a larger dot.
  for (const [[x, y]] of paths.slice(0, 1)) dots.push(boxAt(x - 2 * DOT, y, 4 * DOT, 2 * DOT));
  const inked = paths.flatMap(dense);
  /** @type {Box[]} */
  const names = [];
  const order = [...ends.keys()].sort((a, b) => ends[a].place[1] - ends[b].place[1]);
  for (const i of order) {
    const { place, length } = ends[i];
    const boxes = SHIFTS.flatMap((lines) =>
      [place[0] + BESIDE, place[0] - BESIDE - length].map((left) => ({
        ...boxAt(left, place[1] + lines * LINE, length, HALF),
        far: Math.abs(lines),
      })),
    ).filter((box) => box.left >= 4 && box.right <= width - 4);
    const cost = (/** @type {Box & { far: number }} */ box) =>
      1e6 * [...dots, ...names.filter(Boolean)].filter((other) => touch(box, other)).length +
      inked.filter(([x, y]) => touch(box, boxAt(x, y, 0, 0))).length +
      6 * box.far;
    const costs = boxes
      .filter((box) => box.top >= 4 && box.bottom <= height - 4)
      .map((box) => ({ box, cost: cost(box) }))
      .sort((a, b) => a.cost - b.cost);
    names[i] = costs[0]?.box ?? boxAt(4, place[1], length, HALF);
  }
  return names.map(({ left, top }) => [left, top + HALF]);
}

/**
 * @param {number} left @param {number} y @param {number} length @param {number} half
 * @returns {Box}
 */
const boxAt = (left, y, length, half) => ({
  left,
  right: left + length,
  top: y - half,
  bottom: y + half,
});

/** @param {Box} one @param {Box} other */
const touch = (one, other) =>
  one.left < other.right + 2 &&
  other.left < one.right + 2 &&
  one.top < other.bottom &&
  other.top < one.bottom;

/** Points of a path, at most some pixels apart. @param {readonly XY[]} path */
function dense(path) {
  return path.flatMap(([x, y], i) => {
    const [fromX, fromY] = path[Math.max(0, i - 1)];
    const pieces = Math.min(200, Math.max(1, Math.ceil(Math.hypot(x - fromX, y - fromY) / 4)));
    return Array.from({ length: pieces }, (_, k) => {
      const t = (k + 1) / pieces;
      return /** @type {XY} */ ([fromX + t * (x - fromX), fromY + t * (y - fromY)]);
    });
  });
}
