#include "noise.h"

#include <assert.h>

#include "handwriting.h"
#include "ink.h"
#include "kernels.h"
#include "random4.h"

enum { SIDE = 28, PIXELS = SIDE * SIDE };

static void uniform(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  for (uint32_t i = 0; i < PIXELS; i += V4_LANES) {
    v4_store(pixels + i, nn_random4_uniform(s, i));
  }
}

/* The sum of a number's four bytes, 0…1020. */
static v4u sum_of_bytes(v4u x) {
  x = (x & 0x00ff00ffu) + (x >> 8 & 0x00ff00ffu);
  return (x + (x >> 16)) & 0xffffu;
}

/* Eight uniform bytes added up are nearly Gaussian out to the clamp at 2σ. */
static void gaussian(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  const v4 mean = v4_splat(8 * 127.5f), half = v4_splat(0.5f);
  const v4 scale = v4_splat(0.25f / 209.021f); /* σ = √(8 (256² − 1) / 12) */
  for (uint32_t i = 0; i < PIXELS; i += V4_LANES) {
    v4u sum = sum_of_bytes(nn_random4_u32(s, i)) +
              sum_of_bytes(nn_random4_u32(s, PIXELS + i));
    v4 x = (__builtin_convertvector((v4i)sum, v4) - mean) * scale + half;
    v4_store(pixels + i, v4_min(v4_max(x, v4_splat(0.0f)), v4_splat(1.0f)));
  }
}

static void salt_and_pepper(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  for (uint32_t i = 0; i < PIXELS; i += V4_LANES) {
    v4i is_salt = (v4i)nn_random4_u32(s, i) < 0;
    v4_store(pixels + i, v4_select(is_salt, v4_splat(1.0f), v4_splat(0.0f)));
  }
}

static void blocks(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  for (uint32_t y = 0; y < SIDE; y += 4) {
    float values[8];
    v4_store(values, nn_random4_uniform(s, 2 * y));
    v4_store(values + 4, nn_random4_uniform(s, 2 * y + 4));
    for (uint32_t i = 0; i < 4 * SIDE; i += 4) {
      v4_store(pixels + y * SIDE + i, v4_splat(values[i % SIDE / 4]));
    }
  }
}

static void to_floats(float *pixels, const uint8_t *bytes) {
  for (int i = 0; i < PIXELS; i++) pixels[i] = nn_byte_values[bytes[i]];
}

/* Fisher-Yates from the front, with the numbers made four at a time. */
static void shuffle(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  uint32_t numbers[PIXELS];
  for (uint32_t i = 0; i < PIXELS; i += V4_LANES) {
    v4u four = nn_random4_u32(s, i);
    memcpy(numbers + i, &four, sizeof four);
  }
  for (uint32_t i = 0; i < PIXELS - 1; i++) {
    uint32_t j = i + (uint32_t)((uint64_t)numbers[i] * (PIXELS - i) >> 32);
    float swapped = pixels[i];
    pixels[i] = pixels[j];
    pixels[j] = swapped;
  }
}

/* ---- Smooth: a cubic B-spline over a grid of random knots ---- */

enum { SPACING = 7, KNOTS = SIDE / SPACING + 3, PADDED_KNOTS = 8 };

/* Weights of four consecutive knots at t, 0…1 between the middle two. */
static void spline_weights(float *weights, float t) {
  float u = 1.0f - t;
  weights[0] = u * u * u / 6.0f;
  weights[3] = t * t * t / 6.0f;
  weights[1] = (3.0f * t - 6.0f) * t * t / 6.0f + 4.0f / 6.0f;
  weights[2] = 1.0f - weights[0] - weights[1] - weights[3];
}

/* Scales pixels so that the smallest is 0 and the largest is 1. */
static void stretch(float *pixels) {
  v4 low = v4_load(pixels), high = low;
  for (int i = 4; i < PIXELS; i += V4_LANES) {
    v4 x = v4_load(pixels + i);
    low = v4_min(x, low);
    high = v4_max(x, high);
  }
  float min = low[0], max = high[0];
  for (int lane = 1; lane < V4_LANES; lane++) {
    min = low[lane] < min ? low[lane] : min;
    max = high[lane] > max ? high[lane] : max;
  }
  const v4 range = v4_splat(max > min ? max - min : 1.0f);
  for (int i = 0; i < PIXELS; i += V4_LANES) {
    v4_store(pixels + i, (v4_load(pixels + i) - v4_splat(min)) / range);
  }
}

static void smooth(float *pixels, nn_random random) {
  const nn_random4 s = nn_random4_of(random);
  float weights[SPACING][4], rows[KNOTS][SIDE];
  for (int i = 0; i < SPACING; i++) {
    spline_weights(weights[i], ((float)i + 0.5f) / (float)SPACING);
  }
  for (int k = 0; k < KNOTS; k++) {
    float knots[PADDED_KNOTS];
    v4_store(knots, nn_random4_uniform(s, (uint32_t)k * PADDED_KNOTS));
    v4_store(knots + 4, nn_random4_uniform(s, (uint32_t)k * PADDED_KNOTS + 4));
    for (int x = 0; x < SIDE; x++) {
      const float *w = weights[x % SPACING], *p = knots + x / SPACING;
      rows[k][x] = w[0] * p[0] + w[1] * p[1] + w[2] * p[2] + w[3] * p[3];
    }
  }
  for (int y = 0; y < SIDE; y++) {
    const float *w = weights[y % SPACING], *row = rows[y / SPACING];
    for (int x = 0; x < SIDE; x += V4_LANES) {
      v4 sum = v4_splat(0.0f);
      for (int k = 0; k < 4; k++) {
        sum += v4_splat(w[k]) * v4_load(row + k * SIDE + x);
      }
      v4_store(pixels + y * SIDE + x, sum);
    }
  }
  stretch(pixels);
}

