/**
 * Type that can be read at the back of a classroom: the page is laid out as in a window of about
 * 720 by 540 CSS pixels, as if the browser had zoomed it. All lengths of the style sheets are
 * multiples of the root's font size (see vite.config.js), so that is what changes; the widths and
 * heights that media queries ask for count the browser's own font size, and are changed with it.
 */

/** Of the smallest text: on the page, and at least while presenting, CSS pixels. */
const SMALL = 14;
const LEAST_TEXT = 20;
/** What is laid out for that window at least, CSS pixels. */
const WIDTH = 720;
const HEIGHT = 540;
/** Font size that the pixels of the style sheets are meant for. */
const USUAL = 16;
const LENGTH = /([\d.]+)(rem|em|px)\b/g;

/** The conditions of media rules as their style sheets have them. @type {Map<MediaList, string>} */
const written = new Map();
/** How many times as large as usual everything is, for media rules. */
let factor = 1;
const observer = new MutationObserver(followSheets);

/** Makes everything as large as the window allows, and follows style sheets that come later. */
export function enlarge() {
  const own = browsersFontSize();
  const fit = Math.min(innerWidth / WIDTH, innerHeight / HEIGHT);
  // A little more than needed: browsers round font sizes.
  const times = Math.max(own / USUAL, LEAST_TEXT / SMALL + 0.001, fit);
  document.documentElement.style.fontSize = `${times * USUAL}px`;
  // 1024 pixels are almost WIDTH: what is laid out for it fits there, too.
  factor = Math.max(0.99 * times, Math.min(times, innerWidth / WIDTH)) / (own / USUAL);
  for (const node of document.querySelectorAll("link[rel=stylesheet], style")) follow(node);
  observer.observe(document.head, { childList: true });
}

/**
 * CSS pixels. To ask for the root's without what is written there would have the style of the whole
 * page computed once more.
 */
function browsersFontSize() {
  const probe = document.createElement("div");
  probe.style.fontSize = "medium";
  document.documentElement.append(probe);
  const size = Number.parseFloat(getComputedStyle(probe).fontSize);
  probe.remove();
  return size;
}

export function asUsual() {
  observer.disconnect();
  document.documentElement.style.fontSize = "";
  for (const [media, text] of written) media.mediaText = text;
  written.clear();
}

/** @param {MutationRecord[]} records */
function followSheets(records) {
  for (const node of records.flatMap(({ addedNodes }) => [...addedNodes])) follow(node);
}

/** Scales the rules of a style sheet, as soon as it is there. @param {Node} node */
function follow(node) {
  const isSheet = node instanceof HTMLLinkElement || node instanceof HTMLStyleElement;
  if (!isSheet || scaleSheet(node.sheet)) return;
  node.addEventListener("load", () => scaleSheet(node.sheet), { once: true });
}

/** @param {CSSStyleSheet | null} sheet @returns {boolean} false: it could not be, or not yet */
function scaleSheet(sheet) {
  // Presenting may be over by the time that it is there.
  if (!sheet || !document.documentElement.style.fontSize) return false;
  try {
    scaleRules(sheet);
    return true;
  } catch {
    // It is not there yet, or of another host, an extension's say.
    return false;
  }
}

/** @param {CSSStyleSheet | CSSGroupingRule} rules  whose media rules are scaled */
function scaleRules(rules) {
  for (const rule of rules.cssRules) {
    if (rule instanceof CSSMediaRule) scale(rule.media);
    if (rule instanceof CSSGroupingRule) scaleRules(rule);
  }
}

/** @param {MediaList} media */
function scale(media) {
  const text = written.get(media) ?? media.mediaText;
  written.set(media, text);
  media.mediaText = text.replace(LENGTH, (_, length, unit) => `${length * factor}${unit}`);
}
