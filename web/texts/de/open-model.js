/** Model files that a visitor picks or drops. `name` is that of a file. */
import { fixed } from "../../common/numbers.js";

export const filesAreOff =
  "Die Dateien wurden nicht verwendet: Der Link dieser Seite schaltet Dateien aus.";

/** @param {string} name @param {string} why  one or more sentences */
export const notOpened = (name, why) => `${name} wurde nicht geöffnet. ${why}`;

/* ---- why, as sentences ---- */

export const notReadable =
  "Die Datei war nicht lesbar: Sie wurde nach der Auswahl verschoben, geändert oder gelöscht. " +
  "Wähle sie noch einmal.";

/** @param {string} size @param {string} most  of the largest network's file, both with units */
export const tooLarge = (size, most) =>
  `Sie hat ${size}, aber die Datei des größten Netzes, das hier passt, hat ${most}. ` +
  "Öffne die Datei eines kleineren Netzes.";

/**
 * What else it is.
 * @type {Partial<Record<import("../../common/file-kind.js").FileKind, string>>}
 */
export const others = {
  empty: "Sie ist leer. Speichere die Modelldatei noch einmal.",
  idx:
    "Sie ist eine IDX-Datei mit Bildern oder Labels, keine Modelldatei. " +
    "Öffne sie mit „Deine Daten“.",
  picture: "Sie ist ein Bild, keine Modelldatei. Öffne sie mit „Deine Daten“.",
  drawing: "Sie ist eine SVG-Zeichnung, keine Modelldatei.",
  zip: "Sie ist ein ZIP-Archiv. Entpacke es und öffne die Modelldatei darin.",
  gzip: "Sie ist mit gzip gepackt. Entpacke sie und öffne die Modelldatei darin.",
  page: "Sie ist eine Webseite, keine Modelldatei. Lade die Modelldatei noch einmal herunter.",
  text:
    "Sie ist ein Text, keine Modelldatei. " +
    "Öffne eine Tabelle mit Bildern (CSV) mit „Deine Daten“.",
  unknown:
    "Sie ist keine Modelldatei im Format safetensors oder ONNX. Konvertiere sie in eines davon.",
};

const MEGABYTE = 1e6;
/** @param {number} bytes */
export const sizeOf = (bytes) => {
  const megabytes = Math.ceil(bytes / MEGABYTE);
  return megabytes < 1000 ? `${megabytes}\u00a0MB` : `${fixed(megabytes / 1000, 1)}\u00a0GB`;
};
