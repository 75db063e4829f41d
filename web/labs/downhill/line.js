/**
 * What the cost along −∇C says.
 *
 * @typedef {import("./queries.js").Line} Line
 *
 * @typedef {object} Findings
 * @property {number} here  cost at t = 0
 * @property {{ index: number, t: number, cost: number }} best  the lowest of the line
 * @property {boolean} isFlat  the gradient is zero
 * @property {boolean} rises  after the lowest
 * @property {number | null} overshoot  the first t after the lowest at which the cost is above that
 *   at t = 0; null when there is none
 */

/** @param {Pick<Line, "ts" | "costs" | "squared">} line @returns {Findings} */
export function findingsOf({ ts, costs, squared }) {
  const here = costs[0];
  const index = costs.indexOf(Math.min(...costs));
  const over = costs.findIndex((cost, i) => i > index && !(cost <= here));
  return {
    here,
    best: { index: Math.max(0, index), t: ts[Math.max(0, index)], cost: costs[Math.max(0, index)] },
    isFlat: squared === 0,
    rises: index < costs.length - 1,
    overshoot: over < 0 ? null : ts[over],
  };
}

/**
 * The cost at any t of the line.
 * @param {Pick<Line, "ts" | "costs">} line @param {number} t
 */
export function costAt({ ts, costs }, t) {
  const at = Math.min((t / ts[ts.length - 1]) * (ts.length - 1), ts.length - 1);
  const from = Math.min(Math.floor(at), ts.length - 2);
  return costs[from] + (at - from) * (costs[from + 1] - costs[from]);
}

/**
 * The line as a chart: t, then the values of the curve, its tangent at t = 0, the cost there, and
 * one list for each of the dots.
 * @param {Line} line @param {(number | null)[]} dots  values of t; null for none
 * @returns {[number[], ...(number | null)[][]]}
 */
export function chartData(line, dots) {
  const [first, last] = [line.costs[0], line.ts[line.ts.length - 1]];
  const isSeen = (/** @type {number | null} */ t) => t !== null && t <= last;
  const ts = [...new Set([...line.ts, ...dots.filter(isSeen)])].sort(
    (a, b) => Number(a) - Number(b),
  );
  const all = /** @type {number[]} */ (ts);
  /** @type {(number | null)[]} */
  const tangent = all.map((t) => first - line.squared * t);
  const end = tangent.findIndex((value) => Number(value) < 0);
  return [
    all,
    all.map((t) => costAt(line, t)),
    tangent.map((value, i) => (end < 0 || i <= end ? value : null)),
    all.map(() => first),
    ...dots.map((dot) => all.map((t) => (t === dot ? costAt(line, t) : null))),
  ];
}
