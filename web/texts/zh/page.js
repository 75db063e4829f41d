/** The pages' frame: their titles, what stands there until they run, and why they may not. */

export const title = "Downhill：亲手训练一个学会识别数字的神经网络";
export const description =
  "画一个数字，看神经网络怎样识别它。训练它，看看它的内部，再找出什么能骗过它。";
/** For an app's menu of the system: one line. */
export const appDescription = "看神经网络用梯度下降学会识别数字";

/** Of the page of lesson plans. */
export const plansTitle = "教案：Downhill";
export const plansDescription =
  "用识别数字的神经网络上课：带链接的步骤、学生应看到的结果、问题与答案，还有一页可打印的学习单。";

export const loading =
  "Downhill 正在加载。如果一直停在这里，请检查网络连接并刷新页面，" +
  "或用新版的 Chrome、Edge、Firefox 或 Safari 打开。";
export const host =
  "如果服务器由你管理：它必须以 text/javascript 类型发送 .js 文件。" +
  "没有 Web 服务器，就无法直接从磁盘打开 Downhill。";

export const notLoaded =
  "Downhill 无法加载：它的一个文件没有到达，或者到达时被改动了。" +
  "可能是连接中断，可能是服务器刚刚更新了版本，也可能是中间隔着网络的登录页面。";
export const tryAgain = "重试";
export const stillNotLoaded =
  "如果仍然不行，请用新版的 Chrome、Edge、Firefox 或 Safari 打开。" +
  "如果服务器由你管理：它必须以 text/javascript 类型发送 .js 文件。";

export const fromDisk =
  "Downhill 是从磁盘打开的。浏览器不允许页面这样运行脚本：脚本必须由 Web 服务器发送。" +
  "在这台计算机上，可在 Downhill 的文件夹中启动一个：";
/** Before an address. */
export const thenOpen = "然后打开";

export const inFrame =
  "Downhill 所在的框架禁止它的脚本和 Worker。框架的 sandbox 必须允许：" +
  "allow-scripts allow-same-origin。";
export const ownTab = "在新标签页中打开 Downhill";

export const tooOld =
  "这个浏览器太旧，无法运行 Downhill。请用新版的 Chrome、Edge、Firefox 或 Safari 打开。";
export const noScript = "Downhill 在你的浏览器中训练神经网络，为此需要 JavaScript。";
