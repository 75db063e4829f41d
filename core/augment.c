#include "augment.h"

#include <assert.h>

#include "random4.h"
#include "warp.h"

/*
 * Eight images share a distortion and are sampled side by side. Their source
 * is padded (34, 32, 8): by row, column and image, rows and columns counted
 * from −MARGIN. The two rows more than PADDED are black: bilinear sampling at
 * the last pixel reads its neighbours.
 */
enum { PADDED = 32, MARGIN = NN_WARP_MARGIN, LANES = NN_AUGMENT_MAX_GROUP };

/*
 * Fainter pixels become black. Bilinear sampling adds a fringe of them, a
 * third of MNIST's own count, which would only make training slower.
 */
enum { MIN_VALUE = 16 };

/* A group of four pixels goes from a node of the warp to the next. */
enum { GROUPS = NN_SIDE / V4_LANES, NODES = NN_WARP_NODES };

/* Eight numbers: of eight pixels in a row, or of one pixel in eight images. */
typedef uint16_t v8u __attribute__((vector_size(16)));
typedef int16_t v8i __attribute__((vector_size(16)));

/* A number for each pixel of a row. */
typedef union {
  v8u vectors[PADDED / LANES];
  uint16_t values[PADDED];
} pixel_row;

/* A rectangle, in pixels from −MARGIN. */
typedef struct {
  float left, top, right, bottom;
} bounds;

/*
 * Writes an image into lane 0…7 of the padded source, which is black there.
 * Returns a mask of ink: bits 0…31 its columns, bits 32…63 the first and the
 * last of its rows.
 */
static uint64_t interleave_image(uint8_t *source, nn_row image, int lane) {
  uint64_t ink = 0;
  uint8_t *corner = source + (MARGIN * PADDED + MARGIN) * LANES + lane;
  for (int i = 0; i < image.count; i++) {
    int p = image.indices[i], y = p / NN_SIDE;
    corner[(p + (PADDED - NN_SIDE) * y) * LANES] = image.values[i];
    ink |= (uint64_t)1 << (p - NN_SIDE * y);
  }
  if (image.count == 0) return 0;
  int top = image.indices[0] / NN_SIDE;
  int bottom = image.indices[image.count - 1] / NN_SIDE;
  return ink | (uint64_t)1 << (32 + top) | (uint64_t)1 << (32 + bottom);
}

/* The bounds beyond which all is black, a pixel wider than the ink. */
static bounds bounds_of(uint64_t ink) {
  uint32_t columns = (uint32_t)ink, rows = (uint32_t)(ink >> 32);
  return (bounds){.left = (float)(__builtin_ctz(columns) + MARGIN - 1),
                  .top = (float)(__builtin_ctz(rows) + MARGIN - 1),
                  .right = (float)(31 - __builtin_clz(columns) + MARGIN + 1),
                  .bottom = (float)(31 - __builtin_clz(rows) + MARGIN + 1)};
}

/*
 * For each row of nodes, a bit for each group of pixels below it whose source
 * may have ink: not all four of its corners are beyond the same side of the
 * bounds.
 */
