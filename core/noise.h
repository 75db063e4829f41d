/*
 * Noise images, by kind and seed. Image `index` of a sequence does not depend
 * on the images before it.
 */
#ifndef NN_NOISE_H
#define NN_NOISE_H

#include "dataset.h"
#include "list.h"
#include "random.h"

typedef enum {
  NN_NOISE_UNIFORM,    /* independent pixels, uniform in 0…1 */
  NN_NOISE_GAUSSIAN,   /* mean ½, standard deviation ¼, clamped to 0…1 */
  NN_NOISE_SALTPEPPER, /* independent pixels, 0 or 1 */
  NN_NOISE_BLOCKS,     /* squares of 4 × 4 pixels, each uniform in 0…1 */
  NN_NOISE_SHUFFLED,   /* the pixels of a digit, permuted */
  NN_NOISE_SMOOTH,     /* low frequencies, from exactly 0 to exactly 1 */
  NN_NOISE_SCRIBBLE,   /* crossing pen strokes, inked as a drawing is */
  NN_NOISE_KINDS
} nn_noise_kind;

extern const nn_list nn_noise_list;

/*
 * A kind of noise. To add one: a value of the enum above, before
 * NN_NOISE_KINDS, and an entry of the table in noise.c; no existing image
 * changes.
 */
typedef struct {
  const char *name; /* as JavaScript and the page call it */
  /* Overwrites pixels (784) in 0…1; all its chance comes from `random`. */
  void (*fill)(float *pixels, nn_random random);
  int taught_by_default; /* 1: among the noise that a trainer takes unasked */
  int transforms_digits; /* 1: pixels holds a digit when `fill` is called */
} nn_noise_entry;

/* (NN_NOISE_KINDS), by nn_noise_kind. */
extern const nn_noise_entry nn_noise_table[NN_NOISE_KINDS];

/*
 * pixels (784) in 0…1 overwritten. base (784) is the digit that kinds with
 * `transforms_digits` start from; NULL: digit `index` of the handwriting
 * `seed`. Other kinds ignore it. It must not overlap pixels.
 */
void nn_noise_image(float *pixels, nn_noise_kind kind, uint64_t seed,
                    uint64_t index, const float *base);

/* Images from…from+count−1: pixels (count, 784), count ≥ 0. */
void nn_noise_images(float *pixels, nn_noise_kind kind, uint64_t seed,
                     uint64_t from, int count, const float *base);

/*
 * The same, where image i starts from image i of the data, modulo its count,
 * which is not 0.
 */
void nn_noise_dataset(float *pixels, nn_noise_kind kind, uint64_t seed,
                      uint64_t from, int count, const nn_dataset *data);

#endif
