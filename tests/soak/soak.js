/**
 * Uses the built page at random for a long time, in Chromium and in Firefox, and says what went
 * wrong:
 *
 *   node tests/soak/soak.js [--seconds 600] [--seed 1] [--browser chromium|firefox]
 *
 * For the first half it stays in one document, so that memory which only grows shows; then it also
 * reloads, goes back and follows links. It ends with 1 at an error that nobody has caught, a
 * failure that the page shows, a blank page, a frame of more than 250 ms, or memory that grows.
 */
import { parseArgs } from "node:util";
import { findBrowser, launch, openPage, servePage } from "../support/browser.js";
import { until } from "../support/visitor.js";
import { droppedFiles, served } from "./files.js";
import * as inPage from "./in-page.js";
import { heldBy, memoryOf } from "./memory.js";
import { Monkey } from "./monkey.js";
import { seeded } from "./random.js";

/**
 * @typedef {import("./memory.js").Held & { at: number, held: number,
 *   places: Map<string, number> }} Sample  how many nodes each place of the document has
 */

const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "600" },
    seed: { type: "string", default: "1" },
    browser: { type: "string", multiple: true, default: ["chromium", "firefox"] },
  },
});
/** Milliseconds of one frame. */
const LONGEST_FRAME = 250;
/** Part by which memory may differ between the two thirds that are compared. */
const TREND = 0.05;
/** Milliseconds between two looks at the memory. */
const BETWEEN_SAMPLES = 15_000;
const MEGABYTE = 2 ** 20;

/** What one browser has gone through. */
class Soak {
  /** @type {string[]} */ faults = [];
  /** @type {Sample[]} */ samples = [];
  longest = 0;
  /** @type {Record<string, number>} */ counts = {};
  #started = Date.now();

  /** @param {"chromium" | "firefox"} name @param {number} seconds @param {number} seed */
  constructor(name, seconds, seed) {
    this.name = name;
    this.seconds = seconds;
    this.random = seeded(seed);
  }

  get elapsed() {
    return (Date.now() - this.#started) / 1000;
  }

  async run() {
    const { answer, dropped } = served(await droppedFiles());
    const browser = await launch(this.name);
    const server = await servePage({ mnist: true, answer });
    try {
      const { page, errors } = await openPage(browser, server.url, { before: inPage.watch });
      page.on("dialog", (dialog) => dialog.accept().catch(() => {}));
      // A link that leads elsewhere opens a tab, behind which the page would sleep.
      browser.on("targetcreated", async (target) => {
        const tab = target.type() === "page" ? await target.page() : null;
        if (tab && tab !== page) await tab.close().catch(() => {});
      });
      this.#started = Date.now();
      await until(page, "status", "ready");
      const half = this.seconds / 2;
      const first = new Monkey(page, this.random, dropped, true);
      await first.lookAround();
      await this.#use(first, half, errors, browser);
      await this.#use(new Monkey(page, this.random, dropped, false), this.seconds, errors, null);
    } finally {
      await browser.close();
      server.close();
    }
  }

  /**
   * @param {Monkey} monkey @param {number} end  seconds @param {string[]} errors  the browser's
   * @param {import("puppeteer-core").Browser | null} browser  whose memory is looked at
   */
  async #use(monkey, end, errors, browser) {
    let next = 0;
    while (this.elapsed < end) {
      await monkey
        .act()
        .catch((error) => this.#fault(`the page does not answer: ${error}`, monkey));
      await this.#look(monkey, errors);
      if (browser && Date.now() >= next) {
        await this.#sample(monkey.page, browser);
        next = Date.now() + BETWEEN_SAMPLES;
      }
    }
    for (const [kind, count] of Object.entries(monkey.counts)) {
      this.counts[kind] = (this.counts[kind] ?? 0) + count;
    }
  }

  /** @param {Monkey} monkey @param {string[]} errors */
  async #look(monkey, errors) {
    const said = await monkey.page.evaluate(inPage.report).catch(() => null);
    for (const error of errors.splice(0)) {
      if (!/ResizeObserver loop/.test(error)) this.#fault(error, monkey);
    }
    if (!said) return;
    for (const error of said.errors) this.#fault(error, monkey);
    if (said.failure) this.#fault(`failed: ${said.failure}`, monkey);
    if (said.isBlank) this.#fault("the page is blank", monkey);
    this.longest = Math.max(this.longest, said.longest);
    if (said.longest > LONGEST_FRAME) {
      this.#fault(`a frame of ${Math.round(said.longest)} ms`, monkey);
    }
    if (said.failure) {
      await monkey.page.reload({ waitUntil: "load" });
      await until(monkey.page, "status", "ready");
    }
  }

