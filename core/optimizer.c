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

/* The loops of an optimiser's step over four parameters. */
#define LOOPS(name)                                                            \
  static void name##_rows(const nn_update *update, size_t at, float *sums,     \
                          int I, int N, int S) {                               \
    const nn_update u = *update;                                               \
    for (int i = 0; i < I; i++, at += (size_t)S, sums += S) {                  \
      for (int n = 0; n < N; n += V4_LANES) {                                  \
        name##_step(u, at + (size_t)n, v4_load(sums + n));                     \
        v4_store(sums + n, v4_splat(0));                                       \
      }                                                                        \
    }                                                                          \
  }                                                                            \
  static void name##_columns(const nn_update *update, size_t at,               \
                             nn_columns columns, const float *deltas, int S) { \
    const nn_update u = *update;                                               \
    for (int j = 0; j < NN_PIXELS; j++, at += (size_t)S) {                     \
      v4 sum[4] = {v4_splat(0), v4_splat(0), v4_splat(0), v4_splat(0)};        \
      nn_add_column(sum, columns, j, deltas, S, 4);                            \
      for (size_t n = 0; n < 4; n++) name##_step(u, at + 4 * n, sum[n]);       \
    }                                                                          \
  }

LOOPS(momentum)
LOOPS(adam)

const nn_optimizer nn_optimizers[] = {
    [NN_SGD] = {.name = "sgd", .is_decoupled = 1},
    [NN_MOMENTUM] = {.name = "momentum",
                     .moments = 1,
                     .step_rows = momentum_rows,
                     .step_columns = momentum_columns},
    [NN_ADAM] = {.name = "adam",
                 .moments = 2,
                 .is_corrected = 1,
                 .step_rows = adam_rows,
                 .step_columns = adam_columns},
    [NN_ADAMW] = {.name = "adamw",
                  .moments = 2,
                  .is_decoupled = 1,
                  .is_corrected = 1,
                  .step_rows = adam_rows,
                  .step_columns = adam_columns},
};
const nn_list nn_optimizer_list = NN_LIST("optimizers", nn_optimizers);
