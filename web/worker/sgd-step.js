/** One example's own step, as the lesson draws it. */

/**
 * Plain descent: parameters ← parameters − rate · gradient.
 * @param {import("../../wasm/network.js").Network} net  changed
 * @param {import("../../wasm/dataset.js").Dataset} data
 * @param {number} index  of the example
 * @param {number} rate
 */
export function descend(net, data, index, rate) {
  const gradient = net.gradient(data.image(index), data.label(index));
  net.setParameters(net.parameters.map((value, i) => value - rate * gradient[i]));
}
