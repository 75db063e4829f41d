#include "network.h"

#include <stdlib.h>
#include <string.h>

#include "kernels.h"
#include "random.h"

/* Floats that keep whatever follows them 64-byte aligned. */
static size_t aligned(size_t floats) { return (floats + 15) / 16 * 16; }

/* Room for `floats` after a struct, on a 64-byte border. */
static void *allocate(size_t size, size_t floats, float **memory) {
  size_t header = (size + 63) / 64 * 64;
  char *object = aligned_alloc(64, header + aligned(floats) * sizeof(float));
  if (!object) return NULL;
  memset(object, 0, header + aligned(floats) * sizeof(float));
  *memory = (float *)(void *)(object + header);
  return object;
}

/*
 * A wide layer's rows start on cache lines, an odd number of lines apart, so
 * that one column of them does not fall on a few cache sets.
 */
static nn_layer layer_of(int inputs, int outputs, size_t offset) {
  if (outputs < NN_WIDE) {
    const int N = v4_padded(outputs);
    return (nn_layer){inputs, outputs, N, N, offset};
  }
  const int lines = (outputs + 15) / 16;
  return (nn_layer){inputs, outputs, lines * 16, (lines | 1) * 16, offset};
}

static size_t matrix_size(const nn_layer *layer) {
  return (size_t)(layer->inputs + 1) * (size_t)layer->stride;
}

static void randomise(nn_network *net, uint64_t seed) {
  float gain = net->hidden == NN_RELU ? 6.0f : 3.0f;
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    nn_random random = nn_random_seeded(seed, (uint64_t)l);
    float limit = __builtin_sqrtf(gain / (float)layer->inputs);
    for (int o = 0; o < layer->outputs; o++) {
      for (int i = 0; i < layer->inputs; i++) {
        net->parameters[layer->offset + (size_t)i * (size_t)layer->stride +
                        (size_t)o] = nn_random_between(&random, -limit, limit);
      }
    }
  }
}

nn_network *nn_network_new(const int *sizes, int size_count, nn_hidden hidden,
                           nn_output output, nn_cost cost, uint64_t seed) {
  nn_network shape = {.layer_count = size_count - 1,
                      .hidden = hidden,
                      .output = output,
                      .cost = cost};
  for (int l = 0; l < shape.layer_count; l++) {
    nn_layer *layer = &shape.layers[l];
    *layer = layer_of(sizes[l], sizes[l + 1], shape.stored);
    shape.stored += aligned(matrix_size(layer));
  }
  float *memory;
  nn_network *net = allocate(sizeof *net, shape.stored, &memory);
  if (!net) return NULL;
  *net = shape;
  net->parameters = memory;
  randomise(net, seed);
  return net;
}

nn_network *nn_network_clone(const nn_network *net) {
  float *memory;
  nn_network *clone = allocate(sizeof *clone, net->stored, &memory);
  if (!clone) return NULL;
  *clone = *net;
  clone->parameters = memory;
  memcpy(memory, net->parameters, net->stored * sizeof(float));
  return clone;
}

void nn_network_free(nn_network *net) { free(net); }

int nn_network_inputs(const nn_network *net) { return net->layers[0].inputs; }

int nn_network_outputs(const nn_network *net) {
  return net->layers[net->layer_count - 1].outputs;
}

int nn_network_parameter_count(const nn_network *net) {
  int count = 0;
  for (int l = 0; l < net->layer_count; l++) {
    count += (net->layers[l].inputs + 1) * net->layers[l].outputs;
  }
  return count;
}

/* Where in core's layout weight (o, i) of a layer is; i = I is the bias. */
static size_t place_of(const nn_layer *layer, int o, int i) {
  return layer->offset + (size_t)i * (size_t)layer->stride + (size_t)o;
}

void nn_network_to_canonical(const nn_network *net, float *canonical,
                             const float *stored) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    for (int o = 0; o < layer->outputs; o++) {
      for (int i = 0; i < layer->inputs; i++) {
        *canonical++ = stored[place_of(layer, o, i)];
      }
    }
    for (int o = 0; o < layer->outputs; o++) {
      *canonical++ = stored[place_of(layer, o, layer->inputs)];
    }
  }
}

void nn_network_from_canonical(const nn_network *net, float *stored,
                               const float *canonical) {
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    for (int o = 0; o < layer->outputs; o++) {
      for (int i = 0; i < layer->inputs; i++) {
        stored[place_of(layer, o, i)] = *canonical++;
      }
    }
    for (int o = 0; o < layer->outputs; o++) {
      stored[place_of(layer, o, layer->inputs)] = *canonical++;
    }
  }
}

