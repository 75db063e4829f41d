/*
 * Synthetic handwriting: an unlimited, seeded sequence of handwritten digits.
 * Each sample has a random writer (slant, width, roundness, tremor, sloppiness,
 * pen) and a random stroke template of its digit. The writer's variation is
 * applied to the template, and the strokes are drawn as ink.h draws a
 * visitor's.
 *
 * Sample `index` of sequence `seed` depends on these two alone, so any sample
 * can be made directly. Nothing is allocated and nothing can fail.
 */
#ifndef NN_HANDWRITING_H
#define NN_HANDWRITING_H

#include <stdint.h>

#include "ink.h"

/* No sample has more. */
#define NN_HANDWRITING_POINTS 256
#define NN_HANDWRITING_STROKES 3

/*
 * The image of a sample: pixels (28, 28) overwritten, 0 paper … 255 ink.
 * Returns the digit that was written, 0…9. Samples 10 k … 10 k + 9 are the ten
 * digits in random order.
 */
int nn_handwriting(uint8_t *pixels, uint64_t seed, uint64_t index);

/*
 * The strokes of the same sample, before they are inked; all are overwritten:
 *
 *   points (NN_HANDWRITING_POINTS, 2)        x right, y down; the digit is
 *                                            about 2 high around (0, 0)
 *   stroke_lengths (NN_HANDWRITING_STROKES)  the points of each stroke
 *   strokes                                  their number
 *   pen                                      that the sample is written with
 *
 * Returns the digit.
 */
int nn_handwriting_strokes(float *points, int *stroke_lengths, int *strokes,
                           nn_ink_pen *pen, uint64_t seed, uint64_t index);

#endif
