#include "gradient.h"

#include <assert.h>

#include "kernels.h"
#include "memory.h"

#define INLINE static inline __attribute__((always_inline))

nn_first_layer *nn_first_layer_new(const nn_network *net, int B) {
  const nn_layer *layer = &net->layers[0];
  const int is_wide = nn_layer_is_wide(layer);
  const size_t entries = (size_t)NN_PIXELS * (size_t)B * sizeof(uint32_t);
  const size_t sums = nn_layer_biases(layer) * sizeof(float);
  void *memory;
  assert(B >= 1 && B < 1 << 24);
  nn_first_layer *first =
      nn_allocate(sizeof *first, is_wide ? entries : sums, &memory);
  if (!first) return NULL;
  if (is_wide) {
    first->entries = memory;
  } else {
    first->sums = memory;
  }
  return first;
}

void nn_first_layer_free(nn_first_layer *first) { free(first); }

/* Sorts rows (B) by pixels. */
static nn_columns transpose(nn_first_layer *first, const nn_row *rows, int B) {
  /* Counting sort; starts is one index ahead until all entries are placed. */
  uint32_t *starts = first->starts + 1;
  memset(first->starts, 0, sizeof first->starts);
  for (int b = 0; b < B; b++) {
    for (int k = 0; k < rows[b].count; k++) starts[rows[b].indices[k] + 1]++;
  }
  for (int j = 0; j < NN_PIXELS; j++) starts[j + 1] += starts[j];
  for (int b = 0; b < B; b++) {
    const nn_row row = rows[b];
    for (int k = 0; k < row.count; k++) {
      first->entries[starts[row.indices[k]]++] =
          (uint32_t)b << 8 | row.values[k];
    }
  }
  return (nn_columns){first->starts, first->entries};
}

/* SGD of a wide first layer's weights to some of its outputs. */
INLINE void sgd_tile(float *w, nn_columns columns, const float *deltas, int S,
                     float decay_factor, const int width) {
  for (int j = 0; j < NN_PIXELS; j++, w += S) {
    if (columns.starts[j] == columns.starts[j + 1] && decay_factor == 1) {
      continue;
    }
    v4 sum[6];
    for (int n = 0; n < width; n++) sum[n] = v4_load(w + 4 * n) * decay_factor;
    nn_add_column(sum, columns, j, deltas, S, width);
    for (int n = 0; n < width; n++) v4_store(w + 4 * n, sum[n]);
  }
}

/* The step of a wide first layer's weights. */
static void step_wide(const nn_optimizer *optimizer, const nn_update *update,
                      const nn_layer *layer, nn_columns columns,
                      const float *deltas) {
  const int N = layer->width, S = layer->stride;
  float *w = update->weights + layer->offset;
  int n = 0;
  if (optimizer->step_columns) {
    for (; n < N; n += 16) {
      optimizer->step_columns(update, layer->offset + (size_t)n, columns,
                              deltas + n, S);
    }
    return;
  }
  for (; nn_takes_six(N - n); n += 24) {
    sgd_tile(w + n, columns, deltas + n, S, update->decay_factor, 6);
  }
  for (; n < N; n += 16) {
    sgd_tile(w + n, columns, deltas + n, S, update->decay_factor, 4);
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

/* sums (I, S) = start + Σ_b a d of layer l > 0, whose inputs are dense. */
static void dense_sums(float *sums, const float *start, const nn_network *net,
                       const nn_workspace *workspace, int l, int B) {
  const nn_layer *layer = &net->layers[l];
  const int S = layer->stride;
  nn_gemm(
      sums, S,
      (nn_view){workspace->activations[l - 1], 1, net->layers[l - 1].stride},
      (nn_view){workspace->deltas[l], S, 1}, (nn_view){start, S, 1},
      layer->inputs, layer->width, B);
}

/*
 * The gradient of layer l's weights, Σ_b a d: added to `sums` where it starts
 * from them, and in a first layer always.
 */
static void weight_sums(float *sums, const float *start, const nn_network *net,
                        const nn_workspace *workspace, const nn_row *rows,
                        int l, int B) {
  if (l > 0) {
    dense_sums(sums, start, net, workspace, l, B);
  } else {
    add_sparse(sums, rows, workspace->deltas[0], net->layers[0].stride, B);
  }
}

void nn_gradient_add(const nn_network *net, const nn_workspace *workspace,
                     const nn_row *rows, float *sums, int B) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *weights = sums + layer->offset;
    weight_sums(weights, weights, net, workspace, rows, l, B);
    nn_add_rows(weights + nn_layer_biases(layer), workspace->deltas[l],
                layer->stride, B);
  }
}