static uint64_t hash_float(uint64_t hash, float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  for (int shift = 0; shift < 32; shift += 8) {
    hash = (hash ^ (bits >> shift & 0xff)) * 0x100000001b3u;
  }
  return hash;
}

uint64_t nn_network_fingerprint(const nn_network *net) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    for (int o = 0; o < layer->outputs; o++) {
      for (int i = 0; i < layer->inputs; i++) {
        hash = hash_float(hash, net->parameters[place_of(layer, o, i)]);
      }
    }
    for (int o = 0; o < layer->outputs; o++) {
      hash =
          hash_float(hash, net->parameters[place_of(layer, o, layer->inputs)]);
    }
  }
  return hash;
}

/* Floats for a layer's weights turned round, (O, I padded), or gradient. */
static size_t scratch_size(const nn_layer *layer) {
  size_t turned = (size_t)layer->outputs * (size_t)v4_padded(layer->inputs);
  size_t matrix = matrix_size(layer);
  return turned > matrix ? turned : matrix;
}

nn_workspace *nn_workspace_new(const nn_network *net, int capacity) {
  size_t floats = 0, scratch = 0;
  for (int l = 0; l < net->layer_count; l++) {
    const nn_layer *layer = &net->layers[l];
    floats += 2 * aligned((size_t)capacity * (size_t)layer->stride);
    size_t size = scratch_size(layer);
    if (size > scratch) scratch = size;
  }
  float *memory;
  nn_workspace *workspace =
      allocate(sizeof *workspace, floats + aligned(scratch), &memory);
  if (!workspace) return NULL;
  workspace->capacity = capacity;
  for (int l = 0; l < net->layer_count; l++) {
    size_t size = aligned((size_t)capacity * (size_t)net->layers[l].stride);
    workspace->activations[l] = memory;
    workspace->deltas[l] = memory + size;
    memory += 2 * size;
  }
  workspace->scratch = memory;
  return workspace;
}

void nn_workspace_free(nn_workspace *workspace) { free(workspace); }

void nn_network_forward_sums(const nn_network *net, nn_workspace *workspace,
                             int B) {
  int last = net->layer_count - 1;
  for (int l = 0; l <= last; l++) {
    const nn_layer *layer = &net->layers[l];
    float *a = workspace->activations[l];
    if (l > 0) {
      const float *matrix = net->parameters + layer->offset;
      nn_gemm(a, layer->stride, workspace->activations[l - 1],
              net->layers[l - 1].stride, 1, matrix, layer->stride,
              matrix + (size_t)layer->inputs * (size_t)layer->stride, 0, B,
              layer->width, layer->inputs);
    }
    size_t size = (size_t)B * (size_t)layer->stride;
    if (l < last) {
      nn_activate(a, size, net->hidden);
    } else {
      /* The costs want the sums themselves; the deltas' room is free. */
      memcpy(workspace->deltas[l], a, size * sizeof(float));
      if (net->output == NN_SOFTMAX) {
        nn_softmax(a, B, layer->outputs, layer->stride);
      } else {
        nn_activate(a, size, NN_SIGMOID);
      }
    }
  }
}

void nn_network_forward_rows(const nn_network *net, nn_workspace *workspace,
                             const nn_row *rows, int count) {
  const nn_layer *first = &net->layers[0];
  nn_sparse_forward(workspace->activations[0], rows, count,
                    net->parameters + first->offset, first->inputs,
                    first->width, first->stride);
  nn_network_forward_sums(net, workspace, count);
}

void nn_network_forward(const nn_network *net, nn_workspace *workspace,
                        const float *pixels, int stride, int count) {
  const nn_layer *first = &net->layers[0];
  const float *matrix = net->parameters + first->offset;
  nn_gemm(workspace->activations[0], first->stride, pixels, stride, 1, matrix,
          first->stride, matrix + (size_t)first->inputs * (size_t)first->stride,
          0, count, first->width, first->inputs);
  nn_network_forward_sums(net, workspace, count);
}

/* ∂cost/∂a of layer l − 1, (count, v4_padded(I)) apart `stride`. */
static void pull_back(const nn_network *net, nn_workspace *workspace, int l,
                      float *to, int stride, int count) {
  const nn_layer *layer = &net->layers[l];
  int padded = v4_padded(layer->inputs);
  nn_transpose(workspace->scratch, padded, net->parameters + layer->offset,
               layer->stride, layer->inputs, layer->outputs);
  nn_gemm(to, stride, workspace->deltas[l], layer->stride, 1,
          workspace->scratch, padded, NULL, 0, count, padded, layer->outputs);
}

