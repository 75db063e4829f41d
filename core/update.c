#include "update.h"

#define INLINE static inline __attribute__((always_inline))

INLINE void apply_span(const nn_optimizer kind, const nn_update u, size_t at,
                       float *sums, size_t size, int is_bias) {
  const float decay = is_bias ? 0 : u.decay, kept = is_bias ? 1 : u.kept;
  for (size_t n = 0; n < size; n += V4_LANES) {
    nn_apply4(kind, u, decay, kept, at + n, v4_load(sums + n));
    v4_store(sums + n, v4_splat(0));
  }
}

void nn_apply(const nn_update *update, size_t at, float *sums, size_t size,
              int is_bias) {
  if (update->kind == NN_ADAM) {
    apply_span(NN_ADAM, *update, at, sums, size, is_bias);
  } else {
    apply_span(NN_MOMENTUM, *update, at, sums, size, is_bias);
  }
}
