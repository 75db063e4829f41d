/** README and the pages of the documentation, as they are written and as they are built. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PAGES } from "../../tools/docs/pages.js";

export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Markdown that readers see, by its path in the repository. */
export const SOURCES = ["README.md", ...PAGES.map(({ source }) => source)];

/** Pages whose blocks are parts of files; each has a test that follows it. */
export const GUIDES = ["docs/add-an-activation.md", "docs/add-a-lab.md"];

/** @param {string} path  in the repository */
export const read = (path) => readFileSync(root + path, "utf8");

/**
 * A block of code.
 * @typedef {{ language: string, code: string, line: number }} Fence
 */

/** @param {string} path  of Markdown @returns {Fence[]} */
export function fencesOf(path) {
  const text = read(path);
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(
    ({ 1: language, 2: code, index }) => ({
      ...{ language, code },
      line: text.slice(0, index).split("\n").length,
    }),
  );
}

/**
 * Blocks of a language with what each prints: the block of text that follows it; null where the
 * page does not say.
 * @param {string} path @param {string} language
 */
export function snippetsOf(path, language) {
  const fences = fencesOf(path);
  return fences.flatMap((fence, i) => {
    if (fence.language !== language) return [];
    const next = fences[i + 1];
    return [{ ...fence, prints: next?.language === "text" ? next.code : null }];
  });
}
