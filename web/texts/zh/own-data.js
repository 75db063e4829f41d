/** The visitor's own digits: the dialog, and what is wrong with files. `name` is that of a file. */
import { count as grouped } from "../../common/numbers.js";
import { withStop } from "./locale.js";

/** @param {number} n */
const images = (n) => `${grouped(n)} 幅图像`;
/** @param {number} n */
const testDigits = (n) => `${grouped(n)} 个测试样本`;
/** "a、b、c" @param {readonly (string | number)[]} names */
const listed = (names) => names.join("、");
/** "a、b、c 等 12 个" @param {string[]} names */
function some(names) {
  return names.length > 4
    ? `${listed(names.slice(0, 3))} 等 ${grouped(names.length)} 个`
    : listed(names);
}

/* ---- the dialog ---- */

export const title = "你的数据";
export const close = "关闭";
export const intro = "用你自己的图像训练网络，最多十个类别（0 到 9）。图像不会离开这台设备。";
export const chooseFiles = "选择文件";
export const chooseFolder = "选择文件夹";
export const orDrop = "或把它们拖放到页面上任何位置";
export const whichFiles = "哪些文件？";
/** @type {readonly { name: string, about: string }[]} */
export const formats = [
  {
    name: "图片",
    about:
      "PNG 或 JPEG，每张一个数字。标签取自文件名或所在文件夹的名称：" +
      "7.png、3/img_12.png、digit-3-004.jpg。",
  },
  {
    name: "CSV",
    about: "每幅图像一行：先是标签，然后是 28 × 28 = 784 个值，范围为 0 到 255 或 0 到 1。",
  },
  {
    name: "IDX",
    about: "图像文件和标签文件，与 MNIST 和 Fashion-MNIST 的格式相同。",
  },
];
export const gzipToo = "这些文件都可以用 gzip 压缩。测试样本可以另用一组文件。";

export const reading = "正在读取文件…";
/** @param {number} done @param {number} total  pictures; 0: images of an unknown number */
export const readingOf = (done, total) =>
  total ? `正在读取图片：${grouped(done)} / ${grouped(total)}` : `正在读取：${images(done)}`;
export const preparing = "正在处理图像…";
/** @param {string} why  half a sentence */
export const notUsed = (why) => `这些文件无法使用：${withStop(why)}`;
export const filesAreOff = "本页的链接关闭了文件功能。";
export const tooOldForPictures = "这个浏览器在这里无法读取图片：请使用 CSV 或 IDX 文件";
export const readerStopped = "读取中断，可能是内存不足：请使用较少的图像";

/** Title of the preview. @param {string} name @param {number} n  images */
export const found = (name, n) => (name === pictures(n) ? name : `${name}：${images(n)}`);
/** @param {number} shown @param {number} total */
export const preview = (shown, total) =>
  shown < total ? `其中 ${shown} 幅，附标签` : "全部图像，附标签";
/** @param {number} label */
export const labelled = (label) => `标签 ${label}`;
export const classes = "各类别的图像数";
export const classHead = "类别";
export const trainHead = "训练";
export const testHead = "测试";
/** @param {number} train @param {number} test @param {string} testName  of their file, or "" */
export const splitWords = (train, test, testName) =>
  testName
    ? `${grouped(train)} 幅用于训练；另有 ${testDigits(test)}，来自“${testName}”。`
    : `${grouped(train)} 幅用于训练；${grouped(test)} 幅${heldOut(test)}（种子 1）。`;
/** @param {number} test */
const heldOut = (test) =>
  test === 1 ? "随机留出作为测试样本" : "从每个类别中随机留出作为测试样本";
export const use = "用这些训练";
export const using = "请稍候…";
export const otherFiles = "选择其他文件";
/** @param {string} name  of the files that were read before */
export const backTo = (name) => `回到“${name}”`;

export const mends = {
  invert: "反色",
  transpose: "交换行和列",
  swapSets: "交换训练样本和测试样本",
  swapLabels: "交换标签文件",
};
export const adjust = "调整图像";

/* ---- kept in the browser ---- */

export const keptHere = "保存在这个浏览器中";
/** @param {number} train @param {number} test */
export const keptCounts = (train, test) => `${grouped(train)} 个训练样本，${testDigits(test)}`;
export const useKept = "使用";
export const inUse = "使用中";
export const inUseElsewhere = "正在另一个标签页中使用";
export const remove = "移除";
/** @param {string} name */
export const removeNamed = (name) => `移除“${name}”`;
/** @param {string} name @param {boolean} isUsed  by another tab */
export const removed = (name, isUsed) =>
  `已从这个浏览器中移除：${name}。${
    isUsed ? "另一个标签页仍在使用这些图像；刷新后它将使用 MNIST。" : ""
  }`;

/* ---- what the visitor should know before the digits are used ---- */

