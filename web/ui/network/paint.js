/**
 * The drawing of the network: weights as lines, sign by colour, size by opacity and width; neurons
 * by brightness. All 12,544 lines from the input could not be told apart, so each neuron of the
 * first layer shows its few strongest.
 *
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./layout.js").Dot} Dot
 *
 * @typedef {object} Scene
 * @property {number[]} layers
 * @property {Float32Array} parameters
 * @property {import("../../worker/protocol.js").Reading | null} reading
 * @property {{ layer: number, index: number } | null} picked
 * @property {number} depth  layers that are lit, from the input on; Infinity: all
 * @property {boolean} [isPlain]  lines show the parameters alone, not times what goes through them
 */
import { PIXELS, SIDE } from "../../common/images.js";
import { places, strongest, weightsOf } from "../../common/parameters.js";
import { maxAbs } from "../../common/vectors.js";
import * as texts from "../../texts/en/ui.js";
import { clearBehind, fontFamily, paintPicture } from "../canvas.js";
import { colours, css, inkScale, mix } from "../colors.js";

const LEVELS = 20;
/** Straight pieces of a line. */
const PIECES = 12;
/** A picture of the input that is smaller has a shorter caption, pixels. */
const NARROW = 112;
const inputCanvas = document.createElement("canvas");

/** @param {CanvasRenderingContext2D} pen @param {Layout} layout @param {Scene} scene */
export function paintNetwork(pen, layout, scene) {
  const lit = scene.reading?.answer !== null && scene.reading !== null;
  const areLinesLit = lit || scene.isPlain === true;
  paintInputLines(pen, layout, scene, areLinesLit);
  // Over the lines, which would hide the digit.
  paintInput(pen, layout, scene, lit);
  for (let layer = 1; layer < scene.layers.length - 1; layer++)
    paintLines(pen, layout, scene, layer, areLinesLit);
  const end = scene.layers.length - (layout.isMini ? 0 : 1);
  for (let layer = 1; layer < end; layer++) paintDots(pen, layout, scene, layer, lit);
  if (!layout.isMini) paintCaptions(pen, layout, scene);
}

/**
 * How bright a neuron is shown, 0…1: a sigmoid's as it is, a ReLU's against the largest of its
 * layer.
 * @param {Float32Array} values
 */
