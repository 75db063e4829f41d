/**
 * What a report of the worker makes of the page's state and of its notices.
 *
 * @typedef {import("../worker/protocol.js").Report} Report
 * @typedef {import("./state.js").State} State
 * @typedef {import("./state.js").Notice} Notice
 */
import * as texts from "../texts/en/model.js";
import { undoButton } from "./notices.js";
import { sprintResult } from "./sprint.js";

/**
 * @param {Report} report @param {State} before @param {import("./input.js").CurrentInput} input
 * @returns {Omit<State, "settings" | "status" | "lab" | "failure" | "shown" | "notices" |
 *   "stepSize" | "digits" | "curveVersion">}
 */
export function stateOf(report, before, input) {
  const { card, settings, parameters, reading, cost, ...rest } = report;
  const isNew = report.generation !== before.generation;
  // Without a step more: undone, put back, or changed by hand.
  const isOther = isNew || (report.version !== before.version && report.steps <= before.steps);
  const shown = reading && input.withId(reading.input);
  const isKnown = report.evaluation?.generation === report.generation;
  return {
    ...rest,
    network: kept(before.network, card),
    provenance: kept(before.provenance, rest.provenance),
    data: kept(before.data, rest.data),
    history: kept(before.history, rest.history),
    saving: kept(before.saving, rest.saving),
    parameters: parameters ?? before.parameters,
    reading: reading && shown ? { ...reading, shown } : isNew ? null : before.reading,
    evaluation: isKnown ? sameEvaluation(before.evaluation, report.evaluation) : null,
    cost: cost ?? (isOther ? null : before.cost),
    neuron: isNew && !fits(before.neuron, card) ? null : before.neuron,
  };
}

/**
 * The object that was there, as long as the new one says the same: so a part sees by identity
 * whether anything changed.
 * @template T @param {T} before @param {T} now @returns {T}
 */
export function kept(before, now) {
  return JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

/** @param {State["evaluation"]} before @param {State["evaluation"]} now */
function sameEvaluation(before, now) {
  const words = (/** @type {State["evaluation"]} */ each) =>
    each && [each.version, each.count, each.cost, each.accuracy].join();
  return words(before) === words(now) ? before : now;
}

/** @param {State["neuron"]} neuron @param {Report["card"]} card */
function fits(neuron, card) {
  return neuron !== null && card !== null && neuron.index < (card.layers[neuron.layer] ?? 0);
}

/**
 * Notices that a report brings or takes away, by key.
 * @param {Report} report @param {State} before @param {import("./session.js").Session} session
 * @returns {Generator<[string, Omit<Notice, "id" | "key"> | null]>}
 */
export function* noticesOf(report, before, session) {
  const { data, saving, phase, history, trainingFailure } = report;
  if (data.trouble !== before.data.trouble || data.remedy !== before.data.remedy) {
    yield ["data", data.trouble ? { text: data.trouble, ...remedyOf(data, session) } : null];
  }
  if (saving.trouble !== before.saving.trouble) {
    yield ["saving", saving.trouble ? { text: saving.trouble } : null];
  }
  const { times, words } = trainingFailure;
  if (times && times !== before.trainingFailure.times) {
    yield ["training", { text: texts.trainingStopped(words), stays: true }];
  }
  const begins = phase === "running" && before.phase !== "running";
  if (begins || history.top !== before.history.top) yield ["undo", null];
  if (begins) yield ["ended", null];
  if (begins || report.generation !== before.generation) yield ["interrupted", null];
  const result = sprintResult(report);
  if (result !== sprintResult(before)) {
    const button = history.undo === texts.sprint ? undoButton(session, history.top) : {};
    yield ["sprint", result ? { text: result, stays: true, ...button } : null];
  }
  const { why, times: often } = report.divergence;
  if (why !== before.divergence.why || often !== before.divergence.times) {
    yield ["diverged", why ? divergence(why, report, session) : null];
  }
}

/** @param {Report["data"]} data @param {import("./session.js").Session} session */
function remedyOf({ remedy }, session) {
  if (remedy === "offer-handwriting") {
    const act = () => session.act(session.digits.useHandwriting(false));
    return { stays: true, button: texts.useHandwriting, act };
  }
  if (remedy === "retry") {
    return { stays: true, button: texts.tryAgain, act: () => session.act(session.loadData()) };
  }
  return { stays: true };
}

/**
 * @param {import("../worker/protocol.js").Divergence} why
 * @param {Report} report @param {import("./session.js").Session} session
 */
function divergence(why, { divergence: { canRecover }, settings }, session) {
  const notice = { text: texts.diverged[why](settings?.rate), stays: true };
  if (!canRecover) return notice;
  const button = why === "replaced" ? texts.lowerRate : texts.backToGood;
  return { ...notice, button, act: () => session.act(session.recover()) };
}
