/** What it learned: the weights of every first neuron as a picture, live, beside what one might have hoped for. */
import { html, render } from "lit";
import "../../ui/tiles.js";
import "./deeper-layers.js";
import "./edge-filters.js";

/** @type {import("../index.js").Lab} */
export default {
  lesson: html`One might hope that the first layer picks up on little edges and the second on loops and lines. The
    weights look almost random instead, with some loose patterns in the middle: the network found a small valley that
    works, and it need not look like what we had in mind.`,
  predict: {
    question:
      "Each picture shows what one neuron looks for. What will a trained network’s pictures look like?",
    choices: ["Little edges", "Loops and lines", "Almost random"],
    after: (state) =>
      state.steps || state.model.kind !== "random"
        ? "Look: these are the pictures of the network on this page. Train it and they move."
        : "This network is random still. Train it, and watch whether any edge or loop appears.",
  },
  how: html`
    <p>Neuron <math><mi>j</mi></math> of the first layer weighs every pixel and squashes the sum:</p>
    <math display="block">
      <msub><mi>a</mi><mi>j</mi></msub><mo>=</mo><mi>σ</mi><mo>(</mo>
      <munderover><mo>∑</mo><mrow><mi>k</mi><mo>=</mo><mn>1</mn></mrow><mn>784</mn></munderover>
      <msub><mi>w</mi><mrow><mi>j</mi><mi>k</mi></mrow></msub><msub><mi>x</mi><mi>k</mi></msub><mo>+</mo><msub><mi>b</mi><mi>j</mi></msub><mo>)</mo>
    </math>
    <p>The picture lays its 784 weights out where their pixels are. A pixel that lies on blue pushes the neuron up, one on
      orange pushes it down. Each picture is scaled to its own largest weight, and small weights are lifted a little so
      that they can be seen.</p>`,
  mount(element, session) {
    render(
      html`
        <div class="learned">
          <figure>
            <figcaption>What is there</figcaption>
            <dh-tiles .session=${session} room="64"></dh-tiles>
          </figure>
          <figure>
            <figcaption>What one might hope for</figcaption>
            <dh-hoped></dh-hoped>
          </figure>
        </div>
        <dh-deeper class="learned-deeper" .session=${session}></dh-deeper>`,
      element,
    );
    return () => render("", element);
  },
};
