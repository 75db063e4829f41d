/** Words of the dialog that lists the keys. */
import { step } from "./shell.js";

export const shortcuts = {
  train: "训练、暂停",
  step,
  speed: "全速训练，或先慢后快",
  reset: "重置为随机网络",
  noise: "噪声",
  testDigit: "测试样本",
  drawing: "转到画板",
  clear: "清空画板",
  present: "放映模式（用于投影）",
  keys: "显示这些快捷键",
};
export const singleKeys = "单键快捷键";
export const singleKeysOff = "已关闭：单独按字母键、? 和空格键不起作用。按钮仍可使用。";
/** @param {string} undoKey */
export const keysInDrawing = (undoKey) =>
  `在画板中，方向键移动一格大小的笔；空格键落笔和提笔，${undoKey} 撤销一笔。`;
