/** Cost: ten squares for one answer, their sum, then the average over thousands and where yours lies among them. */
import { html, render } from "lit";
import "./cost.css";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`Tell the computer what a bad answer is: add up the squares of the differences between each output and what
    it should have been. The sum is small when the network is sure of the right digit and large when it is not; the average
    over all the training digits measures how lousy the network is, and to learn is to make it small.`,
  predict: {
    question: "Which digits make most of the average cost of a trained network?",
    choices: ["All of them, alike", "A few that it gets badly wrong", "Half of them"],
    after: ({ steps, model }) =>
      steps || model.kind !== "random"
        ? "Look at the histogram: each line is ten times the last, so that what lies far right outweighs all the rest."
        : "This network is random still, and nearly all digits cost the same. Train it, and see which ones stay behind.",
  },
  how: html`
    <p>With <math><msub><mi>a</mi><mi>j</mi></msub></math> the ten outputs and <math><msub><mi>y</mi><mi>j</mi></msub></math> what they should be, 1 for the right digit and 0 for the others, one digit costs</p>
    <math display="block">
      <mi>C</mi><mo>=</mo>
      <munderover><mo>∑</mo><mrow><mi>j</mi><mo>=</mo><mn>0</mn></mrow><mn>9</mn></munderover>
      <msup><mrow><mo>(</mo><msub><mi>a</mi><mi>j</mi></msub><mo>−</mo><msub><mi>y</mi><mi>j</mi></msub><mo>)</mo></mrow><mn>2</mn></msup>
    </math>
    <p>and the network costs the average over all <math><mi>n</mi></math> digits. A cost of 10 would be every output as wrong as
      can be, 0.1 on average is a good network. A network that is trained on cross-entropy costs
      <math><mo>−</mo><mi>ln</mi><mo>⁡</mo><msub><mi>a</mi><mi>j</mi></msub></math> of the right answer instead.</p>`,
  mount(element, session) {
    render(html`<dh-cost .session=${session}></dh-cost>`, element);
    return () => render("", element);
  },
};
