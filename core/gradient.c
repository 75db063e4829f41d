#include "gradient.h"

#include <assert.h>

#include "kernels.h"
#include "memory.h"

/* Sums at a time: 8 kB, a part of the first cache. */
enum { SUMS = 2048 };

#define INLINE static inline __attribute__((always_inline))

nn_step_scratch *nn_step_scratch_new(const nn_network *net, int B) {
  const nn_layer *layer = &net->layers[0];
  const int is_wide = nn_layer_is_wide(layer);
  const size_t sums = is_wide ? SUMS : nn_layer_weights(layer);
  const size_t entries = is_wide ? (size_t)NN_PIXELS * (size_t)B : 0;
  void *memory;
  assert(B >= 1 && B < 1 << 24);
  nn_step_scratch *scratch =
      nn_allocate(sizeof *scratch,
                  sums * sizeof(float) + entries * sizeof(uint32_t), &memory);
  if (!scratch) return NULL;
  scratch->sums = memory;
  scratch->entries = (uint32_t *)memory + sums;
  return scratch;
}

void nn_step_scratch_free(nn_step_scratch *scratch) { free(scratch); }

/* Sorts rows (B) by pixels. */
static nn_columns transpose(nn_step_scratch *scratch, const nn_row *rows,
                            int B) {
  /* Counting sort; starts is one index ahead until all entries are placed. */
  uint32_t *starts = scratch->starts + 1;
  memset(scratch->starts, 0, sizeof scratch->starts);
  for (int b = 0; b < B; b++) {
    for (int k = 0; k < rows[b].count; k++) starts[rows[b].indices[k] + 1]++;
  }
  for (int j = 0; j < NN_PIXELS; j++) starts[j + 1] += starts[j];
  for (int b = 0; b < B; b++) {
    const nn_row row = rows[b];
    for (int k = 0; k < row.count; k++) {
      scratch->entries[starts[row.indices[k]]++] =
          (uint32_t)b << 8 | row.values[k];
    }
  }
  return (nn_columns){scratch->starts, scratch->entries};
}

/* sum += x d for `width` vectors of outputs. */
INLINE void add_pixel(float *sum, uint8_t value, const v4 *d, const int width) {
  const v4 x = v4_splat(nn_byte_values[value]);
  for (int n = 0; n < width; n++) {
    v4_store(sum + 4 * n, v4_load(sum + 4 * n) + x * d[n]);
  }
}

INLINE void scatter(float *sums, const nn_row *rows, const float *deltas, int N,
                    int B, const int width) {
  for (int b = 0; b < B; b++, deltas += N) {
    const uint16_t *index = rows[b].indices;
    const uint8_t *value = rows[b].values;
    int left = rows[b].count;
    v4 d[4];
    for (int n = 0; n < width; n++) d[n] = v4_load(deltas + 4 * n);
    for (; left >= 2; left -= 2, index += 2, value += 2) {
      add_pixel(sums + (size_t)index[0] * (size_t)N, value[0], d, width);
      add_pixel(sums + (size_t)index[1] * (size_t)N, value[1], d, width);
    }
    if (left) add_pixel(sums + (size_t)*index * (size_t)N, *value, d, width);
  }
}

/* sums (784, N) += Σ_b x d, by rows: for a layer that fits a cache. */
static void add_sparse(float *sums, const nn_row *rows, const float *deltas,
                       int N, int B) {
  int n = 0;
  for (; n + 16 <= N; n += 16) scatter(sums + n, rows, deltas + n, N, B, 4);
  for (; n < N; n += 4) scatter(sums + n, rows, deltas + n, N, B, 1);
}

/* A tile of a layer, and the batch of inputs and deltas that moves it. */
typedef struct {
  int inputs, width, B;      /* I, T */
  size_t weights, biases;    /* of the tile, in core's layout */
  const float *deltas;       /* (B, T) */
  nn_view activations;       /* (I, B) of the layer before; or, in a first */
  const nn_row *rows;        /* layer, the batch (B) by examples */
  const nn_columns *columns; /* and, if it is wide, by pixels */
} nn_part;

/* Its deltas lie in the workspace, those of a wide layer in the scratch. */
static nn_part part_of(const nn_network *net, const nn_workspace *workspace,
                       const nn_row *rows, int l, nn_tile tile, int B) {
  const nn_layer *layer = &net->layers[l];
  const float *deltas = workspace->deltas[l] + tile.first;
  nn_part part = {.inputs = layer->inputs,
                  .width = tile.width,
                  .B = B,
                  .weights = tile.at,
                  .biases = nn_layer_biases(layer) + (size_t)tile.first,
                  .deltas = deltas};
  if (l == 0) {
    part.rows = rows;
  } else {
    part.activations =
        (nn_view){workspace->activations[l - 1], 1, net->layers[l - 1].stride};
  }
  if (tile.width != layer->stride) {
    nn_copy_rows(workspace->scratch, deltas, layer->stride, tile.width, B);
    part.deltas = workspace->scratch;
  }
  return part;
}

