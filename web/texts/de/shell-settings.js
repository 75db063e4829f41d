/** The dialog with all settings, with its data panel and its share panel. */
import { count, fingerprint } from "../../common/numbers.js";

export const settings = "Einstellungen";
export const closeSettings = "Einstellungen schließen";
export const network = "Netz";
export const networkNote = "Eine Änderung hier beginnt mit einem neuen Zufallsnetz.";
export const data = "Daten";
export const training = "Training";
export const trainingNote = "Eine Änderung hier wirkt, ohne das Netz zurückzusetzen.";
export const saveAndShare = "Speichern und teilen";

/* ---- how the settings differ from the presets ---- */

export const forTrainingOn = "Einstellungen zum Weitertrainieren dieses Netzes.";
/** @param {string} preset */
export const asIn = (preset) => `Einstellungen wie in „${preset}“.`;

/**
 * @param {string} preset
 * @param {{ label: string, there: string }[]} differences  there: the value in the preset
 */
export function closestTo(preset, differences) {
  const list = differences.map(({ label, there }) => `${label} (dort: ${there})`);
  return `Am nächsten an „${preset}“; anders: ${list.join(", ")}.`;
}

/* ---- data ---- */

export const yourData = "Deine Daten …";
export const useMnist = "MNIST nehmen";
export const useHandwriting = "Eingebaute Handschrift nehmen";

/* ---- links ---- */

export const copyLink = "Link zu diesem Netz kopieren";

/**
 * @param {string} why  half a sentence
 * @param {boolean} hasFile  the model file can be saved
 * @param {boolean} fitsInLink  a link can carry the network
 */
export function inexact(why, hasFile, fitsInLink) {
  const ways = [
    ...(hasFile ? ["die Modelldatei"] : []),
    ...(fitsInLink ? ["einen Link, der das Netz enthält"] : []),
  ];
  const what = `Dieser Link erzeugt nicht genau dieses Netz, denn ${why}.`;
  return ways.length
    ? `${what} Um genau dieses Netz zu teilen, nimm ${ways.join(" oder ")}.`
    : what;
}

export const copyWeights = "Link kopieren, der das Netz enthält";
/** @param {number} length  of the link, in thousands of characters */
export function weightsNote(length) {
  const size = length ? `etwa ${count(1000 * length)}` : "unter 1.000";
  const warning = "was manche Mail- und Chatprogramme abschneiden";
  return `Exakt bis aufs letzte Bit; ${size} Zeichen lang, ${warning}.`;
}

/** @param {string} print  of the network that the link makes exactly, or "" */
export const makes = (print) =>
  print ? `Er öffnet genau dieses Netz (Fingerabdruck ${fingerprint(print)}).` : "";
/** @param {string} print  see `makes` */
export const copied = (print) => ["Link kopiert.", makes(print)].filter(Boolean).join(" ");
/** @param {string} why */
export const linkNotMade = (why) => `Der Link wurde nicht erzeugt: ${why}`;

export const makeClassLink = "Klassen-Link erstellen …";

/* ---- model files ---- */

export const saveFile = "Modelldatei speichern";
export const saveOnnx = "ONNX speichern";
export const openFile = "Modelldatei öffnen";
export const filesNote =
  "Beide Dateien enthalten das Netz bis aufs letzte Bit; ONNX läuft in anderen Programmen. Auch " +
  "Netze anderer Programme lassen sich hier öffnen, aus safetensors oder ONNX.";
/** @param {string} name */
export const saved = (name) => `Gespeichert als ${name}.`;
/** @param {string} why */
export const notSaved = (why) => `Die Modelldatei wurde nicht gespeichert: ${why}`;
