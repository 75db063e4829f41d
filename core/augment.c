#include "augment.h"

#include <assert.h>

#include "random4.h"
#include "warp.h"

#define INLINE static inline __attribute__((always_inline))

/*
 * Eight images share a distortion and are sampled side by side. Their source
 * is padded (34, 32, 8): by row, column and image, rows and columns counted
 * from −MARGIN. The two rows more than PADDED are black: bilinear sampling at
 * the last pixel reads its neighbours. A place is a row and a column of it.
 */
enum {
  PADDED = 32,
  MARGIN = NN_WARP_MARGIN,
  LANES = NN_AUGMENT_MAX_GROUP,
  PLACES = (PADDED + 2) * PADDED
};

/*
 * Fainter pixels become black. Bilinear sampling adds a fringe of them, a
 * third of MNIST's own count, which would only make training slower.
 */
enum { MIN_VALUE = 16 };

/*
 * A group of four pixels goes from a node of the warp to the next. Eight
 * pixels are computed at once, so a row of them has room for PADDED.
 */
enum {
  NODES = NN_WARP_NODES,
  GROUPS = NN_SIDE / V4_LANES, /* in a row */
  MOST = GROUPS * NN_SIDE,
  ROOM = NN_SIDE * PADDED,
  WORD = 32 /* bits */
};

/* Eight numbers: of eight pixels in a row, or of one pixel in eight images. */
typedef uint16_t v8u __attribute__((vector_size(16)));
typedef int16_t v8i __attribute__((vector_size(16)));
typedef uint8_t v16b __attribute__((vector_size(16)));

/* A number for each pixel of a row. */
typedef struct {
  v8u vectors[PADDED / LANES];
} pixel_row;

/* What each pixel of the new images is sampled from, by row. */
typedef struct {
  uint16_t places[ROOM]; /* of (x, y) in the source, whose weight is first */
  uint16_t weights[4][ROOM]; /* 256ths: (x, y) (x+1, y) (x, y+1) (x+1, y+1) */
} sampling;

/* A group of images 0 2 4 6 1 3 5 7. */
typedef struct {
  uint32_t pixels[LANES]; /* the first is the lowest byte */
  uint32_t sets[LANES];   /* a bit for each not black, the first the lowest */
} pixel_group;

/* Eight images, and what is sampled from them. */
typedef struct {
  uint8_t source[PLACES * LANES];
  uint8_t inked[PLACES];   /* whether an image has ink there */
  uint8_t reached[PLACES]; /* or beside, or below: 0 samples black */
  sampling from;
  int count;             /* of the groups that may have ink */
  uint16_t starts[MOST]; /* their first pixels, in `from` */
  uint16_t firsts[MOST]; /* and of the 784 */
  pixel_group groups[MOST];
  uint32_t inked_groups[MOST / WORD + 2][LANES]; /* a bit for each */
} batch;

/* How a group closes up when its black pixels are left out. */
typedef struct {
  uint64_t indices; /* four numbers of 16 bits, from the first pixel's */
  int count, shift; /* pixels left; bits before the first of them */
  int has_hole;     /* black between two of them */
} closing;

/* What is the same for all. */
typedef struct {
  uint16_t places[NN_PIXELS];      /* where the source has each pixel */
  closing closings[1 << V4_LANES]; /* by the set of pixels that are left */
} tables;

static closing closing_of(unsigned set) {
  closing c = {0};
  for (int k = 0; k < V4_LANES; k++) {
    if (set >> k & 1) c.indices |= (uint64_t)k << 16 * c.count++;
  }
  const int black = set ? __builtin_ctz(set) : 0;
  const unsigned rest = set >> black;
  c.shift = 8 * black;
  c.has_hole = (rest & (rest + 1)) != 0;
  return c;
}

static void set_tables(tables *to) {
  int p = 0;
  for (int y = MARGIN; y < MARGIN + NN_SIDE; y++) {
    for (int x = MARGIN; x < MARGIN + NN_SIDE; x++) {
      to->places[p++] = (uint16_t)(y * PADDED + x);
    }
  }
  for (unsigned set = 0; set < 1 << V4_LANES; set++) {
    to->closings[set] = closing_of(set);
  }
}

/* Writes an image into lane 0…7 of the source, which is black there. */
static void interleave_image(batch *to, nn_row image, int lane,
                             const uint16_t *places) {
  uint8_t *source = to->source + lane;
  for (int i = 0; i < image.count; i++) {
    const int place = places[image.indices[i]];
    source[place * LANES] = image.values[i];
    to->inked[place] = 1;
  }
}

/* From what is inked, what is reached. */
static void find_reached(batch *b) {
  for (int i = 0; i < PLACES - PADDED - 16; i += 16) {
    v16b here, right, below, both;
    memcpy(&here, b->inked + i, sizeof here);
    memcpy(&right, b->inked + i + 1, sizeof right);
    memcpy(&below, b->inked + i + PADDED, sizeof below);
    memcpy(&both, b->inked + i + PADDED + 1, sizeof both);
    here |= right | below | both;
    memcpy(b->reached + i, &here, sizeof here);
  }
}

