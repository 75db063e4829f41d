/* Augmentation: new images sample the old ones through the map of the header.
 */
#include "../../core/augment.h"
#include "../../core/handwriting.h"
#include "check.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "augment_reference.h"

enum { SEEDS = 300, LOW = 9, HIGH = 19 };

/* An image's row, in memory of exactly its size. */
typedef struct {
  uint16_t indices[PIXELS];
  uint8_t values[PIXELS];
  nn_row row;
} image;

static void set_image(image *to, const uint8_t *pixels) {
  int count = 0;
  for (int p = 0; p < PIXELS; p++) {
    to->indices[count] = (uint16_t)p;
    to->values[count] = pixels[p];
    count += pixels[p] != 0;
  }
  to->row = (nn_row){to->indices, to->values, count};
}

/* A sparse row as the header of dataset.h has it: rising indices, no zero. */
static int is_valid(nn_row row) {
  int valid = row.count >= 0 && row.count <= PIXELS;
  for (int i = 0; i < row.count; i++) {
    valid &= row.indices[i] < PIXELS && row.values[i] > 0;
    valid &= i == 0 || row.indices[i] > row.indices[i - 1];
  }
  return valid;
}

/* One image alone, by distortion `index`. */
static nn_row augmented(uint16_t *indices, uint8_t *values, nn_row row,
                        const nn_augment *how, uint64_t seed, uint64_t index) {
  nn_augment_rows(&row, indices, values, 1, 1, how, seed, index);
  return row;
}

static void distort(uint8_t *pixels, const image *from, const nn_augment *how,
                    uint64_t seed) {
  uint16_t *indices = malloc(PIXELS * sizeof *indices);
  uint8_t *values = malloc(PIXELS);
  if (indices == NULL || values == NULL) exit(1);
  nn_row row = augmented(indices, values, from->row, how, seed, 3);
  memset(pixels, 0, PIXELS);
  for (int i = 0; i < row.count; i++) pixels[row.indices[i]] = row.values[i];
  free(indices);
  free(values);
}

/*
 * Where pixels LOW…HIGH across and down came from, relative to the centre, to
 * a sixteenth of a pixel: read off ramps that say how far across and down one
 * is.
 */
typedef struct {
  double x[SIDE][SIDE], y[SIDE][SIDE];
} origins;

static void find_origins(origins *o, const nn_augment *how, uint64_t seed) {
  uint8_t ramp[PIXELS];
  image across, down;
  for (int p = 0; p < PIXELS; p++) ramp[p] = (uint8_t)(16 + 8 * (p % SIDE));
  set_image(&across, ramp);
  for (int p = 0; p < PIXELS; p++) ramp[p] = (uint8_t)(16 + 8 * (p / SIDE));
  set_image(&down, ramp);
  distort(ramp, &across, how, seed);
  for (int p = 0; p < PIXELS; p++) {
    o->x[p / SIDE][p % SIDE] = (ramp[p] - 16) / 8.0 - 14;
  }
  distort(ramp, &down, how, seed);
  for (int p = 0; p < PIXELS; p++) {
    o->y[p / SIDE][p % SIDE] = (ramp[p] - 16) / 8.0 - 14;
  }
}

/* The largest distance from the map (a b; c d) (p − 14) + (e, f). */
static double distance(const origins *o, double a, double b, double c, double d,
                       double e, double f) {
  double most = 0;
  for (int y = LOW; y <= HIGH; y++) {
    for (int x = LOW; x <= HIGH; x++) {
      double at_x = a * (x - 14) + b * (y - 14) + e;
      double at_y = c * (x - 14) + d * (y - 14) + f;
      most = fmax(most, fabs(o->x[y][x] - at_x));
      most = fmax(most, fabs(o->y[y][x] - at_y));
    }
  }
  return most;
}

/* A reading is a sixteenth off; so are those the map is made from. */
static const double close = 0.2;

/* Spread of a drawn value: all within ±half, and out to most of it. */
typedef struct {
  double low, high;
} range;

static void widen(range *r, double value) {
  r->low = fmin(r->low, value);
  r->high = fmax(r->high, value);
}

static int spans(range r, double low, double high, double slack) {
  double width = high - low;
  return r.low >= low - slack && r.high <= high + slack &&
         r.low < low + 0.1 * width && r.high > high - 0.1 * width;
}

