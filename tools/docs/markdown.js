/** Markdown as GitHub shows it, into HTML without scripts and styles of its own. */
import { Marked } from "marked";

/** @typedef {{ level: number, text: string, id: string }} Heading  text: HTML */

/** @param {string} text */
export const escaped = (text) =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

/** Letters that a heading's anchor leaves out: all but letters, digits, "_", "-" and spaces. */
const LEFT_OUT = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** What GitHub calls a heading in an address. @param {string} text  without Markdown */
export const anchorOf = (text) =>
  text.toLowerCase().trim().replace(LEFT_OUT, "").replace(/ /g, "-");

/** Comments stand back. @type {Record<string, RegExp>} */
const COMMENTS = {
  c: /\/\/.*|\/\*[\s\S]*?\*\//g,
  css: /\/\*[\s\S]*?\*\//g,
  js: /(?<![:"'`\w])\/\/.*|\/\*[\s\S]*?\*\//g,
  sh: /(?<=^|\s)# .*/g,
};

/** @param {string} code @param {string} [language] */
export function highlighted(code, language = "") {
  const comments = COMMENTS[language];
  if (!comments) return escaped(code);
  let html = "";
  let end = 0;
  for (const { 0: comment, index } of code.matchAll(comments)) {
    html += `${escaped(code.slice(end, index))}<i>${escaped(comment)}</i>`;
    end = index + comment.length;
  }
  return html + escaped(code.slice(end));
}

/**
 * A block of code. It may be wider than its column, and can be scrolled by keys.
 * @param {string} code @param {string} [language]
 */
export function codeBlock(code, language = "") {
  const isText = language === "" || language === "text";
  const html = highlighted(code.trimEnd(), language);
  return `<pre${isText ? ' class="text"' : ""} tabindex="0"><code>${html}</code></pre>\n`;
}

/**
 * A table that scrolls inside itself where it is too wide, by keys as well.
 * @param {string} rows  HTML
 */
export const scrolled = (rows) =>
  `<div class="scroll" tabindex="0" role="group" aria-label="Table"><table>${rows}</table></div>\n`;

/**
 * @param {string} text  Markdown
 * @param {(href: string) => string} address  that a link or picture leads to once built
 * @returns {{ html: string, headings: Heading[] }}
 */
export function rendered(text, address) {
  /** @type {Heading[]} */
  const headings = [];
  /** @type {Map<string, number>} */
  const used = new Map();
  const idOf = (/** @type {string} */ words) => {
    const id = anchorOf(words);
    const before = used.get(id);
    used.set(id, (before ?? 0) + 1);
    return before ? `${id}-${before}` : id;
  };
  const marked = new Marked({
    gfm: true,
    renderer: {
      code: ({ text: code, lang }) => codeBlock(code, lang),
      heading({ tokens, depth }) {
        const html = this.parser.parseInline(tokens);
        const id = idOf(this.parser.parseInline(tokens, this.parser.textRenderer));
        headings.push({ level: depth, text: html, id });
        return `<h${depth} id="${id}">${html}</h${depth}>\n`;
      },
      image: ({ href, text: words }) =>
        `<img src="${escaped(address(href))}" alt="${escaped(words)}" loading="lazy" />`,
      link({ href, tokens }) {
        const rel = /^https?:/.test(href) ? ' rel="noreferrer"' : "";
        const words = this.parser.parseInline(tokens);
        return `<a href="${escaped(address(href))}"${rel}>${words}</a>`;
      },
      table({ header, rows }) {
        const cell = (/** @type {import("marked").Tokens.TableCell} */ { tokens }, tag = "td") =>
          `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
        const head = header.some((one) => one.text)
          ? `<tr>${header.map((one) => cell(one, one.text ? "th" : "td")).join("")}</tr>`
          : "";
        const body = rows.map((row) => `<tr>${row.map((one) => cell(one)).join("")}</tr>`);
        return scrolled(`${head && `<thead>${head}</thead>`}<tbody>${body.join("")}</tbody>`);
      },
    },
  });
  return { html: /** @type {string} */ (marked.parse(text)), headings };
}

/** A comment's words: code in backticks, and no blocks. @param {string} text @returns {string} */
export const inline = (text) => /** @type {string} */ (new Marked().parseInline(text));
