/** The tour of the first screen. */

export const tour = "导览";
/** @param {number} stop  from 1 @param {number} stops */
export const stopOf = (stop, stops) => `${stop} / ${stops}`;
export const skip = "跳过";
export const nextStop = "下一步";
export const tourDone = "完成";

export const tourDrawing = "画一个数字。它会变成 28 × 28 个像素：784 个 0 到 1 之间的数。";
export const tourNetwork =
  "每个圆圈是一个神经元：填得越满，激活值越高。" + "每条线是一个权重：蓝色为正，橙色为负。";
export const tourOutputs = "十个输出，每个数字一个。最高的那个就是预测结果。";
export const tourTrain =
  "“训练”把所有权重和偏置往下坡方向调整一点点，重复成千上万次。" +
  "你可以看随机网络从头学起，也可以继续训练现在这个。";
export const tourLabs = "实验按视频的顺序把网络拆开来看。画板始终留在视野中。";
