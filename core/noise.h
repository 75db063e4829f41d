/*
 * Images of nothing, by kind and seed. Image `index` of a sequence is reached
 * without making those before it.
 */
#ifndef NN_NOISE_H
#define NN_NOISE_H

#include "dataset.h"
#include "list.h"

typedef enum {
  NN_NOISE_UNIFORM,    /* every pixel anything in 0…1 */
  NN_NOISE_GAUSSIAN,   /* mean ½, standard deviation ¼, clamped to 0…1 */
  NN_NOISE_SALTPEPPER, /* every pixel 0 or 1 */
  NN_NOISE_BLOCKS,     /* squares of 4 × 4 pixels, each anything in 0…1 */
  NN_NOISE_SHUFFLED,   /* the pixels of `base`, each somewhere else */
  NN_NOISE_SMOOTH,     /* soft clouds, from exactly 0 to exactly 1 */
  NN_NOISE_SCRIBBLE,   /* crossing pen strokes, inked as a drawing is */
  NN_NOISE_KINDS
} nn_noise_kind;

extern const nn_list nn_noise_list;

/*
 * pixels (784) in 0…1 overwritten. base (784) is what NN_NOISE_SHUFFLED
 * permutes; NULL: the digit `index` of the handwriting `seed`. Other kinds
 * ignore it. It must not be pixels itself.
 */
void nn_noise_image(float *pixels, nn_noise_kind kind, uint64_t seed,
                    uint64_t index, const float *base);

/* Images from…from+count−1 at once: pixels (count, 784). */
void nn_noise_images(float *pixels, nn_noise_kind kind, uint64_t seed,
                     uint64_t from, int count, const float *base);

/* The same, where image i is made of the data's image i, from 0 again at the
 * end of the data, which must not be empty. */
void nn_noise_dataset(float *pixels, nn_noise_kind kind, uint64_t seed,
                      uint64_t from, int count, const nn_dataset *data);

#endif
