#include "augment.h"

#include "elementary.h"
#include "random4.h"

/*
 * Eight images are bent alike, side by side: a place holds their eight pixels,
 * from −MARGIN on across and down, in rows of PLACES places. The last place has
 * neighbours too: a black row and one more.
 */
enum { PLACES = 32, MARGIN = 2, EIGHT = NN_AUGMENT_MAX_GROUP };

/*
 * Fainter pixels are left black: the fringe that blending adds is a third of
 * MNIST's own pixels, which would only be more to train on.
 */
enum { FAINTEST = 16 };

/*
 * Where the new image's pixels come from is known at nodes, every fourth pixel
 * across and down, and linear between them: a group of four pixels goes from
 * a node to the next.
 */
enum { GROUPS = NN_SIDE / V4_LANES, NODES = GROUPS + 1 };

/* Old places of the nodes, by row and column, in pixels from −MARGIN. */
typedef struct {
  float x[NODES * NODES], y[NODES * NODES];
} way;

/* Eight numbers: of eight pixels in a row, or of one pixel in eight images. */
typedef uint16_t v8u __attribute__((vector_size(16)));
typedef int16_t v8i __attribute__((vector_size(16)));

/* A row of pixels. */
typedef union {
  v8u eight[PLACES / EIGHT];
  uint16_t one[PLACES];
} line;

typedef struct {
  float left, top, right, bottom;
} box;

/*
 * Puts an image into slot 0…7 of the indices, black before. Returns which
 * columns (0…31) and, 32 bits on, which rows have ink.
 */
static uint64_t put_image(uint8_t *old, nn_row image, int slot) {
  uint64_t ink = 0;
  uint8_t *corner = old + (MARGIN * PLACES + MARGIN) * EIGHT + slot;
  for (int i = 0; i < image.count; i++) {
    int p = image.indices[i], y = p / NN_SIDE;
    corner[(p + (PLACES - NN_SIDE) * y) * EIGHT] = image.values[i];
    ink |= (uint64_t)1 << (p - NN_SIDE * y);
  }
  if (image.count == 0) return 0;
  int top = image.indices[0] / NN_SIDE;
  int bottom = image.indices[image.count - 1] / NN_SIDE;
  return ink | (uint64_t)1 << (32 + top) | (uint64_t)1 << (32 + bottom);
}

/* The box beyond which all is black, a pixel wider; counted from −MARGIN. */
static box box_of(uint64_t ink) {
  uint32_t columns = (uint32_t)ink, rows = (uint32_t)(ink >> 32);
  return (box){.left = (float)(__builtin_ctz(columns) + MARGIN - 1),
               .top = (float)(__builtin_ctz(rows) + MARGIN - 1),
               .right = (float)(31 - __builtin_clz(columns) + MARGIN + 1),
               .bottom = (float)(31 - __builtin_clz(rows) + MARGIN + 1)};
}

/* ---- The affine way ---- */

/* A resize of at least a tenth, so that there is a way back. */
static float random_scale(nn_random *random, float half) {
  float scale = nn_random_between(random, 1.0f - half, 1.0f + half);
  return scale > 0.1f ? scale : 0.1f;
}

/* Within a turn each way, so that any number has a sine. */
static float random_angle(nn_random *random, float half) {
  float angle = nn_random_between(random, -half, half);
  if (!(angle > -6.3f)) return -6.3f;
  return angle < 6.3f ? angle : 6.3f;
}

/* nodes (8, 8): column · across + row · down, from the middle. */
static void set_nodes(float *nodes, float across, float down, float x,
                      float y) {
  const float centre = 14.0f; /* where MNIST's centre of mass is */
  const v4 steps = {0.0f, 4.0f, 8.0f, 12.0f}, half = v4_splat(16.0f);
  for (int row = 0; row < NODES; row++) {
    float begin = ((float)(row * V4_LANES) - centre - y) * down +
                  (centre + (float)MARGIN) - (centre + x) * across;
    v4 first = steps * across + begin;
    v4_store(nodes + row * NODES, first);
    v4_store(nodes + row * NODES + V4_LANES, first + half * across);
  }
}

