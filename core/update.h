/*
 * What happens to a parameter once its gradient is known. Weight and moments
 * are touched once a step.
 *
 *   sgd        w = (1 − η λ) w − η g, example by example (gradient.c)
 *   momentum   m = µ m + g + λ w,  w −= η m              (Polyak, 1964)
 *   adam       m = β₁ m + (1 − β₁) g,  v = β₂ v + (1 − β₂) g²,
 *              w −= η m̂ / (√v̂ + ε)               (Kingma and Ba, 2015)
 *
 * with g the mean over the batch. Adam's g has λ w added, or else, where the
 * decay is decoupled (AdamW: Loshchilov and Hutter, 2019), its step starts
 * from (1 − η λ) w. Biases do not decay.
 */
#ifndef NN_UPDATE_H
#define NN_UPDATE_H

#include "v4.h"

typedef enum { NN_SGD, NN_MOMENTUM, NN_ADAM } nn_optimizer;

typedef struct {
  nn_optimizer kind;
  float *weights, *first, *second; /* parameters, m, v: core's layout */
  float scale;                     /* 1 / B */
  float rate;                      /* η; for Adam η / (1 − β₁ᵗ) */
  float decay;                     /* λ where added to the gradient, or 0 */
  float kept;                      /* 1 − η λ where decoupled, or 1 */
  float momentum;                  /* µ or β₁ */
  float second_momentum;           /* β₂ */
  float root_correction;           /* 1 / √(1 − β₂ᵗ) */
} nn_update;

/*
 * A moment fainter than 1e-36 is zero: it moves no weight above 1e-16. Left
 * alone it would fade to below 1e-38, where processors take many times as long,
 * and stay there: 0.9 of the smallest float is the smallest float again. NaN
 * stays NaN.
 */
static inline v4 nn_flush_tiny(v4 moment) {
  v4i bits = (v4i)moment, size = bits & 0x7fffffff;
  return (v4)(bits & ~((v4)size < 1e-36f));
}

/*
 * Four parameters at `at`, by momentum or Adam, given the sum of a batch's
 * gradients; decay and kept as the update's, or none.
 */
static inline __attribute__((always_inline)) void nn_apply4(
    const nn_optimizer kind, const nn_update u, float decay, float kept,
    size_t at, v4 sum) {
  v4 w = v4_load(u.weights + at);
  v4 g = sum * u.scale + w * decay;
  v4 m = v4_load(u.first + at) * u.momentum;
  if (kind == NN_MOMENTUM) {
    m = nn_flush_tiny(m + g);
    v4_store(u.first + at, m);
    v4_store(u.weights + at, w - m * u.rate);
    return;
  }
  m = nn_flush_tiny(m + g * (1.0f - u.momentum));
  v4 v = nn_flush_tiny(v4_load(u.second + at) * u.second_momentum +
                       (g * g) * (1.0f - u.second_momentum));
  v4_store(u.first + at, m);
  v4_store(u.second + at, v);
  v4 root = v4_sqrt(v) * u.root_correction + 1e-8f;
  v4_store(u.weights + at, w * kept - (m * u.rate) / root);
}

/*
 * Parameters (I, N) from `at` on, by momentum or Adam, given the sums (I, N) of
 * their gradients over a batch, which are left at zero. Rows of both are S
 * apart.
 */
void nn_apply(const nn_update *update, size_t at, float *sums, int I, int N,
              int S, int is_bias);

#endif