  /** @param {string} what @param {Monkey} monkey */
  #fault(what, monkey) {
    const steps = monkey.log.slice(-6).join("\n    ");
    this.faults.push(what);
    console.log(`${this.name}, ${this.elapsed.toFixed(0)} s: ${what}\n  after\n    ${steps}`);
  }

  /**
   * Memory of the page at rest, with the network of the first visit, no drawing and no lab open.
   * @param {import("puppeteer-core").Page} page @param {import("puppeteer-core").Browser} browser
   */
  async #sample(page, browser) {
    await page.evaluate(toRest);
    await until(page, "lab", "");
    await until(page, "phase", "paused");
    const held = memoryOf(browser.process()?.pid ?? 0);
    const counted = this.name === "chromium" ? await heldBy(page) : null;
    const { heap = 0, objects = 0, nodes = 0, listeners = 0, kinds = new Map() } = counted ?? {};
    const places = new Map(Object.entries(await page.evaluate(inPage.countNodes)));
    this.samples.push({ at: this.elapsed, heap, objects, nodes, listeners, kinds, held, places });
    await page.evaluate(goOn);
  }

  /**
   * @returns {{ what: string, from: number, to: number }[]} medians of the last two thirds; none of
   *   a short run
   */
  get trends() {
    const third = Math.floor(this.samples.length / 3);
    if (third === 0) return [];
    const middle = this.samples.slice(third, 2 * third);
    const last = this.samples.slice(-third);
    const keys =
      this.name === "chromium"
        ? /** @type {const} */ (["objects", "nodes", "listeners"])
        : /** @type {const} */ (["held"]);
    return keys.map((what) => ({
      what,
      from: median(middle.map((sample) => sample[what])),
      to: median(last.map((sample) => sample[what])),
    }));
  }

  /**
   * What there is more of at the end than after the first third, most first.
   * @param {"kinds" | "places"} what @returns {[string, number][]}
   */
  #more(what) {
    const from = this.samples[Math.floor(this.samples.length / 3)]?.[what] ?? new Map();
    const to = this.samples.at(-1)?.[what] ?? new Map();
    return [...to]
      .map(([name, now]) => /** @type {[string, number]} */ ([name, now - (from.get(name) ?? 0)]))
      .sort(([, a], [, b]) => b - a);
  }

  /** @returns {string[]} what has grown most, in kB */
  get grown() {
    const most = this.#more("kinds").slice(0, 8);
    return most.map(([kind, bytes]) => `${kind} +${(bytes / 1000).toFixed(0)}`);
  }

  /** @returns {string[]} which places have another number of nodes, and how many more or less */
  get fuller() {
    const others = this.#more("places").filter(([, more]) => more);
    return others.map(([place, more]) => `${place} ${more > 0 ? "+" : ""}${more}`);
  }

  get grows() {
    return this.trends.filter(({ from, to }) => to > from * (1 + TREND));
  }
}

/** Runs in the page: as on the first visit, and frames are not counted. */
async function toRest() {
  const { soak } = /** @type {any} */ (globalThis);
  soak.isPaused = true;
  const { session } = /** @type {any} */ (document.querySelector("dh-playground"));
  for (const dialog of document.querySelectorAll("dialog[open]")) {
    /** @type {HTMLDialogElement} */ (dialog).close();
  }
  location.hash = "";
  session.goTo("");
  session.pause();
  // A drawing that grows is no memory that is lost.
  session.draw([]);
  await session.begin("lesson");
  for (const { id } of session.state.notices) session.dismiss(id);
}

/** Runs in the page. */
function goOn() {
  /** @type {any} */ (globalThis).soak.isPaused = false;
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

/** @param {Soak} soak */
function tell(soak) {
  const actions = Object.values(soak.counts).reduce((sum, count) => sum + count, 0);
  const kinds = Object.entries(soak.counts).map(([kind, count]) => `${kind} ${count}`);
  console.log(`${soak.name}: ${actions} actions in ${soak.elapsed.toFixed(0)} s`);
  console.log(`  ${kinds.join(", ")}`);
  console.log(`  longest frame ${Math.round(soak.longest)} ms; faults ${soak.faults.length}`);
  for (const { at, heap, objects, nodes, listeners, held, places } of soak.samples) {
    const sizes = [objects, heap, held].map((bytes) => (bytes / MEGABYTE).toFixed(2));
    const memory = `${sizes[0]} MB of objects, heap ${sizes[1]} MB, processes ${sizes[2]} MB`;
    // Those outside of it are templates, or lost.
    const inDocument = [...places.values()].reduce((sum, count) => sum + count, 0);
    const counts = `${nodes} nodes, ${inDocument} of the document, ${listeners} listeners`;
    console.log(`  ${at.toFixed(0)} s: ${memory}, ${counts}`);
  }
  for (const { what, from, to } of soak.trends) {
    console.log(`  ${what}: ${from} → ${to} (${((to / from - 1) * 100).toFixed(1)}%)`);
  }
  if (!soak.grows.length) return;
  console.log(`  grown most, in kB: ${soak.grown.join(", ")}`);
  console.log(`  nodes: ${soak.fuller.join(", ")}`);
}

let isWell = true;
for (const name of values.browser) {
  const browser = /** @type {"chromium" | "firefox"} */ (name);
  if (!findBrowser(browser)) {
    console.log(`${browser} is not installed`);
    continue;
  }
  const soak = new Soak(browser, Number(values.seconds), Number(values.seed));
  await soak.run();
  tell(soak);
  isWell &&= !soak.faults.length && !soak.grows.length;
}
process.exitCode = isWell ? 0 : 1;
