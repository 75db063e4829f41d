/** Tabs on a small host of digits, closed when the tests of a file have ended. */
import { after } from "node:test";
import { Browser } from "../support/browser-in-node.js";
import { digitHost } from "../support/digit-host.js";

export const host = digitHost();

/** @type {import("../support/browser-in-node.js").Tab[]} */
const tabs = [];
after(() => {
  for (const tab of tabs) tab.close();
});

/** A visitor's browser that reaches the small host. @param {Record<string, any>} [worker] */
export function visitor(worker = {}) {
  return new Browser({ fetch: host.fetch, worker: { files: host.files, ...worker } });
}

/**
 * A tab whose network is at rest.
 * @param {string} [hash] @param {Browser} [browser] @param {{ data?: boolean }} [options]
 */
export async function open(hash = "", browser = visitor(), options = {}) {
  const tab = await browser.open(hash, options);
  tabs.push(tab);
  if (options.data === false) return tab;
  await tab.until(({ phase, replaying }) => phase === "paused" && !replaying);
  await tab.until(({ evaluation, version }) => evaluation?.version === version);
  return tab;
}

/**
 * Trains until that many steps more are done, and pauses.
 * @param {import("../support/browser-in-node.js").Tab} tab
 * @param {number} [steps]
 */
export async function train(tab, steps = 1) {
  const wanted = tab.state.steps + steps;
  await tab.session.run();
  await tab.until(({ steps: now, phase }) => now >= wanted || phase !== "running");
  await tab.session.pause();
}
