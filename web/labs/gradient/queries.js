/**
 * What the Gradient lab asks in the worker. An answer is of one version of the network, even when
 * training goes on meanwhile: everything is computed on a copy.
 *
 * @typedef {import("../../worker/queries.js").QueryContext} QueryContext
 * @typedef {QueryContext["net"]} Network
 *
 * @typedef {{ pixels: Float32Array, label: number }} Labelled  784 in 0…1, and what it should be
 *
 * @typedef {object} Digits  whose cost it is: one digit, or some of the training digits
 * @property {Labelled | null} own
 * @property {number} from
 * @property {number} count  at most
 *
 * @typedef {object} Gradient
 * @property {Float32Array} gradient  of the mean cost; canonical order
 * @property {Uint32Array} order  indices of the components, largest size first
 * @property {Float32Array} ranked  the components in that order
 * @property {Float32Array} nudges  −∇C, to be painted
 * @property {import("../../common/gradient-summary.js").Summary} summary
 * @property {Float32Array} parameters  that it is the gradient at
 * @property {Float32Array[] | null} activations  for one digit
 * @property {number} cost  mean over the digits
 * @property {number} count  of digits
 * @property {number} epoch  of the network
 *
 * @typedef {object} TopK  decreases of the cost by one small step along some components of −∇C, as
 *   fractions of the decrease by all of them
 * @property {number[]} ks
 * @property {number[]} top  by the k largest
 * @property {number[]} held  to first order: Σ g² of the k largest ÷ Σ g²
 * @property {number[][]} random  by k random ones, for each seed
 * @property {number} t  length of the step along −∇C
 * @property {number} cost  before it
 * @property {number} decrease  by all of them
 * @property {number} count  of digits measured
 * @property {number} epoch  of the network
 *
 * @typedef {object} Wishes  components of one parameter for digits of one label
 * @property {Float64Array} values  ∂C/∂parameter, one for each digit
 * @property {number[]} indices  of the digits among the training digits
 * @property {number[]} shown  places in `values` of those that are shown; see `inProportion`
 * @property {Float32Array[]} pictures  of these
 * @property {number} epoch  of the network
 *
 * @typedef {object} Checked
 * @property {number[]} indices  of the parameters
 * @property {number[]} numeric  by finite differences
 * @property {number[]} analytic  by backpropagation
 * @property {number} worst  relative error
 * @property {Found | null} found  the training digit that was taken; null for one's own digit
 * @property {number} epoch  of the network
 *
 * @typedef {object} Found  the digit whose component is the largest
 * @property {number} index  among the training digits
 * @property {number} label
 * @property {number} looked  of so many
 * @property {boolean} isZero  whether its component is 0, and that of all others
 */
import { summaryOf } from "../../common/gradient-summary.js";
import { pictureOf } from "../../common/images.js";
import { epochsOf } from "../../common/provenance.js";
import { fractionsHeld, inOrder, orderOf, shuffled, stepsUpTo } from "../../common/ranking.js";
import { TimeSlicer } from "../../worker/scheduling.js";

/** Milliseconds of computing between two yields. */
const SLICE_MS = 8;
/** Digits of a slice, times parameters, at least: what a slice costs by itself is as much. */
const SLICE_WORK = 30e6;
/** Milliseconds between two words about how far it is. */
const TELL_MS = 250;
/** Digits on which the experiment measures, times parameters, at most. */
const WORK = 30e6;
const [LEAST, MOST] = [32, 2000];
/** Digits among which a component is looked for that is not 0, at most. */
const LOOKED = 200;
/** The experiment's step promises to first order a decrease of this fraction of the cost. */
const PROMISE = 0.01;

/**
 * What `look` finds out about a copy of the network, and its epoch.
 * @template T @param {QueryContext} context @param {(net: Network) => Promise<T>} look
 * @returns {Promise<T & { epoch: number }>}
 */
async function onCopy({ net, provenance }, look) {
  const epoch = epochsOf(provenance);
  const copy = net.clone();
  try {
    return { ...(await look(copy)), epoch };
  } finally {
    copy.free();
  }
}

/**
 * The gradient of the mean cost and that cost; an AbortError when nobody wants it any more.
 * @param {QueryContext} context @param {Network} net @param {Digits} digits
 * @param {(done: number, all: number) => unknown} [tell]  hears how many digits are
 *   done; false: it is given up
 */