static void find_groups(uint32_t *groups, const nn_warp *w, bounds b) {
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

/* Bilinear sampling of each pixel of a row. */
typedef struct {
  pixel_row source;     /* index of (x, y) in the padded source */
  pixel_row weights[4]; /* 256ths: (x, y), (x+1, y), (x, y+1), (x+1, y+1) */
} sampling;

/*
 * From source coordinates in 256ths. Those outside of the padded source are
 * sampled at index 0, which is black.
 */
static void find_sources(sampling *to, const pixel_row *x, const pixel_row *y) {
  for (int i = 0; i < PADDED / LANES; i++) {
    v8u column = x->vectors[i], row = y->vectors[i];
    v8u inside = (v8u)(((column | row) & 0xe000) == 0);
    to->source.vectors[i] = ((row >> 8 << 5) | column >> 8) & inside;
    column &= 255;
    row &= 255;
    v8u both = (column * row + 128) >> 8;
    to->weights[0].vectors[i] = 256 - column - row + both;
    to->weights[1].vectors[i] = column - both;
    to->weights[2].vectors[i] = row - both;
    to->weights[3].vectors[i] = both;
  }
}

/* One pixel of all eight images. */
static v8u load_lanes(const uint8_t *pixel) {
  typedef uint8_t v8b __attribute__((vector_size(8)));
  v8b bytes;
  memcpy(&bytes, pixel, sizeof bytes);
  return __builtin_convertvector(bytes, v8u);
}

/* Pixel x of a row, of all eight images. */
static v8u sample(const uint8_t *source, const sampling *b, int x) {
  const uint8_t *pixel = source + b->source.values[x] * LANES;
  v8u sum = load_lanes(pixel) * b->weights[0].values[x] +
            load_lanes(pixel + LANES) * b->weights[1].values[x];
  pixel += PADDED * LANES;
  sum += load_lanes(pixel) * b->weights[2].values[x] +
         load_lanes(pixel + LANES) * b->weights[3].values[x] + 128;
  v8u value = sum >> 8;
  return value & (v8u)(value >= MIN_VALUE);
}

/* Groups of four pixels as the bytes of a number, the first pixel lowest. */
typedef struct {
  int count;
  uint16_t indices[GROUPS * NN_SIDE];       /* of a group's first pixel */
  uint32_t pixels[GROUPS * NN_SIDE][LANES]; /* of images 0 2 4 6 1 3 5 7 */
} pixel_groups;

/* Adds those groups of the row from pixel `first` on that `which` names. */
static void warp_row(pixel_groups *to, const uint8_t *source,
                     const pixel_row *x, const pixel_row *y, int first,
                     uint32_t which) {
  sampling b;
  find_sources(&b, x, y);
  for (; which != 0; which &= which - 1, to->count++) {
    int i = __builtin_ctz(which) * V4_LANES;
    v4u low = (v4u)(sample(source, &b, i) | sample(source, &b, i + 1) << 8);
    v4u high =
        (v4u)(sample(source, &b, i + 2) | sample(source, &b, i + 3) << 8);
    v4u even = (low & 0xffff) | high << 16;
    v4u odd = low >> 16 | (high & 0xffff0000u);
    memcpy(to->pixels[to->count], &even, sizeof even);
    memcpy(to->pixels[to->count] + V4_LANES, &odd, sizeof odd);
    to->indices[to->count] = (uint16_t)(first + i);
  }
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

/* All groups of the warped images that may have ink. */
static void warp_images(pixel_groups *to, const uint8_t *source,
                        const nn_warp *w, bounds b) {
  uint32_t which[GROUPS];
  pixel_row x, y, step_x, step_y, next_x, next_y;
  find_groups(which, w, b);
  interpolate_row(&next_x, w->x);
  interpolate_row(&next_y, w->y);
  to->count = 0;
  for (int node = 0; node < GROUPS; node++) {
    x = next_x;
    y = next_y;
    interpolate_row(&next_x, w->x + (node + 1) * NODES);
    interpolate_row(&next_y, w->y + (node + 1) * NODES);
    quarter(&step_x, &x, &next_x);
    quarter(&step_y, &y, &next_y);
    for (int i = 0; i < V4_LANES && which[node] != 0; i++) {
      int first = (node * V4_LANES + i) * NN_SIDE;
      warp_row(to, source, &x, &y, first, which[node]);
      advance(&x, &step_x);
      advance(&y, &step_y);
    }
  }
}

/* The groups in which an image has ink; returns how many. */
static int find_inked(uint16_t *inked, const pixel_groups *from, int lane) {
  int count = 0;
  for (int i = 0; i < from->count; i++) {
    inked[count] = (uint16_t)i;
    count += from->pixels[i][lane] != 0;
  }
  return count;
}

/* One of the eight images as a sparse row. */
static nn_row extract_image(uint16_t *indices, uint8_t *values,
                            const pixel_groups *from, int image) {
  const int lane = image % 2 * V4_LANES + image / 2;
  uint16_t inked[GROUPS * NN_SIDE];
  const int groups = find_inked(inked, from, lane);
  int count = 0;
  for (int g = 0; g < groups; g++) {
    const int first = from->indices[inked[g]];
    uint32_t pixels = from->pixels[inked[g]][lane];
    for (int k = 0; k < V4_LANES; k++, pixels >>= 8) {
      indices[count] = (uint16_t)(first + k);
      values[count] = (uint8_t)pixels;
      count += (uint8_t)pixels != 0;
    }
  }
  return (nn_row){indices, values, count};
}

/* Distorts up to eight images alike. */
static void distort_group(nn_row *rows, uint16_t *indices, uint8_t *values,
                          int count, const nn_augment *options, uint64_t seed,
                          uint64_t index) {
  uint8_t source[(PADDED + 2) * PADDED * LANES] = {0};
  uint64_t ink = 0;
  for (int i = 0; i < count; i++) ink |= interleave_image(source, rows[i], i);

  nn_warp w;
  pixel_groups groups;
  groups.count = 0;
  nn_warp_random(&w, options, seed, index);
  if (ink != 0) warp_images(&groups, source, &w, bounds_of(ink));
  for (int i = 0; i < count; i++) {
    rows[i] = extract_image(indices + i * NN_PIXELS, values + i * NN_PIXELS,
                            &groups, i);
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
  for (int i = 0; i < count; i += group, index++) {
    int size = count - i < group ? count - i : group;
    distort_group(rows + i, indices + i * NN_PIXELS, values + i * NN_PIXELS,
                  size, options, seed, index);
  }
}
