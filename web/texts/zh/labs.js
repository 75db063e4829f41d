/** The labs: their titles, and the question that each answers. */

export const playground = "演练场";

/** By id. */
export const titles = {
  inside: "内部",
  cost: "代价",
  downhill: "下山",
  train: "训练",
  gradient: "梯度",
  learned: "学到了什么",
  noise: "噪声",
  fool: "骗过它",
  teach: "教会它",
  memorise: "死记硬背",
  binary: "二值神经元",
  tweak: "调参",
};

/** The question that each answers. */
export const questions = {
  inside: "一个神经元做什么？",
  cost: "一个答案有多糟？",
  downhill: "在成千上万维的空间里，哪边是下坡？",
  train: "网络怎样学习？",
  gradient: "哪些调整最重要？",
  learned: "它从这么多数字里发现了什么？",
  noise: "面对毫无意义的图像，它有多确信？",
  fool: "改动多小就能让它改变主意？",
  teach: "它能学会不上当吗？",
  memorise: "它是理解了，还是只是记住了？",
  binary: "神经元为什么不能只有开和关？",
  tweak: "它能做到多好？",
};
