/**
 * Memorise: the same network on true and on shuffled labels. Both are learned; true ones sooner,
 * and only they help with digits that were not trained on.
 */
import { html, render } from "lit";
import { answer, CHOICES, rightChoice } from "./answer.js";
import "./memorise.css";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`A network that is trained on images with shuffled labels can reach the same accuracy
    on them as with true labels: it has memorised the data. But it gets there slowly, while with
    true labels the accuracy rises fast: where the data have a structure, a good local minimum is
    easier to find.`,
  predict: {
    question: "What if labels are shuffled, so that a 7 may be called a 2?",
    choices: CHOICES,
    right: (_state, figures) => rightChoice(figures),
    after: (_state, guess, figures) => answer(guess, figures),
  },
  how: html`
    <p>Both networks begin with the same random weights and see the same digits in the same order:
      ReLU, softmax, cross-entropy, Adam with a learning rate of 0.001, mini-batches of 32.
      Shuffling permutes the labels among the chosen digits, so that each label stays as frequent as
      it was.</p>
    <p>The 13,002 parameters of the lesson’s network memorise the random labels of 100 images, but
      not of 60,000 in 15 epochs. So there are at most 10,000 digits here, and wider layers.</p>
    <p>The lesson’s sources:
      <a href="https://arxiv.org/abs/1611.03530" rel="noreferrer" target="_blank">Zhang et al.
      (2017)</a> gave random labels to the 50,000 images of CIFAR-10. Large networks reached a
      training accuracy of 100%, in a few times as many steps as with true labels; their test
      accuracy was that of a guess, 10%.
      <a href="https://arxiv.org/abs/1706.05394" rel="noreferrer" target="_blank">Arpit et al.
      (2017)</a> compared both on MNIST and CIFAR-10: among images with true labels many are easy,
      and learned first, by simple patterns; with random labels all are about equally hard.</p>`,
  mount(element, session, tell) {
    render(html`<dh-memorise .session=${session} .tell=${tell}></dh-memorise>`, element);
    return () => render("", element);
  },
};
