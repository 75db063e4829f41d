/** A link that the browser did not let the page copy. */

export const link = "链接";
/** @param {string} keys  that copy */
export const notCopied = (keys) =>
  `浏览器不允许页面复制链接。链接已在这里选中：请按 ${keys}，或用这个输入框的菜单复制。`;
