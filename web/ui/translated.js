/**
 * Keeps the page alive while the browser translates it. Chrome puts a <font> element in the place
 * of each text; Firefox puts a paragraph's words into its first text and leaves out the comments.
 * Both take away nodes that Lit goes on writing to: words would freeze, and Lit would throw. So
 * what a translator did to the children of an element is undone before Lit changes them again; the
 * translator, which watches the page, then translates the new words.
 */
import { noChange, nothing, render } from "lit";
import { getCommittedValue, isPrimitive, isTemplateResult } from "lit/directive-helpers.js";

/**
 * Children of an element, as Lit left them, and what their texts were.
 * @typedef {{ nodes: Node[], words: Map<CharacterData, string> }} Original
 */

/** By the element that a translator changed. @type {WeakMap<Node, Original>} */
const originals = new WeakMap();
/** Of nodes that were taken out of the page, where they were. @type {WeakMap<Node, Node>} */
const homes = new WeakMap();
/**
 * What tells whether a part gets other nodes, since there are originals.
 * @type {WeakMap<any, any>}
 */
const shapes = new WeakMap();
let isTranslated = false;
const WORD = /\p{L}{2}/u;
/** How many parts are being rendered, one inside the other. */
let depth = 0;

/** Everything that changes the page's nodes outside a rendering. */
const others = new MutationObserver(note);

/** Begins to watch; call it before anything is rendered. */
export function surviveTranslation() {
  others.observe(document.body, {
    subtree: true,
    childList: true,
    characterDataOldValue: true,
  });
  const part = /** @type {any} */ (render(nothing, document.createDocumentFragment()));
  const prototype = Object.getPrototypeOf(part);
  // How Lit's files call it, as built and as sources. Every change of children goes through it.
  const name = "_$AI" in prototype ? "_$AI" : "_$setValue";
  const setValue = prototype[name];
  prototype[name] = /** @this {any} @param {any[]} values */ function (...values) {
    if (depth === 0) note(others.takeRecords());
    const { startNode } = this;
    if (isTranslated && changesShape(this, values[0]))
      restore(startNode.parentNode ?? homes.get(startNode));
    depth++;
    try {
      return setValue.apply(this, values);
    } finally {
      if (--depth === 0) others.takeRecords();
    }
  };
}

/** @param {MutationRecord[]} records */
function note(records) {
  const changed = new Set();
  for (const { target, removedNodes } of records) {
    if (![...removedNodes].some((node) => node instanceof CharacterData)) continue;
    changed.add(target);
    for (const node of removedNodes) homes.set(node, target);
  }
  for (const target of changed) {
    isTranslated = true;
    if (!originals.has(target)) originals.set(target, originalOf(target, records));
    const untranslated = wordless(target);
    untranslated?.setAttribute("translate", "no");
    if (untranslated) restore(target);
  }
  // Its own changes.
  if (changed.size) others.takeRecords();
}

/**
 * The element that has no words to translate: a formula or a drawing, in which a <font> has no
 * place, or a value, which may change with each frame.
 * @param {Element} target
 */
function wordless(target) {
  const nodes = originals.get(target)?.nodes ?? [];
  const words = nodes.map((node) => (node instanceof Text ? node.data : ""));
  const isValue = !nodes.some((node) => node instanceof Element) && !WORD.test(words.join(""));
  return target.closest("math, svg") ?? (isValue ? target : null);
}

/** @param {Node} parent @param {MutationRecord[]} records @returns {Original} */
function originalOf(parent, records) {
  const nodes = /** @type {Node[]} */ ([...parent.childNodes]);
  const words = new Map();
  for (const { target, addedNodes, removedNodes, previousSibling, oldValue } of [
    ...records,
  ].reverse()) {
    if (target instanceof CharacterData) words.set(target, oldValue);
    if (target !== parent) continue;
    const at = previousSibling ? nodes.indexOf(previousSibling) + 1 : 0;
    nodes.splice(at, addedNodes.length, ...removedNodes);
  }
  return { nodes, words };
}

/** Puts the children of an element back. @param {Node | undefined} parent */
function restore(parent) {
  const original = parent && originals.get(parent);
  if (!original) return;
  originals.delete(parent);
  for (const child of [...parent.childNodes]) {
    if (!original.nodes.includes(child)) child.remove();
  }
  let at = parent.firstChild;
  for (const child of original.nodes) {
    const words = original.words.get(/** @type {CharacterData} */ (child));
    if (words !== undefined) /** @type {CharacterData} */ (child).data = words;
    if (child === at) at = at.nextSibling;
    else parent.insertBefore(child, at);
  }
}

/**
 * Whether the part puts in or takes out nodes, or changes a text, when it gets the value. Values
 * inside a template are other parts'.
 * @param {any} part @param {any} value
 */
function changesShape(part, value) {
  const before = shapes.get(part);
  const strings = isTemplateResult(value) && /** @type {any} */ (value).strings;
  const shape = strings || (Array.isArray(value) ? value.length : null);
  shapes.set(part, shape);
  if (!isPrimitive(value)) return shape === null || shape !== before;
  const shown = getCommittedValue(part);
  return value !== noChange && (value ?? nothing) !== shown && !(value === "" && shown === nothing);
}
