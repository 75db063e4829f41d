/** Noise: how sure the network is about images of nothing. */
import { html, render } from "lit";
import "./noise.css";
import "./view.js";
import { count, percent } from "../../common/numbers.js";

const CHOICES = ["Almost none", "Some", "Most"];

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`Feed the network a random image and you might hope that it hesitates. In the lesson it answers with
    confidence that this static is a five: it was only ever shown digits, and its tightly constrained training gave it no
    incentive to be anything but utterly certain.`,
  predict: {
    question: (figures) =>
      `Ten thousand images of ${figures?.name ?? "static"}. How many will it be more than 90% sure about?`,
    choices: CHOICES,
    after: ({ evaluation }, guess, figures) => {
      const { above, images, name } = figures;
      if (above === null) return "Counting.";
      const found = above < 0.01 ? 0 : above <= 0.5 ? 1 : 2;
      const said =
        guess === found ? ", as you said." : `. You said ${CHOICES[guess].toLowerCase()}.`;
      const reads = evaluation
        ? ` The same network reads ${percent(evaluation.accuracy)} of unseen digits.`
        : "";
      return `${percent(above)} of ${count(images)} images of ${name}: ${CHOICES[found].toLowerCase()}${said}${reads}`;
    },
    veil: true,
  },
  how: html`
    <p>The answer is the brightest of the ten outputs, and how sure it is, is that output:</p>
    <math display="block">
      <mtext>answer</mtext><mo>=</mo><munder><mi>argmax</mi><mi>i</mi></munder><mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
      <mspace width="2em"></mspace>
      <mtext>sureness</mtext><mo>=</mo><munder><mi>max</mi><mi>i</mi></munder><mspace width="0.2em"></mspace><msub><mi>a</mi><mi>i</mi></msub>
    </math>
    <p>Nothing in the cost asks for all ten outputs to be dark: every example it ever saw had one right answer. Each image
      is made from a seed and its place in the sequence, so the same seed shows the same ten thousand images everywhere. In
      the engine: <code>net.census({ kind, seed, count: 10000 })</code>.</p>`,
  mount(element, session, tell) {
    render(html`<dh-noise .session=${session} .tell=${tell}></dh-noise>`, element);
    return () => render("", element);
  },
};
