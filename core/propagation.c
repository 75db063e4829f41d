#include "propagation.h"

#include <assert.h>

#include "kernels.h"
#include "memory.h"

/* Floats for a layer's transposed weights, (O, I padded), or its gradient. */
static size_t scratch_size(const nn_layer *layer) {
  size_t transposed = (size_t)layer->outputs * (size_t)v4_padded(layer->inputs);
  size_t matrix = nn_layer_size(layer);
  return transposed > matrix ? transposed : matrix;
}

nn_workspace *nn_workspace_new(const nn_network *net, int capacity) {
  size_t floats = 0, scratch = 0;
  assert(capacity >= 1);
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    floats += 2 * nn_aligned((size_t)capacity * (size_t)layer->stride);
    const size_t size = scratch_size(layer);
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
  const float *matrix = net->parameters + layer->offset;
  nn_gemm(z, layer->stride, (nn_view){inputs, stride, 1},
          (nn_view){matrix, layer->stride, 1},
          (nn_view){matrix + nn_layer_biases(layer), 0, 1}, B, layer->width,
          layer->inputs);
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

void nn_network_forward_rows(const nn_network *net, nn_workspace *workspace,
                             const nn_row *rows, int B) {
  const nn_layer *first = &net->layers[0];
  assert(B >= 0 && B <= workspace->capacity);
  nn_sparse_forward(workspace->activations[0], rows, B,
                    net->parameters + first->offset, first->inputs,
                    first->width, first->stride);
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

/* to (B, I padded) = Wᵀ δ of layer l: ∂cost/∂a of the layer before. */
static void propagate(const nn_network *net, nn_workspace *workspace, int l,
                      float *to, int stride, int B) {
  const nn_layer *layer = &net->layers[l];
  const int padded = v4_padded(layer->inputs);
  nn_transpose(workspace->scratch, padded, net->parameters + layer->offset,
               layer->stride, layer->inputs, layer->outputs);
  nn_gemm(to, stride, (nn_view){workspace->deltas[l], layer->stride, 1},
          (nn_view){workspace->scratch, padded, 1}, (nn_view){NULL, 0, 1}, B,
          padded, layer->outputs);
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
