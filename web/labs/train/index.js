/** Train: one example in slow motion, what training and unseen digits say, where it errs, and teaching it yourself. */
import { html, render } from "lit";
import "../../ui/controls.js";
import "./compare.js";
import "./confusion.js";
import "./teach-drawing.js";
import "./one-step.js";
import "./train.css";

const AT_ONCE = ["rate", "batch", "optimizer", "epochs"];
const NEW_NETWORK = ["recipe", "layers", "hidden", "cost", "seed"];

/** @param {import("../../model/session.js").Session} session */
function settings(session) {
  return html`
    <div class="row head"><h3>How it is trained</h3></div>
    <p class="quiet small">These take effect at the next mini-batch; the network stays as it is.</p>
    <dh-controls .session=${session} .keys=${AT_ONCE}></dh-controls>
    <details>
      <summary>What makes a new network</summary>
      <div class="stack">
        <p class="quiet small">A change here begins again with random weights. It can be undone.</p>
        <dh-controls .session=${session} .keys=${NEW_NETWORK}></dh-controls>
      </div>
    </details>`;
}

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`It begins with random weights, so its first answers are lousy. Each example says how every one of the
    13,002 weights and biases should be nudged; averaged over many examples and done again and again, the nudges make
    it good.`,
  predict: {
    question: "A random network learns from 60,000 digits. Which half does it learn faster?",
    choices: ["From 10% to 80%", "From 80% to 95%", "Both as fast"],
    after: () =>
      "Press Reset, then Train, and read it from the lines below: how many epochs to 80%, and how many from there on?",
  },
  how: html`
    <p>Every weight <math><mi>w</mi></math> goes a little way down the slope of the cost, as far as the learning rate
      <math><mi>η</mi></math> says:</p>
    <math display="block">
      <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi><mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    </math>
    <p>The slope is found from the back to the front. For an output it is what it should change by, times how steep its
      squash is just there; a neuron further in collects the slopes of all that it feeds, each times the weight between:</p>
    <math display="block">
      <msub><mi>δ</mi><mi>j</mi></msub><mo>=</mo><msup><mi>σ</mi><mo>′</mo></msup><mo>(</mo><msub><mi>z</mi><mi>j</mi></msub><mo>)</mo>
      <munder><mo>∑</mo><mi>k</mi></munder><msub><mi>w</mi><mrow><mi>k</mi><mi>j</mi></mrow></msub><msub><mi>δ</mi><mi>k</mi></msub>
      <mo>,</mo><mspace width="1em"></mspace>
      <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub></mrow></mfrac>
      <mo>=</mo><msub><mi>δ</mi><mi>j</mi></msub><msub><mi>a</mi><mi>i</mi></msub>
    </math>
    <p>A mini-batch takes the mean of the slopes of its examples before it nudges once.</p>`,
  mount(element, session) {
    const may = !session.state.settings.hide.includes("settings");
    render(
      html`
        <div class="train">
          <dh-slow .session=${session}></dh-slow>
          <div class="halves">
            <dh-compare .session=${session}></dh-compare>
            <div class="stack">${may ? settings(session) : ""}</div>
          </div>
          <dh-confusion .session=${session}></dh-confusion>
          <dh-own .session=${session}></dh-own>
        </div>`,
      element,
    );
    return () => render("", element);
  },
};
