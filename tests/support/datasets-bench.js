/** Datasets beside a host that serves a few digits, and a clock that a test moves. */
import assert from "node:assert/strict";
import { loadEngine } from "../../wasm/engine.js";
import { Datasets, loadSources } from "../../web/worker/datasets.js";

await loadSources();

import { DigitChecksum } from "../../web/worker/digit-source.js";
import { yieldToEvents } from "../../web/worker/scheduling.js";
import { DigitsHost, idxOf } from "./mnist-host.js";

/** @typedef {import("../../web/worker/protocol.js").DataReport} DataReport */

/** The host's digits: enough for three pieces of a thousand and for two. */
export const TRAIN = 2500;
export const TEST = 1200;
export const BASE = "http://host/data/";

const engine = await loadEngine();
const written = engine.handwriting({ count: TRAIN + TEST, seed: 7 });
/** What the host has, as pairs of IDX files. */
export const digits = { train: idxOf(written, 0, TRAIN), test: idxOf(written, TRAIN) };

const whole = { train: TRAIN, trainTotal: TRAIN, test: TEST, complete: true };
const madeHere = { train: 20_000, trainTotal: 20_000, test: 4000, complete: true };
const fine = { trouble: "", remedy: "" };
/** Summaries of complete data without trouble. */
export const MNIST = { kind: "mnist", ...whole, ...fine };
export const HANDWRITING = { kind: "handwriting", ...madeHere, ...fine };

/** @param {number} count @returns {import("../../web/worker/protocol.js").OwnData} */
export const ownDigits = (count) => ({
  train: idxOf(written, 0, count),
  test: null,
  name: "my-images",
  heldOut: 1 / 7,
});

/** Time that passes when a test says so. */
class Clock {
  #now = 0;
  /** @type {Set<{ due: number, milliseconds: number, act: () => void }>} */ #timers = new Set();
  /** @type {{ milliseconds: number, resolve: () => void }[]} */ #waiting = [];

  /** @type {import("../../web/worker/download.js").SetTimer} */
  setTimer = (act, milliseconds) => {
    const timer = { due: this.#now + milliseconds, milliseconds, act };
    this.#timers.add(timer);
    for (const each of this.#waiting) if (each.milliseconds === milliseconds) each.resolve();
    return () => this.#timers.delete(timer);
  };

  /** Resolves when a timer of that length runs. @param {number} milliseconds */
  async started(milliseconds) {
    if ([...this.#timers].some((timer) => timer.milliseconds === milliseconds)) return;
    await new Promise((resolve) => {
      this.#waiting.push({ milliseconds, resolve: () => resolve(undefined) });
    });
  }

  /** @param {number} milliseconds */
  pass(milliseconds) {
    this.#now += milliseconds;
    for (const timer of [...this.#timers]) {
      if (timer.due > this.#now || !this.#timers.delete(timer)) continue;
      timer.act();
    }
  }

  /** Waits for each of these pauses to begin, and lets it pass. @param {...number} pauses */
  async passEach(...pauses) {
    for (const milliseconds of pauses) {
      await this.started(milliseconds);
      this.pass(milliseconds);
    }
  }

  get running() {
    return this.#timers.size;
  }
}

/** Datasets, and all that they told. Each report is checked against the digits. */
export class Bench {
  engine = engine;
  host = new DigitsHost(digits.train, digits.test);
  clock = new Clock();
  /** @type {DataReport[]} */ reports = [];
  /** Training digits in use at each call of beforeReplace. @type {number[]} */ replaced = [];
  /** @type {{ is: (report: DataReport) => boolean, resolve: () => void }[]} */ #waiting = [];

  /** @param {Partial<import("../../web/worker/datasets.js").DatasetsOptions>} [options] */
  constructor(options = {}) {
    this.datasets = new Datasets(engine, {
      fetch: this.host.fetch,
      yieldToEvents,
      setTimer: this.clock.setTimer,
      files: this.host.files,
      onChange: (report) => this.#changed(report),
      beforeReplace: () => this.#letGo(),
      ...options,
    });
  }

  /** Digits in use are not freed yet. */
  #letGo() {
    const { train, test } = this.datasets;
    assert.ok(train || test);
    test?.label(0);
    train?.label(0);
    this.replaced.push(train?.count ?? 0);
  }

  /** @param {DataReport} report */
  #changed(report) {
    const { train, test } = this.datasets;
    assert.equal(report.train, train?.count ?? 0);
    assert.equal(report.test, test?.count ?? 0);
    assert.ok(report.train <= report.trainTotal, `${report.train} of ${report.trainTotal}`);
    assert.ok(!report.complete || report.train === report.trainTotal);
    assert.ok(report.generation >= (this.reports.at(-1)?.generation ?? 0));
    this.reports.push(report);
    for (const each of this.#waiting) if (each.is(report)) each.resolve();
  }

  get report() {
    return this.datasets.report;
  }

  /** Resolves at the first report that is so. @param {(report: DataReport) => boolean} is */
  async until(is) {
    if (is(this.report)) return;
    await new Promise((resolve) => this.#waiting.push({ is, resolve: () => resolve(undefined) }));
  }

  /** Loads, with these faults of the host. @param {DigitsHost["faults"]} [faults] */
  load(faults = {}) {
    this.host.faults = faults;
    return this.datasets.load(BASE);
  }

  /**
   * Loads until handwriting takes over, and stops it there: what it says is settled.
   * @param {DigitsHost["faults"]} faults @param {() => Promise<void>} [meanwhile]
   */
  async loadInVain(faults, meanwhile) {
    const loading = this.load(faults);
    await meanwhile?.();
    await this.until(({ kind }) => kind === "handwriting");
    const { trouble, remedy } = this.report;
    this.datasets.useOwn(ownDigits(7));
    await loading;
    return { trouble, remedy };
  }

  /** The main parts of the report. */
  get summary() {
    const { kind, train, trainTotal, test, complete, trouble, remedy } = this.report;
    return { kind, train, trainTotal, test, complete, trouble, remedy };
  }

  /** The checksum that the report should give, from the digits themselves. */
  get checksum() {
    const { images, labels } = idxOf(this.datasets.of("train"));
    const checksum = new DigitChecksum();
    checksum.add({ images: images.subarray(16), labels: labels.subarray(8) });
    return checksum.finish();
  }
}
