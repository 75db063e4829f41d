/**
 * What the lab Downhill asks about the first training digits: their cost along the negative
 * gradient, and over a plane through parameter space.
 *
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {import("../../../wasm/network.js").Network} Network
 * @typedef {import("../../common/planes.js").Plane} Plane
 *
 * @typedef {object} Line  the cost C(θ − t∇C)
 * @property {string} fingerprint  of the network
 * @property {number} epoch  of the network
 * @property {number} count  of digits
 * @property {Float32Array} direction  −∇C, canonical order
 * @property {number} squared  |∇C|²
 * @property {number} slope  of the cost at t = 0, by finite differences
 * @property {Float32Array} ts  from 0 on, at equal distances
 * @property {Float64Array} costs
 * @property {number} took  ms
 *
 * @typedef {"path" | "main" | "random"} Choice  of the plane: through start, best and now; the main
 *   directions of the path; two random directions
 *
 * @typedef {object} Point  of the path, on the plane
 * @property {number} a @property {number} b
 * @property {number} step
 *
 * @typedef {object} Frame  a plane, and what is drawn on it
 * @property {Choice} choice  "random" when there is no path that would give a plane
 * @property {boolean} hasPath  long enough for a plane of its own
 * @property {boolean} isBent  the third point is where the path bends, as now is best
 * @property {Plane} plane
 * @property {Float32Array} as @property {Float32Array} bs  ascending, SIDE of them
 * @property {Point[]} path  oldest first; the last is now
 * @property {number | null} best  index in the path; null in the first picture of a plane that does
 *   not need it
 * @property {number} held  fraction of the variance of the path that the plane holds
 * @property {number} count  of digits
 *
 * @typedef {object} Look
 * @property {QueryContext} context
 * @property {Network} net  a copy, which training leaves alone
 * @property {import("../../../wasm/dataset.js").Dataset} data  training digits
 * @property {number} count  how many of them are looked at, from the first on
 * @property {() => Promise<void>} rest
 *
 * @typedef {object} Way  the path of this run, oldest first
 * @property {number[]} steps
 * @property {Float32Array[]} points
 * @property {number[]} looked  indices of those that directions and the best are found in
 *
 * @typedef {{ side: number, costs: Float64Array, frame?: Frame } & Partial<Frame>} Picture
 *   side·side costs, a row for each b; frame: with the first one; then what it lacked
 */
import {
  farthestFromLine,
  lengthOf,
  mainDirections,
  planeThrough,
  projectionOn,
  randomPlane,
  varianceHeld,
} from "../../common/planes.js";
import { epochsOf, stepsOf } from "../../common/provenance.js";
import { thinned } from "../../common/vectors.js";
import { whileWanted } from "../../worker/scheduling.js";

/** Costs along a side of the plane, coarse to fine; each grid holds the one before. */
const SIDES = [11, 31, 61];
const SIDE = SIDES[2];
const POINTS = 200;
/** Lengths along the line that are looked at first, to find where it gets interesting. */
const PROBES = Array.from({ length: 30 }, (_, k) => 1e-4 * 2 ** k);
/** How far a finite difference goes, as a distance in parameter space. */
const NEAR = 0.01;
/** Snapshots of the path that are drawn, and those that its directions and best are found in. */
const DRAWN = 128;
const LOOKED_AT = 24;
/** What the plane shows around the path, as a fraction of the path's extent. */
const MARGIN = 0.2;
/**
 * Multiplications of one call of the engine, a few milliseconds; so many more for each parameter,
 * as they have to be handed over; and digits that make a call worth its while, where there are
 * more costs than one call computes.
 */
const WORK = 1.2e7;
const HANDED_OVER = 64;
const [FEWEST, ENOUGH] = [8, 64];
/**
 * Milliseconds after which messages are answered and training goes on; more until there is a first
 * picture of the plane, since somebody waits for it.
 */