async function meanOver({ datasets, yieldToEvents }, net, { own, from, count }, tell) {
  if (own) {
    const { pixels, label } = own;
    return { gradient: net.gradient(pixels, label), cost: net.cost(pixels, label), count: 1 };
  }
  const data = datasets.of("train");
  const all = Math.min(count, data.count - from);
  const sum = new Float64Array(net.parameterCount);
  const slices = new TimeSlicer(SLICE_MS);
  const least = Math.ceil(SLICE_WORK / net.parameterCount);
  let cost = 0;
  let told = performance.now();
  for (let done = 0; done < all; ) {
    const start = performance.now();
    const part = { from: from + done, count: Math.min(Math.max(least, slices.count), all - done) };
    const mean = net.meanGradient(data, part);
    for (let i = 0; i < mean.length; i++) sum[i] += mean[i] * part.count;
    cost += net.evaluate(data, part).cost * part.count;
    done += part.count;
    const now = performance.now();
    slices.learn(now - start);
    if (now - told > TELL_MS) {
      told = now;
      if ((await tell?.(done, all)) === false) throw new DOMException("Given up.", "AbortError");
    }
    await yieldToEvents();
  }
  // Not `from`: of two million components it takes most of a second.
  const gradient = new Float32Array(sum.length);
  for (let i = 0; i < sum.length; i++) gradient[i] = sum[i] / all;
  return { gradient, cost: cost / all, count: all };
}

/**
 * @param {QueryContext} context @param {Digits} digits
 * @param {(done: number, all: number) => unknown} tell  see `meanOver`
 * @returns {Promise<Gradient>}
 */
function gradientOf(context, digits, tell) {
  return onCopy(context, async (net) => {
    const found = await meanOver(context, net, digits, tell);
    const { gradient } = found;
    await context.yieldToEvents();
    const order = orderOf(gradient);
    await context.yieldToEvents();
    const ranked = inOrder(order, gradient);
    const summary = summaryOf(gradient, order, net.layers);
    const { parameters } = net;
    const nudges = negated(gradient);
    context.handOver([gradient, nudges, order, ranked, parameters]);
    return {
      ...found,
      order,
      ranked,
      nudges,
      summary,
      parameters,
      activations: digits.own ? net.activations(digits.own.pixels) : null,
    };
  });
}

/** @param {Float32Array} values */
function negated(values) {
  const result = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) result[i] = -values[i];
  return result;
}

/**
 * How much of the decrease of the cost the k largest components bring, and k random ones.
 * @param {QueryContext} context @param {Digits} digits @param {number[]} seeds
 * @returns {Promise<TopK>}
 */
function gradientTopK(context, digits, seeds) {
  return onCopy(context, async (net) => {
    const most = Math.max(LEAST, Math.min(MOST, Math.floor(WORK / net.parameterCount)));
    const some = { ...digits, count: Math.min(digits.count, most) };
    const { gradient, count } = await meanOver(context, net, some);
    const cost = costOver(context, net, { ...some, count });
    const start = net.parameters;
    const before = cost();
    const steepness = gradient.reduce((sum, g) => sum + g * g, 0);
    const t = steepness > 0 ? (PROMISE * before) / steepness : 0;
    const ks = stepsUpTo(start.length);
    const walk = (/** @type {Uint32Array} */ order) =>
      decreases(context, net, { start, gradient, order, ks, t, cost, before });
    const order = orderOf(gradient);
    const top = await walk(order);
    const decrease = top[top.length - 1];
    const random = [];
    for (const seed of seeds) {
      random.push(await walk(shuffled(start.length, seed)));
      await context.yieldToEvents();
    }
    const ofAll = (/** @type {number[]} */ values) => values.map((value) => value / decrease);
    const held = fractionsHeld(gradient, order, ks);
    return {
      ks,
      top: ofAll(top),
      held,
      random: random.map(ofAll),
      t,
      cost: before,
      decrease,
      count,
    };
  });
}

/**
 * Measures the mean cost of the digits, whatever the parameters are by then.
 * @param {QueryContext} context @param {Network} net @param {Digits} digits
 */
function costOver({ datasets }, net, { own, from, count }) {
  if (own) return () => net.cost(own.pixels, own.label);
  return () => net.evaluate(datasets.of("train"), { from, count }).cost;
}

/**
 * Decreases of the cost by the first k components of an order, for each k.
 * @param {QueryContext} context @param {Network} net
 * @param {{ start: Float32Array, gradient: Float32Array, order: Uint32Array, ks: number[],
 *   t: number, cost: () => number, before: number }} step
 */
async function decreases({ yieldToEvents }, net, step) {
  const { start, gradient, order, ks, t, cost, before } = step;
  const moved = start.slice();
  const found = [];
  let at = 0;
  for (const k of ks) {
    for (; at < k; at++) moved[order[at]] -= t * gradient[order[at]];
    net.setParameters(moved);
    found.push(before - cost());
    await yieldToEvents();
  }
  return found;
}

/**
 * What single digits of one label want of one parameter.
 * @param {QueryContext} context @param {number} parameter  index in canonical order
 * @param {{ label: number, count: number, pictures: number }} digits  count: at most
 * @returns {Promise<Wishes>}
 */
