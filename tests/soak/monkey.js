/**
 * A monkey that uses the page: every control, address, file and key, chosen at random from a seed.
 *
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("./random.js").Random} Random
 * @typedef {{ name: string, type: string, url: string }} Dropped  a file, and where its bytes are
 */
import { LAB_NAMES, PLAYGROUND } from "../../web/common/labs.js";
import { byId, DIGITS, draw, until } from "../support/visitor.js";
import * as inPage from "./in-page.js";

const KEYS =
  "KeyS KeyF KeyR KeyN KeyT KeyD KeyC Escape Tab Tab Tab Enter ArrowLeft ArrowRight ArrowUp " +
  "ArrowDown Home End Backspace Slash PageDown";
const TYPED = ["0", "-1", "0.5", "0,5", "1e9", "16", "16,16", "32x8", "abc", "", "1000000", "1e-9"];
const LABS = [PLAYGROUND, ...LAB_NAMES.map(({ id }) => id)];
const ADDRESSES = [
  "#start=random&seed=7",
  "#start=pretrained",
  "#train&start=random&seed=3&layers=32-16&run=200&data=handwriting",
  "#start=lesson&print=00000000",
  "#layers=784&rate=abc&batch=-1&what=%3Cb%3E",
  "#start=file&weights=AAAA",
  "#%%%&&==~*_",
];
const VIEWPORTS = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
  { width: 667, height: 375 },
];

export class Monkey {
  /** What it did, newest last. @type {string[]} */ log = [];
  /** How often it did what. @type {Record<string, number>} */ counts = {};

  /**
   * @param {Page} page @param {Random} random @param {Dropped[][]} files
   * @param {boolean} stays  never leaves the document, whose memory is then of one piece
   */
  constructor(page, random, files, stays) {
    this.page = page;
    this.random = random;
    this.files = files;
    this.stays = stays;
    this.actions = stays ? ACTIONS.filter(([, [kind]]) => !LEAVES.has(kind)) : ACTIONS;
  }

  /** Opens each lab and makes each choice in it once: what they hold from then on is no growth. */
  async lookAround() {
    for (const lab of LABS) {
      await this.page.evaluate(setHash, lab);
      if (!lab) continue;
      await this.page.waitForSelector(`#${lab} .instrument[aria-busy="false"] > *`);
      await this.page.evaluate(inPage.chooseAll, `#${lab}`);
    }
  }

  /** Does one thing. */
  async act() {
    const [kind, act] = this.random.weighted(this.actions);
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    this.log.push(`${kind} …`);
    const said = await act(this.page, this.random, this).catch((error) => {
      // What has been pushed out of sight meanwhile cannot be pointed at.
      if (/out of bounds/.test(error.message)) return "out of sight";
      if (!this.stays && LEFT.test(error.message)) return this.#arrive();
      throw error;
    });
    this.log[this.log.length - 1] = `${kind} ${said ?? ""}`.trim();
    if (this.log.length > 60) this.log.shift();
  }

  /** What it is doing, for the log, should it not come to an end. @param {string} what */
  isAt(what) {
    this.log[this.log.length - 1] += ` ${what}`;
  }

  /** The document was left in the middle of something; the next one must come. */
  async #arrive() {
    await until(this.page, "status", "ready");
    return "the document was left";
  }
}

/** What the driver says when a document that it was busy with is gone. */
const LEFT = /no such (handle|frame|node)|NS_ERROR_FAILURE|context was destroyed/i;

