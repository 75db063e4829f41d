/**
 * What must be true of the page after any sequence of user actions, and the actions. The model
 * knows what a user knows: how the network began, what was done to it since, and what each undo
 * must bring back.
 *
 * @typedef {import("../support/browser-in-node.js").Tab} Tab
 * @typedef {import("../../web/common/settings.js").NetworkSettings} NetworkSettings
 *
 * @typedef {object} Before  what an undo must bring back
 * @property {string | null} fingerprint  null: the action left the network alone
 * @property {NetworkSettings} settings
 * @property {boolean} hasWork  the network would be missed
 * @property {readonly (keyof NetworkSettings)[]} keys  of the settings that the action changed
 * @property {string} data  kind of the digits that the action replaced, or ""
 * @property {boolean} isDivergence  the network is the last good one, which the user does not know
 *
 * @typedef {object} Model
 * @property {string} start  kind of the start
 * @property {number} steps
 * @property {string[]} hands  what was done by other means than training
 * @property {number} handsAt  steps when the last of these was done
 * @property {Before[]} undo
 * @property {Before[]} redo
 * @property {Facts[]} undoFacts  parallel to `undo`
 * @property {Facts[]} redoFacts
 * @property {number} gesture
 * @property {number} drawings  taught so far on these data
 *
 * @typedef {Pick<Model, "start" | "steps" | "hands" | "handsAt">} Facts
 *
 * @typedef {object} Real
 * @property {Tab} tab
 */
import assert from "node:assert/strict";
import { historyOf, nameOf, stepsOf } from "../../web/common/provenance.js";
import { NETWORK_KEYS } from "../../web/common/settings.js";
import { engine } from "../support/browser-in-node.js";

/** @returns {Model} */
export const firstModel = () => ({
  start: "lesson",
  steps: 0,
  hands: [],
  handsAt: 0,
  undo: [],
  redo: [],
  undoFacts: [],
  redoFacts: [],
  gesture: 0,
  drawings: 0,
});

/** @param {Model} model */
export const factsOf = ({ start, steps, hands, handsAt }) => ({
  start,
  steps,
  hands: [...hands],
  handsAt,
});

/** @param {Tab} tab @returns {NetworkSettings} */
export function settingsIn({ state }) {
  return /** @type {any} */ (
    Object.fromEntries(NETWORK_KEYS.map((key) => [key, state.settings[key]]))
  );
}

/** @param {Tab} tab @param {Model} model @param {boolean} replaces @returns {Before} */
export function before(tab, model, replaces) {
  return {
    fingerprint: replaces ? tab.state.fingerprint : null,
    settings: settingsIn(tab),
    hasWork: model.steps > 0 || model.hands.length > 0 || model.start === "file",
    ...{ keys: [], data: "", isDivergence: false },
  };
}

const MOST = 40;

/**
 * An undoable action has happened.
 * @param {Model} model
 * @param {Before} was
 * @param {ReturnType<typeof factsOf>} facts
 */
export function pushed(model, was, facts) {
  for (const [i, entry] of model.redo.entries()) {
    if (entry.fingerprint === null || !entry.hasWork || entry.isDivergence) continue;
    model.undo.push(entry);
    model.undoFacts.push(model.redoFacts[i]);
  }
  model.undo.push(was);
  model.undoFacts.push(facts);
  model.redo = [];
  model.redoFacts = [];
  model.undo = model.undo.slice(-MOST);
  model.undoFacts = model.undoFacts.slice(-MOST);
}

/** The network at rest: nothing runs, everything is evaluated. @param {Tab} tab */
export async function atRest(tab) {
  await tab.until(({ phase }) => phase !== "running" && phase !== "waiting");
  await tab.until(({ evaluation, version, data }) => !data.test || evaluation?.version === version);
}

/** One network for all checks. */
const scratch = new Map();

/** @param {Tab} tab */
function networkIn({ state }) {
  const { layers, hidden, output, cost } = /** @type {any} */ (state.network);
  const key = [layers, hidden, output, cost].join();
  if (!scratch.has(key)) scratch.set(key, engine.network({ layers, hidden, output, cost }));
  const net = scratch.get(key);
  net.setParameters(state.parameters);
  return net;
}

/**
 * Everything that must hold of what is on the screen.
 * @param {Tab} tab
 * @param {Model} model
 * @param {import("../../wasm/dataset.js").Dataset} digits the test digits of the host
 */
export function assertTrue(tab, model, digits) {
  const { state } = tab;
  const provenance = /** @type {import("../../web/common/provenance.js").Provenance} */ (
    state.provenance
  );
  // The caption is the provenance's, and the provenance is what was done.
  assert.equal(provenance.start.kind, model.start);
  assert.equal(stepsOf(provenance), model.steps);
  assert.equal(state.steps, model.steps);
  assert.deepEqual(
    provenance.done
      .filter(({ kind }) => kind !== "trained" && kind !== "examples")
      .map(({ kind }) => kind),
    model.hands,
  );
  const caption = `${nameOf(provenance)} ${historyOf(provenance)}`;
  if (!model.steps) assert.doesNotMatch(caption, /trained for [\d,]+ steps? on/);
  else assert.match(caption, /trained for [\d,]+ steps? on|…/);
  // The settings describe this very network.
  assert.deepEqual([784, ...state.settings.layers, 10], state.network?.layers);
  assert.equal(state.settings.hidden, state.network?.hidden);
  assert.equal(state.settings.cost, state.network?.cost);
  // Every number is this network's.
  const net = networkIn(tab);
  assert.equal(net.fingerprint, state.fingerprint);
  assert.equal(state.evaluation?.generation ?? state.generation, state.generation);
  if (state.evaluation?.version === state.version && state.data.kind === "mnist") {
    assert.equal(state.evaluation.accuracy, net.evaluate(digits).accuracy);
  }
  if (state.reading) {
    assert.equal(state.reading.shown.id, state.shown.id);
    assert.deepEqual(
      state.reading.activations[state.reading.activations.length - 1],
      net.predict(state.reading.pixels),
    );
  }
  // What can be undone is what the user did.
  assert.equal(state.history.undo !== "", model.undo.length > 0);
  assert.equal(state.history.redo !== "", model.redo.length > 0);
}
