#include "warp.h"

#include "elementary.h"
#include "random4.h"

enum { NODES = NN_WARP_NODES };

/* ---- The affine map ---- */

/* A scale of at least a tenth, so that the map has an inverse. */
static float random_scale(nn_random *random, float half) {
  float scale = nn_random_between(random, 1.0f - half, 1.0f + half);
  return scale > 0.1f ? scale : 0.1f;
}

/* Within ±6.3, NaN included, so that nn_sin and nn_cos are defined. */
static float random_angle(nn_random *random, float half) {
  float angle = nn_random_between(random, -half, half);
  if (!(angle > -6.3f)) return -6.3f;
  return angle < 6.3f ? angle : 6.3f;
}

/* nodes (8, 8) = column · across + row · down, about the centre (14, 14). */
static void set_nodes(float *nodes, float across, float down, float x,
                      float y) {
  const float centre = 14.0f; /* where MNIST's centre of mass is */
  const v4 steps = {0.0f, 4.0f, 8.0f, 12.0f}, half = v4_splat(16.0f);
  for (int row = 0; row < NODES; row++) {
    float begin = ((float)(row * V4_LANES) - centre - y) * down +
                  (centre + (float)NN_WARP_MARGIN) - (centre + x) * across;
    v4 first = steps * across + begin;
    v4_store(nodes + row * NODES, first);
    v4_store(nodes + row * NODES + V4_LANES, first + half * across);
  }
}

/* The inverse of: scale, then shear, then rotate, then shift. */
static void set_affine(nn_warp *w, nn_random *random,
                       const nn_augment *options) {
  float angle = random_angle(random, options->rotate);
  float wide = 1.0f / random_scale(random, options->scale);
  float high = 1.0f / random_scale(random, options->scale);
  float shear = nn_random_between(random, -options->shear, options->shear);
  float x = nn_random_between(random, -options->shift, options->shift);
  float y = nn_random_between(random, -options->shift, options->shift);
  float c = (float)nn_cos(angle), s = (float)nn_sin(angle);
  set_nodes(w->x, wide * (c + shear * s), wide * (s - shear * c), x, y);
  set_nodes(w->y, high * -s, high * c, x, y);
}

/* ---- The elastic field: a cubic B-spline over 7 × 7 random knots ---- */

enum { KNOTS = 7 };

/* Spline weights of the first and the second of four knots, i / 7 on. */
#define FIRST(i) ((7 - (i)) * (7 - (i)) * (7 - (i)) / (6 * 343.0f))
#define SECOND(i) \
  ((3 * (i) * (i) * (i)-42 * (i) * (i) + 4 * 343) / (6 * 343.0f))

/*
 * Spline weights (7, 8) of each knot at each node. Knots are seven pixels
 * apart, the second at node 0, which is about as smooth as a Gaussian with
 * σ = 4 pixels.
 */
/* clang-format off */
static const float spline_weights[KNOTS * NODES] = {
    FIRST(0), FIRST(4), 0, 0, 0, 0, 0, 0,
    SECOND(0), SECOND(4), FIRST(1), FIRST(5), 0, 0, 0, 0,
    SECOND(7), SECOND(3), SECOND(1), SECOND(5), FIRST(2), FIRST(6), 0, 0,
    0, FIRST(3), SECOND(6), SECOND(2), SECOND(2), SECOND(6), FIRST(3), 0,
    0, 0, FIRST(6), FIRST(2), SECOND(5), SECOND(1), SECOND(3), FIRST(0),
    0, 0, 0, 0, FIRST(5), FIRST(1), SECOND(4), SECOND(0),
    0, 0, 0, 0, 0, 0, FIRST(4), SECOND(7),
};
/* clang-format on */

/*
 * sums (8, 8) += left (8, 7) right (7, 8); left's rows are `row` apart, its
 * columns `column`.
 */
static void add_product(float *sums, const float *left, int row, int column,
                        const float *right) {
  for (int r = 0; r < NODES; r++, sums += NODES, left += row) {
    v4 low = v4_load(sums), high = v4_load(sums + V4_LANES);
    for (int k = 0; k < KNOTS; k++) {
      v4 weight = v4_splat(left[k * column]);
      low += weight * v4_load(right + k * NODES);
      high += weight * v4_load(right + k * NODES + V4_LANES);
    }
    v4_store(sums, low);
    v4_store(sums + V4_LANES, high);
  }
}

/*
 * Adds a smooth random field of root mean square `size` to nodes (8, 8), from
 * the random numbers k… of the sequence.
 */
static void add_elastic(float *nodes, nn_random4 random, uint32_t k,
                        float size) {
  float knots[KNOTS * NODES], rows[NODES * NODES] = {0};
  /* Knots in ±1 have RMS 1/√3, of which the spline leaves 0.449. */
  const v4 scale = v4_splat(size * 2 * 1.7320508f / 0.44879697f);
  for (int i = 0; i < KNOTS * NODES; i += V4_LANES) {
    v4 u = nn_random4_uniform(random, k + (uint32_t)i);
    v4_store(knots + i, (u - v4_splat(0.5f)) * scale);
  }
  add_product(rows, spline_weights, 1, NODES, knots);
  add_product(nodes, rows, NODES, 1, spline_weights);
}

void nn_warp_random(nn_warp *warp, const nn_augment *options, uint64_t seed,
                    uint64_t index) {
  nn_random random = nn_random_seeded(seed, index);
  set_affine(warp, &random, options);
  if (options->elastic == 0.0f) return;
  nn_random4 knots = nn_random4_of(random);
  add_elastic(warp->x, knots, 0, options->elastic);
  add_elastic(warp->y, knots, KNOTS * NODES, options->elastic);
}