const WHEEL_MS = 5000;
const later = (/** @type {number} */ ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @typedef {(page: Page, random: Random, monkey: Monkey) => Promise<string | void>} Act */

/** @type {Act} */
async function useControl(page, random, monkey) {
  const count = await page.evaluate(inPage.findControls);
  if (!count) return "nothing to use";
  const index = random.below(count);
  const control = await page.evaluate(inPage.lookAtControl, index);
  if (!control) return "gone";
  const { name, kind, x, y, options } = control;
  monkey.isAt(name);
  if (kind === "file") {
    await page.evaluate(inPage.giveFiles, random.of(monkey.files), index);
  } else if (kind === "select" && options.length) {
    await page.evaluate(inPage.setControl, index, random.of(options));
  } else if (kind === "range") {
    await page.evaluate(inPage.setControl, index, random.next());
  } else {
    // What is larger than the screen has its middle outside.
    const { width, height } = await page.evaluate(inPage.lookAtWindow);
    if (x < 0 || y < 0 || x >= width || y >= height) return `${name}, out of sight`;
    await page.mouse.click(x, y);
    if (["text", "number", "search", "textarea"].includes(kind)) await type(page, random);
  }
  return name;
}

/** Types into the field that has the focus. @param {Page} page @param {Random} random */
async function type(page, random) {
  await page.keyboard.down("Control");
  await page.keyboard.press("KeyA");
  await page.keyboard.up("Control");
  await page.keyboard.type(random.of(TYPED));
  await page.keyboard.press(random.of(["Enter", "Tab", "Escape"]));
}

/** @type {Act} */
async function pressKey(page, random) {
  const key = /** @type {import("puppeteer-core").KeyInput} */ (
    random.of([" ", ...KEYS.split(" ")])
  );
  await page.keyboard.press(key);
  return key;
}

/** @type {Act} */
async function pressUndo(page, random) {
  const isRedo = random.next() < 0.3;
  await page.keyboard.down("Control");
  if (isRedo) await page.keyboard.down("Shift");
  await page.keyboard.press("KeyZ");
  if (isRedo) await page.keyboard.up("Shift");
  await page.keyboard.up("Control");
  return isRedo ? "redo" : "undo";
}

/** @type {Act} */
async function drawDigit(page, random) {
  if (!(await page.$(byId("drawing")))) return "no canvas";
  await draw(page, random.of(Object.values(DIGITS)));
}

/** Drags across whatever is there. @type {Act} */
async function drag(page, random) {
  const { width, height } = await page.evaluate(inPage.lookAtWindow);
  const point = () => /** @type {const} */ ([random.below(width), random.below(height)]);
  await page.mouse.move(...point());
  await page.mouse.down();
  for (let i = 0; i < 4; i++) await page.mouse.move(...point());
  await page.mouse.up();
}

/** @type {Act} */
async function openLab(page, random) {
  const lab = random.of(LABS);
  await page.evaluate(setHash, lab);
  return lab;
}

/** @type {Act} */
async function openAddress(page, random) {
  const address = random.of(ADDRESSES);
  await Promise.all([settled(page), page.evaluate(setHash, address)]);
  return address;
}

/** @type {Act} */
async function dropFiles(page, random, { files }) {
  const dropped = random.of(files);
  await page.evaluate(inPage.giveFiles, dropped, null);
  return dropped.map(({ name }) => name).join(" + ");
}

/**
 * Chromium now and then never says that it has had a turn of the wheel: then the page is asked
 * whether it still paints.
 * @type {Act}
 */
async function scroll(page, random) {
  const turn = page.mouse.wheel({ deltaY: random.below(3000) - 1200 });
  turn.catch(() => {});
  const isSaid = await Promise.race([turn.then(() => true), later(WHEEL_MS).then(() => false)]);
  if (isSaid) return "";
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  return "unanswered by the browser";
}

/** @type {Act} */
async function resize(page, random) {
  const viewport = random.of(VIEWPORTS);
  const { isFixed } = await page.evaluate(inPage.lookAtWindow);
  if (isFixed) return "not in full screen";
  await page.setViewport(viewport);
  return `${viewport.width}×${viewport.height}`;
}

/** @type {Act} */
async function goBackOrForth(page, random) {
  const by = random.of([-1, -1, 1]);
  await Promise.all([settled(page), page.evaluate((by) => history.go(by), by)]);
  return String(by);
}

/** @type {Act} */
async function reload(page) {
  await page.reload({ waitUntil: "load" });
}

/** @type {Act} */
async function wait(_page, random) {
  const ms = 100 + random.below(1500);
  await later(ms);
  return `${ms} ms`;
}

/** Runs in the page. @param {string} hash */
function setHash(hash) {
  location.hash = hash;
}

/** An address may bring a new document; half a second tells. @param {Page} page */
function settled(page) {
  return page.waitForNavigation({ waitUntil: "load", timeout: 500 }).catch(() => {});
}

/** Kinds of what may bring a new document. */
const LEAVES = new Set(["address", "history", "reload"]);

/** @type {readonly (readonly [number, readonly [string, Act]])[]} weights and kinds */
const ACTIONS = [
  [52, ["control", useControl]],
  [10, ["key", pressKey]],
  [4, ["undo", pressUndo]],
  [7, ["draw", drawDigit]],
  [4, ["drag", drag]],
  [6, ["lab", openLab]],
  [1, ["address", openAddress]],
  [3, ["drop", dropFiles]],
  [5, ["scroll", scroll]],
  [2, ["resize", resize]],
  [1, ["history", goBackOrForth]],
  [0.5, ["reload", reload]],
  [6, ["wait", wait]],
];
