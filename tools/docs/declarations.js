/**
 * What the engine's declaration files (build/types) declare: an item for each class, type, function
 * and constant, with its JSDoc.
 *
 * @typedef {object} Doc  a JSDoc comment
 * @property {string} text
 * @property {Record<string, string>} params  by name
 * @property {string} returns
 * @property {boolean} isInternal
 *
 * @typedef {object} Member
 * @property {string} name
 * @property {string} code  as it is declared, in one line
 * @property {"method" | "property" | "constructor"} kind
 * @property {boolean} isOptional
 * @property {string} type  of a property
 * @property {Doc} doc
 *
 * @typedef {object} Item
 * @property {string} name
 * @property {"class" | "type" | "function" | "constant"} kind
 * @property {string} code  as it is declared, in one line
 * @property {Doc} doc
 * @property {Member[]} members  of a class, or of a type that is an object
 */
import { existsSync, readFileSync } from "node:fs";
import { posix } from "node:path";
import { parse } from "comment-parser";
import { parseSync } from "vite";

const types = new URL("../../build/types/", import.meta.url);

/** @type {Doc} */
const NO_DOC = { text: "", params: {}, returns: "", isInternal: false };

/** In one line, with a semicolon's and a comment's worth of space removed. @param {string} code */
const oneLine = (code) =>
  code
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .replace(/; }/g, " }")
    .replace(/^(export |declare |readonly )+/, "")
    .replace(/;$/, "")
    .trim();

/** @param {string} comment  between its marks @returns {Doc} */
export function docOf(comment) {
  // Several tags may stand in one line.
  const [block] = parse(
    `/*${comment.replace(/\s@(?=(param|returns|type|readonly)\b)/g, "\n * @")}*/`,
  );
  if (!block) return NO_DOC;
  /** @type {Doc} */
  const doc = { text: words(block.description), params: {}, returns: "", isInternal: false };
  for (const { tag, name, description, type } of block.tags) {
    // comment-parser takes the first word of a @returns for a name.
    if (tag === "returns") doc.returns = words(`${name} ${description}`);
    else if (tag === "param") doc.params[name] = words(description);
    else if (tag === "internal") doc.isInternal = true;
    else if ((tag === "readonly" || tag === "type") && !doc.text) {
      doc.text = words(
        tag === "type" ? `${name} ${description}` : `${type} ${name} ${description}`,
      );
    }
  }
  return doc;
}

/** @param {string} text */
const words = (text) => text.replace(/\s+/g, " ").trim();

/** The source of a declaration file. @param {string} path */
const sourceOf = (path) =>
  readFileSync(new URL(`../../${path.replace(/\.d\.ts$/, ".js")}`, import.meta.url), "utf8");

/**
 * What typedefs say of themselves, which is in the sources alone.
 * @param {string} path  of a declaration file
 * @returns {Map<string, string>}
 */
function typedefsOf(path) {
  const found = new Map();
  for (const { description, tags } of parse(sourceOf(path))) {
    const typedefs = tags.filter(({ tag }) => tag === "typedef");
    for (const { name, description: own } of typedefs) {
      found.set(name, words(own) || (typedefs.length === 1 ? words(description) : ""));
    }
  }
  return found;
}

/** What stands before `export { name }`. @param {string} path @param {string} name */
function docOfExport(path, name) {
  const comment = new RegExp(`/\\*(\\*[^/]*)\\*/\\nexport \\{[^}]*\\b${name}\\b`);
  const [, text] = comment.exec(sourceOf(path)) ?? [];
  return text ? docOf(text) : NO_DOC;
}

/** One declaration file. */
class File {
  /** @param {string} path  in build/types */
  constructor(path) {
    this.path = path;
    this.source = readFileSync(new URL(path, types), "utf8");
    const { program, comments } = parseSync(path, this.source);
    this.body = /** @type {any[]} */ (program.body);
    this.comments = comments.filter(({ type }) => type === "Block");
    this.typedefs = typedefsOf(path);
  }

  /** The comment right before a node. @param {{ start: number }} node @returns {Doc} */
  docBefore({ start }) {
    const comment = this.comments.findLast(
      ({ end }) => end <= start && this.source.slice(end, start).trim() === "",
    );
    // A block of typedefs stands before whatever comes after it.
    return !comment || /@(typedef|import)\b/.test(comment.value) ? NO_DOC : docOf(comment.value);
  }

  /** @param {{ start: number, end: number }} node */
  code({ start, end }) {
    return oneLine(this.source.slice(start, end));
  }

