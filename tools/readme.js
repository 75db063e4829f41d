// README's measured parts: what stands between <!-- name --> and <!-- /name -->.

import { readFileSync, writeFileSync } from "node:fs";

const readme = new URL("../README.md", import.meta.url);

/**
 * Replaces one measured part.
 * @param {string} name  of its marks
 * @param {string} text  Markdown
 */
export function writeMeasured(name, text) {
  const whole = readFileSync(readme, "utf8");
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*(<!-- /${name} -->)`);
  if (!marks.test(whole))
    throw new Error(`README.md: no marks <!-- ${name} --> … <!-- /${name} -->`);
  writeFileSync(
    readme,
    whole.replace(marks, (_, open, close) => `${open}\n${text}\n\n${close}`),
  );
}

/** A table in Markdown. @param {string[]} head @param {string[][]} rows */
export function markdownTable(head, rows) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...rows.map(line)].join("\n");
}
