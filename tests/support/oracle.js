/** TensorFlow.js on plain JavaScript: gradients by an autodiff nobody here wrote. */
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs-core";
import "@tensorflow/tfjs-layers"; // for the gradients it registers

tf.enableProdMode(); // no banner
await tf.setBackend("cpu");

export { tf };
