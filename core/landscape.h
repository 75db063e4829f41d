/*
 * The cost around a network: along a line and over a plane through parameter
 * space, and its mean gradient over many examples.
 *
 * Directions u, v have the layout of the parameters (stored floats), zero in
 * the padding.
 */
#ifndef NN_LANDSCAPE_H
#define NN_LANDSCAPE_H

#include "inference.h"

/*
 * costs (b_count, a_count): the mean cost of images from…from+count−1 at
 * θ + a u + b v for every a of as (a_count) and b of bs (b_count); v may be
 * NULL, and bs is zeros then. The first layer's weighted sums are linear in a
 * and b: they are worked out for θ, u and v only. count ≥ 1. Returns 0, and
 * has done nothing, without memory.
 */
int nn_network_cost_plane(const nn_network *net, const nn_dataset *data,
                          int from, int count, const float *u, const float *v,
                          const float *as, int a_count, const float *bs,
                          int b_count, double *costs);

/*
 * gradient (stored floats): the mean ∂cost/∂parameter of images
 * from…from+count−1, count ≥ 1. Summed in double; sums: scratch for as many
 * doubles.
 */
void nn_network_mean_gradient(const nn_network *net, nn_workspace *workspace,
                              const nn_dataset *data, int from, int count,
                              float *gradient, double *sums);

#endif