function gradientWishes(context, parameter, { label, count, pictures }) {
  return onCopy(context, async (net) => {
    const indices = /** @type {number[]} */ ([]);
    const { labels } = context.datasets.of("train");
    for (let i = 0; i < labels.length && indices.length < count; i++) {
      if (labels[i] === label) indices.push(i);
    }
    const values = await componentsOf(context, net, parameter, indices);
    const shown = inProportion(values, pictures);
    const digits = context.datasets.of("train");
    return { values, indices, shown, pictures: shown.map((at) => pictureOf(digits, indices[at])) };
  });
}

/**
 * The component of one parameter for each of some training digits.
 * @param {QueryContext} context @param {Network} net @param {number} parameter
 * @param {number[]} indices  of the digits
 */
async function componentsOf({ datasets, yieldToEvents }, net, parameter, indices) {
  const values = new Float64Array(indices.length);
  const slices = new TimeSlicer(SLICE_MS);
  for (let done = 0; done < indices.length; ) {
    const start = performance.now();
    const end = Math.min(indices.length, done + slices.count);
    const data = datasets.of("train");
    for (; done < end; done++) {
      const index = indices[done];
      values[done] = net.gradient(data.image(index), data.label(index))[parameter];
    }
    slices.learn(performance.now() - start);
    await yieldToEvents();
  }
  return values;
}

/**
 * Places of the values that stand for all: those furthest from 0 on each side and some that are 0,
 * about as many of each kind as there are in proportion, at least one; lowest value first.
 * @param {Float64Array} values @param {number} most  how many places
 */
export function inProportion(values, most) {
  const sorted = [...values.keys()].sort((a, b) => values[a] - values[b]);
  const below = sorted.filter((at) => values[at] < 0);
  const zero = sorted.filter((at) => values[at] === 0);
  const above = sorted.filter((at) => values[at] > 0);
  const [low, none, high] = sharesOf([below.length, zero.length, above.length], most);
  return [...below.slice(0, low), ...zero.slice(0, none), ...above.slice(above.length - high)];
}

/** `most` places among kinds of so many. @param {number[]} counts @param {number} most */
function sharesOf(counts, most) {
  const all = counts.reduce((sum, n) => sum + n, 0);
  const places = Math.min(most, all);
  const shares = counts.map((n) => Math.min(1, n));
  for (let left = places - counts.filter(Boolean).length; left > 0; left--) {
    const missing = counts.map((n, i) => (n * places) / all - shares[i]);
    shares[missing.indexOf(Math.max(...missing))]++;
  }
  return shares;
}

/**
 * Finite differences against backpropagation for one digit.
 * @param {QueryContext} context
 * @param {Labelled | { parameter: number, from: number, count: number }} digit  or that of some
 *   training digits whose component is the largest
 * @param {{ parameter: number } | { random: number, seed: number }} which  parameters
 * @returns {Promise<Checked>}
 */
function gradientCheck(context, digit, which) {
  return onCopy(context, async (net) => {
    const { pixels, label, found } =
      "from" in digit ? await largestOf(context, net, digit) : { ...digit, found: null };
    const indices =
      "random" in which
        ? [...shuffled(net.parameterCount, which.seed).subarray(0, which.random)]
        : [which.parameter];
    const checked = {
      indices,
      numeric: /** @type {number[]} */ ([]),
      analytic: /** @type {number[]} */ ([]),
      worst: 0,
      found,
    };
    const slices = new TimeSlicer(SLICE_MS);
    for (let done = 0; done < indices.length; ) {
      const start = performance.now();
      const part = indices.slice(done, done + slices.count);
      const { numeric, analytic, worst } = net.checkGradient(pixels, label, { indices: part });
      checked.numeric.push(...numeric);
      checked.analytic.push(...analytic);
      checked.worst = Math.max(checked.worst, worst);
      done += part.length;
      slices.learn(performance.now() - start);
      await context.yieldToEvents();
    }
    return checked;
  });
}

/**
 * The first of the digits whose component is the largest, so that there is something to check.
 * @param {QueryContext} context @param {Network} net
 * @param {{ parameter: number, from: number, count: number }} digits
 * @returns {Promise<Labelled & { found: Found }>}
 */
async function largestOf(context, net, { parameter, from, count }) {
  const data = context.datasets.of("train");
  const looked = Math.min(count, data.count - from, LOOKED);
  const indices = Array.from({ length: looked }, (_, i) => from + i);
  const values = await componentsOf(context, net, parameter, indices);
  const at = values.reduce((max, g, i) => (Math.abs(g) > Math.abs(values[max]) ? i : max), 0);
  const index = indices[at];
  const digits = context.datasets.of("train");
  const label = digits.label(index);
  const found = { index, label, looked, isZero: values[at] === 0 };
  return { pixels: pictureOf(digits, index), label, found };
}

export const gradientQueries = { gradientOf, gradientTopK, gradientWishes, gradientCheck };
