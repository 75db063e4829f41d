/** Networks that another program made. `name` is that of a file. */
import { exact, percent } from "../../common/numbers.js";
import { functions } from "./starts.js";

/** @param {{ mean: number, deviation: number }} pixels  how a network wants them */
function scaled({ mean, deviation }) {
  const [m, d] = [mean, deviation].map((value) => Number(value.toPrecision(4)));
  const known = USUAL[`${m} ${d}`];
  if (known) return known;
  const shift = mean < 0 ? `+ ${exact(-m)}` : `− ${exact(m)}`;
  return `像素按（像素 ${shift}）÷ ${exact(d)} 归一化`;
}

/** By mean and deviation. @type {Record<string, string>} */
const USUAL = {
  "0 1": "像素取值从 0 到 1",
  "0 0.003922": "像素取值从 0 到 255",
  "0.5 0.5": "像素取值从 −1 到 1",
  "1 -1": "数字为白底深色",
  "0.1307 0.3081": "像素按 MNIST 的均值和标准差归一化",
};

/** Read no better than this, it is hardly what it was taken for. Guessing reads 0.1. */
const DOUBTFUL = 0.3;

/** @param {string} name @param {import("../../worker/protocol.js").Foreign} foreign */
export function foreignOpened(name, { taken, guessed, accuracy }) {
  const how = functions(taken.hidden, taken.output === "softmax", taken.cost);
  const opened = `已打开“${name}”，视为这样的网络：${how}；${scaled(taken.pixels)}。`;
  const read = `它能识别 ${percent(accuracy)} 的内置手写数字`;
  // What it was trained for changes nothing of what it reads.
  if (guessed.every((what) => what === "cost")) return `${opened}这样${read}。`;
  if (accuracy > DOUBTFUL) return `${opened}文件本身没有说明全部信息；这样解释最符合，${read}。`;
  const unfit = `${opened}文件本身没有说明全部信息，而且没有一种解释符合：${read}。`;
  return guessed.includes("hidden")
    ? `${unfit}它可能是用别的图像训练的，或者用了这里不认识的函数，例如 tanh。`
    : `${unfit}它可能是用别的图像训练的。`;
}
