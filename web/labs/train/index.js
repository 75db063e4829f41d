/**
 * Train: one example in slow motion, training against test digits, the confusion matrix, and
 * teaching a drawing.
 */
import { html, render } from "lit";
import "./compare.js";
import "./confusion.js";
import "./one-step.js";
import { fasterPart, question, rightPart } from "./quiz.js";
import "./settings-panel.js";
import "./teach-drawing.js";
import "./train.css";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`A network begins with random weights, so its first predictions are useless. Each
    example says how every single weight and bias should be nudged; averaged over many
    examples and repeated many times, the nudges make it good.`,
  predict: {
    ...question,
    right: (_state, figures) => rightPart(figures?.reached ?? null),
    after: (_state, guess, figures) => fasterPart(guess, figures?.reached ?? null),
  },
  how: html`
    <p>Every weight <math><mi>w</mi></math> moves a little way down the slope of the cost
      <math><mi>C</mi></math>. The learning rate <math><mi>η</mi></math> says how far:</p>
    <math display="block">
      <mi>w</mi><mo>←</mo><mi>w</mi><mo>−</mo><mi>η</mi>
      <mfrac><mrow><mo>∂</mo><mi>C</mi></mrow><mrow><mo>∂</mo><mi>w</mi></mrow></mfrac>
    </math>
    <p>The gradient is computed from the last layer to the first. A neuron’s error
      <math><mi>δ</mi></math> is how the cost changes with its weighted sum
      <math><mi>z</mi></math>. A neuron of a hidden layer adds up the errors of all neurons it
      feeds, each times the weight between them, and multiplies by the slope of its activation
      function <math><mi>f</mi></math>:</p>
    <math display="block">
      <msub><mi>δ</mi><mi>j</mi></msub><mo>=</mo>
      <msup><mi>f</mi><mo>′</mo></msup><mo>(</mo><msub><mi>z</mi><mi>j</mi></msub><mo>)</mo>
      <munder><mo>∑</mo><mi>k</mi></munder>
      <msub><mi>w</mi><mrow><mi>k</mi><mi>j</mi></mrow></msub><msub><mi>δ</mi><mi>k</mi></msub>
      <mo>,</mo><mspace width="1em"></mspace>
      <mfrac>
        <mrow><mo>∂</mo><mi>C</mi></mrow>
        <mrow><mo>∂</mo><msub><mi>w</mi><mrow><mi>j</mi><mi>i</mi></mrow></msub></mrow>
      </mfrac>
      <mo>=</mo><msub><mi>δ</mi><mi>j</mi></msub><msub><mi>a</mi><mi>i</mi></msub>
    </math>
    <p>A mini-batch takes the mean of the gradients of its examples, then changes the weights
      once.</p>`,
  mount(element, session, tell) {
    render(
      html`
        <div class="train">
          <dh-one-step .session=${session}></dh-one-step>
          <div class="halves">
            <dh-compare .session=${session} .tell=${tell}></dh-compare>
            <dh-train-settings class="stack" .session=${session}></dh-train-settings>
          </div>
          <dh-confusion .session=${session}></dh-confusion>
          <dh-teach-drawing .session=${session}></dh-teach-drawing>
        </div>`,
      element,
    );
    return () => render("", element);
  },
};
