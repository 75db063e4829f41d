/** A small SVG writer: elements, a log scale, and a style that suits light and dark pages. */

/** Ours is the only colour; peers and axes are ink on whatever the page's paper is. */
const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #4a5058; font-variant-numeric: tabular-nums; }
  .title { font-size: 18px; font-weight: 600; fill: #1c2128; }
  .head { font-weight: 600; fill: #1c2128; }
  .small { font-size: 11px; fill: #6a717b; }
  .ours { fill: #0b6bcb; stroke: #0b6bcb; }
  text.ours { stroke: none; font-weight: 600; }
  .peer { fill: #6a717b; stroke: #6a717b; }
  .line { fill: none; stroke: #0b6bcb; stroke-width: 2; }
  .spread { stroke-width: 4; opacity: 0.35; }
  .grid { stroke: #8b949e; stroke-opacity: 0.25; }
  .limit { stroke: #8b949e; stroke-dasharray: 4 4; fill: none; stroke-width: 1.5; }
  @media (prefers-color-scheme: dark) {
    text { fill: #b4bcc6; }
    .title, .head { fill: #f0f3f6; }
    .small { fill: #98a1ac; }
    .ours { fill: #4aa8ff; stroke: #4aa8ff; }
    .line { stroke: #4aa8ff; }
    .peer { fill: #98a1ac; stroke: #98a1ac; }
  }`;

/** @typedef {Record<string, string | number>} Attributes */

/** @param {string} text */
const escaped = (text) =>
  text.replace(
    /[&<>"]/g,
    (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c] ?? c,
  );

/** @param {Attributes} attributes numbers to a tenth of a pixel */
const written = (attributes) =>
  Object.entries(attributes)
    .map(
      ([name, value]) =>
        ` ${name}="${typeof value === "number" ? +value.toFixed(1) : escaped(value)}"`,
    )
    .join("");

/**
 * @param {string} name
 * @param {Attributes} attributes
 */
export const shape = (name, attributes) => `<${name}${written(attributes)}/>`;

/**
 * @param {string} content
 * @param {Attributes} attributes
 */
export const text = (content, attributes) =>
  `<text${written(attributes)}>${escaped(content)}</text>`;

/**
 * A straight line.
 *
 * @param {[number, number]} from
 * @param {[number, number]} to
 * @param {string} kind  its class
 */
export const line = ([x1, y1], [x2, y2], kind) => shape("line", { x1, y1, x2, y2, class: kind });

/**
 * @param {[number, number][]} points
 * @param {string} kind
 */
export const path = (points, kind) =>
  shape("polyline", {
    points: points.map((point) => point.map((v) => v.toFixed(1)).join()).join(" "),
    class: kind,
  });

/**
 * @param {[number, number]} domain  both above zero
 * @param {[number, number]} range  pixels
 */
export function logScale([from, to], [start, end]) {
  const perDecade = (end - start) / Math.log10(to / from);
  return (/** @type {number} */ value) => start + Math.log10(value / from) * perDecade;
}

/** The powers of ten in a domain. @param {[number, number]} domain */
export function decades([from, to]) {
  const ticks = [];
  for (let power = Math.ceil(Math.log10(from) - 1e-9); 10 ** power <= to * 1.0001; power++)
    ticks.push(10 ** power);
  return ticks;
}

/** The powers of ten around some values. @param {number[]} values @returns {[number, number]} */
export const wholeDecades = (values) => [
  10 ** Math.floor(Math.log10(Math.min(...values))),
  10 ** Math.ceil(Math.log10(Math.max(...values))),
];

/** A number beside an axis: 1000 → "1k". @param {number} value */
export const compact = (value) =>
  value.toLocaleString("en", { notation: "compact" }).replace("K", "k");

/**
 * A whole drawing; title and description are also what a screen reader says.
 *
 * @param {{ width: number, height: number, title: string, description: string }} frame
 * @param {string[]} parts
 */
export function drawing({ width, height, title, description }, parts) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" ` +
      `width="${width}" height="${height}" role="img" aria-labelledby="t d">`,
    `<title id="t">${escaped(title)}</title><desc id="d">${escaped(description)}</desc>`,
    `<style>${STYLE}</style>`,
    text(title, { x: 16, y: 30, class: "title" }),
    ...parts,
    "</svg>\n",
  ].join("\n");
}