/* Undoes, from the last to the first: resize, slant, turn, shift. */
static void set_affine(way *w, nn_random *random, const nn_augment *how) {
  float angle = random_angle(random, how->rotate);
  float wide = 1.0f / random_scale(random, how->scale);
  float high = 1.0f / random_scale(random, how->scale);
  float shear = nn_random_between(random, -how->shear, how->shear);
  float x = nn_random_between(random, -how->shift, how->shift);
  float y = nn_random_between(random, -how->shift, how->shift);
  float c = (float)nn_cos(angle), s = (float)nn_sin(angle);
  set_nodes(w->x, wide * (c + shear * s), wide * (s - shear * c), x, y);
  set_nodes(w->y, high * -s, high * c, x, y);
}

/* ---- The elastic field: a cubic B-spline over 7 × 7 random knots ---- */

enum { KNOTS = 7 };

/* What the first and the second of four knots count for, i sevenths on. */
#define FIRST(i) ((7 - (i)) * (7 - (i)) * (7 - (i)) / (6 * 343.0f))
#define SECOND(i) \
  ((3 * (i) * (i) * (i)-42 * (i) * (i) + 4 * 343) / (6 * 343.0f))

/*
 * What each knot (7) counts for at each node (8). Knots are seven pixels apart,
 * the second at node 0, which is like a Gaussian of four pixels.
 */
/* clang-format off */
static const float shares[KNOTS * NODES] = {
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
      v4 share = v4_splat(left[k * column]);
      low += share * v4_load(right + k * NODES);
      high += share * v4_load(right + k * NODES + V4_LANES);
    }
    v4_store(sums, low);
    v4_store(sums + V4_LANES, high);
  }
}

/* Adds moves of root mean square `size` to nodes (8, 8). */
static void crumple(float *nodes, nn_random4 random, uint32_t k, float size) {
  float knots[KNOTS * NODES], down[NODES * NODES] = {0};
  /* Knots in ±1 have 1/√3, of which 0.449 is left between the nodes. */
  const v4 scale = v4_splat(size * 2 * 1.7320508f / 0.44879697f);
  for (int i = 0; i < KNOTS * NODES; i += V4_LANES) {
    v4 u = nn_random4_uniform(random, k + (uint32_t)i);
    v4_store(knots + i, (u - v4_splat(0.5f)) * scale);
  }
  add_product(down, shares, 1, NODES, knots);
  add_product(nodes, down, NODES, 1, shares);
}

/* ---- Looking up ---- */

/*
 * For each row of nodes, a bit for each group below it that may meet the box:
 * not all four of its corners are beyond the same side.
 */
static void find_groups(uint32_t *groups, const way *w, box b) {
  int32_t sides[NODES * NODES];
  for (int i = 0; i < NODES * NODES; i += V4_LANES) {
    v4 x = v4_load(w->x + i), y = v4_load(w->y + i);
    v4i beyond = ((x < b.left) & 1) | ((x > b.right) & 2) | ((y < b.top) & 4) |
                 ((y > b.bottom) & 8);
    memcpy(sides + i, &beyond, sizeof beyond);
  }
  for (int row = 0; row < GROUPS; row++) {
    groups[row] = 0;
    for (int g = 0; g < GROUPS; g++) {
      const int32_t *corner = sides + row * NODES + g;
      int32_t beyond =
          corner[0] & corner[1] & corner[NODES] & corner[NODES + 1];
      groups[row] |= (uint32_t)(beyond == 0) << g;
    }
  }
}

/* Four times the same number in each half. */
static v8u two_by_four(int a, int b) {
  typedef uint64_t v2 __attribute__((vector_size(16)));
  const uint64_t four = 0x0001000100010001u;
  return (v8u)(v2){(uint16_t)a * four, (uint16_t)b * four};
}

