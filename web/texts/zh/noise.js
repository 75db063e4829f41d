/** The words of the lab Noise. */
import { html } from "lit";
import { count, fixed, percent } from "../../common/numbers.js";
import { verdict } from "./ui.js";

/* ---- the lesson, the question, how it works ---- */

export const lesson = html`${
  "在课程中，网络面对一幅随机图像，确信无疑地回答说它是 5。" +
  "它只见过数字，严格限定的训练也从未鼓励它有半点怀疑。"
}`;

/** @param {string} kind  of noise */
export const question = (kind) => `一万幅“${kind}”图像中，有多少会让网络的置信度高于 90%？`;

export const choices = ["几乎没有", "一部分", "大多数"];

export const countingImages = "正在统计图像…";

/**
 * What is said to a guess.
 * @param {number} above  fraction of the images
 * @param {number} right  index of the choice that is right
 * @param {number} guess
 * @param {number | null} accuracy  on the test digits, where it is known
 */
export function answer(above, right, guess, accuracy) {
  const found = `${verdict(choices[right], guess === right)}：占 ${percent(above)}。`;
  if (accuracy === null) return found;
  return `${found}同一个网络能识别 ${percent(accuracy)} 的测试样本。`;
}

export const how = html`
  <p>预测结果是输出最高的那个数字；它的置信度就是这个输出：</p>
  <div class="formulas"><math display="block">
    <mtext>预测</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math><math display="block">
    <mtext>置信度</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder>
    <mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
  </math></div>
  <p>${
    "代价函数并不奖励十个输出都低：每个训练样本都有一个正确的数字。" +
    "网络对噪声有多大把握，全凭运气：五个与课程相同的网络，训练方式一样，只是初始随机权重不同，" +
    "置信度高于"
  } 90% 的均匀噪声图像，最少的占 0.1%，最多的占
    51%。本页打开时所用的网络就是从中选出来的，因为它能显示这种现象。</p>
  <p>每幅图像都由种子和它的编号算出，所以同一个种子在任何地方都给出同样的一万幅图像。在引擎中：<code
    >net.census({ kind, seed, count: 10000 })</code>。</p>`;

/* ---- one image after the other ---- */

/** @param {number} image  index of it @param {number} seed */
export const noiseImage = (image, seed) => `噪声，种子 ${seed} 的图像 ${image}`;

/** Beside the confidence. @param {unknown} image  index of the image */
export const confidenceIn = (image) => html`置信度，图像 ${image}`;

export const run = "连续播放";
export const stop = "停止";
export const next = "下一幅";

/* ---- ten thousand images ---- */

export const kindOfNoise = "噪声种类";

/** @param {string} kind @param {number} seed */
export const noise = (kind, seed) => `${kind}，种子 ${seed}`;

/**
 * @param {number} images @param {string} kind @param {number} seed
 * @param {number} epoch  0: of a network that was not trained on this page
 */
export function imagesCounted(images, kind, seed, epoch) {
  const what = `${count(images)} 幅图像：${noise(kind, seed)}`;
  return epoch ? `${what}，第 ${fixed(epoch, 1)} 轮` : what;
}

/** @param {number} digits @param {number} epoch  0: see `imagesCounted` */
export function digitsCounted(digits, epoch) {
  const what = `${count(digits)} 个测试样本，从未用于训练`;
  return epoch ? `${what}，第 ${fixed(epoch, 1)} 轮` : what;
}

/** @param {unknown} part  of the images, in percent */
export const noiseAbove = (part) => html`${part} 的噪声图像置信度高于 90%`;

/** @param {number} part */
export const digitsAbove = (part) =>
  html`<span class="number">${percent(part)}</span> 的测试样本置信度高于 90%`;

export const counting = "正在统计…";
export const notCounted = "未统计";
export const testDigits = "测试样本";

/** @param {number} images */
export const another = (images) => `再来 ${count(images)} 幅`;

/** @param {number} tallest  bar, as a fraction of its images @param {number} line  a confidence */
export const bars = (tallest, line) => html`两幅图中条形的高度都是占比的平方根。最高的条形占其图像的
  <span class="number">${percent(tallest, 0)}</span>；直线位于 ${percent(line, 0)} 处。`;

/* ---- an image for each digit ---- */

export const gallery = "每个数字置信度最高的图像";
export const galleryTitle = "对每个数字，置信度最高的图像";
export const chooseImage = "选择一幅图像，把它放到网络的输入处。";
export const follow = "跟随它穿过网络";

/** @param {number} index */
export const image = (index) => `图像 ${index}`;

/** Heard before the digit and the confidence. @param {number} index */
export const imageHeard = (index) => `图像 ${index}：`;

/** @param {number} index */
export const isOnInput = (index) => `图像 ${index} 在网络的输入处。`;

/** @param {number} digit  that no image is predicted to be */
export const never = (digit) => html`<b>${digit}</b> 没有`;

/** Of an image on the input. @param {string} kind @param {number} seed @param {number} index */
export const caption = (kind, seed, index) => `噪声“${kind}”，种子 ${seed}，图像 ${index}。`;

/* ---- all kinds ---- */

/** @param {number} images  of each @param {number} seed @param {number} epoch  0: see above */
export function allKinds(images, seed, epoch) {
  const what = `所有种类：每种 ${count(images)} 幅图像，种子 ${seed}`;
  if (!epoch) return what;
  return html`${what}，<span class="number">第 ${fixed(epoch, 1)} 轮</span>`;
}

export const imageOfHighest = "置信度最高的图像";
export const kind = "种类";
export const mostOften = "最常见";
export const rowOfDigits = "测试样本";

/** @param {number} limit  a confidence */
export const above = (limit) => `高于 ${percent(limit, 0)}`;

export const legend =
  "高于 50%、90% 和 99%：置信度高于此值的图像所占的比例。" +
  "最常见：预测得最多的数字，以及它所占的比例。";
