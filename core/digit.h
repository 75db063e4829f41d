/* What an example is: 28 × 28 pixels and a label. */
#ifndef NN_DIGIT_H
#define NN_DIGIT_H

enum { NN_SIDE = 28, NN_PIXELS = 784, NN_CLASSES = 10 };

/* The label of an image that is not a digit; its target is all zero. */
enum { NN_NOT_A_DIGIT = 255 };

#endif