void nn_network_backward(const nn_network *net, nn_workspace *workspace,
                         int count) {
  for (int l = net->layer_count - 1; l > 0; l--) {
    int stride = net->layers[l - 1].stride;
    pull_back(net, workspace, l, workspace->deltas[l - 1], stride, count);
    nn_activate_backward(workspace->deltas[l - 1],
                         workspace->activations[l - 1],
                         (size_t)count * (size_t)stride, net->hidden);
  }
}

void nn_network_input_gradient(const nn_network *net, nn_workspace *workspace,
                               float *gradient, int stride, int count) {
  pull_back(net, workspace, 0, gradient, stride, count);
}

/* The last layer's outputs of `count` examples, without padding. */
static void copy_outputs(const nn_network *net, const nn_workspace *workspace,
                         float *outputs, int count) {
  const nn_layer *last = &net->layers[net->layer_count - 1];
  const float *from = workspace->activations[net->layer_count - 1];
  for (int b = 0; b < count; b++) {
    memcpy(outputs, from, (size_t)last->outputs * sizeof(float));
    outputs += last->outputs;
    from += last->stride;
  }
}

void nn_network_predict(const nn_network *net, nn_workspace *workspace,
                        float *outputs, const float *pixels, int count) {
  const int inputs = nn_network_inputs(net), most = workspace->capacity;
  for (int done = 0; done < count; done += most) {
    int B = count - done < most ? count - done : most;
    nn_network_forward(net, workspace, pixels + (size_t)done * (size_t)inputs,
                       inputs, B);
    copy_outputs(net, workspace,
                 outputs + (size_t)done * (size_t)nn_network_outputs(net), B);
  }
}

void nn_network_predict_bytes(const nn_network *net, nn_workspace *workspace,
                              float *outputs, const uint8_t *pixels,
                              int count) {
  uint16_t indices[NN_PIXELS];
  uint8_t values[NN_PIXELS];
  for (int b = 0; b < count; b++) {
    const nn_row row = nn_row_pack(indices, values, pixels);
    nn_network_forward_rows(net, workspace, &row, 1);
    copy_outputs(net, workspace, outputs, 1);
    pixels += NN_PIXELS;
    outputs += nn_network_outputs(net);
  }
}

double nn_network_example_gradient(const nn_network *net,
                                   nn_workspace *workspace, float *gradient,
                                   float *input_gradient, const float *pixels,
                                   uint8_t label) {
  int inputs = nn_network_inputs(net);
  nn_network_forward(net, workspace, pixels, inputs, 1);
  double cost = nn_network_costs(net, workspace, &label, 1, 1);
  nn_network_backward(net, workspace, 1);
  if (gradient)
    nn_network_gradient(net, workspace, gradient, pixels, inputs, 1);
  if (input_gradient) {
    nn_network_input_gradient(net, workspace, input_gradient, v4_padded(inputs),
                              1);
  }
  return cost;
}

int nn_argmax(const float *outputs, int count) {
  int best = 0;
  for (int i = 1; i < count; i++) {
    if (outputs[i] > outputs[best]) best = i;
  }
  return best;
}

/* Counts a batch's answers into the confusion table. */
static int count_answers(const nn_network *net, const nn_workspace *workspace,
                         const uint8_t *labels, int count,
                         uint32_t *confusion) {
  int last = net->layer_count - 1, correct = 0;
  const nn_layer *layer = &net->layers[last];
  for (int b = 0; b < count; b++) {
    if (labels[b] == NN_NOT_A_DIGIT) continue;
    const float *outputs =
        workspace->activations[last] + (size_t)b * (size_t)layer->stride;
    int answer = nn_argmax(outputs, layer->outputs);
    confusion[labels[b] * NN_CLASSES + answer]++;
    correct += answer == labels[b];
  }
  return correct;
}

double nn_network_evaluate(const nn_network *net, nn_workspace *workspace,
                           const nn_dataset *data, int from, int count,
                           int *correct, uint32_t *confusion) {
  enum { CHUNK = 32 };
  nn_row rows[CHUNK];
  int chunk = workspace->capacity < CHUNK ? workspace->capacity : CHUNK;
  double cost = 0;
  *correct = 0;
  memset(confusion, 0, NN_CLASSES * NN_CLASSES * sizeof *confusion);
  for (int done = 0; done < count; done += chunk) {
    int B = count - done < chunk ? count - done : chunk;
    const uint8_t *labels = data->labels + from + done;
    for (int b = 0; b < B; b++) rows[b] = nn_dataset_row(data, from + done + b);
    nn_network_forward_rows(net, workspace, rows, B);
    cost += nn_network_costs(net, workspace, labels, B, 0);
    *correct += count_answers(net, workspace, labels, B, confusion);
  }
  return count > 0 ? cost / count : 0;
}
