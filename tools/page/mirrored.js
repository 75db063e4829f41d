/**
 * A language for tests, made from English as the page is built: its words run from right to left,
 * letter by letter, as those of Arabic do. Its code is the usual one of such a language; numbers in
 * it are Arabic's. No visitor gets it.
 */
export const MIRRORED = "ar-XB";

/** What it has of its own, as locale.js has it. @type {Record<string, string>} */
const OWN = { LOCALE: `"${MIRRORED}"`, SITE: `"../"`, IS_RIGHT_TO_LEFT: "true" };

/* ---- words ---- */

/** Stays as it is in any language: a name in capitals, such as MNIST. */
const NAME = /\w*[A-Z]\w*[A-Z]/.source;
/** A letter alone is a variable. */
const LETTERS = /[aA]|[A-Za-z](?:[A-Za-z]|[’'-](?=[a-z]))+/.source;
/** No part of an address or of a file's name. */
const WORD = new RegExp(
  `(?<![\\w./#@=-])(?!${NAME})(?:${LETTERS})(?![A-Za-z\\d]|[./#@=_]\\w)`,
  "g",
);

/** Stands for what a template leaves open; no text has it. */
const HOLE = "\ue000";

/** As a sentence has them: "t", "−∇C", "|∇C|²", "σ(kz)". */
const TERM = /(?<![\w/])(?:[−±|∂∇/·²₁₂α-ω]|(?<![A-Za-z])[B-Zb-rt-z](?![A-Za-z])|\(kz\))+/.source;
/** Terms, numbers and signs between them. */
const FORMULA = new RegExp(
  `(?:−[\\d.]+|${TERM})(?: [=×<÷−] (?:${TERM}|${HOLE}|[−\\d.]*\\d))*`,
  "g",
);

/**
 * Each word behind an override, between marks that say which way it runs; formulas are kept from
 * left to right; arrows lead the other way.
 * @param {string} words
 */
const mirrored = (words) =>
  words
    .replace(FORMULA, "\u2066$&\u2069")
    .replace(WORD, "\u200f\u202e$&\u202c\u200f")
    .replaceAll("→", "←");

/** In which no word is for readers: tags, entities, code, formulas. */
const MARKUP = /<!--.*?-->|<(code|math|kbd)\b.*?<\/\1>|<[^>]*>|&\w+;/gs;
/** @param {string[]} parts  of a template @returns {string[]} */
function mirroredParts(parts) {
  let at = 0;
  let text = "";
  const whole = parts.join(HOLE);
  for (const { index, 0: markup } of whole.matchAll(MARKUP)) {
    text += mirrored(whole.slice(at, index)) + markup;
    at = index + markup.length;
  }
  return (text + mirrored(whole.slice(at))).split(HOLE);
}

/* ---- modules of texts ---- */

/**
 * @typedef {any} Node  of a syntax tree, as ESTree has it
 * @typedef {{ start: number, end: number, text: string }} Edit
 */

/** No text: a module, a property, what is compared or looked for. @type {(_: Node) => string[]} */
function namesIn({ type, operator, callee }) {
  if (type === "BinaryExpression") return operator === "+" ? [] : ["left", "right"];
  const isMethod = type === "NewExpression" || callee?.type === "MemberExpression";
  return ["source", "key", "property", "test", ...(isMethod ? ["arguments"] : [])];
}

/** Holes of a template that are values of attributes. @param {Node} template */
function attributesIn({ quasis, expressions }) {
  const parts = quasis.map((/** @type {Node} */ { value }) => value.cooked);
  return expressions.filter((/** @type {Node} */ _, /** @type {number} */ i) =>
    /=["']?$/.test(parts[i]),
  );
}

/** @param {Node} template @returns {Edit[]} */
function editsOfTemplate({ quasis }) {
  const parts = mirroredParts(quasis.map((/** @type {Node} */ { value }) => value.cooked));
  return quasis.map((/** @type {Node} */ { start, end }, /** @type {number} */ i) => ({
    start,
    end,
    text: parts[i].replace(/[\\`]|\$(?=\{)/g, "\\$&"),
  }));
}

/** What is to be changed of a module. @param {Node} node @returns {Edit[]} */
function editsOf(node) {
  if (typeof node?.type !== "string") return [];
  const { type, start, end, value } = node;
  if (type === "Literal" && typeof value === "string")
    return [{ start, end, text: JSON.stringify(mirrored(value)) }];
  if (type === "VariableDeclarator" && node.id.name in OWN)
    return [{ start: node.init.start, end: node.init.end, text: OWN[node.id.name] }];
  const isTemplate = type === "TemplateLiteral";
  const left = new Set(isTemplate ? attributesIn(node) : []);
  for (const name of namesIn(node)) {
    for (const child of [node[name]].flat()) if (child?.type === "Literal") left.add(child);
  }
  const children = Object.values(node).flat();
  const inside = children.filter((child) => !left.has(child)).flatMap(editsOf);
  return isTemplate ? [...editsOfTemplate(node), ...inside] : inside;
}

/**
 * A module of English texts, in that language.
 * @param {string} code @param {Node} program  its syntax tree
 */
export function mirroredModule(code, program) {
  const edits = editsOf(program).sort((one, other) => other.start - one.start);
  return edits.reduce(
    (text, { start, end, text: own }) => text.slice(0, start) + own + text.slice(end),
    code,
  );
}

/**
 * Texts of the page's frame.
 * @param {Record<string, any>} texts
 */
export function mirroredTexts(texts) {
  const own = Object.entries(OWN).map(([name, code]) => [name, JSON.parse(code)]);
  const all = Object.entries(texts).map(([name, text]) => [
    name,
    typeof text === "string" ? mirroredParts([text])[0] : text,
  ]);
  return Object.fromEntries([...all, ...own]);
}
