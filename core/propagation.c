#include "propagation.h"

#include <assert.h>

#include "kernels.h"
#include "memory.h"

nn_workspace *nn_workspace_new(const nn_network *net, int capacity) {
  size_t floats = 0, scratch = 0;
  assert(capacity >= 1);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    floats += 2 * nn_aligned((size_t)capacity * (size_t)layer->stride);
    const size_t size = (size_t)capacity * (size_t)layer->tile;
    if (size > scratch) scratch = size;
  }
  void *memory;
  nn_workspace *workspace = nn_allocate(
      sizeof *workspace, (floats + scratch) * sizeof(float), &memory);
  if (!workspace) return NULL;
  float *next = memory;
  workspace->capacity = capacity;
  for (int l = 0; l < net->layer_count; l++) {
    const size_t size =
        nn_aligned((size_t)capacity * (size_t)net->layers[l].stride);
    workspace->activations[l] = next;
    workspace->deltas[l] = next + size;
    next += 2 * size;
  }
  workspace->scratch = next;
  return workspace;
}

void nn_workspace_free(nn_workspace *workspace) { free(workspace); }

/* z (B, S) = b + W a of layer l, from inputs (B, I) that are `stride` apart. */
static void weighted_sums(const nn_network *net, int l, float *z,
                          const float *inputs, int stride, int B) {
  const nn_layer *layer = &net->layers[l];
  const float *biases = net->parameters + nn_layer_biases(layer);
  for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
    nn_gemm(z + tile.first, layer->stride, (nn_view){inputs, stride, 1},
            (nn_view){net->parameters + tile.at, tile.width, 1},
            (nn_view){biases + tile.first, 0, 1}, B, tile.width, layer->inputs);
  }
}

void nn_network_forward_sums(const nn_network *net, nn_workspace *workspace,
                             int B) {
  const int last = net->layer_count - 1;
  assert(B >= 0 && B <= workspace->capacity);
  for (int l = 0; l < last; l++) {
    const nn_layer *layer = &net->layers[l];
    float *a = workspace->activations[l];
    net->hidden->forward(a, (size_t)B * (size_t)layer->stride);
    weighted_sums(net, l + 1, workspace->activations[l + 1], a, layer->stride,
                  B);
  }
  /* The costs want the sums themselves: they wait where deltas go. */
  memcpy(workspace->deltas[last], workspace->activations[last],
         (size_t)B * NN_OUTPUT_WIDTH * sizeof(float));
  net->output->forward(workspace->activations[last], B);
}

void nn_network_first_sums(const nn_network *net, float *sums,
                           const float *parameters, const nn_row *rows, int B) {
  const nn_layer *layer = &net->layers[0];
  const float *biases = parameters + nn_layer_biases(layer);
  for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
    nn_sparse_forward(sums + tile.first, layer->stride, rows, B,
                      parameters + tile.at, biases + tile.first, tile.width);
  }
}

void nn_network_forward_rows(const nn_network *net, nn_workspace *workspace,
                             const nn_row *rows, int B) {
  assert(B >= 0 && B <= workspace->capacity);
  nn_network_first_sums(net, workspace->activations[0], net->parameters, rows,
                        B);
  nn_network_forward_sums(net, workspace, B);
}

void nn_network_forward(const nn_network *net, nn_workspace *workspace,
                        const float *pixels, int B) {
  assert(B >= 0 && B <= workspace->capacity);
  weighted_sums(net, 0, workspace->activations[0], pixels, NN_PIXELS, B);
  nn_network_forward_sums(net, workspace, B);
}

double nn_network_costs(const nn_network *net, nn_workspace *workspace,
                        const uint8_t *labels, int B, int with_deltas) {
  const int last = net->layer_count - 1;
  assert(B >= 0 && B <= workspace->capacity);
  return nn_cost_sum(net->cost, net->output, workspace->activations[last],
                     workspace->deltas[last], labels, B, with_deltas);
}

/*
 * to (B, I) = Wᵀ δ for inputs i…i + I − 1, I ≤ NN_PANEL, of layer l. Some tiles
 * at a time are transposed to a panel that stays in the first cache.
 */
static void propagate_panel(const nn_network *net,
                            const nn_workspace *workspace, int l, int i, int I,
                            float *to, int stride, int B) {
  enum { DEPTH = 128 };
  const nn_layer *layer = &net->layers[l];
  float panel[DEPTH * NN_PANEL];
  nn_view start = {NULL, stride, 1};
  nn_tile tile = nn_tile_start(layer);
  int done = 0, is_left = nn_tile_next(layer, &tile);
  while (is_left) {
    int depth = 0;
    while (is_left && depth + tile.width <= DEPTH) {
      nn_transpose(panel + (size_t)depth * NN_PANEL,
                   net->parameters + tile.at + (size_t)i * (size_t)tile.width,
                   I, tile.width);
      depth += tile.width;
      is_left = nn_tile_next(layer, &tile);
    }
    if (!is_left) depth = layer->outputs - done;
    nn_gemm(to, stride,
            (nn_view){workspace->deltas[l] + done, layer->stride, 1},
            (nn_view){panel, NN_PANEL, 1}, start, B, v4_padded(I), depth);
    start.at = to;
    done += depth;
  }
}

/* to (B, I padded) = Wᵀ δ of layer l: ∂cost/∂a of the layer before. */
static void propagate(const nn_network *net, const nn_workspace *workspace,
                      int l, float *to, int stride, int B) {
  const int I = net->layers[l].inputs;
  for (int i = 0; i < I; i += NN_PANEL) {
    const int left = I - i < NN_PANEL ? I - i : NN_PANEL;
    propagate_panel(net, workspace, l, i, left, to + i, stride, B);
  }
}

void nn_network_backward(const nn_network *net, nn_workspace *workspace,
                         int B) {
  assert(B >= 0 && B <= workspace->capacity);
  for (int l = net->layer_count - 1; l > 0; l--) {
    const int stride = net->layers[l - 1].stride;
    float *deltas = workspace->deltas[l - 1];
    propagate(net, workspace, l, deltas, stride, B);
    net->hidden->backward(deltas, workspace->activations[l - 1],
                          (size_t)B * (size_t)stride);
  }
}

void nn_network_input_gradient(const nn_network *net, nn_workspace *workspace,
                               float *gradient, int B) {
  propagate(net, workspace, 0, gradient, NN_PIXELS, B);
}
