/**
 * The reference of the package: what its entry points export, and every type that these speak of.
 *
 * @typedef {import("./declarations.js").Item} Item
 * @typedef {import("./declarations.js").Member} Member
 * @typedef {import("./markdown.js").Heading} Heading
 */
import { readFileSync } from "node:fs";
import { Declarations } from "./declarations.js";
import { escaped, inline, scrolled } from "./markdown.js";
import { choices, saidOf } from "./options.js";

const root = new URL("../../", import.meta.url);

/** What is passed on inside of the engine and is nothing to a caller. */
const INNER = new Set(["Heap", "Exports", "Lists"]);

/**
 * Entry points of package.json that are modules with types: what is imported, and where it is
 * declared.
 * @returns {{ name: string, path: string }[]}
 */
export function entryPoints() {
  const { name, exports } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  return Object.entries(exports)
    .filter(([, target]) => target.types)
    .map(([key, { types }]) => ({
      name: key.replace(".", name),
      path: types.replace("./build/types/", ""),
    }));
}

/** What can be called comes first. @type {Item["kind"][]} */
const ORDER = ["function", "class", "constant"];

/** @param {Item["kind"]} kind */
const isOf = (kind) => (/** @type {Item} */ item) => item.kind === kind;

/** Words of a declaration that may be names. @param {string} code */
const namesIn = (code) => [...new Set(code.match(/(?<![."'\w])[A-Z]\w+/g) ?? [])];

/** What is said of an item for callers: no constructor where something else makes them. */
class Reference {
  #declarations = new Declarations();
  /** @type {Map<string, Item>} by name */
  #items = new Map();
  /** @type {{ title: string, items: Item[] }[]} */
  groups = [];

  constructor() {
    /** @type {{ path: string, item: Item }[]} */
    const found = [];
    for (const { name, path } of entryPoints()) {
      const items = this.#declarations
        .exported(path)
        .flatMap((exported) => this.#take(path, exported, found));
      this.groups.push({ title: name, items: ORDER.flatMap((kind) => items.filter(isOf(kind))) });
    }
    /** @type {Item[]} */
    const spokenOf = [...this.#items.values()].filter(({ kind }) => kind === "type");
    for (const { path, item } of found) {
      for (const name of namesIn(this.#codeOf(item))) {
        spokenOf.push(...this.#take(path, name, found));
      }
    }
    const isClass = (/** @type {Item} */ { kind }) => kind === "class";
    const unique = [...new Set(spokenOf)];
    this.groups.push({ title: "Classes", items: unique.filter(isClass) });
    this.groups.push({ title: "Types", items: unique.filter((item) => !isClass(item)) });
  }

  /**
   * @param {string} path @param {string} name
   * @param {{ path: string, item: Item }[]} found  grows while it is gone through
   * @returns {Item[]}
   */
  #take(path, name, found) {
    const known = INNER.has(name) || this.#items.has(name);
    const declared = known ? null : this.#declarations.find(path, name);
    // What the formats call `Engine` is the class of that name.
    const isOther = declared && /typeof import\(/.test(declared.item.code);
    if (!declared || (isOther && declared.item.kind === "type")) return [];
    const item = { ...declared.item, members: declared.item.members.filter(isForCallers) };
    this.#items.set(name, item);
    found.push({ path: declared.path, item });
    return [item];
  }

  /** All types that a reader meets in it. @param {Item} item */
  #codeOf({ kind, code, members }) {
    return kind === "class" ? members.map((member) => member.code).join("\n") : code;
  }

  /** Code in which names lead to what they are. @param {string} code */
  linked(code) {
    const parts = simplified(code).split(/(?<![."\w])([A-Z]\w+)/);
    return parts
      .map((part) => (this.#items.has(part) ? `<a href="#${part}">${part}</a>` : escaped(part)))
      .join("");
  }
}

/** What the functions of a network are called. @type {Record<string, string>} */
const FUNCTIONS = { hidden: "Activation", output: "OutputFunction", cost: "Cost" };

/** @param {string} code */
const simplified = (code) =>
  code
    .replace(/NonNullable<NetworkOptions\["(\w+)"\]>/g, (_, option) => FUNCTIONS[option])
    .replace(/\breadonly /g, "")
    // An argument that is taken apart goes by the name of its type.
    .replace(
      /\(\{[^}]*\}: (\w)(\w+)/,
      (_, first, rest) => `(${first.toLowerCase()}${rest}: ${first}${rest}`,
    );

/** @param {Member} member */
function isForCallers({ kind, code, doc }) {
  const isInner = doc.isInternal || namesIn(code).some((name) => INNER.has(name));
  return !isInner && (kind !== "constructor" || code !== "constructor()");
}

/** @param {string} text */
const paragraph = (text) => (text ? `<p>${inline(text)}</p>\n` : "");

/** @param {import("./declarations.js").Doc} doc */
function details({ params, returns }) {
  const rows = Object.entries(params)
    .filter(([, text]) => text)
    .map(([name, text]) => `<dt><code>${name}</code></dt><dd>${inline(text)}</dd>`);
  if (returns) rows.push(`<dt>returns</dt><dd>${inline(returns)}</dd>`);
  return rows.length ? `<dl>${rows.join("\n")}</dl>\n` : "";
}

/** @param {Reference} reference @param {Item} owner @param {Member} member */
function memberHtml(reference, owner, { name, kind, code, type, doc }) {
  const signature = kind === "property" ? `${name}: ${type}` : code;
  const shown =
    kind === "constructor" ? code.replace("constructor", `new ${owner.name}`) : signature;
  return `<section class="member">
<h4 id="${owner.name}.${name}"><code>${reference.linked(shown)}</code></h4>
${paragraph(doc.text)}${details(doc)}</section>
`;
}

/** @param {Reference} reference @param {Item} item */
function objectTable(reference, { name, members }) {
  const rows = members.map((member) => {
    const { text: own } = member.doc;
    const more = saidOf(name, member.name).filter((part) => !own.includes(part));
    const text = [own, more.join(", ")].filter(Boolean).join("; ");
    const optional = member.isOptional ? "?" : "";
    return `<tr id="${name}.${member.name}"><td><code>${member.name}${optional}</code></td>
<td><code>${reference.linked(member.type)}</code></td><td>${inline(text)}</td></tr>`;
  });
  return scrolled(`<thead><tr><th>name</th><th>type</th><th>meaning</th></tr></thead>
<tbody>${rows.join("\n")}</tbody>`);
}

/** @param {Reference} reference @param {Item} item */
function itemHtml(reference, item) {
  const { name, kind, code, doc, members } = item;
  const isObject = kind === "type" && members.length > 0;
  const declared = kind === "type" ? `type ${name} = ${choices(code)}` : code;
  const shown =
    isObject || kind === "class"
      ? ""
      : `<p class="signature"><code>${reference.linked(declared)}</code></p>\n`;
  const parts = isObject
    ? objectTable(reference, item)
    : members.map((member) => memberHtml(reference, item, member)).join("");
  return `<h3 id="${name}">${name}</h3>
${shown}${paragraph(doc.text)}${details(doc)}${parts}`;
}

/** @returns {{ html: string, headings: Heading[] }} */
export function javascriptReference() {
  const reference = new Reference();
  const headings = reference.groups.map(({ title }) => {
    const id = title.replace("/", "-").toLowerCase();
    return { level: 2, text: /^[A-Z]/.test(title) ? title : `<code>${title}</code>`, id };
  });
  const html = reference.groups.map(({ items }, i) => {
    const { id, text } = headings[i];
    return `<h2 id="${id}">${text}</h2>
${items.map((item) => itemHtml(reference, item)).join("")}`;
  });
  return { html: html.join(""), headings };
}
