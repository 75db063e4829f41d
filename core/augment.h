/*
 * Data augmentation: images under random affine maps (shift, rotate, scale,
 * shear) and elastic distortions (after Simard, Steinkraus and Platt, 2003).
 *
 * Each pixel p of the new image is sampled bilinearly from the old one at
 *
 *   source = A⁻¹ (p − c − shift) + c + field(p),    c = (14, 14)
 *
 * A rotates, scales and shears; c is the centre of mass of MNIST's digits.
 * Outside of the old image all is black, and so is a sampled value below 16.
 */
#ifndef NN_AUGMENT_H
#define NN_AUGMENT_H

#include "dataset.h"

/*
 * Half-widths: the value of a distortion is uniform in −x…+x. Only the elastic
 * field is given by its root mean square; it is about as smooth as one of
 * Simard's with σ = 4 pixels, whose α = 34 is 1.4 here. Any float is allowed,
 * NaN included; 0 leaves a distortion out.
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
 * the batch, from 1 up to NN_AUGMENT_MAX_GROUP. So each example of a batch of
 * fewer than 8 has its own distortion, and a larger batch has at least four.
 *
 * Measured on MNIST at the recipes' batches of 32 to 128: groups of eight are
 * as accurate as one distortion per example, within the spread of seeds, and
 * train 2.0 (`modern`) and 1.5 times (`tweaked`) as fast.
 */
int nn_augment_group(int batch_size);

/*
 * Distorts rows (count) in groups of `group`, 1…NN_AUGMENT_MAX_GROUP: images
 * group·k … group·k + group − 1 alike, by distortion index + k of the sequence
 * `seed`. indices and values (count, 784) are overwritten, and the rows then
 * point into them.
 */
void nn_augment_rows(nn_row *rows, uint16_t *indices, uint8_t *values,
                     int count, int group, const nn_augment *options,
                     uint64_t seed, uint64_t index);

#endif
