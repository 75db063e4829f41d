/*
 * A random distortion: where each pixel of the new image is sampled from. The
 * source coordinates are known at nodes, every fourth pixel across and down,
 * and linear between them.
 */
#ifndef NN_WARP_H
#define NN_WARP_H

#include "augment.h"

/* Nodes across and down; pixels by which coordinates are offset. */
enum { NN_WARP_NODES = NN_SIDE / 4 + 1, NN_WARP_MARGIN = 2 };

/* Source coordinates of the nodes (8, 8), in pixels from −NN_WARP_MARGIN. */
typedef struct {
  float x[NN_WARP_NODES * NN_WARP_NODES], y[NN_WARP_NODES * NN_WARP_NODES];
} nn_warp;

/* Distortion `index` of the sequence `seed`. */
void nn_warp_random(nn_warp *warp, const nn_augment *options, uint64_t seed,
                    uint64_t index);

#endif
