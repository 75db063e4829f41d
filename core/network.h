/*
 * A fully connected network: 784 pixels, hidden layers, ten outputs,
 *
 *   z = W a + b,  a' = f(z)   for each layer,
 *
 * as in Nielsen, "Neural networks and deep learning", chapter 2.
 *
 * Dimensions: B examples of a batch, I inputs and O outputs of a layer,
 * N = O rounded up to a whole vector; S ≥ N floats from one row of activations
 * or deltas to the next.
 *
 * Core's layout: a layer's weights lie in tiles, one after the other, then come
 * its biases (N). A tile is a matrix (I, T): the weights of T ≤ N outputs, row
 * i those of input i. A kernel that works on one tile reads memory from one end
 * to the other. A narrow layer is one tile. Parameters and gradients are zero
 * between O and N, and stay so.
 */
#ifndef NN_NETWORK_H
#define NN_NETWORK_H

#include "activation.h"
#include "cost.h"

enum {
  NN_MAX_LAYERS = 8, /* the output layer among them */
  NN_MAX_WIDTH = 4096,
  NN_WIDE = 64 /* N from which on a layer has several tiles */
};

typedef struct {
  int inputs, outputs, width, stride; /* I, O, N, S */
  int tile;      /* T; the last tile has what is left of N */
  size_t offset; /* of the layer's first tile in `parameters` */
} nn_layer;

typedef struct {
  int layer_count;
  nn_layer layers[NN_MAX_LAYERS];
  const nn_activation *hidden;
  const nn_output *output;
  const nn_cost *cost;
  size_t stored;     /* floats in `parameters`, padding included */
  float *parameters; /* on a cache line, inside the same allocation */
} nn_network;

/* Rows of nn_activations, nn_outputs and nn_costs. */
typedef struct {
  int hidden, output, cost;
} nn_functions;

/*
 * Random weights from `seed`: uniform with variance gain / I, the gain being
 * the activation's; biases zero. hidden (hidden_count): the widths of the
 * hidden layers, each 1…NN_MAX_WIDTH; 0 ≤ hidden_count < NN_MAX_LAYERS. To be
 * freed by nn_network_free; NULL without memory.
 */
nn_network *nn_network_new(const int *hidden, int hidden_count,
                           nn_functions functions, uint64_t seed);

/* A network of its own with the same parameters; NULL without memory. */
nn_network *nn_network_clone(const nn_network *net);
void nn_network_free(nn_network *net);

nn_functions nn_network_functions(const nn_network *net);

/* Weights and biases without padding: 13,002 for 784-16-16-10. */
int nn_network_parameter_count(const nn_network *net);

/* Whether all parameters are finite numbers. */
int nn_network_is_finite(const nn_network *net);

/*
 * The parameters in canonical order: per layer W (O, I) row by row, then b (O).
 * A run is a row of W, or b: parameters that are neighbours in that order.
 *
 *   for (nn_run run = nn_run_start(net); nn_run_next(&run);)
 *     for (int i = 0; i < run.count; i++) use(nn_run_index(&run, i));
 */
typedef struct {
  const nn_network *net;
  int layer, output; /* output = O: the biases */
  int count;
  size_t first, step; /* in core's layout */
} nn_run;

static inline nn_run nn_run_start(const nn_network *net) {
  return (nn_run){.net = net, .output = -1};
}

/* On to the next run; 0 after the last. */
int nn_run_next(nn_run *run);

/* Where parameter i of the run is in core's layout. */
static inline size_t nn_run_index(const nn_run *run, int i) {
  return run->first + (size_t)i * run->step;
}

/* Between core's layout (stored floats) and the canonical order. */
void nn_network_to_canonical(const nn_network *net, float *canonical,
                             const float *stored);
void nn_network_from_canonical(const nn_network *net, float *stored,
                               const float *canonical);

/* FNV-1a, 64 bits, of the parameters' bits in canonical order; NaN is one. */
uint64_t nn_network_fingerprint(const nn_network *net);

/* Floats of a layer's weights. */
static inline size_t nn_layer_weights(const nn_layer *layer) {
  return (size_t)layer->inputs * (size_t)layer->width;
}

/* Where a layer's biases are in core's layout. */
static inline size_t nn_layer_biases(const nn_layer *layer) {
  return layer->offset + nn_layer_weights(layer);
}

static inline int nn_layer_is_wide(const nn_layer *layer) {
  return layer->width >= NN_WIDE;
}

/* T of the tile that begins at output `first`; 0 after the last. */
static inline int nn_tile_width(const nn_layer *layer, int first) {
  const int left = layer->width - first;
  return left < layer->tile ? left : layer->tile;
}

/*
 * The tiles of a layer, in rising order of their outputs.
 *
 *   for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);)
 */
typedef struct {
  int first, width; /* outputs first…first + width − 1 */
  size_t at;        /* of the tile (I, width) in core's layout */
} nn_tile;

static inline nn_tile nn_tile_start(const nn_layer *layer) {
  return (nn_tile){.at = layer->offset};
}

/* On to the next tile; 0 after the last. */
static inline int nn_tile_next(const nn_layer *layer, nn_tile *tile) {
  tile->at += (size_t)layer->inputs * (size_t)tile->width;
  tile->first += tile->width;
  tile->width = nn_tile_width(layer, tile->first);
  return tile->width > 0;
}

#endif
