/**
 * Settings: their labels and their choices. Where the choices are a list of the engine's, a name
 * without words here is shown as it is.
 */

export const seed = "Seed";

export const layers = "Verborgene Schichten";

export const activation = "Aktivierungsfunktion";
export const activations = {
  sigmoid: "Sigmoid",
  relu: "ReLU",
  step: "Stufe (binär)",
  leaky_relu: "Leaky ReLU",
};

export const output = "Ausgabe";
export const outputs = { sigmoid: "Sigmoid", softmax: "Softmax" };

export const cost = "Kosten";
export const costs = { quadratic: "Quadratischer Fehler", "cross-entropy": "Kreuzentropie" };

export const rate = "Lernrate";

export const batch = "Mini-Batch-Größe";

export const optimizer = "Optimierer";
export const optimizers = { sgd: "SGD", momentum: "SGD + Momentum", adam: "Adam", adamw: "AdamW" };

export const decay = "Weight Decay";

export const schedule = "Lernratenplan";
export const schedules = { constant: "Konstant", cosine: "Kosinus-Abfall" };

export const epochs = "Stopp nach Epochen";

export const augment = "Datenaugmentierung";
export const off = "Aus";
export const on = "An";

export const notADigit = "Beispiele „keine Ziffer“";

export const preset = "Vorlage";
export const custom = "Eigene";
export const asInTheLesson = "Wie in der Lektion";
export const modern = "Modern";
export const fastest = "Am schnellsten (MNIST)";
export const widerLayers = "Breitere Schichten";
export const mostAccurate = "Am genauesten";

export const theme = "Design";
export const system = "System";
export const dark = "Dunkel";
export const light = "Hell";

export const speed = "Trainingstempo";
export const slowAtFirst = "Anfangs langsam";
export const oneExamplePerFrame = "Ein Beispiel je Bild";
export const oneBatchPerFrame = "Ein Mini-Batch je Bild";
export const slow = "Langsam";
export const fullSpeed = "Volles Tempo";

export const hide = "Ausgeblendet";
export const hideReset = "Zurücksetzen";
export const hideStep = "Schritt";
export const hideSettings = "Einstellungen";
export const hideNoise = "Rauschen";
export const hideTest = "Testziffern";
export const hideFile = "Dateien (Modelle, deine Daten)";

export const shownLabs = "Gezeigte Labore";

/** @param {string} key */
export const noSuchSetting = (key) => `es gibt keine Einstellung ${key}`;

/** Why a saved network is not opened, as half a sentence. @param {string} label */
export const notValid = (label) => `seine Einstellung „${label}“ ist ungültig`;
