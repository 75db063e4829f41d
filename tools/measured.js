// The measured parts of docs/: what stands between <!-- name --> and <!-- /name -->.

import { readFileSync, writeFileSync } from "node:fs";

/** Which page has which measured part. */
const PAGES = {
  accuracy: "accuracy.md",
  bench: "speed.md",
  figures: "figures.md",
  memorise: "accuracy.md",
  noise: "noise.md",
};

/**
 * Replaces one measured part.
 * @param {keyof typeof PAGES} name  of its marks
 * @param {string} text  Markdown
 */
export function writeMeasured(name, text) {
  const page = new URL(`../docs/${PAGES[name]}`, import.meta.url);
  const whole = readFileSync(page, "utf8");
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- /${name} -->)`);
  if (!marks.test(whole))
    throw new Error(`docs/${PAGES[name]}: no marks <!-- ${name} --> … <!-- /${name} -->`);
  writeFileSync(
    page,
    whole.replace(marks, (_, open, close) => `${open}\n${text}\n\n${close}`),
  );
}

/** A table in Markdown. @param {string[]} head @param {string[][]} rows */
export function markdownTable(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