INLINE void store_eight(uint16_t *to, v8u values) {
  memcpy(to, &values, sizeof values);
}

/* Four times a, then four times b. */
static v8u splat_pair(int a, int b) {
  typedef uint64_t v2 __attribute__((vector_size(16)));
  const uint64_t four = 0x0001000100010001u;
  return (v8u)(v2){(uint16_t)a * four, (uint16_t)b * four};
}

/*
 * Interpolates coordinates at a row of nodes (8) for each pixel of the row, in
 * 256ths of a pixel. Coordinates far outside are clamped, and stay outside.
 */
static void interpolate_row(pixel_row *to, const float *nodes) {
  /* Adding 1.5·2²³ / 256 rounds to 256ths, in the low bits of the mantissa. */
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
  for (int i = 0; i < PADDED / LANES; i++) {
    const int32_t *p = at + 2 * i;
    to->vectors[i] = splat_pair(p[0], p[1]) +
                     splat_pair((p[1] - p[0]) >> 2, (p[2] - p[1]) >> 2) * steps;
  }
}

/*
 * Of the row of pixels that begins at `start`, from source coordinates in
 * 256ths. Those outside of the padded source are sampled at place 0, which is
 * black.
 */
static void find_sources(sampling *to, int start, const pixel_row *x,
                         const pixel_row *y) {
  for (int i = 0; i < PADDED / LANES; i++) {
    const int at = start + i * LANES;
    v8u column = x->vectors[i], row = y->vectors[i];
    v8u inside = (v8u)(((column | row) & 0xe000) == 0);
    store_eight(to->places + at, ((row >> 8 << 5) | column >> 8) & inside);
    column &= 255;
    row &= 255;
    v8u both = (column * row + 128) >> 8;
    store_eight(to->weights[0] + at, 256 - column - row + both);
    store_eight(to->weights[1] + at, column - both);
    store_eight(to->weights[2] + at, row - both);
    store_eight(to->weights[3] + at, both);
  }
}

/* One pixel of all eight images. */
INLINE v8u load_lanes(const uint8_t *pixel) {
  typedef uint8_t v8b __attribute__((vector_size(8)));
  v8b bytes;
  memcpy(&bytes, pixel, sizeof bytes);
  return __builtin_convertvector(bytes, v8u);
}

/* A pixel of all eight images; `at` is its place, the weights ROOM apart. */
INLINE v8u sample(const uint8_t *source, const uint16_t *at) {
  const uint8_t *pixel = source + at[0] * LANES;
  v8u sum =
      load_lanes(pixel) * at[ROOM] + load_lanes(pixel + LANES) * at[2 * ROOM];
  pixel += PADDED * LANES;
  sum += load_lanes(pixel) * at[3 * ROOM] +
         load_lanes(pixel + LANES) * at[4 * ROOM] + 128;
  return sum >> 8;
}

/* Finds the groups one of whose pixels may have ink. */
static void find_groups(batch *b) {
  int count = 0;
  for (int row = 0; row < NN_SIDE; row++) {
    for (int i = 0; i < GROUPS; i++) {
      const int at = row * PADDED + i * V4_LANES;
      const uint16_t *places = b->from.places + at;
      b->starts[count] = (uint16_t)at;
      b->firsts[count] = (uint16_t)(row * NN_SIDE + i * V4_LANES);
      count += (b->reached[places[0]] | b->reached[places[1]] |
                b->reached[places[2]] | b->reached[places[3]]) != 0;
    }
  }
  b->count = count;
}

/* What is fainter than MIN_VALUE is black. */
INLINE v16b cut(v4u pixels) {
  return (v16b)pixels & (v16b)((v16b)pixels >= MIN_VALUE);
}

/* Which of the bytes of four numbers are not zero. */
INLINE v4u sets_of(v4u pixels) {
  const v16b bits = {1, 2, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8, 1, 2, 4, 8};
  v4u set = (v4u)((v16b)((v16b)pixels != 0) & bits);
  return set * 0x01010101u >> 24;
}

/* Samples a word of groups, from `first` on. */
static void sample_groups(batch *b, int first) {
  const int end = b->count - first < WORD ? b->count : first + WORD;
  v4u inked_even = {0}, inked_odd = {0}, bit = {1, 1, 1, 1};
  for (int n = first; n < end; n++, bit <<= 1) {
    const uint16_t *at = b->from.places + b->starts[n];
    v8u sampled[V4_LANES];
    for (int k = 0; k < V4_LANES; k++) sampled[k] = sample(b->source, at + k);
    v4u low = (v4u)(sampled[0] | sampled[1] << 8);
    v4u high = (v4u)(sampled[2] | sampled[3] << 8);
    v4u even = (v4u)cut((low & 0xffff) | high << 16);
    v4u odd = (v4u)cut(low >> 16 | (high & 0xffff0000u));
    v4u all[4] = {even, odd, sets_of(even), sets_of(odd)};
    memcpy(&b->groups[n], all, sizeof all);
    inked_even |= (v4u)(even != 0) & bit;
    inked_odd |= (v4u)(odd != 0) & bit;
  }
  memcpy(b->inked_groups[first / WORD], &inked_even, sizeof inked_even);
  memcpy(b->inked_groups[first / WORD] + V4_LANES, &inked_odd,
         sizeof inked_odd);
}

