/** The tour is offered once in a browser, and fetched when it is taken. */
import * as texts from "../texts/en/shell.js";
import { fetched } from "./fetched.js";

/** @typedef {import("../model/session.js").Session} Session */

/** Under which the browser remembers that the tour was offered. */
const OFFERED = "downhill-tour";
/** Key of the notice that offers it. */
export const TOUR = "tour";
/** With so many notices on the page there is no room for an offer. */
const CROWDED = 2;

/** Takes it; rejects when it cannot be fetched. @param {Session} session */
export async function takeTour(session) {
  session.dismiss(TOUR);
  const focused = document.activeElement;
  await fetched(import("./tour.js"));
  /** @type {any} */ (document.querySelector("dh-tour")).start(focused);
}

/** @param {Session} session */
export function offerTour(session) {
  if (wasOffered() || session.state.notices.length >= CROWDED) return;
  remember();
  const act = () => takeTour(session);
  session.say(texts.offerTour, { key: TOUR, button: texts.showMe, act });
}

function wasOffered() {
  try {
    return localStorage.getItem(OFFERED) !== null;
  } catch {
    // Without storage it would be offered at every visit.
    return true;
  }
}

function remember() {
  try {
    localStorage.setItem(OFFERED, "1");
  } catch {
    // It is not offered when this fails.
  }
}
