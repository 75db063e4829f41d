/**
 * The reference of the library for C programs, from the comments of build/lib/downhill.h.
 *
 * @typedef {object} Part  declarations that no blank line divides
 * @property {string} comment  before them, "" where there is none
 * @property {string} code
 * @property {string[]} names  that it declares for callers
 *
 * @typedef {{ title: string, about: string, parts: Part[] }} Section  one header of core/
 */
import { readdirSync, readFileSync } from "node:fs";
import { codeBlock, escaped } from "./markdown.js";

const root = new URL("../../", import.meta.url);

/** @param {string} path */
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** A comment at the start of a part. */
const COMMENT = /^\/\*([\s\S]*?)\*\/\n?/;

/** Without comments. @param {string} code */
const bare = (code) => code.replace(/\/\*[\s\S]*?\*\//g, " ");

/** How many more braces and comments are opened than closed. @param {string} text */
function isOpen(text) {
  const code = bare(text);
  return code.includes("/*") || (code.match(/\{/g)?.length ?? 0) > (code.match(/\}/g)?.length ?? 0);
}

/** The parts between blank lines outside of braces and comments. @param {string} text */
function partsOf(text) {
  /** @type {string[]} */ const parts = [];
  let part = "";
  for (const line of text.split("\n")) {
    if (line || isOpen(part)) part += `${line}\n`;
    else {
      if (part) parts.push(part);
      part = "";
    }
  }
  return part ? [...parts, part] : parts;
}

/**
 * Functions, types, lists and macros; the constants of an enum without a name.
 * @param {string} code
 */
function namesIn(code) {
  const text = bare(code);
  const functions = [...text.matchAll(/^\w[^={;#]*?\b(nn_\w+)\(/gm)];
  const types = [...text.matchAll(/(?:\}|^typedef struct \w+) *(nn_\w+);/gm)];
  const variables = [...text.matchAll(/^extern [^;]+;/gm)].flatMap(
    ([line]) => line.match(/\bnn_\w+(?=[,;])/g) ?? [],
  );
  const macros = [...text.matchAll(/^#define (NN_\w+)/gm)];
  const constants = [...text.matchAll(/^enum \{([^}]*)\}/gm)].flatMap(
    ([, list]) => list.match(/\bNN_\w+/g) ?? [],
  );
  const matched = [...types, ...functions, ...macros].map(([, name]) => name);
  return [...new Set([...matched, ...variables, ...constants])];
}

/** Which header of core/ begins with that comment. @param {string} comment */
function headerOf(comment) {
  const names = readdirSync(new URL("core/", root)).filter((name) => name.endsWith(".h"));
  return names.find((name) => read(`core/${name}`).startsWith(comment.trimEnd()));
}

/** @returns {Section[]} */
export function sections() {
  const header = read("build/lib/downhill.h");
  const [, body] = /extern "C" \{\n#endif\n([\s\S]*?)\n#ifdef __cplusplus\n\}/.exec(header) ?? [];
  if (!body) throw new Error("build/lib/downhill.h has no declarations");
  /** @type {Section[]} */
  const found = [{ title: "Types of which there are pointers alone", about: "", parts: [] }];
  for (const part of partsOf(body)) {
    const [whole = "", comment = ""] = COMMENT.exec(part) ?? [];
    const code = part.slice(whole.length);
    const top = code ? undefined : headerOf(whole);
    if (top) found.push({ title: top, about: comment, parts: [] });
    else found[found.length - 1].parts.push({ comment, code, names: namesIn(code) });
  }
  return found;
}

/** Text with code in backticks. @param {string} text */
const withCode = (text) => escaped(text).replace(/`([^`]+)`/g, "<code>$1</code>");

/**
 * The words of a comment: paragraphs, and lines that are set in as they are.
 * @param {string} comment
 */
function commentHtml(comment) {
  const lines = comment.split("\n").map((line) => line.replace(/^ ?\* ?/, "").trimEnd());
  const blocks = lines
    .join("\n")
    .trim()
    .split(/\n\s*\n/)
    .filter(Boolean);
  return blocks
    .map((block) =>
      /^ {2}/m.test(block)
        ? codeBlock(block)
        : `<p>${withCode(block.replace(/\s+/g, " ").trim())}</p>\n`,
    )
    .join("");
}

/** @param {Part} part */
function partHtml({ comment, code, names }) {
  const [first, ...others] = names;
  const title = names.map((name) => `<code>${name}</code>`).join(", ");
  const anchors = others.map((name) => `<span id="${name}"></span>`).join("");
  const heading = first ? `<h3 id="${first}">${title}</h3>${anchors}\n` : "";
  const block = code ? codeBlock(code, "c") : "";
  return `<section class="member">\n${heading}${commentHtml(comment)}${block}</section>\n`;
}

/** @returns {{ html: string, headings: import("./markdown.js").Heading[] }} */
export function cReference() {
  const all = sections();
  const headings = all.map(({ title }) => ({
    level: 2,
    id: title.toLowerCase().replace(/\W+/g, "-"),
    text: escaped(title),
  }));
  const html = all.map(({ about, parts }, i) => {
    const { id, text } = headings[i];
    return `<h2 id="${id}">${text}</h2>\n${commentHtml(about)}${parts.map(partHtml).join("")}`;
  });
  return { html: html.join(""), headings };
}
