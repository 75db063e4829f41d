/**
 * What a visitor of the page does and sees. The page's state is read where its parts read it: from
 * the session.
 */
import assert from "node:assert/strict";

/**
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {import("../../web/model/state.js").State} State
 */

/** Polled, not per frame: a page in the background paints no frame. */
export const PATIENCE = { polling: 40, timeout: 60_000 };

/** The selector of what bears this test id. @param {string} id */
export const byId = (id) => `[data-testid="${id}"]`;

/** @param {Page} page @param {string} id @returns {Promise<string>} the words it shows */
export function textOf(page, id) {
  return page.$eval(byId(id), (shown) => (shown.textContent ?? "").trim());
}

/**
 * One thing the page knows, by its path in the state.
 * @param {Page} page @param {string} path  "settings.rate", say @returns {Promise<any>}
 */
export function stateOf(page, path) {
  return page.evaluate((names) => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return names.reduce((/** @type {any} */ value, name) => value?.[name], session.state);
  }, path.split("."));
}

/**
 * Waits until something the page knows has that value, or one of those.
 * @param {Page} page @param {string} path @param {...unknown} values
 */
export async function until(page, path, ...values) {
  await page.waitForFunction(
    (names, wanted) => {
      const { session } = /** @type {any} */ (document.querySelector("dh-playground")) ?? {};
      const found = names.reduce((/** @type {any} */ value, name) => value?.[name], session?.state);
      return wanted.includes(found);
    },
    PATIENCE,
    path.split("."),
    values,
  );
}

/**
 * Waits until a number the page knows is at least that.
 * @param {Page} page
 * @param {string} path
 * @param {number} least
 */
export async function untilAtLeast(page, path, least) {
  await page.waitForFunction(
    (names, least) => {
      const { session } = /** @type {any} */ (document.querySelector("dh-playground")) ?? {};
      const found = names.reduce((/** @type {any} */ value, name) => value?.[name], session?.state);
      return found >= least;
    },
    PATIENCE,
    path.split("."),
    least,
  );
}

/**
 * Waits until words can be seen.
 * @param {Page} page
 * @param {string} selector
 * @param {RegExp} words
 */
export async function untilWords(page, selector, words) {
  await page.waitForFunction(
    (selector, source) =>
      new RegExp(source).test(document.querySelector(selector)?.textContent ?? ""),
    PATIENCE,
    selector,
    words.source,
  );
}

/**
 * Looks at a part as someone does who waits for it: until the next look or press it is kept in
 * sight, whatever grows above it.
 * @param {Page} page
 * @param {string} selector
 */
export async function lookAt(page, selector) {
  const handle = await page.waitForSelector(selector);
  await handle?.evaluate(async (part) => {
    await /** @type {any} */ (part).updateComplete;
    const look = () => {
      const { top, bottom } = part.getBoundingClientRect();
      const isInSight = bottom > 0 && top < innerHeight;
      if (!isInSight) part.scrollIntoView({ behavior: "instant" });
    };
    part.scrollIntoView({ behavior: "instant" });
    const gaze = new ResizeObserver(look);
    gaze.observe(document.body);
    /** @type {any} */ (window).gaze?.disconnect();
    /** @type {any} */ (window).gaze = gaze;
  });
}

/** The middle of a box on the page. @param {Page} page @param {string} selector */
export async function middleOf(page, selector) {
  const box = await (await page.waitForSelector(selector, { visible: true }))?.boundingBox();
  assert.ok(box, selector);
  return /** @type {[number, number]} */ ([box.x + box.width / 2, box.y + box.height / 2]);
}

/**
 * A click in the middle of the screen, where what loads above would push it.
 * @param {Page} page
 * @param {string} selector
 */
export const press = (page, selector) => clickWhere(page, selector, true);

/**
 * A click where it stands, if it stands in sight.
 * @param {Page} page
 * @param {string} selector
 */
export const clickOn = (page, selector) => clickWhere(page, selector, false);

/**
 * Clicks once more, if the page moved under the pointer on its way, or has another
 * element there now.
 * @param {Page} page
 * @param {string} selector
 * @param {boolean} isBrought  to the middle first
 */
