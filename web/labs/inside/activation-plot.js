/** The squash as a curve, with this neuron on it. */
import { html, svg } from "lit";
import { fraction } from "../../common/numbers.js";
import { signed } from "./sum.js";

const BOX = { width: 360, height: 216, left: 36, right: 12, top: 16, bottom: 32 };
const POINTS = 120;
/** Half the width of the plot in units of z: the first that is wide enough. */
const RANGES = [6, 12, 25, 50, 100, 200, 500, 1000, 1e4, 1e6];

/** @param {import("./anatomy.js").Anatomy} anatomy */
export function squashPlot({ z, squash, activation }) {
  const range = RANGES.find((each) => Math.abs(z) < each) ?? Math.abs(z);
  const high = squash.bounded ? 1 : range;
  const across = BOX.width - BOX.left - BOX.right;
  const down = BOX.height - BOX.top - BOX.bottom;
  const x = (/** @type {number} */ value) => BOX.left + ((value + range) / (2 * range)) * across;
  const y = (/** @type {number} */ value) => BOX.top + (1 - value / high) * down;
  const curve = Array.from({ length: POINTS + 1 }, (_, i) => {
    const at = ((2 * i) / POINTS - 1) * range;
    return `${x(at).toFixed(1)},${y(squash.of(at)).toFixed(1)}`;
  }).join(" ");
  const words = `The ${squash.name} takes ${signed(z)} to ${fraction(activation)}.`;
  return html`
    <svg class="squash" viewBox="0 0 ${BOX.width} ${BOX.height}" role="img" aria-label=${words}>
      ${[0, high].map((tick) => svg`<line class="grid" x1=${BOX.left} x2=${BOX.width - BOX.right} y1=${y(tick)} y2=${y(tick)}></line><text class="tick" x=${BOX.left - 8} y=${y(tick) + 5} text-anchor="end">${tick}</text>`)}
      ${[-range, 0, range].map((tick, i) => svg`<text class="tick" x=${x(tick)} y=${BOX.height - 10} text-anchor=${["start", "middle", "end"][i]}>${tick < 0 ? `−${-tick}` : tick}</text>`)}
      <line class="grid" x1=${x(0)} x2=${x(0)} y1=${BOX.top} y2=${y(0)}></line>
      <polyline class="curve" points=${curve}></polyline>
      <polyline class="drop" points="${x(z)},${y(0)} ${x(z)},${y(activation)} ${BOX.left},${y(activation)}"></polyline>
      <circle class="ring" cx=${x(z)} cy=${y(activation)} r="7"></circle>
    </svg>`;
}
