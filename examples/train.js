// In Node, beside the package: node train.js
// Trains the lesson's network on built-in handwriting and says how well it reads other digits.
import { writeFile } from "node:fs/promises";
import { loadEngine, recipes, trainerOptions } from "downhill";

const engine = await loadEngine();
const data = engine.handwriting({ count: 10000, seed: 1 });
const others = engine.handwriting({ count: 10000, seed: 2 });
const net = engine.network({ ...recipes.video.network, seed: 1 });
const trainer = net.trainer(data, trainerOptions(recipes.video, data.count));
for (let epoch = 1; epoch <= 10; epoch += 1) {
  const { cost } = trainer.trainEpochs(1);
  const { accuracy } = net.evaluate(others);
  console.log(`epoch ${epoch}: cost ${cost.toFixed(3)}, ${(100 * accuracy).toFixed(1)}% read`);
}
console.log(net.fingerprint);
await writeFile("digits.safetensors", net.save());
