/*
 * Gradients of all parameters over a batch, in the order of its examples, and
 * the step that they are for.
 *
 * SGD needs no sum of them: each example moves the weights in turn, by deltas
 * that were all computed before any weight moved,
 *
 *   w = (1 − η λ) w − a₁ (η δ₁ / B) − a₂ (η δ₂ / B) − …
 *
 * so the first layer's weights are passed over once, while they are in cache.
 * The other optimisers are given the sums.
 */
#ifndef NN_GRADIENT_H
#define NN_GRADIENT_H

#include "optimizer.h"
#include "propagation.h"

/*
 * Scratch memory of a step. Sums of gradients are zero between steps: those of
 * a few rows of a tile, or where a narrow first layer sums them in place, row
 * by row of the batch, all of its weights'. A wide first layer first sorts the
 * batch by pixels, so that its weights are passed over once a step.
 */
typedef struct {
  float *sums;
  uint32_t *entries; /* of a wide first layer, and starts: see nn_columns */
  uint32_t starts[NN_PIXELS + 2];
} nn_step_scratch;

/* For batches of up to B ≥ 1; NULL without memory; freed by …_free. */
nn_step_scratch *nn_step_scratch_new(const nn_network *net, int B);
void nn_step_scratch_free(nn_step_scratch *scratch);

/*
 * sums (stored floats) += ∂cost/∂parameter of B examples, from the workspace
 * after nn_network_backward and the rows (B) of its forward pass.
 */
void nn_gradient_add(const nn_network *net, const nn_workspace *workspace,
                     const nn_row *rows, float *sums, int B);

/*
 * gradient (stored floats) = ∂cost/∂parameter of one example, padding zero,
 * from the workspace and the pixels (784) of the forward pass.
 */
void nn_gradient_dense(const nn_network *net, const nn_workspace *workspace,
                       float *gradient, const float *pixels);

/*
 * The cost of one example, and its gradients: in core's layout (stored floats),
 * and ∂cost/∂pixel (784). Either may be NULL.
 */
double nn_network_gradient(const nn_network *net, nn_workspace *workspace,
                           float *gradient, float *input_gradient,
                           const float *pixels, uint8_t label);

/*
 * One step of `optimizer`: the gradients of all layers, from the workspace
 * after nn_network_backward and the rows (B) of its forward pass, applied as
 * `update` says. The workspace's deltas are overwritten.
 */
void nn_gradient_step(const nn_network *net, nn_workspace *workspace,
                      const nn_row *rows, nn_step_scratch *scratch,
                      const nn_optimizer *optimizer, const nn_update *update,
                      int B);

#endif
