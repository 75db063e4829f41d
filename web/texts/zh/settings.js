/**
 * Settings: their labels and their choices. Where the choices are a list of the engine's, a name
 * without words here is shown as it is.
 */

export const seed = "种子";

export const layers = "隐藏层";

export const activation = "激活函数";
export const activations = {
  sigmoid: "Sigmoid",
  relu: "ReLU",
  step: "阶跃（二值）",
  leaky_relu: "Leaky ReLU",
};

export const output = "输出";
export const outputs = { sigmoid: "Sigmoid", softmax: "Softmax" };

export const cost = "代价";
export const costs = { quadratic: "平方误差", "cross-entropy": "交叉熵" };

export const rate = "学习率";

export const batch = "小批量大小";

export const optimizer = "优化器";
export const optimizers = { sgd: "SGD", momentum: "SGD + 动量", adam: "Adam", adamw: "AdamW" };

export const decay = "权重衰减";

export const schedule = "学习率调度";
export const schedules = { constant: "恒定", cosine: "余弦衰减" };

export const epochs = "训练轮数";

export const augment = "数据增强";
export const off = "关";
export const on = "开";

export const notADigit = "“不是数字”样本";

export const preset = "预设";
export const custom = "自定义";
export const asInTheLesson = "课程设置";
export const modern = "现代";
export const fastest = "MNIST 上最快";
export const widerLayers = "更宽的层";
export const mostAccurate = "最准确";

export const theme = "主题";
export const system = "跟随系统";
export const dark = "深色";
export const light = "浅色";

export const speed = "训练速度";
export const slowAtFirst = "先慢后快";
export const oneExamplePerFrame = "每帧一个样本";
export const oneBatchPerFrame = "每帧一个小批量";
export const slow = "慢速";
export const fullSpeed = "全速";

export const hide = "隐藏的控件";
export const hideReset = "重置";
export const hideStep = "单步";
export const hideSettings = "设置";
export const hideNoise = "噪声";
export const hideTest = "测试样本";
export const hideFile = "文件（模型、你的数据）";

export const shownLabs = "显示的实验";

/** @param {string} key */
export const noSuchSetting = (key) => `没有名为“${key}”的设置`;

/** Why a saved network is not opened, as half a sentence. @param {string} label */
export const notValid = (label) => `其中的设置“${label}”无效`;