static void test_affine(void) {
  origins o;
  range x = {0, 0}, y = {0, 0}, angle = {0, 0}, wide = {1, 1}, high = {1, 1},
        slant = {0, 0};
  double off[4] = {0, 0, 0, 0};
  for (uint64_t seed = 0; seed < SEEDS; seed++) {
    find_origins(&o, &(nn_augment){.shift = 2}, seed);
    double e = o.x[14][14], f = o.y[14][14];
    off[0] = fmax(off[0], distance(&o, 1, 0, 0, 1, e, f));
    widen(&x, e);
    widen(&y, f);

    find_origins(&o, &(nn_augment){.rotate = 0.5f}, seed);
    double turn = atan2(o.x[HIGH][14], o.y[HIGH][14]);
    off[1] = fmax(off[1], distance(&o, cos(turn), sin(turn), -sin(turn),
                                   cos(turn), 0, 0));
    widen(&angle, turn);

    find_origins(&o, &(nn_augment){.scale = 0.2f}, seed);
    double a = o.x[14][HIGH] / 5, d = o.y[HIGH][14] / 5;
    off[2] = fmax(off[2], distance(&o, a, 0, 0, d, 0, 0));
    widen(&wide, 1 / a);
    widen(&high, 1 / d);

    find_origins(&o, &(nn_augment){.shear = 0.4f}, seed);
    double b = o.x[HIGH][14] / 5;
    off[3] = fmax(off[3], distance(&o, 1, b, 0, 1, 0, 0));
    widen(&slant, b);
  }
  check(off[0] < close && spans(x, -2, 2, 0.07) && spans(y, -2, 2, 0.07),
        "shift moves all pixels alike, by up to 2 each way");
  check(off[1] < close && spans(angle, -0.5, 0.5, 0.02),
        "rotate turns about (14, 14), by up to 0.5 radians each way");
  check(off[2] < close && spans(wide, 0.8, 1.2, 0.02) &&
            spans(high, 0.8, 1.2, 0.02),
        "scale resizes width and height about (14, 14), 0.8 to 1.2 times");
  check(off[3] < close && spans(slant, -0.4, 0.4, 0.02),
        "shear slants upright lines, by up to 0.4 each way");
}

static void test_elastic(void) {
  origins o;
  double squares = 0, steepest = 0;
  int n = 0;
  const float size = 1.0f;
  for (uint64_t seed = 0; seed < SEEDS; seed++) {
    find_origins(&o, &(nn_augment){.elastic = size}, seed);
    for (int y = LOW; y <= HIGH; y++) {
      for (int x = LOW; x <= HIGH; x++, n += 2) {
        double dx = o.x[y][x] - (x - 14), dy = o.y[y][x] - (y - 14);
        double next = o.x[y][x + 1] - (x + 1 - 14);
        squares += dx * dx + dy * dy;
        steepest = fmax(steepest, fabs(dx - next));
      }
    }
  }
  check(fabs(sqrt(squares / n) - size) < 0.05,
        "elastic moves pixels by its root mean square");
  check(steepest < 1, "elastic moves neighbours nearly alike");
}

/* A ring, drawn without steps. */
static void set_ring(image *to) {
  uint8_t pixels[PIXELS];
  for (int p = 0; p < PIXELS; p++) {
    const int x = p % SIDE - 14, y = p / SIDE - 14;
    const double off = fabs(hypot(x, y * 0.8) - 6);
    pixels[p] = (uint8_t)(255 * fmin(fmax(2 - off, 0), 1));
    if (pixels[p] < 16) pixels[p] = 0;
  }
  set_image(to, pixels);
}

static void test_sameness(void) {
  image ring;
  uint8_t first[PIXELS], other[PIXELS], unchanged[PIXELS] = {0};
  const nn_augment how = {2, 0.2f, 0.12f, 0.2f, 1};
  set_ring(&ring);
  for (int i = 0; i < ring.row.count; i++) {
    unchanged[ring.indices[i]] = ring.values[i];
  }
  distort(other, &ring, &(nn_augment){0}, 1);
  check(!memcmp(unchanged, other, PIXELS),
        "nothing asked for, nothing changed");
  distort(first, &ring, &how, 1);
  distort(other, &ring, &how, 1);
  check(!memcmp(first, other, PIXELS), "the same seed gives the same image");
  distort(other, &ring, &how, 2);
  check(memcmp(first, other, PIXELS) != 0, "another seed gives another image");

  double most = 0, ink = 0;
  const nn_augment still = {2, 0.5f, 0, 0.2f, 0};
  for (int i = 0; i < ring.row.count; i++) ink += ring.values[i];
  for (uint64_t seed = 0; seed < SEEDS; seed++) {
    double sum = 0;
    distort(other, &ring, &still, seed);
    for (int p = 0; p < PIXELS; p++) sum += other[p];
    most = fmax(most, fabs(sum / ink - 1));
  }
  check(most < 0.03, "moving, turning and slanting keep the ink");
}

/* MANY images in groups of `group` are each what it is alone, to the byte. */
static int match_alone(const image *ring, const image *dot, int group) {
  enum { MANY = 19 };
  static uint16_t indices[MANY * PIXELS], own_indices[PIXELS];
  static uint8_t values[MANY * PIXELS], own_values[PIXELS];
  const nn_augment how = {2, 0.2f, 0.12f, 0.2f, 1};
  nn_row rows[MANY];
  int same = 1;
  for (int i = 0; i < MANY; i++) rows[i] = i % 3 == 0 ? dot->row : ring->row;
  nn_augment_rows(rows, indices, values, MANY, group, &how, 1, 5);
  for (int i = 0; i < MANY; i++) {
    uint64_t index = 5 + (uint64_t)(i / group);
    nn_row old = i % 3 == 0 ? dot->row : ring->row;
    nn_row row = augmented(own_indices, own_values, old, &how, 1, index);
    same &= row.count == rows[i].count && row.count > 0 &&
            !memcmp(row.indices, rows[i].indices, 2 * (size_t)row.count) &&
            !memcmp(row.values, rows[i].values, (size_t)row.count);
  }
  return same;
}