const SLICE = 8;
const FIRST_SLICE = 30;
/** Digits whose cost is computed; FEW where there are more weights behind layer 1 than LARGE. */
const DIGITS = 1000;
const FEW = 250;
const LARGE = 5000;

/** Weights behind the first hidden layer. @param {Network} net */
function upper({ layers, parameterCount }) {
  return layers.length > 2 ? parameterCount - (layers[0] + 1) * layers[1] : 0;
}

/**
 * Lets messages be answered when it is time.
 * @param {() => Promise<void>} yieldToEvents
 * @param {number} [slice]
 */
function paced(yieldToEvents, slice = SLICE) {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < slice) return;
    await yieldToEvents();
    since = performance.now();
  };
}

/** Multiplications of one call. @param {Network} net */
const workOf = ({ parameterCount }) => WORK + HANDED_OVER * parameterCount;

/** Digits of one call. @param {Network} net @param {number} each  multiplications that one takes */
function pieceOf(net, each) {
  return Math.max(FEWEST, Math.floor(workOf(net) / each));
}

/**
 * The mean over digits of what `work` answers about some of them.
 * @param {Look} look @param {number} piece  digits of one call
 * @param {(part: { from: number, count: number }) => Float32Array} work
 */
async function meanOver({ count, rest }, piece, work) {
  /** @type {Float64Array | null} */
  let sum = null;
  for (let from = 0; from < count; from += piece) {
    const part = { from, count: Math.min(piece, count - from) };
    const means = work(part);
    sum ??= new Float64Array(means.length);
    for (let i = 0; i < sum.length; i++) sum[i] += (means[i] * part.count) / count;
    await rest();
  }
  return sum ?? new Float64Array(0);
}

/**
 * @template T
 * @param {QueryContext} context
 * @param {(look: Look) => Promise<T>} see
 */
async function withCopy(context, see) {
  const data = context.datasets.of("train");
  const net = context.net.clone();
  const most = upper(net) > LARGE ? FEW : DIGITS;
  const count = Math.min(most, data.count);
  try {
    return await see({ context, net, data, count, rest: paced(context.yieldToEvents) });
  } finally {
    net.free();
  }
}

/* ---- along the line ---- */

/**
 * @param {QueryContext} context
 * @param {{ rate: number | null }} question  rate: a length that is to be seen
 * @returns {Promise<Line>}
 */
function line(context, { rate }) {
  return withCopy(context, async (look) => {
    const { net, data, count } = look;
    const start = performance.now();
    const { fingerprint } = net;
    const gradient = await meanOver(look, pieceOf(net, 3 * net.parameterCount), (part) =>
      net.meanGradient(data, part),
    );
    const direction = Float32Array.from(gradient, (value) => -value);
    const along = (/** @type {Float32Array} */ ts) =>
      meanOver(look, pieceOf(net, 2 * net.parameterCount + ts.length * upper(net)), (part) =>
        net.costAlong(direction, ts, data, part),
      );
    const length = lengthOf(direction);
    const near = Math.fround(length > 0 ? NEAR / length : 0);
    const [here, before, after, ...probes] = await along(
      Float32Array.of(0, -near, near, ...PROBES),
    );
    const most = rangeOf(here, probes, rate);
    const ts = Float32Array.from({ length: POINTS }, (_, i) => (i * most) / (POINTS - 1));
    const costs = await along(ts);
    return {
      fingerprint,
      epoch: epochsOf(context.provenance),
      count,
      direction,
      squared: length ** 2,
      slope: near && (after - before) / (2 * near),
      ts,
      costs,
      took: performance.now() - start,
    };
  });
}

/**
 * How far to look along the line: to where the cost is above that of the beginning again, or well
 * past the lowest cost; and past `rate`, unless that is out of all proportion.
 * @param {number} here  cost at t = 0 @param {number[]} probes  at PROBES
 * @param {number | null} rate
 */
