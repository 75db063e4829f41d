#include "gradient.h"

#include <stdlib.h>

#include "kernels.h"

#define INLINE static inline __attribute__((always_inline))

nn_gradients *nn_gradients_new(const nn_network *net, int B) {
  const int wide = net->layers[0].stride >= NN_WIDE;
  const size_t each = (size_t)(wide ? B : net->layers[0].stride);
  const size_t header = (sizeof(nn_gradients) + 63) / 64 * 64;
  char *memory =
      aligned_alloc(64, header + (each * NN_PIXELS * 4 + 63) / 64 * 64);
  if (!memory) return NULL;
  nn_gradients *gradients = (nn_gradients *)(void *)memory;
  memset(gradients, 0, header + each * NN_PIXELS * 4);
  if (wide) {
    gradients->entries = (uint32_t *)(void *)(memory + header);
  } else {
    gradients->sums = (float *)(void *)(memory + header);
  }
  return gradients;
}

/* Turns rows (B) round. */
static void turn_round(nn_gradients *turned, const nn_row *rows, int B) {
  /* Counting sort; starts is kept one place ahead until all are placed. */
  uint32_t *starts = turned->starts + 1;
  memset(turned->starts, 0, sizeof turned->starts);
  for (int b = 0; b < B; b++) {
    for (int k = 0; k < rows[b].count; k++) starts[rows[b].pixels[k] + 1]++;
  }
  for (int j = 0; j < NN_PIXELS; j++) starts[j + 1] += starts[j];
  for (int b = 0; b < B; b++) {
    const nn_row row = rows[b];
    for (int k = 0; k < row.count; k++) {
      turned->entries[starts[row.pixels[k]]++] =
          (uint32_t)b << 8 | row.values[k];
    }
  }
}

/* The step of 16 outputs of a wide first layer. */
INLINE void wide_tile(const nn_gradients *turned, const float *deltas, int S,
                      size_t at, const nn_optimizer kind, const nn_update u) {
  for (int j = 0; j < NN_PIXELS; j++, at += (size_t)S) {
    uint32_t k = turned->starts[j], end = turned->starts[j + 1];
    if (k == end && u.skips_zero) continue;
    v4 sum[4] = {v4_splat(0), v4_splat(0), v4_splat(0), v4_splat(0)};
    for (; k < end; k++) {
      uint32_t entry = turned->entries[k];
      v4 x = v4_splat(nn_byte_values[entry & 255]);
      const float *d = deltas + (size_t)(entry >> 8) * (size_t)S;
      for (int n = 0; n < 4; n++) sum[n] += x * v4_load(d + 4 * n);
    }
    for (size_t n = 0; n < 4; n++) {
      nn_apply4(kind, u, u.decay, u.kept, at + 4 * n, sum[n]);
    }
  }
}

INLINE void wide_tiles(const nn_gradients *turned, const float *deltas,
                       const nn_layer *layer, const nn_optimizer kind,
                       const nn_update u) {
  const int S = layer->stride;
  for (int n = 0; n < S; n += 16) {
    wide_tile(turned, deltas + n, S, layer->offset + (size_t)n, kind, u);
  }
}

/* The step of a first layer so wide that its rows fill cache lines. */
static void wide_layer(const nn_gradients *turned, const float *deltas,
                       const nn_layer *layer, const nn_update *update) {
  if (update->kind == NN_SGD) {
    wide_tiles(turned, deltas, layer, NN_SGD, *update);
  } else {
    wide_tiles(turned, deltas, layer, update->kind, *update);
  }
}

/* sums (784, S) += x d for `width` vectors of outputs. */
INLINE void scatter(float *sums, const nn_row *rows, const float *deltas, int S,
                    int B, const int width) {
  for (int b = 0; b < B; b++, deltas += S) {
    const nn_row row = rows[b];
    v4 d[4];
    for (int n = 0; n < width; n++) d[n] = v4_load(deltas + 4 * n);
    const uint16_t *place = row.pixels;
    const uint8_t *value = row.values, *end = value + row.count;
    for (; value != end; value++, place++) {
      float *sum = sums + (size_t)*place * (size_t)S;
      v4 x = v4_splat(nn_byte_values[*value]);
      for (int n = 0; n < width; n++) {
        v4_store(sum + 4 * n, v4_load(sum + 4 * n) + x * d[n]);
      }
    }
  }
}

/* sums (784, S) += Σ_b x d, by rows: for a layer that fits a cache. */
static void narrow_sums(float *sums, const nn_row *rows, const float *deltas,
                        int S, int B) {
  int n = 0;
  for (; n + 16 <= S; n += 16) scatter(sums + n, rows, deltas + n, S, B, 4);
  for (; n < S; n += 4) scatter(sums + n, rows, deltas + n, S, B, 1);
}

/* sums (S) = Σ_b d, the gradient of the biases. */
static void sum_rows(float *sums, const float *d, int S, int B) {
  memset(sums, 0, (size_t)S * sizeof *sums);
  for (int b = 0; b < B; b++, d += S) {
    for (int n = 0; n < S; n += 4) {
      v4_store(sums + n, v4_load(sums + n) + v4_load(d + n));
    }
  }
}

/* gradient (I, S) = Σ_b a d, of a layer whose inputs are dense. */
static void dense_sums(float *gradient, const float *a, int a_stride,
                       const float *d, const nn_layer *layer, int B) {
  nn_gemm(gradient, layer->stride, a, 1, a_stride, d, layer->stride, NULL,
          layer->inputs, layer->stride, B);
}

/* The first layer's step, from the sparse rows. */
static void first_layer(const nn_network *net, nn_batch *batch,
                        const nn_row *rows, nn_gradients *gradients,
                        const nn_update *update, int B) {
  const nn_layer *layer = &net->layers[0];
  const int S = layer->stride;
  if (S >= NN_WIDE) {
    turn_round(gradients, rows, B);
    wide_layer(gradients, batch->deltas[0], layer, update);
  } else {
    narrow_sums(gradients->sums, rows, batch->deltas[0], S, B);
    nn_apply(update, layer->offset, gradients->sums, NN_PIXELS * (size_t)S, 0);
  }
}

void nn_apply_gradients(const nn_network *net, nn_batch *batch,
                        const nn_row *rows, nn_gradients *gradients,
                        const nn_update *update, int B) {
  float *sums = batch->scratch;
  first_layer(net, batch, rows, gradients, update, B);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    const float *d = batch->deltas[l];
    const size_t weights = (size_t)layer->inputs * (size_t)layer->stride;
    if (l > 0) {
      dense_sums(sums, batch->activations[l - 1], net->layers[l - 1].stride, d,
                 layer, B);
      nn_apply(update, layer->offset, sums, weights, 0);
    }
    sum_rows(sums, d, layer->stride, B);
    nn_apply(update, layer->offset + weights, sums, (size_t)layer->stride, 1);
  }
}

void nn_gradient_dense(const nn_network *net, const nn_batch *batch,
                       float *gradient, const float *pixels, int stride,
                       int count) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *weights = gradient + layer->offset;
    const float *a = l == 0 ? pixels : batch->activations[l - 1];
    int a_stride = l == 0 ? stride : net->layers[l - 1].stride;
    dense_sums(weights, a, a_stride, batch->deltas[l], layer, count);
    sum_rows(weights + (size_t)layer->inputs * (size_t)layer->stride,
             batch->deltas[l], layer->stride, count);
  }
  for (size_t i = 0; i < net->stored; i++) gradient[i] /= (float)count;
}