/* sums (count, T) += Σ_b a d of the part's inputs i…i + count − 1. */
static void add_weights(const nn_part *part, float *sums, int i, int count) {
  const int T = part->width;
  if (part->columns) {
    nn_add_columns(sums, *part->columns, i, count, part->deltas, T);
  } else if (part->rows) {
    assert(i == 0 && count == NN_PIXELS);
    add_sparse(sums, part->rows, part->deltas, T, part->B);
  } else {
    nn_view activations = part->activations;
    activations.at += i;
    nn_gemm(sums, T, activations, (nn_view){part->deltas, T, 1},
            (nn_view){sums, T, 1}, count, T, part->B);
  }
}

void nn_gradient_add(const nn_network *net, const nn_workspace *workspace,
                     const nn_row *rows, float *sums, int B) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
      const nn_part part = part_of(net, workspace, rows, l, tile, B);
      add_weights(&part, sums + part.weights, 0, part.inputs);
      nn_add_rows(sums + part.biases, part.deltas, part.width, B);
    }
  }
}

void nn_gradient_dense(const nn_network *net, const nn_workspace *workspace,
                       float *gradient, const float *pixels) {
  memset(gradient, 0, net->stored * sizeof *gradient);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    const float *a = l > 0 ? workspace->activations[l - 1] : pixels;
    const float *d = workspace->deltas[l];
    for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
      const int T = tile.width;
      nn_gemm(gradient + tile.at, T, (nn_view){a, 1, 0},
              (nn_view){d + tile.first, T, 1}, (nn_view){NULL, 0, 1},
              layer->inputs, T, 1);
    }
    nn_add_rows(gradient + nn_layer_biases(layer), d, layer->width, 1);
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

/*
 * deltas (size) *= factor, for SGD. One below 2^-80 is zero then: it would move
 * no weight above 2^-56. Left as it is, its products with pixels are subnormal
 * numbers, each of which costs some 150 cycles, and a saturated sigmoid layer
 * is full of them. NaN stays NaN.
 */
static void scale_deltas(float *deltas, size_t size, float factor) {
  const v4 least = v4_splat(0x1p-80f);
  for (size_t i = 0; i < size; i += V4_LANES) {
    const v4 d = v4_load(deltas + i) * factor;
    v4_store(deltas + i, v4_select((d < least) & (d > -least), v4_splat(0), d));
  }
}

/* SGD: the sums start from the parameters themselves. */
static void step_in_place(const nn_update *update, const nn_part *part) {
  float *weights = update->weights + part->weights;
  if (update->decay_factor != 1) {
    nn_scale(weights, (size_t)part->inputs * (size_t)part->width,
             update->decay_factor);
  }
  add_weights(part, weights, 0, part->inputs);
  nn_add_rows(update->weights + part->biases, part->deltas, part->width,
              part->B);
}

/*
 * The step by the sums of the gradients: of some rows at a time, but of all
 * where the batch is added row by row.
 */
static void step_by_sums(const nn_optimizer *optimizer, const nn_update *update,
                         const nn_part *part, const nn_step_scratch *scratch) {
  const int I = part->inputs, T = part->width;
  const int is_whole = part->rows && !part->columns;
  const int at_once = is_whole ? I : SUMS / T;
  float *sums = scratch->sums;
  for (int i = 0; i < I; i += at_once) {
    const int count = I - i < at_once ? I - i : at_once;
    const size_t start = (size_t)i * (size_t)T;
    add_weights(part, sums, i, count);
    optimizer->step(update, part->weights + start, sums,
                    (size_t)count * (size_t)T);
  }
  nn_update undecayed = *update;
  undecayed.decay = 0;
  undecayed.decay_factor = 1;
  nn_add_rows(sums, part->deltas, T, part->B);
  optimizer->step(&undecayed, part->biases, sums, (size_t)T);
}

void nn_gradient_step(const nn_network *net, nn_workspace *workspace,
                      const nn_row *rows, nn_step_scratch *scratch,
                      const nn_optimizer *optimizer, const nn_update *update,
                      int B) {
  assert(B >= 1 && B <= workspace->capacity);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    const int is_by_pixels = l == 0 && nn_layer_is_wide(layer);
    const nn_columns columns =
        is_by_pixels ? transpose(scratch, rows, B) : (nn_columns){NULL, NULL};
    if (!optimizer->step) {
      scale_deltas(workspace->deltas[l], (size_t)B * (size_t)layer->stride,
                   -(update->rate * update->inverse_batch));
    }
    for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
      nn_part part = part_of(net, workspace, rows, l, tile, B);
      if (is_by_pixels) part.columns = &columns;
      if (optimizer->step) {
        step_by_sums(optimizer, update, &part, scratch);
      } else {
        step_in_place(update, &part);
      }
    }
  }
}