/* ---- Scribbles ---- */

enum { MIN_STROKES = 5, MAX_STROKES = 6, STROKE_POINTS = 7 };

/*
 * One stroke: STROKE_POINTS points (x, y) from a random point of the unit
 * square, with a random mean curvature. (1 − t², 2t) / (1 + t²) is the cosine
 * and sine of 2 arctan t.
 */
static void scribble_stroke(float *points, nn_random *random) {
  float x = nn_random_uniform(random), y = nn_random_uniform(random);
  float t = nn_random_between(random, -1.0f, 1.0f);
  float step = nn_random_between(random, 0.15f, 0.3f);
  if (nn_random_below(random, 2)) step = -step;
  float dx = step * (1.0f - t * t) / (1.0f + t * t);
  float dy = step * 2.0f * t / (1.0f + t * t);
  float curvature = nn_random_between(random, -0.6f, 0.6f);
  for (int i = 0; i < STROKE_POINTS; i++) {
    points[2 * i] = x;
    points[2 * i + 1] = y;
    t = curvature + nn_random_between(random, -0.3f, 0.3f);
    float cosine = (1.0f - t * t) / (1.0f + t * t);
    float sine = 2.0f * t / (1.0f + t * t), old_dx = dx;
    dx = cosine * dx - sine * dy;
    dy = sine * old_dx + cosine * dy;
    x += dx;
    y += dy;
    if (x < 0.0f || x > 1.0f) dx = -dx, x += 2.0f * dx;
    if (y < 0.0f || y > 1.0f) dy = -dy, y += 2.0f * dy;
  }
}

static void scribble(float *pixels, nn_random random) {
  float points[MAX_STROKES * STROKE_POINTS * 2];
  int lengths[MAX_STROKES];
  uint32_t choices = MAX_STROKES - MIN_STROKES + 1;
  int strokes = MIN_STROKES + (int)nn_random_below(&random, choices);
  for (int i = 0; i < strokes; i++) {
    scribble_stroke(points + i * STROKE_POINTS * 2, &random);
    lengths[i] = STROKE_POINTS;
  }
  nn_ink(pixels, points, lengths, strokes);
}

/* ---- The kinds ---- */

/*
 * Two kinds are not taught by default, so that a taught network can be tested
 * on noise it never saw.
 */
const nn_noise_entry nn_noise_table[NN_NOISE_KINDS] = {
    [NN_NOISE_UNIFORM] = {"uniform", uniform, 1, 0},
    [NN_NOISE_GAUSSIAN] = {"gaussian", gaussian, 0, 0},
    [NN_NOISE_SALTPEPPER] = {"saltpepper", salt_and_pepper, 1, 0},
    [NN_NOISE_BLOCKS] = {"blocks", blocks, 1, 0},
    [NN_NOISE_SHUFFLED] = {"shuffled", shuffle, 1, 1},
    [NN_NOISE_SMOOTH] = {"smooth", smooth, 1, 0},
    [NN_NOISE_SCRIBBLE] = {"scribble", scribble, 0, 0},
};
const nn_list nn_noise_list = NN_LIST("noiseKinds", nn_noise_table);

/* Kinds that share the streams of a seed. */
enum { INTERLEAVED_KINDS = 7 };

_Static_assert(INTERLEAVED_KINDS == NN_NOISE_SCRIBBLE + 1,
               "the first seven kinds keep their places");

/*
 * The random numbers of one image. The first seven kinds interleave their
 * streams: 7 index + kind. That 7 stays whatever the number of kinds, or every
 * image, and every network trained on one, would change. A later kind has a
 * seed of its own, and stream `index` of it.
 */
static nn_random random_of(nn_noise_kind kind, uint64_t seed, uint64_t index) {
  const uint64_t k = (uint64_t)kind;
  if (k < INTERLEAVED_KINDS) {
    return nn_random_seeded(seed, index * INTERLEAVED_KINDS + k);
  }
  return nn_random_seeded(nn_random_hash(seed) + k, index);
}

void nn_noise_image(float *pixels, nn_noise_kind kind, uint64_t seed,
                    uint64_t index, const float *base) {
  assert(pixels && kind < NN_NOISE_KINDS);
  const nn_noise_entry *entry = &nn_noise_table[kind];
  if (entry->transforms_digits && base) {
    memcpy(pixels, base, PIXELS * sizeof *pixels);
  } else if (entry->transforms_digits) {
    uint8_t bytes[PIXELS];
    nn_handwriting(bytes, seed, index);
    to_floats(pixels, bytes);
  }
  entry->fill(pixels, random_of(kind, seed, index));
}

void nn_noise_images(float *pixels, nn_noise_kind kind, uint64_t seed,
                     uint64_t from, int count, const float *base) {
  assert(count >= 0);
  for (int i = 0; i < count; i++) {
    nn_noise_image(pixels + (size_t)i * PIXELS, kind, seed, from + (uint64_t)i,
                   base);
  }
}

void nn_noise_dataset(float *pixels, nn_noise_kind kind, uint64_t seed,
                      uint64_t from, int count, const nn_dataset *data) {
  assert(kind < NN_NOISE_KINDS && count >= 0 && data && data->count > 0);
  float base[PIXELS];
  for (int i = 0; i < count; i++) {
    uint64_t index = from + (uint64_t)i;
    if (nn_noise_table[kind].transforms_digits) {
      int row = (int)(index % (uint64_t)data->count);
      nn_row_floats(base, nn_dataset_row(data, row));
    }
    nn_noise_image(pixels + (size_t)i * PIXELS, kind, seed, index, base);
  }
}
