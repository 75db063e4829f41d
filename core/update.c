#include "update.h"

#define INLINE static inline __attribute__((always_inline))

INLINE void apply_rows(const nn_optimizer kind, const nn_update u, size_t at,
                       float *sums, int I, int N, int S, int is_bias) {
  const float decay = is_bias ? 0 : u.decay, kept = is_bias ? 1 : u.kept;
  for (int i = 0; i < I; i++, at += (size_t)S, sums += S) {
    for (int n = 0; n < N; n += V4_LANES) {
      nn_apply4(kind, u, decay, kept, at + (size_t)n, v4_load(sums + n));
      v4_store(sums + n, v4_splat(0));
    }
  }
}

void nn_apply(const nn_update *update, size_t at, float *sums, int I, int N,
              int S, int is_bias) {
  if (update->kind == NN_ADAM) {
    apply_rows(NN_ADAM, *update, at, sums, I, N, S, is_bias);
  } else {
    apply_rows(NN_MOMENTUM, *update, at, sums, I, N, S, is_bias);
  }
}