/** @param {string} name @param {number} highest  of all values of its images, which are 0 to 255 */
export const faint = (name, highest) =>
  `“${name}”：图像过淡，最高值只有 ${highest}（满值为 255）。` +
  "值的范围应当是 0 到 255，CSV 文件也可以是 0 到 1。";
/** @param {boolean} isMended  they were inverted, and were right before */
export const inverted = (isMended) =>
  isMended
    ? "现在墨迹和纸面颠倒了：原来墨迹的值较高，正是网络所期望的。"
    : "墨迹和纸面似乎颠倒了：这里纸面的值较高，而网络期望墨迹的值较高。";
/** @param {boolean} isMended  they were transposed, and were right before */
export const transposed = (isMended) =>
  isMended
    ? "现在图像是横躺的；不交换行和列，就是正常的数字。"
    : "图像似乎横躺且左右颠倒：行和列互换了，就像 EMNIST 那样。";
export const mismatched = "这些标签与图像不符，但另一个文件的标签相符。";
/** @param {number} n @param {number} test */
export const few = (n, test) => `${images(n)}太少：准确率只能根据 ${testDigits(test)}得出。`;
/** @param {number[]} labels */
export const missing = (labels) => `没有 ${listed(labels)} 的图像可供训练：网络学不会。`;
/** @param {number[]} labels @param {boolean} isGiven  the test digits have a file of their own */
export const untested = (labels, isGiven) =>
  isGiven
    ? `测试样本中没有 ${listed(labels)}。`
    : `${listed(labels)} 的图像太少，无法留出一幅作为测试样本。`;
/** @param {number} n */
export const empty = (n) => `${images(n)}只有一种灰度，没有数字。`;
export const sorted = "标签是按顺序排列的；训练前会打乱图像的顺序（种子 1）。";
/** @param {string} image @param {string} label */
export const pair = (image, label) => `“${image}”配“${label}”`;
/** @param {string[]} pairs */
export const pairedSomehow = (pairs) =>
  `从文件名看不出哪些文件是一对。现在是${listed(pairs)}：请检查下面的标签。`;
/** @param {string} train @param {string} test */
export const whichIsTest = (train, test) =>
  `看不出哪一组是测试样本：现在用“${train}”训练，用“${test}”测试。`;

export const leftOut = {
  /** @param {string[]} names */
  unlabelled: (names) =>
    `忽略了 ${grouped(names.length)} 张图片，名称中没有标签（${some(names)}）：` +
    "请把 7 命名为“7.png”，或放进名为 7 的文件夹",
  /** @param {string[]} names */
  locked: (names) =>
    `忽略了 ${grouped(names.length)} 个文件或文件夹，本页无权读取（${some(names)}）`,
  /** @param {string[]} names */
  unreadable: (names) =>
    `忽略了 ${grouped(names.length)} 张无法读取的图片（${some(names)}）：` +
    "内容为空、已损坏或格式不受支持",
  /** @param {string[]} names */
  blank: (names) => `忽略了 ${grouped(names.length)} 张空白图片（${some(names)}）`,
  /** Neither pictures nor tables of images @param {string[]} names */
  others: (names) =>
    `忽略了 ${grouped(names.length)} 个其他文件，其中没有可在这里使用的图像（${some(names)}）`,
};
/** @param {string[]} names  of pictures */
export const uneven = (names) =>
  `${grouped(names.length)} 张图片的边缘有痕迹（${some(names)}）：` +
  "可能是阴影、纸上的格线或被截断的数字。请在下面检查处理的结果。";
/** What a set of single pictures is called, also as a sentence begins. @param {number} n */
export const pictures = (n) => `${grouped(n)} 张图片`;

/** @param {string} words  half a sentence */
export const sentence = withStop;

/* ---- why files cannot be used, as half a sentence ---- */

/** @param {number} n @param {number} fewest */
export const tooFew = (n, fewest) => `${images(n)}太少，至少需要 ${fewest} 幅`;
/** @param {string} name */
export const noTestDigits = (name) => `“${name}”中没有图像`;
export const none = "其中没有图像文件";
/** @param {string} name */
export const notReadable = (name) =>
  `“${name}”无法读取：文件在选择之后被移动、修改或删除，或者本页无权读取`;
