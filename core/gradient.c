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
    for (int k = 0; k < rows[b].count; k++) starts[rows[b].indices[k] + 1]++;
  }
  for (int j = 0; j < NN_PIXELS; j++) starts[j + 1] += starts[j];
  for (int b = 0; b < B; b++) {
    const nn_row row = rows[b];
    for (int k = 0; k < row.count; k++) {
      turned->entries[starts[row.indices[k]]++] =
          (uint32_t)b << 8 | row.values[k];
    }
  }
}

/* sum += Σ_b x d of one pixel, for `width` vectors of outputs. */
INLINE void add_column(v4 *sum, const nn_gradients *turned, int pixel,
                       const float *deltas, int S, const int width) {
  const uint32_t end = turned->starts[pixel + 1];
  for (uint32_t k = turned->starts[pixel]; k < end; k++) {
    uint32_t entry = turned->entries[k];
    v4 x = v4_splat(nn_byte_values[entry & 255]);
    const float *d = deltas + (size_t)(entry >> 8) * (size_t)S;
    for (int n = 0; n < width; n++) sum[n] += x * v4_load(d + 4 * n);
  }
}

/* Plain descent of a wide first layer's weights to some of its outputs. */
INLINE void descend_tile(float *w, const nn_gradients *turned,
                         const float *deltas, int S, float kept,
                         const int width) {
  for (int j = 0; j < NN_PIXELS; j++, w += S) {
    if (turned->starts[j] == turned->starts[j + 1] && kept == 1) continue;
    v4 sum[6];
    for (int n = 0; n < width; n++) sum[n] = v4_load(w + 4 * n) * kept;
    add_column(sum, turned, j, deltas, S, width);
    for (int n = 0; n < width; n++) v4_store(w + 4 * n, sum[n]);
  }
}

/* The same by momentum or Adam, for 16 outputs. */
INLINE void update_tile(const nn_gradients *turned, const float *deltas, int S,
                        size_t at, const nn_update u) {
  for (int j = 0; j < NN_PIXELS; j++, at += (size_t)S) {
    v4 sum[4] = {v4_splat(0), v4_splat(0), v4_splat(0), v4_splat(0)};
    add_column(sum, turned, j, deltas, S, 4);
    for (size_t n = 0; n < 4; n++) {
      nn_apply4(u.kind, u, u.decay, u.kept, at + 4 * n, sum[n]);
    }
  }
}

/* The step of a first layer so wide that its rows fill cache lines. */
static void wide_layer(const nn_gradients *turned, const float *deltas,
                       const nn_layer *layer, const nn_update *update) {
  const int N = layer->width, S = layer->stride;
  float *w = update->weights + layer->offset;
  int n = 0;
  if (update->kind != NN_SGD) {
    for (; n < N; n += 16) {
      update_tile(turned, deltas + n, S, layer->offset + (size_t)n, *update);
    }
    return;
  }
  for (; nn_takes_six(N - n); n += 24) {
    descend_tile(w + n, turned, deltas + n, S, update->kept, 6);
  }
  for (; n < N; n += 16) {
    descend_tile(w + n, turned, deltas + n, S, update->kept, 4);
  }
}

/* sum += x d for `width` vectors of outputs. */
INLINE void add_pixel(float *sum, uint8_t value, const v4 *d, const int width) {
  const v4 x = v4_splat(nn_byte_values[value]);
  for (int n = 0; n < width; n++) {
    v4_store(sum + 4 * n, v4_load(sum + 4 * n) + x * d[n]);
  }
}

INLINE void scatter(float *sums, const nn_row *rows, const float *deltas, int S,
                    int B, const int width) {
  for (int b = 0; b < B; b++, deltas += S) {
    const uint16_t *index = rows[b].indices;
    const uint8_t *value = rows[b].values;
    int left = rows[b].count;
    v4 d[4];
    for (int n = 0; n < width; n++) d[n] = v4_load(deltas + 4 * n);
    for (; left >= 2; left -= 2, index += 2, value += 2) {
      add_pixel(sums + (size_t)index[0] * (size_t)S, value[0], d, width);
      add_pixel(sums + (size_t)index[1] * (size_t)S, value[1], d, width);
    }
    if (left) add_pixel(sums + (size_t)*index * (size_t)S, *value, d, width);
  }
}

/* sums (784, S) += Σ_b x d, by rows: for a layer that fits a cache. */
static void add_sparse(float *sums, const nn_row *rows, const float *deltas,
                       int S, int B) {
  int n = 0;
  for (; n + 16 <= S; n += 16) scatter(sums + n, rows, deltas + n, S, B, 4);
  for (; n < S; n += 4) scatter(sums + n, rows, deltas + n, S, B, 1);
}

