/** The page of lesson plans itself. The plans are in plan-*.js. */

export const back = "返回 Downhill";
export const heading = "教案";
/** @param {number} plans @param {number} from  minutes @param {number} to */
export const intro = (plans, from, to) =>
  `${plans} 节课，每节 ${from} 到 ${to} 分钟，围绕一个识别数字的神经网络展开。` +
  "全班用链接或二维码打开每一步，只看到这一步需要的内容。";
export const numbers =
  "文中的数值对应 MNIST 数字。没有 MNIST 的网站使用内置的手写数字，数值会有所不同。";
/** Names the list of them. */
export const plans = "教案列表";

/** @param {number} count */
export const minutes = (count) => `${count} 分钟`;
export const aim = "目标";
export const needs = "准备";
/** Above what a step shows. */
export const seen = "学生应看到";
export const questions = "问题与答案";

/** @param {string} place  a lab, or the playground */
export const open = (place) => `打开“${place}”`;
export const showCode = "二维码";

export const printSheet = "打印学习单";
export const printPlan = "打印这份教案";
/** At the head of the students’ sheet, before a line to write on. */
export const name = "姓名";
export const date = "日期";
