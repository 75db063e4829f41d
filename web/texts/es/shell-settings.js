/** The dialog with all settings, with its data panel and its share panel. */
import { count, fingerprint, local } from "../../common/numbers.js";

export const settings = "Ajustes";
export const closeSettings = "Cerrar los ajustes";
export const network = "Red";
export const networkNote = "Un cambio aquí empieza una nueva red aleatoria.";
export const data = "Datos";
export const training = "Entrenamiento";
export const trainingNote = "Un cambio aquí se aplica sin reiniciar la red.";
export const saveAndShare = "Guardar y compartir";

/* ---- how the settings differ from the presets ---- */

export const forTrainingOn = "Ajustes para seguir entrenando esta red.";
/** @param {string} preset */
export const asIn = (preset) => `Ajustes como en «${preset}».`;

/** A label or a choice inside a sentence @param {string} words */
const inside = (words) => (/^(Adam|SGD)|ReLU/.test(words) ? words : words.toLowerCase());
/**
 * @param {string} preset
 * @param {{ label: string, there: string }[]} differences  there: the value in the preset
 */
export function closestTo(preset, differences) {
  const list = differences.map(
    ({ label, there }) => `${inside(label)} (allí ${local(inside(there))})`,
  );
  return `Lo más parecido: «${preset}»; diferencias: ${list.join(", ")}.`;
}

/* ---- data ---- */

export const yourData = "Tus datos…";
export const useMnist = "Usar MNIST";
export const useHandwriting = "Usar dígitos integrados";

/* ---- links ---- */

export const copyLink = "Copiar un enlace a esta red";

/**
 * @param {string} why  half a sentence
 * @param {boolean} hasFile  the model file can be saved
 * @param {boolean} fitsInLink  a link can carry the network
 */
export function inexact(why, hasFile, fitsInLink) {
  const ways = [
    ...(hasFile ? ["el archivo del modelo"] : []),
    ...(fitsInLink ? ["un enlace que contenga la red"] : []),
  ];
  const what = `Este enlace no crea exactamente esta red, porque ${why}.`;
  return ways.length
    ? `${what} Para compartir exactamente esta red, usa ${ways.join(" o ")}.`
    : what;
}

export const copyWeights = "Copiar un enlace con la red dentro";
/** @param {number} length  of the link, in thousands of characters */
export function weightsNote(length) {
  const size = length ? `unos ${count(1000 * length)}` : "menos de 1000";
  const warning = "y algunos programas de correo y de chat los cortan";
  return `Exacto hasta el último bit; tiene ${size} caracteres, ${warning}.`;
}

/** @param {string} print  of the network that the link makes exactly, or "" */
export const makes = (print) =>
  print ? `Al abrirlo se crea exactamente esta red (huella ${fingerprint(print)}).` : "";
/** @param {string} print  see `makes` */
export const copied = (print) => ["Copiado.", makes(print)].filter(Boolean).join(" ");
/** @param {string} why */
export const linkNotMade = (why) => `No se creó el enlace: ${why}`;

export const makeClassLink = "Crear un enlace de clase…";

/* ---- model files ---- */

export const saveFile = "Guardar el modelo";
export const saveOnnx = "Guardar en ONNX";
export const openFile = "Abrir un modelo";
export const filesNote =
  "Ambos archivos contienen la red hasta el último bit; otros programas ejecutan ONNX. Las redes " +
  "de otros programas también se abren aquí, desde safetensors u ONNX.";
/** @param {string} name */
export const saved = (name) => `Guardado como ${name}.`;
/** @param {string} why */
export const notSaved = (why) => `El modelo no se guardó: ${why}`;
