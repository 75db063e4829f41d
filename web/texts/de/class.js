/** Class links: the dialog that makes them, and the sheet that is printed. */

import { html } from "lit";

export const title = "Klassen-Link";
export const close = "Schließen";
export const intro =
  "Ein Link für eine Klasse öffnet dieses Netz nur mit dem, was du wählst. Was ausgeblendet ist, " +
  "fehlt überall: in der Leiste, in der Liste der Labore, für Tasten und für Adressen.";
/** @param {(words: string) => unknown} plans  a link */
export const orPlan = (plans) =>
  html`Oder nimm einen der ${plans("Stundenentwürfe")}: Jeder Schritt darin hat seinen Link.`;

export const shown = "Gezeigte Labore";
export const hidden = "Ausgeblendete Bedienelemente";
export const language = "Sprache";
export const ownLanguage = "Jeweils die eigene";
export const withLook = "Mit Design und Trainingstempo dieser Seite";
export const task = "Aufgabe, über dem Code gedruckt";
export const noPlace = "Wähle mindestens ein Labor.";

export const qrCode = "QR-Code des Links";
/** @param {number} most characters */
export const tooLong = (most) =>
  `Der Link hat mehr als ${most} Zeichen: So einen Code liest kein Tablet. ` +
  "Kopiere ihn stattdessen.";
export const copyLink = "Link kopieren";
export const print = "Mit der Aufgabe drucken";

/** Why the link does not make the very network on the page. @param {string} why half a sentence */
export const inexact = (why) => `Er erzeugt nicht genau dieses Netz, denn ${why}.`;
