// ONNX files, both ways. Its modules import nothing of the engine's, which is given to them.

export { openOnnx } from "./onnx/read.js";
export { onnxOf } from "./onnx/write.js";