/* sums (S) += Σ_b d, the gradient of the biases. */
static void add_rows(float *sums, const float *d, int S, int B) {
  for (int b = 0; b < B; b++, d += S) {
    for (int n = 0; n < S; n += 4) {
      v4_store(sums + n, v4_load(sums + n) + v4_load(d + n));
    }
  }
}

/* sums (I, S) = start + Σ_b a d, of a layer whose inputs are dense. */
static void dense_sums(float *sums, const float *start, const float *a,
                       int a_stride, const float *d, const nn_layer *layer,
                       int B) {
  nn_gemm(sums, layer->stride, a, 1, a_stride, d, layer->stride, start,
          layer->stride, layer->inputs, layer->width, B);
}

static void multiply(float *values, size_t size, float factor) {
  for (size_t i = 0; i < size; i += V4_LANES) {
    v4_store(values + i, v4_load(values + i) * factor);
  }
}

/*
 * The gradient of layer l's weights, Σ_b a d: added to `sums` where it starts
 * from them, and in a first layer always.
 */
static void weight_sums(float *sums, const float *start, const nn_network *net,
                        const nn_workspace *workspace, const nn_row *rows,
                        int l, int B) {
  const nn_layer *layer = &net->layers[l];
  const float *d = workspace->deltas[l];
  if (l == 0) {
    add_sparse(sums, rows, d, layer->stride, B);
  } else {
    dense_sums(sums, start, workspace->activations[l - 1],
               net->layers[l - 1].stride, d, layer, B);
  }
}

void nn_add_gradient(const nn_network *net, const nn_workspace *workspace,
                     const nn_row *rows, float *sums, int B) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *weights = sums + layer->offset;
    weight_sums(weights, weights, net, workspace, rows, l, B);
    add_rows(weights + (size_t)layer->inputs * (size_t)layer->stride,
             workspace->deltas[l], layer->stride, B);
  }
}

/* The step of layer l's weights, but for a wide first layer's. */
static void step_weights(const nn_update *update, const nn_network *net,
                         nn_workspace *workspace, const nn_row *rows,
                         nn_gradients *gradients, int l, int B) {
  const nn_layer *layer = &net->layers[l];
  const size_t size = (size_t)layer->inputs * (size_t)layer->stride;
  if (update->kind == NN_SGD) {
    float *w = update->weights + layer->offset;
    if (update->kept != 1) multiply(w, size, update->kept);
    weight_sums(w, w, net, workspace, rows, l, B);
    return;
  }
  float *sums = l == 0 ? gradients->sums : workspace->scratch;
  weight_sums(sums, NULL, net, workspace, rows, l, B);
  nn_apply(update, layer->offset, sums, layer->inputs, layer->width,
           layer->stride, 0);
}

static void step_biases(const nn_update *update, nn_workspace *workspace,
                        const nn_layer *layer, const float *d, int B) {
  const int S = layer->stride;
  const size_t at = layer->offset + (size_t)layer->inputs * (size_t)S;
  if (update->kind == NN_SGD) {
    add_rows(update->weights + at, d, S, B);
    return;
  }
  memset(workspace->scratch, 0, (size_t)S * sizeof(float));
  add_rows(workspace->scratch, d, S, B);
  nn_apply(update, at, workspace->scratch, 1, layer->width, S, 1);
}

void nn_apply_gradients(const nn_network *net, nn_workspace *workspace,
                        const nn_row *rows, nn_gradients *gradients,
                        const nn_update *update, int B) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *d = workspace->deltas[l];
    if (update->kind == NN_SGD) {
      multiply(d, (size_t)B * (size_t)layer->stride,
               -(update->rate * update->scale));
    }
    if (l == 0 && layer->stride >= NN_WIDE) {
      turn_round(gradients, rows, B);
      wide_layer(gradients, d, layer, update);
    } else {
      step_weights(update, net, workspace, rows, gradients, l, B);
    }
    step_biases(update, workspace, layer, d, B);
  }
}

void nn_network_gradient(const nn_network *net, const nn_workspace *workspace,
                         float *gradient, const float *pixels, int stride,
                         int count) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *weights = gradient + layer->offset;
    const float *a = l == 0 ? pixels : workspace->activations[l - 1];
    int a_stride = l == 0 ? stride : net->layers[l - 1].stride;
    float *biases = weights + (size_t)layer->inputs * (size_t)layer->stride;
    dense_sums(weights, NULL, a, a_stride, workspace->deltas[l], layer, count);
    memset(biases, 0, (size_t)layer->stride * sizeof(float));
    add_rows(biases, workspace->deltas[l], layer->stride, count);
  }
  for (size_t i = 0; i < net->stored; i++) gradient[i] /= (float)count;
}