async function clickWhere(page, selector, isBrought) {
  for (let clicks = 0; clicks < 3; clicks++) {
    const handle = await page.waitForSelector(selector);
    await handle?.evaluate(untilItStands, isBrought);
    if (!(await handle?.click().then(always, isReplaced))) continue;
    // A click may lead to another page, which knows nothing of it.
    const hit = await page.evaluate(() => /** @type {any} */ (window).hit).catch(() => "itself");
    if (hit === "itself" || hit === undefined) return;
  }
  assert.fail(`${selector} was missed three times`);
}

const always = () => true;

/** @param {Error} error  of a click @returns {false}  throws what is none of that */
function isReplaced(error) {
  if (/detached|not clickable/.test(error.message)) return false;
  throw error;
}

/**
 * Waits until it holds still, and notes what the next click hits.
 * @param {Element} element
 * @param {boolean} isBrought
 */
async function untilItStands(element, isBrought) {
  const page = /** @type {any} */ (window);
  if (isBrought) page.gaze?.disconnect();
  const top = () => {
    if (isBrought) element.scrollIntoView({ block: "center", behavior: "instant" });
    return element.getBoundingClientRect().top;
  };
  const end = performance.now() + 30_000;
  for (let still = 0, before = top(); still < (isBrought ? 4 : 1); ) {
    if (performance.now() > end) throw new Error(`moves all the time: ${element.outerHTML}`);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const now = top();
    still = now === before ? still + 1 : 0;
    before = now;
  }
  page.hit = "nothing";
  addEventListener(
    "click",
    (event) => {
      page.hit = event.composedPath().includes(element) ? "itself" : "another";
    },
    { capture: true, once: true },
  );
}

/**
 * Opens a lab as its link does, and waits until its instrument is there.
 * @param {Page} page
 * @param {string} id
 */
export async function openLab(page, id) {
  await page.waitForSelector(`nav.labs a[href="#${id}"]`);
  await page.$eval(`nav.labs a[href="#${id}"]`, (link) =>
    /** @type {HTMLElement} */ (link).click(),
  );
  await until(page, "lab", id);
  await page.waitForSelector(`#${id} .instrument[aria-busy="false"] > *`, { visible: true });
}

/**
 * Loads one of the networks of the menu.
 * @param {Page} page @param {"lesson" | "pretrained" | "best" | "random" | "sprint"} kind
 */
export async function loadNetwork(page, kind) {
  await press(page, byId("load"));
  await page.waitForSelector(`${byId(`load-${kind}`)}:not(:disabled)`, { visible: true });
  await clickOn(page, byId(`load-${kind}`));
}

/** Opens the settings by their button, unless they are open. @param {Page} page */
export async function openSettings(page) {
  if (await page.$("#settings-dialog[open]")) return;
  await press(page, "dh-toolbar .tools .settings");
  await page.waitForSelector("#settings-dialog[open] .sections");
}

/** The model file of the network on the page. @param {Page} page @returns {Promise<Uint8Array>} */
export async function modelOf(page) {
  const bytes = await page.evaluate(async () => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return [...(await session.modelFile())];
  });
  return Uint8Array.from(bytes);
}

/** Waits until nothing on the page moves anything else. @param {Page} page */
export async function untilStill(page) {
  await page.waitForFunction(
    (rounds) => {
      const seen = /** @type {any} */ (globalThis);
      const now = `${scrollY} ${document.documentElement.scrollHeight}`;
      seen.stillFor = now === seen.stillAt ? seen.stillFor + 1 : 0;
      seen.stillAt = now;
      return seen.stillFor >= rounds;
    },
    PATIENCE,
    8,
  );
}

/** Brings the digits in, as Train would. @param {Page} page */
export async function needDigits(page) {
  await until(page, "status", "ready");
  await page.evaluate(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    session.digits.need();
  });
}

