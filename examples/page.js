import { loadEngine, recipes, trainerOptions } from "downhill";

const engine = await loadEngine();
const data = engine.handwriting({ count: 10000, seed: 1 });
const net = engine.network({ ...recipes.video.network, seed: 1 });
net.trainer(data, trainerOptions(recipes.video, data.count)).trainEpochs(10);

const [canvas, output] = document.querySelectorAll("canvas, output");
const brush = canvas.getContext("2d");
Object.assign(brush, { strokeStyle: "white", lineWidth: 20, lineCap: "round" });
let strokes = [];
const draw = ({ buttons, type, offsetX, offsetY }) => {
  if (type === "pointerdown") strokes.push([]);
  if (!buttons || !strokes.length) return;
  strokes.at(-1).push([offsetX, offsetY]);
  brush.stroke(new Path2D(`M${strokes.at(-1).join("L")}l0 0`));
  const outputs = net.predict(engine.ink(strokes));
  output.value = `Reads as ${outputs.indexOf(Math.max(...outputs))}`;
};
const clear = () => {
  strokes = [];
  brush.clearRect(0, 0, canvas.width, canvas.height);
  output.value = `Draw a digit. Trained: ${net.fingerprint}`;
};
canvas.onpointerdown = canvas.onpointermove = draw;
document.querySelector("button").onclick = clear;
clear();
