/*
 * Images bent by chance, so that a network sees each digit in many hands:
 * moved, turned, resized, slanted (affine) and crumpled (elastic, after Simard,
 * Steinkraus and Platt, 2003).
 *
 * Every pixel of the new image is looked up where it came from, between four
 * pixels of the old one:
 *
 *   source = A⁻¹ (p − c − shift) + c + field(p),    c = (14, 14)
 *
 * A turns, resizes and slants; c is where MNIST's centre of mass is. What came
 * from outside is black, and so is what would be fainter than a sixteenth.
 */
#ifndef NN_AUGMENT_H
#define NN_AUGMENT_H

#include "dataset.h"

/*
 * Half-widths: each image's own value lies evenly between −x and +x. The
 * elastic field alone is given by its root mean square; it is about as smooth
 * as one of Simard's with σ = 4 pixels, whose α = 34 is 1.4 here.
 */
typedef struct {
  float shift;   /* pixels, in x and in y */
  float rotate;  /* radians */
  float scale;   /* fraction, in x and in y: 0.1 is ×0.9…1.1 */
  float shear;   /* x moved per y */
  float elastic; /* pixels, root mean square, in x and in y */
} nn_augment;

/* Images that can share a distortion: eight cost little more than one. */
enum { NN_AUGMENT_MAX_GROUP = 8 };

/*
 * Consecutive examples of a mini-batch that share one distortion: a quarter of
 * the batch, from 1 up to NN_AUGMENT_MAX_GROUP. So batches of 4 and more see at
 * least four distortions, smaller ones a different one for each example. At 32
 * and more, a group of 8 trains as accurately as one distortion per example and
 * nearly twice as fast.
 */
int nn_augment_group(int batch_size);

/*
 * Distorts rows (count) in groups of `group`, 1…NN_AUGMENT_MAX_GROUP: images
 * group·k … group·k + group − 1 alike, by distortion index + k of the sequence
 * `seed`. indices and values (count, 784) are overwritten, and the rows then
 * point into them.
 */
void nn_augment_rows(nn_row *rows, uint16_t *indices, uint8_t *values,
                     int count, int group, const nn_augment *how, uint64_t seed,
                     uint64_t index);

/* One image, by distortion `index`. */
nn_row nn_augmented(uint16_t *indices, uint8_t *values, nn_row image,
                    const nn_augment *how, uint64_t seed, uint64_t index);

#endif