/** Waits until the network is at rest, and evaluated as it is. @param {Page} page */
export async function untilAtRest(page) {
  await needDigits(page);
  await page.waitForFunction(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground")) ?? {};
    const { status, phase, replaying, evaluation, version } = session?.state ?? {};
    const isAtRest = status === "ready" && !replaying && phase !== "running" && phase !== "waiting";
    return isAtRest && evaluation?.version === version;
  }, PATIENCE);
}

/** Waits until the network, as it is, is saved in the browser. @param {Page} page */
export async function untilSaved(page) {
  await page.waitForFunction(() => {
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    return session.state.saving.version === session.state.version;
  }, PATIENCE);
}

/** Waits for the network and for every digit to learn from. @param {Page} page */
export async function untilComplete(page) {
  await needDigits(page);
  await until(page, "data.complete", true);
}

/**
 * Draws with the mouse, stroke by stroke.
 * @param {Page} page @param {number[][][]} strokes  points in 0…1 of the canvas
 */
export async function draw(page, strokes) {
  const canvas = /** @type {import("puppeteer-core").ElementHandle} */ (
    await page.$(byId("drawing"))
  );
  await canvas.evaluate((element) =>
    element.scrollIntoView({ block: "center", behavior: "instant" }),
  );
  const box = /** @type {import("puppeteer-core").BoundingBox} */ (await canvas.boundingBox());
  for (const [first, ...rest] of strokes) {
    const at = (/** @type {number[]} */ [x, y]) =>
      /** @type {[number, number]} */ ([box.x + x * box.width, box.y + y * box.height]);
    await page.mouse.move(...at(first));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...at(point));
    await page.mouse.up();
  }
}

/**
 * Waits until the canvas shows the picture that the network reads, pixel by pixel; in dark colours.
 * @param {Page} page
 */
export async function untilPainted(page) {
  await page.waitForFunction(() => {
    const canvas = /** @type {HTMLCanvasElement} */ (
      document.querySelector('[data-testid="drawing"]')
    );
    const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
    const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const { width } = canvas;
    const { data } = pen.getImageData(0, 0, width, width);
    const middle = (/** @type {number} */ cell) => Math.floor(((cell + 0.5) / 28) * width);
    return session.state.reading.pixels.every(
      (/** @type {number} */ pixel, /** @type {number} */ i) => {
        const red = data[4 * (middle(Math.floor(i / 28)) * width + middle(i % 28))];
        return Math.abs(red / 255 - pixel) < 0.05;
      },
    );
  }, PATIENCE);
}

/**
 * Part of a circle, as strokes go.
 * @param {number} x
 * @param {number} y
 * @param {number} rx
 * @param {number} ry
 */
function loop(x, y, rx, ry, from = -90, to = 270) {
  return Array.from({ length: 17 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / 16) * Math.PI) / 180;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/** Digits as anybody draws them. @type {Record<number, number[][][]>} */
export const DIGITS = {
  0: [loop(0.5, 0.5, 0.22, 0.32)],
  1: [
    [
      [0.52, 0.15],
      [0.5, 0.5],
      [0.48, 0.85],
    ],
  ],
  3: [[...loop(0.47, 0.33, 0.2, 0.17, -150, 90), ...loop(0.47, 0.67, 0.22, 0.18, -90, 150)]],
  7: [
    [
      [0.25, 0.2],
      [0.5, 0.2],
      [0.75, 0.2],
      [0.6, 0.5],
      [0.45, 0.85],
    ],
  ],
};

/** Drops files on the page. @param {Page} page @param {Record<string, Uint8Array>} files */
export function drop(page, files) {
  const plain = Object.entries(files).map(([name, bytes]) => ({ name, bytes: [...bytes] }));
  return page.evaluate((plain) => {
    const dataTransfer = new DataTransfer();
    for (const { name, bytes } of plain)
      dataTransfer.items.add(new File([Uint8Array.from(bytes)], name));
    document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true }));
  }, plain);
}

/** The text that is selected in the field that has the focus. @param {Page} page */
export function selectedText(page) {
  return page.evaluate(() => {
    const field = /** @type {HTMLInputElement} */ (document.activeElement);
    return field.value.slice(Number(field.selectionStart), Number(field.selectionEnd));
  });
}