  /** Where an import or a re-export leads. @param {any} node */
  from({ source }) {
    if (!source?.value.startsWith(".")) return null;
    const path = posix.join(posix.dirname(this.path), source.value.replace(/\.js$/, ".d.ts"));
    return existsSync(new URL(path, types)) ? path : null;
  }

  /**
   * A member of a class or of an object type.
   * @param {any} node @returns {Member | null}
   */
  member(node) {
    if (node.key?.type === "PrivateIdentifier") return null;
    const isMethod = /Method/.test(node.type) && node.kind !== "get" && node.kind !== "set";
    const annotation =
      node.typeAnnotation ?? node.value?.returnType ?? node.value?.params?.[0]?.typeAnnotation;
    const name = node.computed ? "[Symbol.dispose]" : (node.key?.name ?? String(node.key?.value));
    return {
      name,
      code: this.code(node).replace("[dispose]", "[Symbol.dispose]"),
      kind: node.kind === "constructor" ? "constructor" : isMethod ? "method" : "property",
      isOptional: Boolean(node.optional),
      type: isMethod || !annotation ? "" : this.code(annotation.typeAnnotation),
      doc: this.docBefore(node),
    };
  }

  /** @param {any[]} nodes @returns {Member[]} a getter and its setter are one */
  members(nodes) {
    /** @type {Map<string, Member>} */
    const found = new Map();
    for (const node of nodes) {
      const member = this.member(node);
      if (!member) continue;
      const before = found.get(member.name);
      if (before) before.doc.text = `${before.doc.text} ${member.doc.text}`.trim();
      else found.set(member.name, member);
    }
    return [...found.values()];
  }

  /**
   * @param {any} declaration @param {{ start: number, end: number }} outer  with its "export"
   * @returns {Item[]}
   */
  items(declaration, outer) {
    const doc = this.docBefore(outer);
    const item = (
      /** @type {any} */ node,
      /** @type {Item["kind"]} */ kind,
      /** @type {any[]} */ of = [],
    ) => ({
      ...{ name: node.id.name, kind, code: this.code(outer), doc, members: this.members(of) },
    });
    switch (declaration?.type) {
      case "ClassDeclaration":
        return [item(declaration, "class", declaration.body.body)];
      case "TSDeclareFunction":
      case "FunctionDeclaration":
        return [item(declaration, "function")];
      case "VariableDeclaration":
        return declaration.declarations.map((/** @type {any} */ one) => item(one, "constant"));
      case "TSTypeAliasDeclaration": {
        const { typeAnnotation } = declaration;
        const isObject = typeAnnotation.type === "TSTypeLiteral";
        const found = item(declaration, "type", isObject ? typeAnnotation.members : []);
        const text = doc.text || this.typedefs.get(found.name) || "";
        return [{ ...found, code: this.code(typeAnnotation), doc: { ...doc, text } }];
      }
      default:
        return [];
    }
  }
}

/** The declaration files, read as they are asked for. */
export class Declarations {
  /** @type {Map<string, File>} */
  #files = new Map();

  /** @param {string} path @returns {File} */
  #file(path) {
    const file = this.#files.get(path) ?? new File(path);
    this.#files.set(path, file);
    return file;
  }

  /**
   * The names that a module exports, types among them; what it passes on comes last.
   * @param {string} path @returns {string[]}
   */
  exported(path) {
    const exports = this.#file(path).body.filter(({ type }) => type === "ExportNamedDeclaration");
    const passesOn = (/** @type {any} */ node) => Number(!node.declaration);
    return exports
      .toSorted((a, b) => passesOn(a) - passesOn(b))
      .flatMap((node) => {
        if (!node.declaration) {
          return node.specifiers.map((/** @type {any} */ { exported }) => exported.name);
        }
        const { id, declarations } = node.declaration;
        return id ? [id.name] : declarations.map((/** @type {any} */ one) => one.id.name);
      });
  }

  /**
   * What a name means in a module.
   * @param {string} path @param {string} name
   * @returns {{ item: Item, path: string } | null} null: nothing of the engine's
   */
  find(path, name) {
    const file = this.#file(path);
    for (const node of file.body) {
      const isExport = node.type === "ExportNamedDeclaration";
      const items = file.items(isExport ? node.declaration : node, node);
      const item = items.find((candidate) => candidate.name === name);
      if (item) return { item, path };
      const specifier = node.specifiers?.find(
        (/** @type {any} */ { exported, local }) => (exported ?? local).name === name,
      );
      const from = specifier && file.from(node);
      const original = specifier && (specifier.imported ?? specifier.local).name;
      if (!from) continue;
      const found = this.find(from, original);
      if (found && !found.item.doc.text) found.item.doc = docOfExport(path, name);
      return found;
    }
    return null;
  }
}
