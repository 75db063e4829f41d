/**
 * Settings: their labels and their choices. Where the choices are a list of the engine's, a name
 * without words here is shown as it is.
 */

export const seed = "Semilla";

export const layers = "Capas ocultas";

export const activation = "Función de activación";
export const activations = {
  sigmoid: "Sigmoide",
  relu: "ReLU",
  step: "Escalón (binaria)",
  leaky_relu: "Leaky ReLU",
};

export const output = "Salida";
export const outputs = { sigmoid: "Sigmoide", softmax: "Softmax" };

export const cost = "Coste";
export const costs = { quadratic: "Error cuadrático", "cross-entropy": "Entropía cruzada" };

export const rate = "Tasa de aprendizaje";

export const batch = "Tamaño del minilote";

export const optimizer = "Optimizador";
export const optimizers = { sgd: "SGD", momentum: "SGD + momentum", adam: "Adam", adamw: "AdamW" };

export const decay = "Decaimiento de pesos";

export const schedule = "Programación de la tasa";
export const schedules = { constant: "Constante", cosine: "Coseno" };

export const epochs = "Parar tras (épocas)";

export const augment = "Aumento de datos";
export const off = "No";
export const on = "Sí";

export const notADigit = "Ejemplos «ningún dígito»";

export const preset = "Perfil";
export const custom = "Propio";
export const asInTheLesson = "Como en la lección";
export const modern = "Moderno";
export const fastest = "Más rápido en MNIST";
export const widerLayers = "Capas más anchas";
export const mostAccurate = "Más exacto";

export const theme = "Tema";
export const system = "Sistema";
export const dark = "Oscuro";
export const light = "Claro";

export const speed = "Velocidad";
export const slowAtFirst = "Lenta al inicio";
export const oneExamplePerFrame = "Un ejemplo por fotograma";
export const oneBatchPerFrame = "Un minilote por fotograma";
export const slow = "Lenta";
export const fullSpeed = "Máxima";

export const hide = "Controles ocultos";
export const hideReset = "Reiniciar";
export const hideStep = "Paso";
export const hideSettings = "Ajustes";
export const hideNoise = "Ruido";
export const hideTest = "Dígitos de prueba";
export const hideFile = "Archivos (modelos, tus datos)";

export const shownLabs = "Laboratorios visibles";

/** @param {string} key */
export const noSuchSetting = (key) => `ningún ajuste se llama ${key}`;

/** Why a saved network is not opened, as half a sentence. @param {string} label */
export const notValid = (label) => `su ajuste «${label}» no es válido`;
