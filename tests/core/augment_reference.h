/*
 * Augmentation once more, one pixel after the other: what nn_augment_rows must
 * equal to the bit.
 */
#ifndef AUGMENT_REFERENCE_H
#define AUGMENT_REFERENCE_H

#include <math.h>

#include "../../core/warp.h"

enum { SIDE = 28, PIXELS = 784 };

/* A source coordinate of node (r, c), in 256ths. */
static int node_of(const float *nodes, int r, int c) {
  float at = nodes[r * NN_WARP_NODES + c];
  if (!(at > -30)) at = -30;
  if (at > 62) at = 62;
  return (int)lrintf(at * 256);
}

/* Of pixel (x, y): linear between nodes, first across, then down. */
static int source_of(const float *nodes, int x, int y) {
  int row[2];
  for (int k = 0; k < 2; k++) {
    int left = node_of(nodes, y / 4 + k, x / 4);
    int right = node_of(nodes, y / 4 + k, x / 4 + 1);
    row[k] = left + ((right - left) >> 2) * (x % 4);
  }
  return row[0] + ((row[1] - row[0]) >> 2) * (y % 4);
}

static int pixel_at(const uint8_t *image, int x, int y) {
  return x < 0 || y < 0 || x >= SIDE || y >= SIDE ? 0 : image[y * SIDE + x];
}

/* One pixel after the other, as the header says, in 256ths. */
static void sample_plainly(uint8_t *to, const uint8_t *from, const nn_warp *w) {
  for (int p = 0; p < PIXELS; p++) {
    const int x = source_of(w->x, p % SIDE, p / SIDE);
    const int y = source_of(w->y, p % SIDE, p / SIDE);
    to[p] = 0;
    if (x < 0 || y < 0 || x >= 32 * 256 || y >= 32 * 256) continue;
    const int i = x / 256 - NN_WARP_MARGIN, j = y / 256 - NN_WARP_MARGIN;
    const int across = x % 256, down = y % 256;
    const int both = (across * down + 128) / 256;
    const int value = ((256 - across - down + both) * pixel_at(from, i, j) +
                       (across - both) * pixel_at(from, i + 1, j) +
                       (down - both) * pixel_at(from, i, j + 1) +
                       both * pixel_at(from, i + 1, j + 1) + 128) /
                      256;
    if (value >= 16) to[p] = (uint8_t)value;
  }
}

#endif
