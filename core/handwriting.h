/*
 * Handwriting: endless digits by people who do not exist. Each sample has a
 * writer of its own (slant, width, roundness, tremor, care, pen), who picks one
 * of the stroke templates of a digit, writes it not quite as it was taught, and
 * whose strokes become a picture by the same ink as a drawing's.
 *
 * Sample `index` of sequence `seed` depends on these two alone, so any place of
 * the sequence can be had at once. Nothing is allocated or kept, and nothing
 * can fail.
 */
#ifndef NN_HANDWRITING_H
#define NN_HANDWRITING_H

#include <stdint.h>

/* No sample has more. */
#define NN_HANDWRITING_POINTS 256
#define NN_HANDWRITING_STROKES 3

/*
 * The picture of a sample: pixels (28, 28) overwritten, 0 paper … 255 ink.
 * Returns the digit that was written, 0…9. Samples 10 k … 10 k + 9 are the ten
 * digits in an order of their own.
 */
int nn_handwriting(uint8_t *pixels, uint64_t seed, uint64_t index);

/*
 * The strokes of the same sample, before they are inked.
 *
 *   points (max_points, 2)        overwritten; x right, y down; the digit is
 *                                 about 2 high around (0, 0)
 *   stroke_lengths (max_strokes)  overwritten: the points of each stroke
 *   strokes                       overwritten: how many there are
 *
 * What does not fit is left out; with the two sizes above everything fits.
 * Returns the digit.
 */
int nn_handwriting_strokes(float *points, int *stroke_lengths, int *strokes,
                           int max_points, int max_strokes, uint64_t seed,
                           uint64_t index);

#endif
