/*
 * The plain trainer, which the kernels must equal to the bit: nested loops,
 * dense pixels, no vectors, no padding. Every sum runs over its terms in rising
 * order from the bias or from zero, one float addition after the other, as
 * core/kernels.h promises.
 *
 * A layer is (I + 1, O), row by row: the weights of each input, then the
 * biases.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/elementary.h"
#include "../../core/trainer.h"

enum { REFERENCE_BATCH = 32, REFERENCE_WIDTH = 256 };

typedef struct {
  int inputs, outputs;
  float *weights, *first, *second, *gradient; /* (I + 1, O) each */
  float deltas[REFERENCE_WIDTH];
  float outs[REFERENCE_WIDTH];
} reference_layer;

typedef struct {
  int layer_count;
  int hidden, output, cost;
  nn_trainer_options how;
  double first_power, second_power;
  reference_layer layers[NN_MAX_LAYERS];
} reference;

static float *reference_room(int size) {
  float *room = calloc((size_t)size, sizeof *room);
  if (room == NULL) exit(1);
  return room;
}

/* A trainer of its own that starts from the network's parameters. */
static reference reference_of(const nn_network *net,
                              const nn_trainer_options *how) {
  const nn_functions f = nn_network_functions(net);
  reference r = {
      net->layer_count, f.hidden, f.output, f.cost, *how, 1, 1, {{0}}};
  float *canonical = reference_room(nn_network_parameter_count(net));
  const float *next = canonical;
  nn_network_to_canonical(net, canonical, net->parameters);
  for (int l = 0; l < r.layer_count; l++) {
    reference_layer *layer = &r.layers[l];
    const int I = net->layers[l].inputs, O = net->layers[l].outputs;
    if (O > REFERENCE_WIDTH) exit(1);
    layer->inputs = I;
    layer->outputs = O;
    layer->weights = reference_room((I + 1) * O);
    layer->first = reference_room((I + 1) * O);
    layer->second = reference_room((I + 1) * O);
    layer->gradient = reference_room((I + 1) * O);
    for (int o = 0; o < O; o++) {
      for (int i = 0; i < I; i++) layer->weights[i * O + o] = *next++;
    }
    for (int o = 0; o < O; o++) layer->weights[I * O + o] = *next++;
  }
  free(canonical);
  return r;
}

static void reference_free(reference *r) {
  for (int l = 0; l < r->layer_count; l++) {
    free(r->layers[l].weights);
    free(r->layers[l].first);
    free(r->layers[l].second);
    free(r->layers[l].gradient);
  }
}

/* The parameters in canonical order: per layer W (O, I), then b (O). */
static void reference_canonical(const reference *r, float *canonical) {
  for (int l = 0; l < r->layer_count; l++) {
    const reference_layer *layer = &r->layers[l];
    const int I = layer->inputs, O = layer->outputs;
    for (int o = 0; o < O; o++) {
      for (int i = 0; i < I; i++) *canonical++ = layer->weights[i * O + o];
    }
    for (int o = 0; o < O; o++) *canonical++ = layer->weights[I * O + o];
  }
}

static float reference_squash(float z, int hidden) {
  if (hidden == NN_SIGMOID) return 1.0f / (1.0f + nn_exp(-z));
  if (hidden == NN_RELU) return z < 0 ? 0 : z;
  return z < 0 ? 0 : 1;
}

static float reference_slope(float a, int hidden) {
  if (hidden == NN_SIGMOID) return a * (1.0f - a);
  return hidden == NN_RELU && a > 0 ? 1.0f : 0.0f;
}

static void reference_softmax(float *z, int O) {
  float highest = z[0], total = 0;
  for (int o = 1; o < O; o++) highest = z[o] > highest ? z[o] : highest;
  for (int o = 0; o < O; o++) z[o] = nn_exp(z[o] - highest);
  for (int o = 0; o < O; o++) total += z[o];
  for (int o = 0; o < O; o++) z[o] /= total;
}

/* Sets every layer's outs from the pixels (784). */
static void reference_forward(reference *r, const float *pixels) {
  const float *in = pixels;
  for (int l = 0; l < r->layer_count; l++) {
    reference_layer *layer = &r->layers[l];
    const int I = layer->inputs, O = layer->outputs;
    float *z = layer->outs;
    for (int o = 0; o < O; o++) z[o] = layer->weights[I * O + o];
    for (int i = 0; i < I; i++) {
      for (int o = 0; o < O; o++) z[o] += in[i] * layer->weights[i * O + o];
    }
    if (l + 1 == r->layer_count && r->output == NN_SOFTMAX) {
      reference_softmax(z, O);
    } else {
      int kind = l + 1 < r->layer_count ? r->hidden : NN_SIGMOID;
      for (int o = 0; o < O; o++) z[o] = reference_squash(z[o], kind);
    }
    in = z;
  }
}

