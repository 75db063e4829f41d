/** The foot of the page, with its languages. */
import { html } from "lit";

export const privacy = "你画的内容不会离开这台设备：网络在你的浏览器中运行和训练。";
/** @param {(title: string) => unknown} lesson  a link */
export const credits = (lesson) =>
  html`依据 3Blue1Brown 的课程《${lesson(
    "Gradient descent, how neural networks learn",
  )}》。数字：MNIST，作者 Y. LeCun、C. Cortes 和 C. Burges。自由软件，采用
    MIT 许可证；字体 Inter，采用 Open Font License。`;
export const takeTour = "开始导览";
export const presentation = "放映模式";
export const documentation = "文档";
export const lessonPlans = "教案";
/** Names a list of them. */
export const languages = "语言";
export const languageNotReached = "该语言的页面无法打开：连接不到服务器。设备联网了吗？";
