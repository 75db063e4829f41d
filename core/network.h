/*
 * A fully connected network and its backpropagation.
 *
 *   z = W a + b,  a' = f(z)   for each layer,
 *
 * as in Nielsen, "Neural networks and deep learning", chapter 2.
 *
 * Dimensions: B examples of a batch, I inputs and O outputs of a layer,
 * N = O rounded up to a whole vector, or in a wide layer to a cache line; S ≥ N
 * floats from one row to the next. Within core a layer is a matrix (I + 1, S):
 * row i holds the weights of input i, the last row the biases. What lies
 * between O and N is zero and stays zero; beyond N nothing is worked on.
 */
#ifndef NN_NETWORK_H
#define NN_NETWORK_H

#include "dataset.h"

enum {
  NN_MAX_LAYERS = 8,
  NN_MAX_WIDTH = 4096,
  NN_WIDE = 64 /* from here on a layer's rows are whole cache lines */
};

typedef enum { NN_SIGMOID, NN_RELU, NN_STEP } nn_hidden;
typedef enum { NN_SIGMOID_OUTPUT, NN_SOFTMAX } nn_output;
typedef enum { NN_QUADRATIC, NN_CROSS_ENTROPY } nn_cost;

typedef struct {
  int inputs, outputs, width, stride; /* I, O, N, S */
  size_t offset; /* of the layer's matrix in `parameters` */
} nn_layer;

typedef struct {
  int layer_count;
  nn_layer layers[NN_MAX_LAYERS];
  nn_hidden hidden;
  nn_output output;
  nn_cost cost;
  size_t stored;     /* floats in `parameters`, padding included */
  float *parameters; /* 16-byte aligned, inside the same allocation */
} nn_network;

/*
 * Random weights from `seed`: uniform with variance 1/I for sigmoid and step
 * (Glorot and Bengio, 2010, keeping forward variance), 2/I for ReLU (He et al.,
 * 2015); biases zero. sizes (size_count) with 2 ≤ size_count ≤
 * NN_MAX_LAYERS + 1, each 1…NN_MAX_WIDTH. NULL without memory.
 */
nn_network *nn_network_new(const int *sizes, int size_count, nn_hidden hidden,
                           nn_output output, nn_cost cost, uint64_t seed);
nn_network *nn_network_clone(const nn_network *net);
void nn_network_free(nn_network *net);

/* Inputs of the first layer, outputs of the last. */
int nn_network_inputs(const nn_network *net);
int nn_network_outputs(const nn_network *net);

/* Weights and biases without padding: 13,002 for 784-16-16-10. */
int nn_network_parameter_count(const nn_network *net);

/*
 * Between core's layout (stored floats) and the canonical order: per layer
 * W (O, I) row by row, then b (O).
 */
void nn_network_to_canonical(const nn_network *net, float *canonical,
                             const float *stored);
void nn_network_from_canonical(const nn_network *net, float *stored,
                               const float *canonical);

/* FNV-1a, 64 bits, of the parameters' bits in canonical order. */
uint64_t nn_network_fingerprint(const nn_network *net);

/*
 * Room to work on up to B examples at once: activations and deltas of every
 * layer, (B, S) each. One allocation; NULL without memory.
 */
typedef struct {
  int capacity;
  float *activations[NN_MAX_LAYERS]; /* [l]: outputs of layer l */
  float *deltas[NN_MAX_LAYERS];      /* [l]: ∂cost/∂z of layer l */
  float *scratch; /* a layer's weights turned, (O, I padded), or gradient */
} nn_workspace;

nn_workspace *nn_workspace_new(const nn_network *net, int capacity);
void nn_workspace_free(nn_workspace *workspace);

/* Outputs for `count` examples, in workspace->activations[layer_count − 1]. */
void nn_network_forward_rows(const nn_network *net, nn_workspace *workspace,
                             const nn_row *rows, int count);

/* The same for pixels (count, stride) in 0…1, stride ≥ I. */
void nn_network_forward(const nn_network *net, nn_workspace *workspace,
                        const float *pixels, int stride, int count);

/* The same from the first layer's weighted sums (count, S), which lie in
 * workspace->activations[0]. */
void nn_network_forward_sums(const nn_network *net, nn_workspace *workspace,
                             int count);

/*
 * Costs of the last forward pass against labels (count), summed in double;
 * quadratic: Σ (a − y)², as in the lesson. Sets the output layer's deltas
 * when `with_deltas`. Label NN_NOT_A_DIGIT: all-zero target for sigmoid
 * outputs, uniform for softmax.
 */
double nn_network_costs(const nn_network *net, nn_workspace *workspace,
                        const uint8_t *labels, int count, int with_deltas);

/* Deltas of every layer below the output's, from it. */
void nn_network_backward(const nn_network *net, nn_workspace *workspace,
                         int count);

/*
 * ∂cost/∂pixel of each example into gradient (count, 784 or I padded to
 * `stride`, a multiple of four), from the first layer's deltas.
 */
void nn_network_input_gradient(const nn_network *net, nn_workspace *workspace,
                               float *gradient, int stride, int count);

/*
 * Mean ∂cost/∂parameter of the batch, in core's layout (stored floats), from
 * the deltas and the dense pixels of the forward pass.
 */
void nn_network_gradient(const nn_network *net, const nn_workspace *workspace,
                         float *gradient, const float *pixels, int stride,
                         int count);

/*
 * Outputs of one example or many, (count, O) overwritten, from pixels
 * (count, I) in 0…1 or from bytes (count, 784).
 */
void nn_network_predict(const nn_network *net, nn_workspace *workspace,
                        float *outputs, const float *pixels, int count);
void nn_network_predict_bytes(const nn_network *net, nn_workspace *workspace,
                              float *outputs, const uint8_t *pixels, int count);

/*
 * The cost of one example, and its gradients: in core's layout (stored
 * floats), and ∂cost/∂pixel (784 or I padded). Either may be NULL.
 */
double nn_network_example_gradient(const nn_network *net,
                                   nn_workspace *workspace, float *gradient,
                                   float *input_gradient, const float *pixels,
                                   uint8_t label);

/* The brightest of the outputs (10); the first of equals. */
int nn_argmax(const float *outputs, int count);

/*
 * Reads images from…from+count−1: confusion (10, 10) counts, row = truth, is
 * overwritten; returns the mean cost, *correct the number read rightly.
 * Examples labelled NN_NOT_A_DIGIT count for the cost only.
 */
double nn_network_evaluate(const nn_network *net, nn_workspace *workspace,
                           const nn_dataset *data, int from, int count,
                           int *correct, uint32_t *confusion);

#endif
