/* What an example is: 28 × 28 pixels and a label. */
#ifndef NN_DIGIT_H
#define NN_DIGIT_H

enum { NN_SIDE = 28, NN_PIXELS = 784, NN_CLASSES = 10 };

/*
 * The label of a "not a digit" image. Its target is all zeros, or ten times 0.1
 * for softmax. Every count of accuracy leaves such images out.
 */
enum { NN_NOT_A_DIGIT = 255 };

#endif