/* A row of nodes (8) becomes a row of pixels. */
static void fill_line(line *to, const float *nodes) {
  /* To 256ths, rounded, by the 1.5·2²³ trick; what is far off stays so. */
  const v4 magic = v4_splat(49152.0f);
  int32_t at[NODES + 2];
  for (int g = 0; g < NODES; g += V4_LANES) {
    v4 x =
        v4_min(v4_max(v4_load(nodes + g), v4_splat(-30.0f)), v4_splat(62.0f));
    v4i fixed = (v4i)(x + magic) - (v4i)magic;
    memcpy(at + g, &fixed, sizeof fixed);
  }
  at[NODES] = at[NODES + 1] = at[NODES - 1];
  const v8u steps = {0, 1, 2, 3, 0, 1, 2, 3};
  for (int i = 0; i < PLACES / EIGHT; i++) {
    const int32_t *p = at + 2 * i;
    to->eight[i] = two_by_four(p[0], p[1]) +
                   two_by_four((p[1] - p[0]) >> 2, (p[2] - p[1]) >> 2) * steps;
  }
}

/* Of each pixel of a row: its old place, and what the four around count for. */
typedef struct {
  line place, shares[4]; /* (x, y), (x+1, y), (x, y+1), (x+1, y+1), in 256ths */
} blending;

/* From places across and down; what lies outside is looked for at place 0. */
static void find_places(blending *to, const line *x, const line *y) {
  for (int i = 0; i < PLACES / EIGHT; i++) {
    v8u column = x->eight[i], row = y->eight[i];
    v8u inside = (v8u)(((column | row) & 0xe000) == 0);
    to->place.eight[i] = ((row >> 8 << 5) | column >> 8) & inside;
    column &= 255;
    row &= 255;
    v8u both = (column * row + 128) >> 8;
    to->shares[0].eight[i] = 256 - column - row + both;
    to->shares[1].eight[i] = column - both;
    to->shares[2].eight[i] = row - both;
    to->shares[3].eight[i] = both;
  }
}

/* Eight images' pixels at a place. */
static v8u eight_at(const uint8_t *place) {
  typedef uint8_t v8b __attribute__((vector_size(8)));
  v8b bytes;
  memcpy(&bytes, place, sizeof bytes);
  return __builtin_convertvector(bytes, v8u);
}

/* Eight images' pixel x of a row. */
static v8u blend(const uint8_t *old, const blending *b, int x) {
  const uint8_t *place = old + b->place.one[x] * EIGHT;
  v8u sum = eight_at(place) * b->shares[0].one[x] +
            eight_at(place + EIGHT) * b->shares[1].one[x];
  place += PLACES * EIGHT;
  sum += eight_at(place) * b->shares[2].one[x] +
         eight_at(place + EIGHT) * b->shares[3].one[x] + 128;
  v8u pixel = sum >> 8;
  return pixel & (v8u)(pixel >= FAINTEST);
}

/* Groups of four pixels as bytes of a number, the first lowest. */
typedef struct {
  int count;
  uint16_t places[GROUPS * NN_SIDE];        /* of the first pixel */
  uint32_t pixels[GROUPS * NN_SIDE][EIGHT]; /* of images 0 2 4 6 1 3 5 7 */
} groups_made;

/* Adds those of a row's groups that `which` has a bit for. */
static void bend_row(groups_made *to, const uint8_t *old, const line *x,
                     const line *y, int first, uint32_t which) {
  blending b;
  find_places(&b, x, y);
  for (; which != 0; which &= which - 1, to->count++) {
    int i = __builtin_ctz(which) * V4_LANES;
    v4u low = (v4u)(blend(old, &b, i) | blend(old, &b, i + 1) << 8);
    v4u high = (v4u)(blend(old, &b, i + 2) | blend(old, &b, i + 3) << 8);
    v4u even = (low & 0xffff) | high << 16;
    v4u odd = low >> 16 | (high & 0xffff0000u);
    memcpy(to->pixels[to->count], &even, sizeof even);
    memcpy(to->pixels[to->count] + V4_LANES, &odd, sizeof odd);
    to->places[to->count] = (uint16_t)(first + i);
  }
}

/* A quarter of the way from one row of nodes to the next. */
static void quarter(line *step, const line *from, const line *to) {
  for (int i = 0; i < PLACES / EIGHT; i++) {
    step->eight[i] = (v8u)((v8i)(to->eight[i] - from->eight[i]) >> 2);
  }
}

