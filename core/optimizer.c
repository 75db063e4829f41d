#include "optimizer.h"

#include "digit.h"
#include "kernels.h"

#define INLINE static inline __attribute__((always_inline))

/*
 * A moment fainter than 1e-36 is zero: it moves no weight above 1e-16. Left
 * alone it would fade to below 1e-38, where processors take many times as long,
 * and stay there: 0.9 of the smallest float is the smallest float again. NaN
 * stays NaN.
 */
INLINE v4 flush_tiny(v4 moment) {
  v4i bits = (v4i)moment, size = bits & 0x7fffffff;
  return (v4)(bits & ~((v4)size < 1e-36f));
}

INLINE void momentum_step(const nn_update u, size_t at, v4 sum) {
  const v4 w = v4_load(u.weights + at), g = sum * u.inverse_batch + w * u.decay;
  const v4 m = flush_tiny(v4_load(u.m + at) * u.beta1 + g);
  v4_store(u.m + at, m);
  v4_store(u.weights + at, w - m * u.rate);
}

INLINE void adam_step(const nn_update u, size_t at, v4 sum) {
  const v4 w = v4_load(u.weights + at), g = sum * u.inverse_batch + w * u.decay;
  const v4 m = flush_tiny(v4_load(u.m + at) * u.beta1 + g * (1.0f - u.beta1));
  const v4 v =
      flush_tiny(v4_load(u.v + at) * u.beta2 + (g * g) * (1.0f - u.beta2));
  v4_store(u.m + at, m);
  v4_store(u.v + at, v);
  const v4 root = v4_sqrt(v) * u.v_correction + 1e-8f;
  v4_store(u.weights + at, w * u.decay_factor - (m * u.rate) / root);
}

/* The loop of an optimiser's step over many parameters. */
#define LOOP(name)                                                        \
  static void name##_all(const nn_update *update, size_t at, float *sums, \
                         size_t size) {                                   \
    const nn_update u = *update;                                          \
    for (size_t i = 0; i < size; i += V4_LANES) {                         \
      name##_step(u, at + i, v4_load(sums + i));                          \
      v4_store(sums + i, v4_splat(0));                                    \
    }                                                                     \
  }

LOOP(momentum)
LOOP(adam)

const nn_optimizer nn_optimizers[] = {
    [NN_SGD] = {.name = "sgd", .is_decoupled = 1},
    [NN_MOMENTUM] = {.name = "momentum", .moments = 1, .step = momentum_all},
    [NN_ADAM] = {.name = "adam",
                 .moments = 2,
                 .is_corrected = 1,
                 .step = adam_all},
    [NN_ADAMW] = {.name = "adamw",
                  .moments = 2,
                  .is_decoupled = 1,
                  .is_corrected = 1,
                  .step = adam_all},
};
const nn_list nn_optimizer_list = NN_LIST("optimizers", nn_optimizers);
