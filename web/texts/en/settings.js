/**
 * Settings: their labels and their choices. Where the choices are a list of the engine's, a name
 * without words here is shown as it is.
 */

export const seed = "Seed";

export const layers = "Hidden layers";

export const activation = "Activation function";
export const activations = {
  sigmoid: "Sigmoid",
  relu: "ReLU",
  step: "Step (binary)",
  leaky_relu: "Leaky ReLU",
};

export const output = "Output";
export const outputs = { sigmoid: "Sigmoid", softmax: "Softmax" };

export const cost = "Cost";
export const costs = { quadratic: "Squared error", "cross-entropy": "Cross-entropy" };

export const rate = "Learning rate";

export const batch = "Mini-batch size";

export const optimizer = "Optimiser";
export const optimizers = { sgd: "SGD", momentum: "SGD + momentum", adam: "Adam", adamw: "AdamW" };

export const decay = "Weight decay";

export const schedule = "Learning-rate schedule";
export const schedules = { constant: "Constant", cosine: "Cosine decay" };

export const epochs = "Stop after epochs";

export const augment = "Data augmentation";
export const off = "Off";
export const on = "On";

export const notADigit = "“Not a digit” examples";

export const preset = "Preset";
export const custom = "Custom";
export const asInTheLesson = "As in the lesson";
export const modern = "Modern";
export const fastest = "Fastest on MNIST";
export const widerLayers = "Wider layers";
export const mostAccurate = "Most accurate";

export const theme = "Theme";
export const system = "System";
export const dark = "Dark";
export const light = "Light";

export const speed = "Training speed";
export const slowAtFirst = "Slow at first";
export const oneExamplePerFrame = "One example per frame";
export const oneBatchPerFrame = "One mini-batch per frame";
export const slow = "Slow";
export const fullSpeed = "Full speed";

export const hide = "Hidden controls";
export const hideReset = "Reset";
export const hideStep = "Step";
export const hideSettings = "Settings";
export const hideNoise = "Noise";
export const hideTest = "Test digits";
export const hideFile = "Files (models, your data)";

export const shownLabs = "Labs that are shown";

/** @param {string} key */
export const noSuchSetting = (key) => `no setting is called ${key}`;

/** Why a saved network is not opened, as half a sentence. @param {string} label */
export const notValid = (label) => `its setting "${label}" is not valid`;
