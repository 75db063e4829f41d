#include "network.h"

#include <assert.h>

#include "memory.h"
#include "random.h"

/*
 * A wide layer's activations start on cache lines, an odd number of lines
 * apart, so that one column of them does not fall on a few cache sets. Its
 * tiles are as wide as V8 keeps sums in registers: four vectors for two rows of
 * dense inputs, or six for one sparse row.
 */
static nn_layer layer_of(int l, int inputs, int outputs, size_t offset) {
  const int N = v4_padded(outputs), lines = (outputs + 15) / 16;
  if (N < NN_WIDE) return (nn_layer){inputs, outputs, N, N, N, offset};
  return (nn_layer){inputs,           outputs,         N,
                    (lines | 1) * 16, l > 0 ? 16 : 24, offset};
}

static void randomise(nn_network *net, uint64_t seed) {
  nn_random random = {0};
  float limit = 0;
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    const nn_layer *layer = &net->layers[run.layer];
    if (run.output == layer->outputs) continue;
    if (run.output == 0) {
      random = nn_random_seeded(seed, (uint64_t)run.layer);
      limit = __builtin_sqrtf(3.0f * net->hidden->gain / (float)layer->inputs);
    }
    for (int i = 0; i < run.count; i++) {
      net->parameters[nn_run_index(&run, i)] =
          nn_random_between(&random, -limit, limit);
    }
  }
}

/* All zero, of the shape that `shape` has. */
static nn_network *allocate(const nn_network *shape) {
  void *memory;
  nn_network *net =
      nn_allocate(sizeof *net, shape->stored * sizeof(float), &memory);
  if (!net) return NULL;
  *net = *shape;
  net->parameters = memory;
  return net;
}

nn_network *nn_network_new(const int *hidden, int hidden_count,
                           nn_functions functions, uint64_t seed) {
  assert(hidden_count >= 0 && hidden_count < NN_MAX_LAYERS);
  assert(functions.hidden >= 0 && functions.hidden < nn_activation_list.count);
  assert(functions.output >= 0 && functions.output < NN_OUTPUT_FUNCTIONS);
  assert(functions.cost >= 0 && functions.cost < nn_cost_list.count);
  nn_network shape = {.layer_count = hidden_count + 1,
                      .hidden = &nn_activations[functions.hidden],
                      .output = &nn_outputs[functions.output],
                      .cost = &nn_costs[functions.cost]};
  int inputs = NN_PIXELS;
  for (int l = 0; l <= hidden_count; l++) {
    const int outputs = l < hidden_count ? hidden[l] : NN_CLASSES;
    assert(outputs >= 1 && outputs <= NN_MAX_WIDTH);
    const nn_layer layer = layer_of(l, inputs, outputs, shape.stored);
    shape.layers[l] = layer;
    shape.stored = nn_aligned(nn_layer_biases(&layer) + (size_t)layer.width);
    inputs = outputs;
  }
  nn_network *net = allocate(&shape);
  if (net) randomise(net, seed);
  return net;
}

nn_network *nn_network_clone(const nn_network *net) {
  nn_network *clone = allocate(net);
  if (!clone) return NULL;
  memcpy(clone->parameters, net->parameters, net->stored * sizeof(float));
  return clone;
}

void nn_network_free(nn_network *net) { free(net); }

nn_functions nn_network_functions(const nn_network *net) {
  return (nn_functions){.hidden = (int)(net->hidden - nn_activations),
                        .output = (int)(net->output - nn_outputs),
                        .cost = (int)(net->cost - nn_costs)};
}

int nn_network_parameter_count(const nn_network *net) {
  int count = 0;
  for (int l = 0; l < net->layer_count; l++) {
    count += (net->layers[l].inputs + 1) * net->layers[l].outputs;
  }
  return count;
}

int nn_network_is_finite(const nn_network *net) {
  v4 sum = v4_splat(0); /* of 0 · x: NaN as soon as one x is not finite */
  for (size_t i = 0; i < net->stored; i += V4_LANES) {
    sum += v4_load(net->parameters + i) * 0.0f;
  }
  return sum[0] + sum[1] + sum[2] + sum[3] == 0;
}

int nn_run_next(nn_run *run) {
  const nn_network *net = run->net;
  if (++run->output > net->layers[run->layer].outputs) {
    run->output = 0;
    run->layer++;
  }
  if (run->layer == net->layer_count) return 0;
  const nn_layer *layer = &net->layers[run->layer];
  if (run->output == layer->outputs) {
    run->count = layer->outputs;
    run->first = nn_layer_biases(layer);
    run->step = 1;
    return 1;
  }
  const int in_tile = run->output % layer->tile, start = run->output - in_tile;
  run->count = layer->inputs;
  run->first =
      layer->offset + (size_t)layer->inputs * (size_t)start + (size_t)in_tile;
  run->step = (size_t)nn_tile_width(layer, start);
  return 1;
}

void nn_network_to_canonical(const nn_network *net, float *canonical,
                             const float *stored) {
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    for (int i = 0; i < run.count; i++) {
      *canonical++ = stored[nn_run_index(&run, i)];
    }
  }
}

void nn_network_from_canonical(const nn_network *net, float *stored,
                               const float *canonical) {
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    for (int i = 0; i < run.count; i++) {
      stored[nn_run_index(&run, i)] = *canonical++;
    }
  }
}

/* Machines differ in the bits of NaN: they count as one. */
static uint32_t bits_of(float value) {
  uint32_t bits;
  memcpy(&bits, &value, sizeof bits);
  return value == value ? bits : 0x7fc00000u;
}

uint64_t nn_network_fingerprint(const nn_network *net) {
  uint64_t hash = 0xcbf29ce484222325u;
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    for (int i = 0; i < run.count; i++) {
      const uint32_t bits = bits_of(net->parameters[nn_run_index(&run, i)]);
      for (int shift = 0; shift < 32; shift += 8) {
        hash = (hash ^ (bits >> shift & 0xff)) * 0x100000001b3u;
      }
    }
  }
  return hash;
}
