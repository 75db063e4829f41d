import * as check from "./check.js";
import { Dataset } from "./dataset.js";

/**
 * A network and the cost around it, over data: what Network's methods do.
 *
 * @import { Heap } from "./heap.js"
 * @import { Evaluation, Network } from "./network.js"
 *
 * @typedef {{ from?: number, count?: number }} Range of a data set's images; all by default
 */

/** Most costs of one call. */
const maxPoints = 2 ** 20;

/**
 * @param {Range} range
 * @param {Dataset} data
 * @param {Heap} heap
 * @param {string} name of the method
 */
function someImages(range, data, heap, name) {
  const { from, count } = check.range(name, range, Dataset.checked("data", data, heap).count);
  if (count === 0) throw new RangeError("data: expected at least one image, got 0");
  return { from, count };
}

/**
 * Multiples of a direction, as the engine takes them.
 * @param {string} name
 * @param {ArrayLike<number>} values
 */
function multiples(name, values) {
  const { length } = check.object(name, values, "an array of numbers");
  check.integer(`${name}.length`, length, 0, maxPoints);
  const floats = Float32Array.from(values, (value, i) => {
    if (typeof value === "number") return value;
    throw new TypeError(`${name}[${i}]: expected a number, got ${check.shown(value)}`);
  });
  return check.floats(name, floats, length);
}

/**
 * C(θ + a·u + b·v), a row of `as` for each of `bs`; without v a line.
 * @param {Heap} heap @param {Network} net
 * @param {{ u: Float32Array, v: Float32Array | null, as: ArrayLike<number>,
 *   bs: ArrayLike<number> }} plane
 * @param {Dataset} data @param {Range} range
 * @returns {Float32Array}
 * @internal
 */
export function costs(heap, net, { u, v, as, bs }, data, range) {
  const { from, count } = someImages(range, data, heap, v ? "costPlane" : "costAlong");
  const [columns, rows] = [multiples(v ? "as" : "ts", as), multiples("bs", bs)];
  const points = columns.length * rows.length;
  if (points > maxPoints) {
    throw new RangeError(`expected at most ${maxPoints} costs at once, got ${points}`);
  }
  const { exports } = heap;
  const stored = exports.network_stored_size(net.pointer) * 4;
  const sizes = [u.byteLength, stored, v ? stored : 0, columns.byteLength, rows.byteLength];
  return heap.borrow([...sizes, points * 8], (canonical, first, second, across, down, costs) => {
    for (const [to, direction] of /** @type {const} */ ([
      [first, u],
      [second, v],
    ])) {
      if (!direction) continue;
      heap.write(canonical, direction);
      exports.network_to_stored(net.pointer, to, canonical);
    }
    heap.write(across, columns);
    heap.write(down, rows);
    const made = exports.network_cost_plane(
      net.pointer,
      data.pointer,
      from,
      count,
      first,
      v ? second : 0,
      across,
      columns.length,
      down,
      rows.length,
      costs,
    );
    heap.nonNull(made);
    return Float32Array.from(heap.fresh.f64.subarray(costs / 8, costs / 8 + points));
  });
}

/**
 * @param {Heap} heap
 * @param {Network} net
 * @param {number} batch
 * @param {Dataset} data
 * @param {Range} range
 * @returns {Float32Array}
 * @internal
 */
export function meanGradient(heap, net, batch, data, range) {
  const { from, count } = someImages(range, data, heap, "meanGradient");
  const size = heap.exports.network_stored_size(net.pointer);
  return heap.borrow([net.parameterCount * 4, size * 4, size * 8], (canonical, stored, sums) => {
    const { exports } = heap;
    exports.network_mean_gradient(
      net.pointer,
      batch,
      data.pointer,
      from,
      count,
      canonical,
      stored,
      sums,
    );
    return heap.floats(canonical, net.parameterCount);
  });
}

/**
 * @param {Heap} heap
 * @param {Network} net
 * @param {number} batch
 * @param {Dataset} data
 * @param {Range} range
 * @returns {Evaluation}
 * @internal
 */
export function evaluation(heap, net, batch, data, range) {
  const { pointer } = net;
  const { from, count } = check.range("evaluate", range, Dataset.checked("data", data, heap).count);
  return heap.borrow([4, 400], (correct, table) => {
    const { network_evaluate } = heap.exports;
    const cost = network_evaluate(pointer, batch, data.pointer, from, count, correct, table);
    const { i32, u32 } = heap.fresh;
    const confusion = u32.slice(table / 4, table / 4 + 100);
    const digits = confusion.reduce((sum, n) => sum + n, 0);
    return { accuracy: digits ? i32[correct / 4] / digits : 0, cost, confusion };
  });
}
