/** Teach it: the network learns that noise is nothing, and to stand small changes. */
import { html, render } from "lit";
import "./teach.css";
import "./view.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`The lesson leaves it at the diagnosis: a network that was only shown digits has no reason to doubt. Here is the
    cure to try: show it noise too, and ask for nothing; or attack every digit before it is learnt. What that costs in accuracy is counted, too.`,
  predict: {
    question:
      "Say a network is taught that shuffled digits and scribbles are nothing. What will it say to five kinds of noise it has never met?",
    choices: ["Nothing as well", "A digit, as before", "It depends on the kind"],
    after: () =>
      "Teach a copy and look at the five cards that say “never trained on”. It does not work the other way round: taught those five, a network goes on taking scribbles for digits, for it was shown no pen.",
  },
  how: html`
    <p>“Nothing” is a target like any other. Ten outputs of their own should all be dark, outputs that share (softmax) should
      all be equal:</p>
    <math display="block">
      <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mn>0</mn>
      <mspace width="2em"></mspace><mtext>or</mtext><mspace width="2em"></mspace>
      <msub><mi>y</mi><mi>i</mi></msub><mo>=</mo><mfrac><mn>1</mn><mn>10</mn></mfrac>
    </math>
    <p>Hardening replaces every digit of a mini-batch by the picture that fools the network most, as it is at that moment,
      found by three steps uphill within ε, and learns from that:</p>
    <math display="block">
      <munder><mi>min</mi><mi>w</mi></munder><mspace width="0.3em"></mspace>
      <munder><mi>max</mi><mrow><mo>|</mo><mi>δ</mi><mo>|</mo><mo>≤</mo><mi>ε</mi></mrow></munder>
      <mi>C</mi><mo>(</mo><mi>w</mi><mo>,</mo><mi>x</mi><mo>+</mo><mi>δ</mi><mo>)</mo>
    </math>
    <p>The copy learns with AdamW at a rate of 0.003, coming down to zero (plain descent at a rate of 1 where the cost is the
      squares). In the engine: <code>net.trainer(data, { ...teaching })</code> and
      <code>net.trainer(data, { harden: { epsilon: 0.1, steps: 3 } })</code>. A network with more neurons can stand more:
      choose 256-128 in the settings and harden that; it learns as <code>hardened</code> of the engine's recipes does. A copy that gets the same lessons without noise or attack
      shows what the lessons alone do.</p>`,
  mount(element, session) {
    render(html`<dh-teach .session=${session}></dh-teach>`, element);
    return () => render("", element);
  },
};