export function rangeOf(here, probes, rate) {
  const best = probes.indexOf(Math.min(...probes));
  const worse = probes.findIndex((cost, k) => k > best && !(cost <= here));
  const falls = best >= 0 && probes[best] < here;
  const most = falls ? (worse < 0 ? 4 * PROBES[best] : PROBES[worse]) : 2 * (rate ?? 1);
  return rounded(rate && rate < 10 * most ? Math.max(most, 1.25 * rate) : most);
}

/** The next of 1, 1.5, 2, 3, 5, 7, 10, 15… @param {number} value */
function rounded(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 1.5, 2, 3, 5, 7].find((step) => value <= step * power * 1.0001) ?? 10);
}

/* ---- on the plane ---- */

/**
 * A plane through parameter space and the costs on it, coarse first.
 * @param {QueryContext} context
 * @param {{ choice: Choice, seed: number }} question
 * @param {(picture: Picture) => unknown} tell  hears each picture
 * @param {() => boolean | Promise<boolean>} [isWanted]  no longer: then it rejects, an AbortError
 */
function plane(context, question, tell, isWanted = () => true) {
  const yieldToEvents = whileWanted(context.yieldToEvents, isWanted);
  return withCopy({ ...context, yieldToEvents }, async (look) => {
    const soon = { ...look, rest: paced(yieldToEvents, FIRST_SLICE) };
    const way = wayOf(look);
    const frame = await frameOf(soon, way, question);
    look.net.setParameters(frame.plane.origin);
    const [first, ...finest] = SIDES;
    let costs = await finer(soon, frame, { side: first, known: new Float64Array(0) });
    await tell({ frame, side: first, costs });
    const marks = frame.best === null ? await marksOf(look, way, frame) : {};
    for (const side of finest) {
      costs = await finer(look, frame, { side, known: costs });
      await tell({ ...marks, side, costs });
    }
    return true;
  });
}

/**
 * The costs on a grid; those of a coarser one inside it are known.
 * @param {Look} look @param {Frame} frame
 * @param {{ side: number, known: Float64Array }} grid
 */
async function finer(look, frame, { side, known }) {
  const costs = new Float64Array(side * side);
  const before = Math.sqrt(known.length);
  const step = before ? (side - 1) / (before - 1) : Infinity;
  const all = Array.from({ length: side }, (_, i) => i);
  const isOld = (/** @type {number} */ i) => before > 0 && i % step === 0;
  const isNew = (/** @type {number} */ i) => !isOld(i);
  await fill(look, frame, costs, { columns: all, rows: all.filter(isNew) });
  await fill(look, frame, costs, { columns: all.filter(isNew), rows: all.filter(isOld) });
  for (const [k, cost] of known.entries())
    costs[step * Math.floor(k / before) * side + step * (k % before)] = cost;
  return costs;
}

/**
 * Computes some columns of some rows of a grid.
 * @param {Look} look @param {Frame} frame @param {Float64Array} costs  side·side
 * @param {{ columns: number[], rows: number[] }} cells
 */
async function fill(look, { plane, as, bs }, costs, { columns, rows }) {
  const { net, data } = look;
  const side = Math.sqrt(costs.length);
  const step = (SIDE - 1) / (side - 1);
  const a = Float32Array.from(columns, (i) => as[i * step]);
  const row = Math.max(1, a.length * upper(net));
  const piece = Math.max(Math.min(ENOUGH, pieceOf(net, row)), pieceOf(net, row * rows.length));
  const most = Math.max(1, Math.floor(workOf(net) / (piece * row)));
  for (let at = 0; at < rows.length; at += most) {
    const some = rows.slice(at, at + most);
    const b = Float32Array.from(some, (j) => bs[j * step]);
    const found = await meanOver(look, piece, (part) =>
      net.costPlane(plane.u, plane.v, a, b, data, part),
    );
    for (const [k, cost] of found.entries())
      costs[some[Math.floor(k / a.length)] * side + columns[k % a.length]] = cost;
  }
}

/**
 * @param {Look} look  its network is changed when the plane goes through the best of the path
 * @param {Way} way
 * @param {{ choice: Choice, seed: number }} question
 * @returns {Promise<Frame>}
 */
