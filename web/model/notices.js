/**
 * The list of notices. A notice with a key takes the place of the one before with that key.
 *
 * @typedef {import("./state.js").Notice} Notice
 */

import * as texts from "../texts/en/model.js";

/** More are not shown at once; the oldest that does not stay goes first. */
const MOST = 3;

let newest = 0;

/**
 * @param {readonly Notice[]} notices
 * @param {Omit<Notice, "id" | "key"> & { key?: string }} notice
 */
export function withNotice(notices, { key = "", ...rest }) {
  const added = { id: ++newest, key, ...rest };
  const others = notices.filter((each) => !key || each.key !== key);
  while (others.length >= MOST) {
    const first = others.findIndex(({ stays }) => !stays);
    others.splice(Math.max(0, first), 1);
  }
  return { id: added.id, notices: [...others, added] };
}

/**
 * A notice's button that undoes the newest entry of the history, as long as that is entry `top`.
 * @param {import("./session.js").Session} session @param {number | null} top
 */
export function undoButton(session, top) {
  return { button: texts.undo, act: () => session.state.history.top === top && session.undo() };
}

/**
 * Says what was done, with a button that undoes it. Without another entry in the history nothing
 * has changed: what was said of the same before stays, with its button.
 * @param {import("./session.js").Session} session @param {string} text
 * @param {number} [before]  the history's top before it was done
 */
export function sayUndo(session, text, before) {
  const { history, notices } = session.state;
  const isNews = history.top !== before;
  if (isNews || !notices.some((each) => each.text === text))
    session.say(text, { key: "undo", ...(isNews && undoButton(session, history.top)) });
}

/**
 * Says so if training, or its wait for digits, is ended by what began just now; a failure may have
 * ended nothing.
 * @template T
 * @param {import("./session.js").Session} session
 * @param {string} why  "weights were edited" @param {Promise<T>} work
 */
export async function endingTraining(session, why, work) {
  const { isBusy, state } = session;
  try {
    return await work;
  } finally {
    if (isBusy && !session.isBusy)
      session.say(texts.trainingEnded(state.phase === "waiting", why), { key: "ended" });
  }
}

/** @param {readonly Notice[]} notices @param {number | string} which  id, or key */
export function withoutNotice(notices, which) {
  const found = notices.some(({ id, key }) => id === which || key === which);
  return found ? notices.filter(({ id, key }) => id !== which && key !== which) : notices;
}