/** @param {string} name */
export const tooLarge = (name) => `“${name}”超过 1 GB，请选择其中一部分`;
/** @param {string} name */
export const unpacksTooLarge = (name) => `“${name}”解压后超过 1 GB，请选择其中一部分`;
/** What a file is instead. */
export const others = {
  /** @param {string} name */
  empty: (name) => `“${name}”是空的`,
  /** @param {string} name */
  zip: (name) => `“${name}”是 ZIP 压缩包：请解压后选择其中的文件`,
  /** @param {string} name */
  gzip: (name) => `“${name}”压缩了两次：请解压后选择其中的文件`,
  /** @param {string} name */
  page: (name) => `“${name}”是网页，不是图像文件`,
  /** @param {string} name */
  drawing: (name) => `“${name}”是 SVG 图形：请另存为 PNG 图片`,
  /** @param {string} name */
  model: (name) => `“${name}”是模型文件，不是图像文件：要打开其中的网络，请解压后单独拖放到页面上`,
  /** @param {string} name */
  unknown: (name) => `“${name}”既不是图片，也不是 CSV 或 IDX 文件`,
};
const kinds = { picture: "图片", table: "CSV 文件", idx: "IDX 文件" };
/** @param {keyof typeof kinds} kind */
const isOf = (kind) => `是${kind === "picture" ? "" : " "}${kinds[kind]}`;
/**
 * @param {string} one  a name, as `other` @param {keyof typeof kinds} kind
 * @param {string} other @param {keyof typeof kinds} otherKind
 */
export const mixedKinds = (one, kind, other, otherKind) =>
  `“${one}”${isOf(kind)}，“${other}”${isOf(otherKind)}：请选择同一类型的文件`;
/** @param {string} name */
export const damagedGzip = (name) => `“${name}”已损坏：无法解压`;
/** @param {string} name */
export const cut = (name) => `“${name}”不完整：缺少 gzip 数据的末尾`;

/* IDX */

const things = { images: "幅图像", labels: "个标签" };
/**
 * @param {string} name @param {number} held @param {number} announced
 * @param {keyof typeof things} kind
 */
export const endsAfter = (name, held, announced, kind) =>
  `“${name}”应有 ${grouped(announced)} ${things[kind]}，却只有 ${grouped(held)} ${things[kind]}`;
/** @param {string} name @param {number} announced @param {keyof typeof things} kind */
export const tooLong = (name, announced, kind) =>
  `“${name}”在它声明的 ${grouped(announced)} ${things[kind]}之后还有数据`;
/** @param {string} name @param {number} number  1 is the first @param {number} label */
export const badLabel = (name, number, label) =>
  `“${name}”的第 ${grouped(number)} 个标签是 ${label}，而网络只有 0 到 9 这些类别`;
export const tooMany = "文件超过两对：训练样本和测试样本各一对就够了";
/** @param {string} name */
export const withoutLabels = (name) => `“${name}”缺少它的标签文件：请同时选择两者`;
/** @param {string} name */
export const withoutImages = (name) => `“${name}”缺少它的图像文件：请同时选择两者`;
/** @param {string[]} imageFiles @param {string[]} labelFiles */
export const notPaired = (imageFiles, labelFiles) =>
  "每个图像文件需要一个标签文件：" +
  `这里${named(imageFiles, "图像文件")}，${named(labelFiles, "标签文件")}`;
/** "有 2 个图像文件（a、b）", "没有图像文件" @param {string[]} names @param {string} one */
const named = (names, one) =>
  names.length ? `有 ${grouped(names.length)} 个${one}（${some(names)}）` : `没有${one}`;
/**
 * @param {string} image  a name, as `label` @param {number} imageCount
 * @param {string} label @param {number} labelCount
 */
export const unequal = (image, imageCount, label, labelCount) =>
  `“${image}”中有 ${images(imageCount)}，而“${label}”中有 ${grouped(labelCount)} 个标签`;

/* CSV. `line` and `column`: 1 is the first */

export const tooManyCsv = "CSV 文件超过两个：训练样本和测试样本各一个就够了";
/** @param {string} name */
export const emptyCsv = (name) => `“${name}”中没有一行是图像`;
/** @param {string} name */
export const notCsv = (name) => `“${name}”既不是图片，也不是包含图像的 CSV 或 IDX 文件`;
/** @param {string} name */
export const csvWithoutLabels = (name) => `“${name}”有 784 列：缺少每幅图像的标签`;
/** @param {string} name @param {number} line @param {number} columns */
export const csvColumns = (name, line, columns) =>
  `“${name}”的第 ${grouped(line)} 行有 ${grouped(columns)} 列，而不是 785 列：标签和 784 个值`;
/** @param {string} name @param {number} line @param {number} label */
export const csvLabel = (name, line, label) =>
  `“${name}”的第 ${grouped(line)} 行的标签是 ${label}，而网络只有 0 到 9 这些类别`;
/** @param {string} name @param {number} line @param {number} column @param {string} text */
export const csvNumber = (name, line, column, text) =>
  `“${name}”的第 ${grouped(line)} 行第 ${column} 列是“${text}”，那里应当是数值`;
/**
 * @param {string} name @param {number} line @param {number} column @param {string} value
 * @param {number} most
 */
export const csvValue = (name, line, column, value, most) =>
  `“${name}”的第 ${grouped(line)} 行第 ${column} 列是 ${value}，那里应当是 0 到 ${most}`;
