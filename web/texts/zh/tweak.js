/** The lab Tweak: networks of the visitor's own settings, trained and compared. */
import { html } from "lit";
import { count, duration, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question and its answer ---- */

export const lesson = html`课程中的网络能识别约 96% 的新数字，稍作改进可达
  98%。在这些数字上最好的结果（超过 99.7%）来自卷积神经网络。`;

/** @param {boolean} isMnist  the accuracy is that on MNIST */
export const question = (isMnist) =>
  isMnist
    ? "用普通 SGD 训练五轮之后，16-16 网络能识别约 94% 的 MNIST 测试样本。什么对它帮助最大？"
    : "用普通 SGD 把 16-16 网络训练五轮。什么对它帮助最大？";

export const ideaBase = "16-16、sigmoid、SGD、5 轮";
export const ideaNeurons = "更多神经元，64-32";
export const ideaModern = "ReLU、softmax、交叉熵和 Adam";
export const ideaEpochs = "20 轮而不是 5 轮";

export const ideasQueued = "它们的训练已在队列中。";

/** @param {(event: Event) => void} click */
export const ideasUntrained = (click) =>
  html`训练四次就知道：<button data-testid="tweak-ideas" @click=${click}
      >训练全部四个网络</button>`;

/**
 * @param {string} best  the idea that helped most @param {boolean} isGuessed
 * @param {number} base  accuracy without any of the ideas
 * @param {{ words: string, accuracy: number }[]} ideas
 */
export function ideasAnswer(best, isGuessed, base, ideas) {
  const gains = ideas.map(
    ({ words, accuracy }) => html`${words}：<span class="number"
      >${percent(accuracy)}</span>（${points(accuracy - base)}）。`,
  );
  return html`${verdict(best, isGuessed)}。不作任何改进时的测试准确率：<span class="number"
    >${percent(base)}</span>。${gains}全部使用同一个种子。`;
}

/** @param {number} gain */
const points = (gain) => `${gain < 0 ? "−" : "+"}${fixed(Math.abs(100 * gain), 1)} 个百分点`;

export const how = html`
  <p>有 m 个输入的一层 n 个神经元，有 m · n 个权重和 n 个偏置。课程中的网络有</p>
  <math display="block">
    <mtext>784 · 16 + 16</mtext><mo>+</mo><mtext>16 · 16 + 16</mtext><mo>+</mo>
    <mtext>16 · 10 + 10</mtext><mo>=</mo><mn>13,002</mn>
  </math>
  <p>每次训练都在单独的 Worker 中训练一个随机网络；${
    "处理器核心足够时，可以同时进行几次。页面上的网络不受影响。设置、种子和数字都相同时，" +
    "得到的参数精确到最后一位也相同，无论是在这里，还是用引擎的"
  } <code>net.trainer(data, options)</code>。预设还包含控件中没有的内容：“现代”的学习率在前
    1,000 步内上升，并在 4、12、28 和 60 轮之后重新开始。</p>
  <p>${
    "两个种子的准确率会相差零点几个百分点，所以在断定某种设置更好之前，要多训练几次。" +
    "从许多次训练中按测试准确率挑出最好的一次，就等于用测试样本来调参，" +
    "在新的数字上，准确率应当会略低一些。"
  }</p>`;

/* ---- settings and runs in short words ---- */

/** @param {number} trained */
export const epochs = (trained) => `${count(trained)} 轮`;

/**
 * A setting among others, by its key; `text` is its value as the settings show it. Those that are
 * missing here are told by the name of their choice.
 * @type {Partial<Record<keyof import("../../common/settings.js").NetworkSettings,
 *   (text: string, value: any) => string>>}
 */
export const setting = {
  layers: (text) => text || "无隐藏层",
  rate: (text) => `学习率 ${text}`,
  batch: (text) => `批量 ${text}`,
  decay: (text) => `权重衰减 ${text}`,
  schedule: (_, value) => (value === "cosine" ? "余弦衰减" : "恒定学习率"),
  epochs: (_, value) => epochs(value),
  augment: (_, value) => (value ? "有增强" : "无增强"),
  nothing: (text) => `噪声 ${text}`,
  seed: (text) => `种子 ${text}`,
};

/** A set of digits. @param {string} name */
export const andDrawings = (name) => `${name}，含你画的数字`;

/** @param {number} digits @param {string} name  of the set */
export const partOf = (digits, name) => `${name}（${count(digits)} 个数字）`;

/** "不到 0.1 秒", "3.4 秒", "2 分 5 秒" @param {number} seconds */
export function time(seconds) {
  if (seconds < 0.1) return "不到 0.1 秒";
  if (seconds < 60) return `${fixed(seconds, seconds < 10 ? 1 : 0)} 秒`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} 分 ${whole % 60} 秒`;
}

/* ---- presets and the settings of the next run ---- */

export const presets = "预设";
export const presetsNote = html`五个种子的平均值，在 MNIST 的 10,000 个测试样本上测量；${"时间按服务器的一个核心计。选择预设会填入下面的设置。"}`;

/** @param {number} parameters @param {number} seconds */
export const presetCost = (parameters, seconds) =>
  `${count(parameters)} 个参数，${duration(1000 * seconds)}`;

export const trainingDigits = "训练样本";
/** @param {number} digits */
export const allDigits = (digits) => `全部 ${count(digits)} 个`;
/** Before it is known how many. */
export const allDigitsLoading = "全部";
/** @param {number} digits */
export const firstDigits = (digits) => `前 ${count(digits)} 个`;

export const runs = "训练次数";
export const oneRun = "1 次";
/** @param {number} runs @param {number} first  seed @param {number} last  seed */
export const severalRuns = (runs, first, last) => `${runs} 次，种子 ${first}–${last}`;

export const train = "训练";
export const addToQueue = "加入队列";
export const plainSgd = "恢复普通 SGD";

/** @param {number} parameters @param {number | null} seconds  of training; null: not known */
export const cost = (parameters, seconds) =>
  html`<b class="number" data-testid="tweak-parameters"
        >${count(parameters)}</b> 个参数<span class="quiet"
        >${seconds === null ? "" : `，训练${duration(1000 * seconds)}`}</span>`;

/* ---- the queue ---- */

/** @param {number} most */
export const tooMany = (most) => `最多有 ${most} 次训练排队。请等其中一些完成后再添加。`;
export const noDigits = "还没有数字。";
export const digitsReplaced = "数字已被替换。";

export const pause = "暂停";
export const resume = "继续";
export const stop = "停止";
/** @param {string} run */
export const stopRun = (run) => `停止：${run}`;
export const epochsTrained = "已训练的轮数";

export const pausedBefore = "在下一次训练之前暂停。";
export const starting = "正在启动…";
export const digitsLoading = "正在等待全部数字加载…";

/**
 * What is being trained.
 * @param {number} runs  at once @param {boolean} isPaused
 * @param {number | null} left  seconds until the queue is done; null: not known
 */
export function now(runs, isPaused, left) {
  if (isPaused) return paused;
  const training = runs === 1 ? "正在进行 1 次训练" : `正在同时进行 ${runs} 次训练`;
  return left === null ? training : `${training}，剩余${duration(1000 * left)}`;
}

/**
 * A run that is being trained.
 * @param {object} about
 * @param {string} about.letter  of its line in the chart, or ""
 * @param {string} about.run
 * @param {number} about.epoch
 * @param {number} about.epochs
 * @param {boolean} about.isCopying  the digits, before its first step
 * @param {number | null} about.accuracy  so far
 * @param {boolean} about.isAgain  its worker was lost
 */
export function runNow({ letter, run, epoch, epochs, isCopying, accuracy, isAgain }) {
  const reached = accuracy === null ? "" : `，目前 ${percent(accuracy)}`;
  const again = isAgain ? "，因 Worker 停止而重新开始" : "";
  return html`<b>${letter && `${letter}：`}${run}</b>，<span class="number"
      >${count(epoch)} / ${count(epochs)} 轮</span>${
        isCopying ? "，正在复制数字…" : reached
      }${again}`;
}

export const paused = "已暂停。";
/** Heard, not seen. @param {string} run */
export const training = (run) => `正在训练：${run}。`;
/** Heard, not seen. @param {string} run @param {number | null} accuracy */
export const trained = (run, accuracy) => `${run}：测试准确率 ${percent(accuracy)}。`;

/** @param {number} runs */
export const waiting = (runs) => `${runs} 次训练在排队`;
/** One that waits. @param {string} preset @param {number} n */
export const waitingPreset = (preset, n) => `${preset}，${epochs(n)}`;
export const remove = "移除";
/** @param {string} run */
export const removeRun = (run) => `移除：${run}`;
export const removeAll = "移除全部排队的训练";

/**
 * Runs that wait for other digits than there are.
 * @param {number} runs @param {string[]} digits  that they wait for @param {string} now  there are
 */
export const waitForOthers = (runs, digits, now) =>
  `${runs} 次训练在等待别的数字：${digits.join("、")}。现在的数字是：${now}。`;
/** @param {number} runs @param {string} name  of those they wait for and of those there are */
export const waitForNamesakes = (runs, name) => `${runs} 次训练在等待别的数字，它们也叫“${name}”。`;
export const trainOnThese = "用这些数字训练";
export const removeThem = "移除这些训练";

export const queueDone = "队列中的训练已全部完成。";
/** @param {number | null} best  accuracy */
export const queueDoneBest = (best) =>
  `队列中的训练已全部完成。你最好的一次能识别 ${percent(best)}。`;
export const showThem = "查看";

/* ---- the chart ---- */

export const chartEmpty = "开始训练，这里会逐轮显示测试准确率。";
export const chartSoon = "第一个测试准确率很快就会显示在这里。";
export const chartPaused = "继续训练，这里会逐轮显示测试准确率。";
export const chartPick = "按某次训练旁的 +，这里会逐轮显示它的测试准确率。";

export const horizontalAxis = "横轴";
export const overEpochs = "轮数";
export const overSeconds = "秒数";
/** On the axis itself. */
export const epochsAxis = "轮数";
export const secondsAxis = "秒";

/**
 * The line of a run that is being trained, and has no letter.
 * @param {number} n  from 1 @param {number} all  such lines
 */
export const lineNow = (n, all) => (all > 1 ? `当前 ${n}` : "当前");

export const testAccuracy = "测试准确率";
/** @param {number | null} accuracy */
export const testAccuracyOf = (accuracy) => `测试准确率：${percent(accuracy)}`;
/** @param {number | null} accuracy @param {string} label  of its line */
export const highestTestAccuracy = (accuracy, label) =>
  `最高测试准确率：${percent(accuracy)}（${label}）`;

/**
 * The chart, heard.
 * @param {string} finding
 * @param {{ label: string, run: string, accuracy: number | null }[]} lines
 */
export const chart = (finding, lines) =>
  `${finding}。${lines
    .map(({ label, run, accuracy }) => `${label}：${run}，${percent(accuracy)}。`)
    .join("")}`;

/**
 * What the chart does not show: "The axis begins at 85%. Below it: C, now."
 * @param {number} low  percent @param {string[]} below  labels of lines
 */
export const axisBegins = (low, below) =>
  `纵轴从 ${low}% 开始。${below.length ? `低于它的有：${below.join("、")}。` : ""}`;

/* ---- the table of runs ---- */

export const noRuns = "还没有训练";
export const noRunsNote = "每次训练在这里占一行，显示它的设置、训练时间和测试准确率。";
/** @param {number} runs */
export const yourRuns = (runs) => `你的 ${count(runs)} 次训练`;
export const saveCsv = "保存为 CSV";

export const newest = "最新";
export const settings = "设置";
export const parameters = "参数";
/** Before the columns, and after a number, where the table has no room for heads. */
export const sortBy = "排序依据";
export const afterParameters = " 个参数";
export const timeColumn = "时间";
export const curve = "曲线";
export const fingerprint = "指纹";

/** @param {number} rows */
export const showFirst = (rows) => `显示前 ${rows} 次`;
/** @param {number} runs */
export const showAll = (runs) => `显示全部 ${count(runs)} 次训练`;

/** @param {string} instead  letter of the run that makes place for it, or "" */
export const compare = (instead) => (instead ? `代替 ${instead} 参加比较` : "比较");
/** @param {string} run */
export const compareRun = (run) => `比较：${run}`;
/** @param {number} most  runs @param {string} letter @param {string} run  that had it */
export const displaced = (most, letter, run) =>
  `最多可以比较 ${most} 次训练：${letter} 已从这次训练收回：${run}。`;

/** @param {string} why  a sentence */
export const failed = (why) => `失败：${why}`;
/** @param {number} after  epochs @param {number} of  epochs */
export const stopped = (after, of) => `${afterEpochs(after)}停止，共 ${count(of)} 轮`;
/** @param {number} after  epochs */
export const diverged = (after) => `${afterEpochs(after)}发散：学习率太大`;

/** @param {number} trained */
const afterEpochs = (trained) => (trained < 1 ? "不到 1 轮就" : `${epochs(Math.floor(trained))}后`);

/* ---- a run in full ---- */

export const preset = "预设";
/** @param {number} digits @param {string} name  of the set */
export const trainedOn = (digits, name) => `${count(digits)} 个，${name}`;

export const untrained = "它没有训练过。";
/** @param {number} steps */
export const trainedFor = (steps) => `${count(steps)} 个小批量。`;
/** @param {number} steps @param {number} correct  test digits @param {number} test  all of them */
export const trainedReads = (steps, correct, test) =>
  `${count(steps)} 个小批量。它能识别 ${count(test)} 个测试样本中的 ${count(correct)} 个。`;
/** @param {{ mean: number, lowest: number, highest: number, count: number }} accuracies */
export function seeds({ mean, lowest, highest, count: several }) {
  const range = `${percent(lowest)} 到 ${percent(highest)}`;
  return `用 ${several} 个种子：平均 ${percent(mean)}，范围 ${range}。`;
}

export const adopt = "放到页面上";
export const copyLink = "复制链接";
export const trainAgain = "再训练一次";
export const changeSettings = "修改它的设置";
export const deleteRun = "删除";

/** @param {string} why  half a sentence */
export const inexactLink = (why) => `这个链接会得到相似的网络，但不是完全相同的网络，因为${why}。`;
/** @param {string} does  a sentence */
export const linkCopied = (does) => `链接已复制。${does}`;
export const linkUntrained = "打开它会以这些设置开始；不进行训练。";
export const linkExact = "打开它会重新训练这个网络。";
export const linkInexact = "打开它会训练一个相似的网络，但不是完全相同的网络。";

/** @param {string} run */
export const deleted = (run) => `已删除：${run}。`;
export const undo = "撤销";
export const weightsGone = "这次训练的权重不再保存。请重新训练。";

/* ---- storage ---- */

/** @param {number} runs */
export const damagedRuns = (runs) => `${runs} 次已保存的训练已损坏，无法显示。`;
export const storageFull = "浏览器的存储空间已满，所以关闭页面后，新的训练会丢失。";
export const storageUnusable = "浏览器的存储空间无法使用，所以关闭页面后，新的训练会丢失。";
export const storageSilent = "它没有响应。";
export const otherVersion = "它来自另一个版本";
export const partMissing = "它缺少一部分";
export const accuracyDamaged = "它的准确率不是数值";
export const curveDamaged = "它的曲线已损坏";
