/** Teach it: a copy of the network is fine-tuned to reject noise, or to resist small changes. */
import { html, render } from "lit";
import "./teach.css";
import { answer, question, rightChoice } from "./quiz.js";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  link: null,
  lesson: html`The video stops at the diagnosis: a network that has only seen digits never learned
    to doubt. Here are two remedies, and what each costs in accuracy: add noise whose target is “no
    digit”, or train on attacked digits.`,
  predict: {
    ...question,
    right: (_state, figures) => rightChoice(figures?.noise ?? null),
    after: (_state, guess, figures) => answer(guess, figures?.noise ?? null),
  },
  how: html`
    <p>“Not a digit” is a target like any other. Sigmoid outputs should all be 0, and softmax
      outputs, whose sum is 1, should all be equal:</p>
    <math display="block">
      <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
      <mspace width="2em"></mspace><mtext>or</mtext><mspace width="2em"></mspace>
      <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
    </math>
    <p>Adversarial training replaces every digit of a mini-batch by an image that fools the network
      as it is at that moment, found by three gradient steps within ε, and trains on that:</p>
    <math display="block">
      <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
      <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
      <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
    </math>
    <p>The copy is trained by AdamW with a learning rate of 0.003 that decays to zero (by SGD with a
      rate of 1 where the cost is the squared error). In the engine:
      <code>net.trainer(data, { ...teaching })</code> and
      <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>. A network with more
      neurons can resist larger changes: choose the layers 256-128 in the settings; a copy of such
      a network is trained as the recipe <code>hardened</code> of the engine. A copy trained with
      no noise and no attacks shows what the extra epochs alone do.</p>`,
  mount(element, session, tell) {
    render(html`<dh-teach .session=${session} .tell=${tell}></dh-teach>`, element);
    return () => render("", element);
  },
};
