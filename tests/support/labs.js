/**
 * What the tests of several labs share: the engine, the page's digits, and a network that was
 * trained a little.
 */
import { loadEngine } from "../../wasm/engine.js";
import { modelOf, openLab, until, untilAtRest, untilComplete, untilWords } from "./visitor.js";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {ReturnType<typeof engine.network>} Network
 * @typedef {(view?: import("./browser.js").View) => Promise<import("./browser.js").Opened>} Open
 */

export const engine = await loadEngine();
/** The page's built-in handwriting. */
export const digits = engine.handwriting({ count: 20_000, seed: 1 });
export const testDigits = engine.handwriting({ count: 4000, seed: 2 });

export const STEPS = 800;
const TRAINED = `#start=random&seed=3&rate=2&steps=${STEPS}&epochs=1000`;

/**
 * A lab with a network trained a little, and the same network here.
 * @param {Open} open @param {string} lab
 */
export async function openedLab(open, lab) {
  const { page, errors } = await open({ path: TRAINED });
  await untilComplete(page);
  await until(page, "steps", STEPS);
  await untilAtRest(page);
  await openLab(page, lab);
  return { page, errors, net: engine.load(await modelOf(page)) };
}

/**
 * Waits until these very words are shown.
 * @param {Page} page @param {string} selector @param {string} words
 */
export function untilSaid(page, selector, words) {
  return untilWords(page, selector, new RegExp(`^\\s*${escaped(words)}\\s*$`));
}

/** As a part of a regular expression. @param {string} words */
export const escaped = (words) => words.replace(/[.()]/g, "\\$&");

/**
 * Sets a field as its user does.
 * @param {Page} page @param {string} selector @param {string | number} value
 * @param {"input" | "change"} event
 */
export function setField(page, selector, value, event) {
  return page.$eval(
    selector,
    (field, value, event) => {
      /** @type {HTMLInputElement} */ (field).value = value;
      field.dispatchEvent(new Event(event, { bubbles: true }));
    },
    String(value),
    event,
  );
}

/**
 * Waits until a query of a part is answered for what would be asked now: no other answer will come.
 * @param {Page} page @param {string} part  selector
 * @param {string} query  path of its controller in the part
 */
export async function untilCurrent(page, part, query) {
  await page.waitForFunction(
    (part, names) => {
      const element = /** @type {any} */ (document.querySelector(part));
      const found = names.reduce((/** @type {any} */ value, name) => value?.[name], element);
      return found?.status === "done" && found.isCurrent;
    },
    { polling: 40 },
    part,
    query.split("."),
  );
}

/**
 * Waits until every part of an element shows what the page knows by now.
 * @param {Page} page
 * @param {string} selector
 */
export async function untilRendered(page, selector) {
  await page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return session.painted();
  });
  await page.$$eval(`${selector} *`, (all) =>
    Promise.all(all.map((part) => /** @type {any} */ (part).updateComplete)),
  );
}

/** A network's prediction for a picture. @param {Network} net @param {Float32Array} pixels */
export function predictionOf(net, pixels) {
  const outputs = net.predict(pixels);
  const confidence = Math.max(...outputs);
  return { answer: outputs.indexOf(confidence), confidence };
}

/**
 * Has the page train on own digits: built-in handwriting of that seed, half of it as test digits.
 * @param {Page} page @param {number} seed @param {number} count
 */
export async function useOwnDigits(page, seed, count) {
  const own = engine.handwriting({ count, seed });
  const test = own.slice(count / 2);
  const files = [own.slice(0, count / 2), test]
    .flatMap(idxPair)
    .map((file) => Buffer.from(file).toString("base64"));
  await page.evaluate(
    async (files, name) => {
      const [images, labels, testImages, testLabels] = files.map((text) =>
        Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)),
      );
      const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
      const train = { images, labels };
      const test = { images: testImages, labels: testLabels };
      await session.useOwnData({ train, test, name, heldOut: 0 });
    },
    files,
    `digits ${seed}`,
  );
  return test;
}

/** Their images and labels as files. @param {ReturnType<typeof engine.handwriting>} data */
function idxPair(data) {
  const images = new Uint8Array(data.count * 784);
  for (let i = 0; i < data.count; i++) images.set(data.image(i), i * 784);
  return [idx([data.count, 28, 28], images), idx([data.count], data.labels)];
}

/** An IDX file of unsigned bytes. @param {number[]} sizes @param {Uint8Array} bytes */
function idx(sizes, bytes) {
  const file = new Uint8Array(4 + 4 * sizes.length + bytes.length);
  const view = new DataView(file.buffer);
  file.set([0, 0, 8, sizes.length]);
  for (const [i, size] of sizes.entries()) view.setUint32(4 + 4 * i, size);
  file.set(bytes, 4 + 4 * sizes.length);
  return file;
}
