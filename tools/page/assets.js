/** What the built page makes smaller: its font and its models. */
import { readdirSync, readFileSync } from "node:fs";
import subsetFont from "subset-font";
import { toPlanes } from "../../wasm/byte-planes.js";
import { LANGUAGE, textsFolder } from "./language.js";

/**
 * Code points of what the page's font is used for: English letters, and signs. Letters of other
 * alphabets, and in the name of a visitor's file say, are those of the system's font.
 */
const LETTERS = [
  [0x20, 0x7e],
  [0xa0, 0xa0],
  [0xb1, 0xb2],
  [0xb7, 0xb7],
  [0xd7, 0xd7],
  [0xf7, 0xf7],
  [0x2013, 0x2013],
  [0x2019, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x2032, 0x2032],
  [0x2191, 0x2193],
  [0x2212, 0x2212],
];

/** Those that the page's language has besides: Latin letters, quotation marks, spaces. */
function lettersOfLanguage() {
  if (LANGUAGE === "en") return "";
  const files = readdirSync(textsFolder).filter((file) => file.endsWith(".js"));
  const all = files.map((file) => readFileSync(new URL(file, textsFolder), "utf8")).join("");
  return [...new Set(all.match(/[\u00a0-\u017f\u2010-\u203a]/g))].sort().join("");
}

/**
 * Leaves in the font what the page uses: letters, weights, kerning and digits of one width (and no
 * other forms of letters, a third of the file). 15 kB instead of 48.
 *
 * @returns {import("vite").Plugin}
 */
export function smallerFont() {
  const signs = LETTERS.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)),
  );
  const text = signs.join("") + lettersOfLanguage();
  const options = {
    targetFormat: /** @type {const} */ ("woff2"),
    variationAxes: { wght: { min: 400, max: 700 } },
    keepFeatures: ["kern", "tnum"],
  };
  return {
    name: "font",
    apply: "build",
    async generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".woff2")) continue;
        file.source = await subsetFont(Buffer.from(file.source), text, options);
      }
    },
  };
}

/**
 * Models in the order in which they compress best: 4 kB less on a first visit.
 *
 * @returns {import("vite").Plugin}
 */
export function smallerModels() {
  return {
    name: "models",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== "asset" || !file.fileName.endsWith(".safetensors")) continue;
        file.source = toPlanes(Buffer.from(file.source));
      }
    },
  };
}