static void advance(line *at, const line *step) {
  for (int i = 0; i < PLACES / EIGHT; i++) at->eight[i] += step->eight[i];
}

static void bend(groups_made *to, const uint8_t *old, const way *w, box b) {
  uint32_t which[GROUPS];
  line x, y, step_x, step_y, next_x, next_y;
  find_groups(which, w, b);
  fill_line(&next_x, w->x);
  fill_line(&next_y, w->y);
  to->count = 0;
  for (int node = 0; node < GROUPS; node++) {
    x = next_x;
    y = next_y;
    fill_line(&next_x, w->x + (node + 1) * NODES);
    fill_line(&next_y, w->y + (node + 1) * NODES);
    quarter(&step_x, &x, &next_x);
    quarter(&step_y, &y, &next_y);
    for (int i = 0; i < V4_LANES && which[node] != 0; i++) {
      int first = (node * V4_LANES + i) * NN_SIDE;
      bend_row(to, old, &x, &y, first, which[node]);
      advance(&x, &step_x);
      advance(&y, &step_y);
    }
  }
}

/* The groups in which an image is not all black; returns how many. */
static int find_inked(uint16_t *inked, const groups_made *from, int slot) {
  int count = 0;
  for (int i = 0; i < from->count; i++) {
    inked[count] = (uint16_t)i;
    count += from->pixels[i][slot] != 0;
  }
  return count;
}

/* One of the eight images as a sparse row. */
static nn_row take_image(uint16_t *indices, uint8_t *values,
                         const groups_made *from, int image) {
  const int slot = image % 2 * V4_LANES + image / 2;
  uint16_t inked[GROUPS * NN_SIDE];
  const int groups = find_inked(inked, from, slot);
  int count = 0;
  for (int g = 0; g < groups; g++) {
    const int first = from->places[inked[g]];
    uint32_t pixels = from->pixels[inked[g]][slot];
    for (int k = 0; k < V4_LANES; k++, pixels >>= 8) {
      indices[count] = (uint16_t)(first + k);
      values[count] = (uint8_t)pixels;
      count += (uint8_t)pixels != 0;
    }
  }
  return (nn_row){indices, values, count};
}

/* Bends up to eight images alike. */
static void bend_eight(nn_row *rows, uint16_t *indices, uint8_t *values,
                       int count, const nn_augment *how, uint64_t seed,
                       uint64_t index) {
  uint8_t old[(PLACES + 2) * PLACES * EIGHT] = {0};
  uint64_t ink = 0;
  for (int i = 0; i < count; i++) ink |= put_image(old, rows[i], i);

  way w;
  groups_made made;
  made.count = 0;
  nn_random random = nn_random_seeded(seed, index);
  set_affine(&w, &random, how);
  if (how->elastic != 0.0f) {
    nn_random4 moves = nn_random4_of(random);
    crumple(w.x, moves, 0, how->elastic);
    crumple(w.y, moves, KNOTS * NODES, how->elastic);
  }
  if (ink != 0) bend(&made, old, &w, box_of(ink));
  for (int i = 0; i < count; i++) {
    rows[i] =
        take_image(indices + i * NN_PIXELS, values + i * NN_PIXELS, &made, i);
  }
}

int nn_augment_group(int batch_size) {
  const int group = batch_size / 4;
  if (group < 1) return 1;
  return group < NN_AUGMENT_MAX_GROUP ? group : NN_AUGMENT_MAX_GROUP;
}

void nn_augment_rows(nn_row *rows, uint16_t *indices, uint8_t *values,
                     int count, int group, const nn_augment *how, uint64_t seed,
                     uint64_t index) {
  for (int i = 0; i < count; i += group, index++) {
    int some = count - i < group ? count - i : group;
    bend_eight(rows + i, indices + i * NN_PIXELS, values + i * NN_PIXELS, some,
               how, seed, index);
  }
}

nn_row nn_augmented(uint16_t *indices, uint8_t *values, nn_row image,
                    const nn_augment *how, uint64_t seed, uint64_t index) {
  nn_augment_rows(&image, indices, values, 1, 1, how, seed, index);
  return image;
}