async function frameOf(look, way, { choice, seed }) {
  const { points, looked } = way;
  const some = looked.map((i) => points[i]);
  const now = points[points.length - 1];
  const best = choice === "path" ? looked[await bestOf(look, some)] : null;
  const isBent = best === 0 || best === points.length - 1;
  const through = () => {
    const third = isBent ? some[farthestFromLine(some, points[0], now)] : points[best ?? 0];
    return planeThrough(points[0], now, third);
  };
  const found =
    choice === "path" ? through() : choice === "main" && (await mainDirections(some, look.rest));
  const plane = found || randomPlane(now, look.net.layers, seed);
  await look.rest();
  const held = varianceHeld(plane, some);
  await look.rest();
  const drawn = pathOn(plane, way, best);
  await look.rest();
  return {
    choice: found ? choice : "random",
    hasPath: choice === "random" ? points.length > 2 : Boolean(found),
    isBent,
    plane,
    ...drawn,
    held,
    count: look.count,
    ...(found ? windowAround(drawn.path) : { as: evenly(0, 1), bs: evenly(0, 1) }),
  };
}

/**
 * The best of the path, where the plane does not need it: after its first picture.
 * @param {Look} look  its network is the plane's origin again afterwards
 * @param {Way} way @param {Frame} frame
 */
async function marksOf(look, way, { plane }) {
  const { points, looked } = way;
  const some = looked.map((i) => points[i]);
  const best = looked[await bestOf(look, some)];
  look.net.setParameters(plane.origin);
  return pathOn(plane, way, best);
}

/**
 * What is drawn of the path.
 * @param {Plane} plane @param {Way} way @param {number | null} best  of the points
 */
function pathOn(plane, { steps, points }, best) {
  const project = projectionOn(plane);
  const drawn = [...new Set([...thinned(points.length, DRAWN), best ?? 0])].sort((i, j) => i - j);
  const path = drawn.map((i) => ({ ...project(points[i]), step: steps[i] }));
  return { path, best: best && drawn.indexOf(best) };
}

/** The path of this run, now at the end. @param {Look} look @returns {Way} */
function wayOf({ context: { path, provenance }, net }) {
  const now = net.parameters;
  const isLast = path.parameters.at(-1)?.every((value, i) => value === now[i]);
  const steps = [...path.steps, ...(isLast ? [] : [stepsOf(provenance)])];
  const points = [...path.parameters, ...(isLast ? [] : [now])];
  return { steps, points, looked: thinned(points.length, LOOKED_AT) };
}

/**
 * Which of the points costs least.
 * @param {Look} look  its network is changed @param {Float32Array[]} points
 */
async function bestOf(look, points) {
  const { net, data } = look;
  const costs = [];
  for (const point of points) {
    net.setParameters(point);
    const cost = await meanOver(look, pieceOf(net, 2 * net.parameterCount), (part) =>
      Float32Array.of(net.evaluate(data, part).cost),
    );
    costs.push(cost[0]);
  }
  return costs.indexOf(Math.min(...costs));
}

/** A square that holds the path, and some of what is around it. @param {Point[]} path */
function windowAround(path) {
  const [a, b] = [path.map((point) => point.a), path.map((point) => point.b)];
  const [left, right] = [Math.min(...a), Math.max(...a)];
  const [low, high] = [Math.min(...b), Math.max(...b)];
  const half = (0.5 + MARGIN) * Math.max(right - left, high - low);
  return { as: evenly((left + right) / 2, half), bs: evenly((low + high) / 2, half) };
}

/** @param {number} middle @param {number} half */
function evenly(middle, half) {
  return Float32Array.from({ length: SIDE }, (_, i) => middle + half * ((2 * i) / (SIDE - 1) - 1));
}

export const downhillQueries = {
  /** The cost of the first training digits along −∇C from where the network is. */
  downhillLine: line,

  /** Their cost over a plane, coarse to fine. */
  downhillPlane: plane,
};
