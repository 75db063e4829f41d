/** MNIST for the tests that need it: from MNIST_DIR or build/data, never from the network. */
import { loadMnist } from "../../tools/mnist.js";

/** The uncompressed IDX files; null when MNIST is not on this machine. */
export const mnist = loadMnist();

/** For a test's `skip` option: why it cannot run, or false. */
export const withoutMnist = mnist ? false : "MNIST is not here: set MNIST_DIR or run make data";