void nn_gradient_dense(const nn_network *net, const nn_workspace *workspace,
                       float *gradient, const float *pixels) {
  memset(gradient, 0, net->stored * sizeof *gradient);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    const float *a = l > 0 ? workspace->activations[l - 1] : pixels;
    const float *d = workspace->deltas[l];
    float *weights = gradient + layer->offset;
    nn_gemm(weights, layer->stride, (nn_view){a, 1, 0},
            (nn_view){d, layer->stride, 1}, (nn_view){NULL, 0, 1},
            layer->inputs, layer->width, 1);
    nn_add_rows(weights + nn_layer_biases(layer), d, layer->stride, 1);
  }
}

double nn_network_gradient(const nn_network *net, nn_workspace *workspace,
                           float *gradient, float *input_gradient,
                           const float *pixels, uint8_t label) {
  nn_network_forward(net, workspace, pixels, 1);
  const double cost = nn_network_costs(net, workspace, &label, 1, 1);
  nn_network_backward(net, workspace, 1);
  if (gradient) nn_gradient_dense(net, workspace, gradient, pixels);
  if (input_gradient) {
    nn_network_input_gradient(net, workspace, input_gradient, 1);
  }
  return cost;
}

/* SGD of layer l: its sums start from the parameters themselves. */
static void step_in_place(const nn_update *update, const nn_network *net,
                          const nn_workspace *workspace, const nn_row *rows,
                          int l, int B) {
  const nn_layer *layer = &net->layers[l];
  float *w = update->weights + layer->offset;
  if (update->decay_factor != 1) {
    nn_scale(w, nn_layer_biases(layer), update->decay_factor);
  }
  weight_sums(w, w, net, workspace, rows, l, B);
}

/* The step of layer l's weights by the sum of their gradients. */
static void step_by_sums(const nn_optimizer *optimizer, const nn_update *update,
                         const nn_network *net, nn_workspace *workspace,
                         const nn_row *rows, nn_first_layer *first, int l,
                         int B) {
  const nn_layer *layer = &net->layers[l];
  float *sums = l == 0 ? first->sums : workspace->scratch;
  weight_sums(sums, NULL, net, workspace, rows, l, B);
  optimizer->step_rows(update, layer->offset, sums, layer->inputs, layer->width,
                       layer->stride);
}

static void step_biases(const nn_optimizer *optimizer, const nn_update *update,
                        nn_workspace *workspace, const nn_layer *layer,
                        const float *deltas, int B) {
  const int S = layer->stride;
  const size_t at = layer->offset + nn_layer_biases(layer);
  if (!optimizer->step_rows) {
    nn_add_rows(update->weights + at, deltas, S, B);
    return;
  }
  nn_update u = *update;
  u.decay = 0;
  u.decay_factor = 1;
  memset(workspace->scratch, 0, (size_t)S * sizeof(float));
  nn_add_rows(workspace->scratch, deltas, S, B);
  optimizer->step_rows(&u, at, workspace->scratch, 1, layer->width, S);
}

void nn_gradient_step(const nn_network *net, nn_workspace *workspace,
                      const nn_row *rows, nn_first_layer *first,
                      const nn_optimizer *optimizer, const nn_update *update,
                      int B) {
  const int is_in_place = !optimizer->step_rows;
  assert(B >= 1 && B <= workspace->capacity);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    float *deltas = workspace->deltas[l];
    if (is_in_place) {
      nn_scale(deltas, (size_t)B * (size_t)layer->stride,
               -(update->rate * update->inverse_batch));
    }
    if (l == 0 && nn_layer_is_wide(layer)) {
      step_wide(optimizer, update, layer, transpose(first, rows, B), deltas);
    } else if (is_in_place) {
      step_in_place(update, net, workspace, rows, l, B);
    } else {
      step_by_sums(optimizer, update, net, workspace, rows, first, l, B);
    }
    step_biases(optimizer, update, workspace, layer, deltas, B);
  }
}
