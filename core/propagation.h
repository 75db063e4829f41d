/*
 * Forward and backward through a network, B examples at once, in a workspace
 * that holds their activations and deltas.
 */
#ifndef NN_PROPAGATION_H
#define NN_PROPAGATION_H

#include "network.h"
#include "sparse.h"

/*
 * Scratch memory for up to `capacity` examples: activations and deltas of every
 * layer, (capacity, S) each.
 */
typedef struct {
  int capacity;
  float *activations[NN_MAX_LAYERS]; /* [l]: outputs of layer l */
  float *deltas[NN_MAX_LAYERS];      /* [l]: ∂cost/∂z of layer l */
  float *scratch;                    /* the deltas of one tile, (capacity, T) */
} nn_workspace;

/* For this network and its clones; capacity ≥ 1. NULL without memory. */
nn_workspace *nn_workspace_new(const nn_network *net, int capacity);
void nn_workspace_free(nn_workspace *workspace);

/* Outputs of the last forward pass: (count, NN_OUTPUT_WIDTH). */
static inline float *nn_workspace_outputs(const nn_network *net,
                                          const nn_workspace *workspace) {
  return workspace->activations[net->layer_count - 1];
}

/*
 * sums (B, S): the first layer's weighted sums of sparse rows (B), with the
 * weights and biases of `parameters` (stored floats).
 */
void nn_network_first_sums(const nn_network *net, float *sums,
                           const float *parameters, const nn_row *rows, int B);

/* Forward: outputs of B ≤ capacity examples, given as sparse rows (B). */
void nn_network_forward_rows(const nn_network *net, nn_workspace *workspace,
                             const nn_row *rows, int B);

/* The same for pixels (B, 784) in 0…1. */
void nn_network_forward(const nn_network *net, nn_workspace *workspace,
                        const float *pixels, int B);

/*
 * The same from the first layer's weighted sums (B, S), which lie in
 * workspace->activations[0].
 */
void nn_network_forward_sums(const nn_network *net, nn_workspace *workspace,
                             int B);

/*
 * Costs of the last forward pass against labels (B), 0…9 or NN_NOT_A_DIGIT,
 * summed in double. Sets the output layer's deltas when `with_deltas`; can be
 * asked for once after each forward pass then.
 */
double nn_network_costs(const nn_network *net, nn_workspace *workspace,
                        const uint8_t *labels, int B, int with_deltas);

/* Deltas of every layer below the output's, from it. */
void nn_network_backward(const nn_network *net, nn_workspace *workspace, int B);

/* gradient (B, 784): ∂cost/∂pixel of each example, from the deltas. */
void nn_network_input_gradient(const nn_network *net, nn_workspace *workspace,
                               float *gradient, int B);

#endif
