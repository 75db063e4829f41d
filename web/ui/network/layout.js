/**
 * Where things are in the drawing of the network: the picture on the left, one column per hidden
 * layer, the outputs' column at the right edge, level with the ten rows beside the canvas.
 *
 * @typedef {object} Dot
 * @property {number} layer
 * @property {number} index  in its layer
 * @property {number} x
 * @property {number} y
 *
 * @typedef {object} Layout
 * @property {{ x: number, y: number, size: number }} picture
 * @property {Dot[][]} dots  one list per layer; none for the input
 * @property {number} radius
 * @property {{ x: number, y: number }[]} gaps  where neurons were left out
 * @property {number} bottom  below which the captions stand
 * @property {boolean} isMini  without captions, and with the neurons of the outputs
 *
 * @typedef {object} Lit  what decides which neurons of a large layer are drawn
 * @property {readonly Float32Array[] | null} activations  by layer; null when nothing is read
 * @property {{ layer: number, index: number } | null} picked  is drawn in any case
 */
import { drawnNeurons } from "../../common/parameters.js";

const CAPTION = 32;
/** How far the canvas reaches under the rows of the outputs, so that lines end in their neurons. */
const OVERLAP = 12;

/** A neuron of a hidden layer has that much of the height at least, pixels. */
const PITCH = 16;
/** In a drawing a hundred pixels high. */
const MINI_PITCH = 5.8;

/** @type {Lit} */
const NOTHING_LIT = { activations: null, picked: null };

/**
 * @param {number[]} layers @param {number} width @param {number} height
 * @param {Lit} [lit]
 * @param {boolean} [isMini]  without captions, with the outputs' neurons: nothing stands beside it
 * @returns {Layout}
 */
export function layOut(layers, width, height, lit = NOTHING_LIT, isMini = false) {
  const bottom = isMini ? height : height - CAPTION;
  const size = isMini ? bottom - 2 : Math.round(Math.min(bottom * 0.5, width * 0.29, 224));
  const hidden = layers.length - 2;
  const left = width * (hidden > 2 ? 0.42 : 0.5);
  const from = isMini ? Math.max(left, size + (width - size) * 0.3) : left;
  const to = isMini
    ? Math.max(width * 0.8, from + (width - from) * 0.5)
    : width * (hidden > 2 ? 0.84 : 0.8);
  const gaps = /** @type {Layout["gaps"]} */ ([]);
  // The least that `drawnNeurons` can draw, also where the canvas is not displayed.
  const slots = Math.max(3, Math.min(16, Math.floor(bottom / (isMini ? MINI_PITCH : PITCH))));
  const pitch = bottom / slots;
  const dots = layers.map((count, layer) => {
    if (layer === 0) return [];
    if (layer > hidden)
      return outputs(count, layer, isMini ? width - 6 : width - OVERLAP + 8, bottom);
    const x = hidden === 1 ? width * 0.66 : from + ((to - from) * (layer - 1)) / (hidden - 1);
    return column(chosen(count, layer, slots, lit), count, layer, x, bottom, gaps);
  });
  return {
    picture: { x: 1, y: Math.round((bottom - size) / 2), size },
    dots,
    radius: isMini ? pitch * 0.4 : Math.max(4, Math.min(11, pitch * 0.34)),
    gaps,
    bottom,
    isMini,
  };
}

/**
 * Which neurons of a layer are drawn: all of a small one; of a large one the most active, or the
 * first and the last while nothing is read; and the picked one.
 * @param {number} count @param {number} layer @param {number} slots @param {Lit} lit
 * @returns {number[]} ascending
 */
function chosen(count, layer, slots, { activations, picked }) {
  const shown = drawnNeurons(count, slots);
  if (shown.length === count) return shown;
  const values = activations?.[layer];
  const best =
    values?.length === count
      ? Array.from(values.keys()).sort((a, b) => values[b] - values[a] || a - b)
      : shown;
  const some = best.slice(0, shown.length);
  if (picked?.layer === layer && picked.index < count && !some.includes(picked.index)) {
    some[some.length - 1] = picked.index;
  }
  return some.sort((a, b) => a - b);
}

/**
 * @param {number[]} shown  indices
 * @param {number} count  of neurons in the layer
 * @param {number} layer
 * @param {number} x
 * @param {number} bottom
 * @param {Layout["gaps"]} gaps
 * @returns {Dot[]}
 */
function column(shown, count, layer, x, bottom, gaps) {
  const left = count > shown.length ? shown.length / 2 : -1;
  const places = shown.length + (left > 0 ? 1 : 0);
  const pitch = Math.min(bottom / places, 48);
  const top = (bottom - pitch * places) / 2;
  if (left > 0) gaps.push({ x, y: top + (left + 0.5) * pitch });
  return shown.map((index, i) => {
    const place = left > 0 && i >= left ? i + 1 : i;
    return { layer, index, x, y: top + (place + 0.5) * pitch };
  });
}

/**
 * @param {number} count
 * @param {number} layer
 * @param {number} x
 * @param {number} bottom
 * @returns {Dot[]}
 */
function outputs(count, layer, x, bottom) {
  return Array.from({ length: count }, (_, index) => ({
    layer,
    index,
    x,
    y: ((index + 0.5) * bottom) / count,
  }));
}

/**
 * Height of the line between two dots at x; flat at both ends.
 * @param {{ x: number, y: number }} a
 * @param {Dot} b
 * @param {number} x
 */
export function lineAt(a, b, x) {
  const t = Math.min(1, Math.max(0, (x - a.x) / (b.x - a.x)));
  return a.y + (b.y - a.y) * t * t * (3 - 2 * t);
}
