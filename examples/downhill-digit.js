// <downhill-digit></downhill-digit>: a field to draw a digit into, which a trained network reads.
//
//   element.digit     0…9, or null while nothing is drawn
//   element.outputs   the network's ten outputs, 0…1, or null
//   element.clear()
//   "change"          an event after each stroke, and when it is cleared
//
//   <downhill-digit model="mine.safetensors"></downhill-digit> reads with a network of your own.
import { loadEngine } from "downhill";
import { lesson } from "downhill/models";

// Allowed by a Content-Security-Policy that forbids <style>.
const styles = new CSSStyleSheet();
styles.replaceSync(`
  :host { display: inline-grid; gap: 8px }
  canvas { width: 168px; background: black; border-radius: 8px; touch-action: none }
  button { font: inherit }`);

const template = document.createElement("template");
template.innerHTML = `
  <canvas width="336" height="336" role="img"></canvas>
  <span><button type="button">Clear</button> <output></output></span>`;

/** One for all of them. */
let loading;

class DownhillDigit extends HTMLElement {
  #strokes = [];
  #engine = null;
  #network = null;
  outputs = null;

  connectedCallback() {
    if (this.shadowRoot) return;
    this.attachShadow({ mode: "open" }).append(template.content.cloneNode(true));
    this.shadowRoot.adoptedStyleSheets = [styles];
    const canvas = this.#part("canvas");
    canvas.addEventListener("pointerdown", (event) => this.#begin(event));
    canvas.addEventListener("pointermove", (event) => event.buttons && this.#go(event));
    canvas.addEventListener("pointerup", () => this.dispatchEvent(new Event("change")));
    this.#part("button").addEventListener("click", () => this.clear());
    this.#show();
    /** Settles when the network is there. */
    this.ready = this.#load();
  }

  get digit() {
    return this.outputs?.indexOf(Math.max(...this.outputs)) ?? null;
  }

  clear() {
    this.#strokes = [];
    this.#read();
    this.dispatchEvent(new Event("change"));
  }

  async #load() {
    loading ??= loadEngine();
    this.#engine = await loading;
    const address = this.getAttribute("model");
    const file = address ? await (await fetch(address)).arrayBuffer() : await lesson();
    this.#network = this.#engine.load(new Uint8Array(file));
    this.#read();
  }

  #begin(event) {
    event.target.setPointerCapture(event.pointerId);
    this.#strokes.push([]);
    this.#go(event);
  }

  #go({ target, offsetX, offsetY }) {
    const scale = target.width / target.clientWidth;
    this.#strokes.at(-1)?.push([offsetX * scale, offsetY * scale]);
    this.#read();
  }

  #read() {
    const isDrawn = this.#strokes.length > 0;
    const pixels = isDrawn && this.#engine?.ink(this.#strokes);
    this.outputs = this.#network && pixels ? this.#network.predict(pixels) : null;
    this.#show();
  }

  #show() {
    const text = this.digit === null ? "Draw a digit" : `Reads as ${this.digit}`;
    this.#part("output").textContent = text;
    this.#part("canvas").setAttribute("aria-label", text);
    const brush = this.#part("canvas").getContext("2d");
    brush.clearRect(0, 0, 336, 336);
    Object.assign(brush, { strokeStyle: "white", lineWidth: 24, lineCap: "round" });
    for (const stroke of this.#strokes) brush.stroke(new Path2D(`M${stroke.join("L")}l0 0`));
  }

  #part(name) {
    return this.shadowRoot.querySelector(name);
  }
}

customElements.define("downhill-digit", DownhillDigit);