/* A quarter of the difference between two rows of nodes. */
static void quarter(pixel_row *step, const pixel_row *from,
                    const pixel_row *to) {
  for (int i = 0; i < PADDED / LANES; i++) {
    step->vectors[i] = (v8u)((v8i)(to->vectors[i] - from->vectors[i]) >> 2);
  }
}

static void advance(pixel_row *at, const pixel_row *step) {
  for (int i = 0; i < PADDED / LANES; i++) at->vectors[i] += step->vectors[i];
}

static void find_sampling(sampling *to, const nn_warp *w) {
  pixel_row x, y, step_x, step_y, next_x, next_y;
  interpolate_row(&next_x, w->x);
  interpolate_row(&next_y, w->y);
  for (int node = 0; node < GROUPS; node++) {
    x = next_x;
    y = next_y;
    interpolate_row(&next_x, w->x + (node + 1) * NODES);
    interpolate_row(&next_y, w->y + (node + 1) * NODES);
    quarter(&step_x, &x, &next_x);
    quarter(&step_y, &y, &next_y);
    for (int i = 0; i < V4_LANES; i++) {
      find_sources(to, (node * V4_LANES + i) * PADDED, &x, &y);
      advance(&x, &step_x);
      advance(&y, &step_y);
    }
  }
}

/* The bytes that are not zero, close together. */
INLINE uint32_t without_holes(uint32_t pixels) {
  uint32_t closed = 0;
  for (int at = 0; pixels != 0; pixels >>= 8) {
    if ((pixels & 255) == 0) continue;
    closed |= (pixels & 255) << at;
    at += 8;
  }
  return closed;
}

/*
 * One of the eight images as a sparse row. Four pixels are written at a time;
 * what is too many of them is overwritten by the next.
 */
static nn_row extract_image(uint16_t *indices, uint8_t *values, const batch *b,
                            int image, const closing *closings) {
  const int lane = image % 2 * V4_LANES + image / 2;
  int count = 0;
  for (int word = 0; word * WORD < b->count; word += 2) {
    uint64_t left = b->inked_groups[word][lane] |
                    (uint64_t)b->inked_groups[word + 1][lane] << WORD;
    for (; left != 0; left &= left - 1) {
      const int n = word * WORD + __builtin_ctzll(left);
      const closing *c = &closings[b->groups[n].sets[lane]];
      const uint64_t at = c->indices + b->firsts[n] * 0x0001000100010001u;
      uint32_t pixels = b->groups[n].pixels[lane] >> c->shift;
      if (c->has_hole) pixels = without_holes(pixels);
      memcpy(indices + count, &at, sizeof at);
      memcpy(values + count, &pixels, sizeof pixels);
      count += c->count;
    }
  }
  return (nn_row){indices, values, count};
}

/* Distorts up to eight images alike. */
static void distort_images(nn_row *rows, uint16_t *indices, uint8_t *values,
                           int count, const tables *t, const nn_warp *w) {
  batch b;
  memset(b.source, 0, sizeof b.source);
  memset(b.inked, 0, sizeof b.inked);
  memset(b.reached, 0, sizeof b.reached);
  memset(b.inked_groups, 0, sizeof b.inked_groups);
  for (int i = 0; i < count; i++) interleave_image(&b, rows[i], i, t->places);
  find_reached(&b);
  find_sampling(&b.from, w);
  find_groups(&b);
  for (int n = 0; n < b.count; n += WORD) sample_groups(&b, n);
  for (int i = 0; i < count; i++) {
    rows[i] = extract_image(indices + i * NN_PIXELS, values + i * NN_PIXELS, &b,
                            i, t->closings);
  }
}

int nn_augment_group(int batch_size) {
  assert(batch_size >= 1);
  const int group = batch_size / 4;
  if (group < 1) return 1;
  return group < NN_AUGMENT_MAX_GROUP ? group : NN_AUGMENT_MAX_GROUP;
}

void nn_augment_rows(nn_row *rows, uint16_t *indices, uint8_t *values,
                     int count, int group, const nn_augment *options,
                     uint64_t seed, uint64_t index) {
  assert(count >= 0 && group >= 1 && group <= NN_AUGMENT_MAX_GROUP && options);
  assert(count == 0 || (rows && indices && values));
  tables t;
  nn_warp w;
  set_tables(&t);
  for (int i = 0; i < count; i += group, index++) {
    int size = count - i < group ? count - i : group;
    nn_warp_random(&w, options, seed, index);
    distort_images(rows + i, indices + i * NN_PIXELS, values + i * NN_PIXELS,
                   size, &t, &w);
  }
}