static void test_groups(void) {
  static const int sizes[][2] = {{1, 1},  {3, 1},  {4, 1},  {7, 1},   {8, 2},
                                 {10, 2}, {31, 7}, {32, 8}, {4096, 8}};
  image ring, dot;
  uint8_t pixels[PIXELS] = {0};
  set_ring(&ring);
  pixels[14 * SIDE + 14] = 255;
  set_image(&dot, pixels);
  int same = 1, quarter = 1;
  for (int group = 1; group <= NN_AUGMENT_MAX_GROUP; group++) {
    same &= match_alone(&ring, &dot, group);
  }
  check(same, "images in a group are distorted as each is alone");
  for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
    quarter &= nn_augment_group(sizes[i][0]) == sizes[i][1];
  }
  check(quarter, "a group is a quarter of the batch, one to eight images");
}

static void test_extremes(void) {
  static const nn_augment hows[] = {
      {2, 0.2f, 0.12f, 0.2f, 1}, {100, 10, 3, 5, 0},
      {0, 0, 0, 0, 1000},        {1e30f, 1e30f, 1e30f, 1e30f, 1e30f},
      {NAN, NAN, NAN, NAN, NAN}, {INFINITY, 0, INFINITY, INFINITY, INFINITY},
      {0, 0, 0.99f, 0, 0}};
  uint8_t pixels[PIXELS];
  uint16_t indices[PIXELS];
  uint8_t values[PIXELS];
  image images[4];
  memset(pixels, 0, PIXELS);
  set_image(&images[0], pixels);
  pixels[PIXELS - 1] = 255;
  set_image(&images[1], pixels);
  memset(pixels, 255, PIXELS);
  set_image(&images[2], pixels);
  set_ring(&images[3]);
  int valid = 1, empty = 1;
  for (size_t h = 0; h < sizeof hows / sizeof *hows; h++) {
    for (int i = 0; i < 4; i++) {
      for (uint64_t seed = 0; seed < 50; seed++) {
        nn_row row = augmented(indices, values, images[i].row, &hows[h], seed,
                               UINT64_MAX - seed);
        valid &= is_valid(row);
        empty &= i > 0 || row.count == 0;
      }
    }
  }
  check(empty, "an empty image stays empty");
  check(valid, "any image and any numbers make a valid row");
}

static int equals(nn_row row, const uint8_t *pixels) {
  int at = 0;
  for (int p = 0; p < PIXELS; p++) {
    if (pixels[p] == 0) continue;
    if (at >= row.count || row.indices[at] != p || row.values[at] != pixels[p])
      return 0;
    at++;
  }
  return at == row.count;
}

/* Digits, specks of every brightness, and one that fills the image. */
static void set_pixels(uint8_t *pixels, int kind, uint64_t seed) {
  nn_handwriting(pixels, 1, seed);
  for (uint64_t p = 0; p < PIXELS; p++) {
    const uint64_t hash = (p + seed) * 0x9e3779b97f4a7c15u >> 40;
    if (kind == 1) pixels[p] = hash % 5 ? 0 : (uint8_t)(hash >> 8);
    if (kind == 2) pixels[p] = (uint8_t)(255 - hash % 9);
  }
}

static void test_plainly(void) {
  static const nn_augment hows[] = {
      {.shift = 1, .rotate = 0.1f, .scale = 0.06f, .shear = 0.1f},
      {.shift = 2, .rotate = 0.2f, .scale = 0.1f, .shear = 0.2f, .elastic = 1},
      {.shift = 9, .rotate = 6, .scale = 0.9f, .shear = 3, .elastic = 5},
      {.shift = 1e9f, .shear = NAN}};
  enum { COUNT = 20, HOWS = sizeof hows / sizeof *hows };
  static uint16_t indices[COUNT * PIXELS];
  static uint8_t values[COUNT * PIXELS], from[COUNT][PIXELS], to[PIXELS];
  static image images[COUNT];
  int equal = 0;
  for (uint64_t seed = 0; seed < 30 * HOWS; seed++) {
    const nn_augment *how = &hows[seed % HOWS];
    nn_row rows[COUNT];
    for (int i = 0; i < COUNT; i++) {
      set_pixels(from[i], (int)(seed / HOWS % 3), seed * COUNT + (uint64_t)i);
      set_image(&images[i], from[i]);
      rows[i] = images[i].row;
    }
    nn_augment_rows(rows, indices, values, COUNT, 8, how, seed, 5);
    for (int i = 0; i < COUNT; i++) {
      nn_warp w;
      nn_warp_random(&w, how, seed, 5 + (uint64_t)i / 8);
      sample_plainly(to, from[i], &w);
      equal += equals(rows[i], to);
    }
  }
  check(equal == COUNT * 30 * HOWS,
        "every image is the plain loop's, bit by bit");
}

int main(void) {
  test_affine();
  test_elastic();
  test_sameness();
  test_groups();
  test_extremes();
  test_plainly();
  return failures != 0;
}
