/** Class links: the dialog that makes them, and the sheet that is printed. */

import { html } from "lit";

export const title = "Class link";
export const close = "Close";
export const intro =
  "A link for a class opens this network with only what you choose. What is hidden is hidden " +
  "everywhere: in the bar, in the list of labs, for keys and for addresses.";
/** @param {(words: string) => unknown} plans  a link */
export const orPlan = (plans) =>
  html`Or take one of the ${plans("lesson plans")}: each of their steps has its link.`;

export const shown = "Labs that are shown";
export const hidden = "Controls that are hidden";
export const language = "Language";
export const ownLanguage = "Each reader’s own";
export const withLook = "With this page’s theme and training speed";
export const task = "Task, printed above the code";
export const noPlace = "Choose at least one lab.";

export const qrCode = "QR code of the link";
/** @param {number} most characters */
export const tooLong = (most) =>
  `The link is longer than ${most} characters: no tablet reads a code of it. Copy it instead.`;
export const copyLink = "Copy the link";
export const print = "Print it with the task";

/** Why the link does not make the very network on the page. @param {string} why half a sentence */
export const inexact = (why) => `It does not make exactly this network, because ${why}.`;