/* ∂cost/∂z of the last layer. */
static void reference_output_deltas(reference *r, int label) {
  reference_layer *layer = &r->layers[r->layer_count - 1];
  const float *a = layer->outs;
  float *d = layer->deltas, mean = 0;
  for (int o = 0; o < layer->outputs; o++) {
    d[o] = a[o] - (o == label ? 1.0f : 0.0f);
    mean += 2.0f * d[o] * a[o];
  }
  if (r->cost == NN_CROSS_ENTROPY) return;
  for (int o = 0; o < layer->outputs; o++) {
    d[o] = r->output == NN_SOFTMAX ? a[o] * (d[o] * 2.0f - mean)
                                   : d[o] * 2.0f * (a[o] * (1.0f - a[o]));
  }
}

/* A share of a delta; a step's, which is negative, may be too faint for it. */
static float reference_part(float delta, float share) {
  const float part = delta * share;
  return share < 0 && fabsf(part) < 0x1p-80f ? 0 : part;
}

/*
 * Deltas of the layers below, and every layer's gradient, `share` of it, added
 * up.
 */
static void reference_backward(reference *r, const float *pixels, float share) {
  for (int l = r->layer_count - 1; l >= 0; l--) {
    reference_layer *layer = &r->layers[l];
    const int I = layer->inputs, O = layer->outputs;
    const float *in = l > 0 ? r->layers[l - 1].outs : pixels;
    const float *d = layer->deltas;
    for (int i = 0; i < I; i++) {
      for (int o = 0; o < O; o++)
        layer->gradient[i * O + o] += in[i] * reference_part(d[o], share);
    }
    for (int o = 0; o < O; o++)
      layer->gradient[I * O + o] += reference_part(d[o], share);
    for (int i = 0; i < I && l > 0; i++) {
      float sum = 0;
      for (int o = 0; o < O; o++) sum += d[o] * layer->weights[i * O + o];
      r->layers[l - 1].deltas[i] = sum * reference_slope(in[i], r->hidden);
    }
  }
}

/* The batch's gradients, `share` of each, added up. */
static void reference_examples(reference *r, const float *pixels,
                               const uint8_t *labels, float share) {
  for (int b = 0; b < r->how.batch_size; b++) {
    reference_forward(r, pixels + b * NN_PIXELS);
    reference_output_deltas(r, labels[b]);
    reference_backward(r, pixels + b * NN_PIXELS, share);
  }
}

/* A moment, or zero where it is too faint to move a weight. */
static float reference_settled(float moment) {
  return fabsf(moment) < 1e-36f ? 0 : moment;
}

/*
 * One parameter down its slope, from the batch's sum, which is set to zero.
 */
static void reference_update(const reference *r, reference_layer *layer, int at,
                             int is_bias, float rate) {
  const nn_trainer_options *how = &r->how;
  const float lambda = is_bias ? 0 : how->weight_decay;
  const float scale = 1.0f / (float)how->batch_size;
  float *w = layer->weights + at, *m = layer->first + at;
  float *v = layer->second + at, sum = layer->gradient[at];
  const float kept = how->optimizer == NN_ADAMW ? 1 - rate * lambda : 1;
  const float g = sum * scale + *w * (how->optimizer == NN_ADAMW ? 0 : lambda);
  layer->gradient[at] = 0;
  if (how->optimizer == NN_MOMENTUM) {
    *m = reference_settled(*m * how->momentum + g);
    *w = *w - *m * rate;
  } else {
    const float corrected = (float)((double)rate / (1 - r->first_power));
    const float root = (float)sqrt(1 / (1 - r->second_power));
    *m = reference_settled(*m * how->momentum + g * (1.0f - how->momentum));
    *v = reference_settled(*v * 0.999f + g * g * (1.0f - 0.999f));
    *w = *w * kept - *m * corrected / (sqrtf(*v) * root + 1e-8f);
  }
}

/*
 * Plain descent adds the batch's steps, examples in turn, to the weights; they
 * are kept aside meanwhile, since all deltas come from the weights as they
 * were.
 */
static void reference_descend(reference *r, const float *pixels,
                              const uint8_t *labels, float rate) {
  const float kept = 1 - rate * r->how.weight_decay;
  const float share = -(rate * (1.0f / (float)r->how.batch_size));
  for (int l = 0; l < r->layer_count; l++) {
    reference_layer *layer = &r->layers[l];
    const int weights = layer->inputs * layer->outputs;
    for (int at = 0; at < weights + layer->outputs; at++) {
      layer->gradient[at] = layer->weights[at] * (at < weights ? kept : 1);
    }
  }
  reference_examples(r, pixels, labels, share);
  for (int l = 0; l < r->layer_count; l++) {
    reference_layer *layer = &r->layers[l];
    float *old = layer->weights;
    layer->weights = layer->gradient;
    layer->gradient = old;
  }
}

/* One mini-batch at that learning rate: pixels (B, 784) and labels (B). */
static void reference_step(reference *r, const float *pixels,
                           const uint8_t *labels, float rate) {
  if (r->how.optimizer == NN_SGD) {
    reference_descend(r, pixels, labels, rate);
    return;
  }
  reference_examples(r, pixels, labels, 1);
  r->first_power *= (double)r->how.momentum;
  r->second_power *= (double)0.999f;
  for (int l = 0; l < r->layer_count; l++) {
    reference_layer *layer = &r->layers[l];
    const int weights = layer->inputs * layer->outputs;
    for (int at = 0; at < weights + layer->outputs; at++) {
      reference_update(r, layer, at, at >= weights, rate);
    }
  }
}

#endif
