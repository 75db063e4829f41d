/**
 * The words that a reader of the page may meet, found in its sources: text and spoken attributes of
 * templates, and strings that read like a sentence or a label.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseAst } from "vite";

/** Attributes that are read out or shown. */
const SPOKEN =
  /\b(?:aria-label|aria-roledescription|title|placeholder|alt|data-tip|label)="([^"]*)"/g;
/** A word: what stands in for an expression is none. */
const WORD = /[A-Za-zµ]{2,}/;
/** Strings like names of events, keys, selectors, addresses, units. */
const NAME = /^[\w$.:/#[\]()>"'=+*,{}-]*$/;
const CSS_SIGNS = /[\w\s.:;#[\]()>"'=+*,%|/\u2063…-]*/.source;
const CSS_WORDS = /px|rem\b|auto|var\(|rgb|hsl|\[|dh-|ease|sans|(?:prefers|forced)-|\(min-/.source;
const CSS = new RegExp(`^${CSS_SIGNS}(?:${CSS_WORDS})`);
/** Functions whose strings are names of the program. */
const TAKE_NAMES = (
  "addEventListener removeEventListener define querySelector querySelectorAll closest matches " +
  "get has getContext createElement KeyboardEvent CustomEvent Event getPropertyValue " +
  "setProperty postMessage warn log"
).split(" ");

/**
 * @typedef {object} Found
 * @property {string} path
 * @property {number} line
 * @property {string} words
 */

/** @param {string} folder @param {string} [end]  of their names @returns {string[]} */
export function sources(folder, end = ".js") {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(end))
    .map((name) => join(folder, name))
    .sort();
}

/** What a page shows or says of a template. @param {string} markup */
function shownIn(markup) {
  const bare = markup.replaceAll(/<!--.*?-->/gs, " ");
  const spoken = [...bare.matchAll(SPOKEN)].map((match) => match[1]);
  const text = bare.replaceAll(/<[a-zA-Z/](?:"[^"]*"|'[^']*'|[^>"'])*>/g, "\n").split("\n");
  return [...spoken, ...text].map((each) => each.trim()).filter((each) => WORD.test(each));
}

/** Whether a string outside markup reads like words for people. @param {string} string */
function readsLikeWords(string) {
  if (!WORD.test(string) || CSS.test(string)) return false;
  if (/^[A-Z][a-z]{2,}$/.test(string)) return true;
  return !NAME.test(string) && /[A-Za-zµ]{2,}[ ,.:…?!]|[ ,.:…?!][A-Za-zµ]{2,}/.test(string);
}

/** @param {any} node @param {(node: any, parents: any[]) => void} visit @param {any[]} [parents] */
function walk(node, visit, parents = []) {
  if (!node || typeof node !== "object") return;
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit, parents);
    return;
  }
  if (typeof node.type === "string") visit(node, parents);
  const inner = typeof node.type === "string" ? [...parents, node] : parents;
  for (const key of Object.keys(node)) if (key !== "type") walk(node[key], visit, inner);
}

/** Whether a string is a name of the program by its place. @param {any[]} parents */
function isName(parents) {
  const last = parents[parents.length - 1];
  if (/^(Import|Export)/.test(last?.type ?? "")) return true;
  if (last?.type === "ExpressionStatement") return true;
  if (last?.type === "AssignmentExpression" && last.left.property?.name === "className")
    return true;
  if (last?.type === "BinaryExpression" || last?.type === "SwitchCase") return true;
  const call = last?.type === "CallExpression" || last?.type === "NewExpression" ? last : null;
  const callee = call && (call.callee.property?.name ?? call.callee.name);
  return TAKE_NAMES.includes(callee);
}

/** The texts in a source file. @param {string} path @returns {Found[]} */
export function wordsIn(path) {
  const code = readFileSync(path, "utf8");
  /** @type {Found[]} */
  const found = [];
  const add = (/** @type {number} */ start, /** @type {string} */ words) => {
    const line = code.slice(0, start).split("\n").length;
    found.push({ path, line, words });
  };
  walk(parseAst(code), (node, parents) => {
    if (node.type === "TemplateLiteral") {
      const parts = node.quasis.map((/** @type {any} */ each) => each.value.cooked ?? "");
      const tag = parents[parents.length - 1];
      const isMarkup =
        tag?.type === "TaggedTemplateExpression" && /^(html|svg|mathml)$/.test(tag.tag.name);
      if (isMarkup) {
        for (const words of shownIn(parts.join("\u2063"))) add(node.start, words);
      } else if (!isName(parents) && readsLikeWords(parts.join("\u2063"))) {
        add(node.start, parts.join("…"));
      }
    } else if (node.type === "Literal" && typeof node.value === "string") {
      if (!isName(parents) && readsLikeWords(node.value)) add(node.start, node.value);
    }
  });
  return found;
}