export function brightness(values) {
  const max = Math.max(1, maxAbs(values));
  return (/** @type {number} */ i) => Math.max(0, values[i]) / max;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {boolean} lit
 */
function paintInput(pen, { picture: { x, y, size } }, scene, lit) {
  const { well, line } = colours();
  pen.fillStyle = css(well);
  pen.fillRect(x, y, size, size);
  if (lit && scene.reading) {
    paintPicture(inputCanvas, scene.reading.pixels, inkScale());
    pen.imageSmoothingEnabled = false;
    pen.drawImage(inputCanvas, x, y, size, size);
  }
  pen.lineWidth = 1;
  pen.strokeStyle = css(line);
  pen.strokeRect(x - 0.5, y - 0.5, size + 1, size + 1);
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {boolean} lit
 */
function paintInputLines(pen, { picture, dots }, scene, lit) {
  const [place] = places(scene.layers);
  const fans = dots[1].map((dot) => {
    const few = scene.picked?.layer === 1 && scene.picked.index === dot.index ? 40 : 7;
    const weights = weightsOf(scene.parameters, place, dot.index);
    const pixels = scene.isPlain ? null : scene.reading?.pixels;
    return { dot, ends: strongest(lit && pixels ? products(weights, pixels) : weights, few) };
  });
  const max = Math.max(1e-9, ...fans.map(({ ends }) => Math.abs(ends[0]?.value ?? 0)));
  const cell = picture.size / SIDE;
  const lines = new Lines(pen);
  for (const { dot, ends } of fans) {
    for (const { index, value } of ends) {
      const from = {
        x: picture.x + ((index % SIDE) + 0.5) * cell,
        y: picture.y + (Math.floor(index / SIDE) + 0.5) * cell,
      };
      lines.add(
        from,
        dot,
        value,
        (Math.abs(value) / max) * (lit ? 0.75 : 0.3) * emphasis(scene, 0, index, dot),
      );
    }
  }
  lines.paint(clip(scene.depth, 0));
}

const scratch = new Float32Array(PIXELS);

/**
 * What each pixel adds to a neuron's sum; overwritten by the next call.
 * @param {Float32Array} weights
 * @param {Float32Array} pixels
 */
function products(weights, pixels) {
  for (let i = 0; i < PIXELS; i++) scratch[i] = weights[i] * pixels[i];
  return scratch;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {number} layer
 * @param {boolean} lit
 */
function paintLines(pen, { dots }, scene, layer, lit) {
  const place = places(scene.layers)[layer];
  const { parameters, reading, isPlain } = scene;
  const max = maxAbs(parameters.subarray(place.weights, place.biases)) || 1;
  const bright = lit && reading && !isPlain ? brightness(reading.activations[layer]) : () => 0;
  const lines = new Lines(pen);
  for (const to of dots[layer + 1]) {
    for (const from of dots[layer]) {
      const w = parameters[place.weights + to.index * place.inputs + from.index];
      const size = Math.abs(w) / max;
      const glow = isPlain ? 1 : lit ? 0.1 + 0.9 * bright(from.index) : 0.4;
      lines.add(from, to, w, size * glow * emphasis(scene, layer, from.index, to));
    }
  }
  lines.paint(clip(scene.depth, layer));
}

/**
 * The picked neuron's lines stand out, the others step back.
 * @param {Scene} scene
 * @param {number} layer
 * @param {number} from
 * @param {Dot} to
 */
function emphasis({ picked }, layer, from, to) {
  if (!picked || picked.layer === 0) return 1;
  const own =
    (picked.layer === to.layer && picked.index === to.index) ||
    (picked.layer === layer && picked.index === from);
  return own ? 1.3 : 0.35;
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {Layout} layout
 * @param {Scene} scene
 * @param {number} layer
 * @param {boolean} lit
 */
function paintDots(pen, { dots, radius, gaps }, scene, layer, lit) {
  const { well, bright, mark, text, quiet } = colours();
  const there = lit && scene.depth >= layer;
  const level = there && scene.reading ? brightness(scene.reading.activations[layer]) : () => 0;
  for (const { index, x, y } of dots[layer]) {
    const picked = scene.picked?.layer === layer && scene.picked.index === index;
    pen.beginPath();
    pen.arc(x, y, radius, 0, 7);
    pen.fillStyle = css(mix(well, bright, level(index)));
    pen.fill();
    pen.lineWidth = picked ? 2.5 : 1.25;
    pen.strokeStyle = css(picked ? text : mark);
    pen.stroke();
  }
  pen.fillStyle = css(quiet);
  for (const { x, y } of gaps) for (const d of [-6, 0, 6]) pen.fillRect(x - 1, y + d - 1, 2, 2);
}

/** @param {CanvasRenderingContext2D} pen @param {Layout} layout @param {Scene} scene */
function paintCaptions(pen, { picture, dots, bottom }, scene) {
  pen.font = `14px ${fontFamily()}`;
  const { quiet, paper } = colours();
  pen.textAlign = "center";
  pen.textBaseline = "alphabetic";
  const below = picture.y + picture.size + 22;
  // No wider than the picture, beside which the lines begin.
  const pixels = picture.size < NARROW ? "784" : "28 × 28 = 784";
  const middle = picture.x + picture.size / 2;
  clearBehind(pen, pixels, middle, below, css(paper));
  pen.fillStyle = css(quiet);
  pen.fillText(pixels, middle, below);
  for (let layer = 1; layer < scene.layers.length - 1; layer++) {
    const [all, drawn] = [scene.layers[layer], dots[layer].length];
    const isRead = scene.reading && scene.reading.answer !== null;
    const part = isRead ? texts.topOf(drawn, all) : texts.someOf(drawn, all);
    const { x } = dots[layer][0];
    const hasSpace = pen.measureText(part).width < dots[layer + 1][0].x - x;
    pen.fillText(drawn < all && hasSpace ? part : String(all), x, bottom + 22);
  }
  const outputs = dots.length - 1;
  pen.textAlign = "right";
  pen.fillText(String(scene.layers[outputs]), dots[outputs][0].x + 4, bottom + 22);
}

/**
 * How much of the way from this layer to the next is drawn, 0…1.
 * @param {number} depth
 * @param {number} layer
 */
function clip(depth, layer) {
  return Math.min(1, Math.max(0, depth - layer));
}

/**
 * Lines gathered by strength and sign, so that the pen changes colour rarely and faint ones lie
 * below. Each is a stroke of its own in straight pieces: that is several times faster than curves,
 * and than many lines in one path.
 */
class Lines {
  /** @param {CanvasRenderingContext2D} pen */
  constructor(pen) {
    this.pen = pen;
    /** @type {[{ x: number, y: number }, Dot][][]} even: negative, odd: positive */
    this.levels = Array.from({ length: 2 * LEVELS + 2 }, () => []);
  }

  /**
   * @param {{ x: number, y: number }} from
   * @param {Dot} to
   * @param {number} sign
   * @param {number} strength 0…1
   */
  add(from, to, sign, strength) {
    const level = Math.round(Math.min(1, strength) * LEVELS);
    if (level) this.levels[2 * level + (sign < 0 ? 0 : 1)].push([from, to]);
  }

  /** @param {number} part  how much of each line, 0…1 */
  paint(part) {
    if (part <= 0) return;
    const { positive, negative } = colours();
    for (const [i, lines] of this.levels.entries()) {
      if (!lines.length) continue;
      const strength = (i >> 1) / LEVELS;
      this.pen.lineWidth = 0.6 + 1.9 * strength;
      this.pen.strokeStyle = css(i % 2 ? positive : negative, strength);
      for (const [from, to] of lines) this.#stroke(from, to, part);
    }
  }

  /** @param {{ x: number, y: number }} from @param {Dot} to @param {number} part */
  #stroke(from, to, part) {
    const { pen } = this;
    const end = Math.ceil(PIECES * part);
    pen.beginPath();
    pen.moveTo(from.x, from.y);
    for (let i = 1; i <= end; i++) {
      const t = Math.min(i / PIECES, part);
      pen.lineTo(from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t * t * (3 - 2 * t));
    }
    pen.stroke();
  }
}
