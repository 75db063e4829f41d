/*
 * Gradients of all parameters over a batch, in the order of its examples, and
 * the step that they are for.
 *
 * Plain descent needs no sum of them: each example moves the weights in turn,
 * by deltas that were all computed before any weight moved,
 *
 *   w = (1 − η λ) w − a₁ (η δ₁ / B) − a₂ (η δ₂ / B) − …
 *
 * so the first layer's weights are passed over once, while they are in cache.
 * Momentum and Adam are given the sums.
 */
#ifndef NN_GRADIENT_H
#define NN_GRADIENT_H

#include "network.h"
#include "update.h"

/*
 * Room for the first layer's gradient. A layer narrower than NN_WIDE sums it
 * in index, row by row of the batch. A wide one turns the batch round first:
 * for each pixel, the examples in which it is not black; so its weights are
 * passed over once a step.
 */
typedef struct {
  float *sums; /* (784, S) of a narrow layer; zero between steps */
  /* example << 8 | value; pixel j's are entries[starts[j]…starts[j + 1]−1] */
  uint32_t *entries;
  uint32_t starts[NN_PIXELS + 2];
} nn_gradients;

/* For batches of B; one allocation; NULL without memory; free() it. */
nn_gradients *nn_gradients_new(const nn_network *net, int B);

/*
 * sums (stored floats) += ∂cost/∂parameter of B examples, from `workspace`
 * after nn_network_backward and the rows (B) of its forward pass.
 */
void nn_add_gradient(const nn_network *net, const nn_workspace *workspace,
                     const nn_row *rows, float *sums, int B);

/*
 * One step down: the gradients of all layers, from `workspace` after
 * nn_network_backward and the rows (B) of its forward pass, applied by
 * `update`. The deltas of `workspace` are overwritten.
 */
void nn_apply_gradients(const nn_network *net, nn_workspace *workspace,
                        const nn_row *rows, nn_gradients *gradients,
                        const nn_update *update, int B);

#endif
