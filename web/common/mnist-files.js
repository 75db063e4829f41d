/**
 * MNIST's four IDX files as they were published in 1998. Their order is training images, training
 * labels, test images, test labels. A host serves each under its name with ".gz" after it.
 *
 * @typedef {object} DataFile
 * @property {string} name
 * @property {number} size  bytes, uncompressed
 * @property {string} sha256  of the uncompressed bytes, hexadecimal
 */

/** @type {readonly DataFile[]} */
export const MNIST_FILES = [
  {
    name: "train-images-idx3-ubyte",
    size: 47_040_016,
    sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
  },
  {
    name: "train-labels-idx1-ubyte",
    size: 60_008,
    sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
  },
  {
    name: "t10k-images-idx3-ubyte",
    size: 7_840_016,
    sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
  },
  {
    name: "t10k-labels-idx1-ubyte",
    size: 10_008,
    sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
  },
];
