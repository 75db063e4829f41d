/*
 * libFuzzer over drawings: whatever the strokes and the pen, nn_ink gives
 * pixels of 0…1; with its own pen black only where no point is finite, and the
 * same bits for the same drawing twice as large.
 *
 * An input is a byte of flags, the pen (3 bytes) if it has one of its own, then
 * strokes: a signed byte, how many points, then the points, each two floats or
 * two signed bytes. The last stroke ends where the input ends.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/ink.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { HAS_FLOATS = 1, HAS_PEN = 2 };

typedef struct {
  const uint8_t *bytes;
  size_t left;
} reader;

/* Allocations of their own size, so that one element too far is seen. */
typedef struct {
  float *points;
  int *lengths;
  int point_count, stroke_count;
} drawing;

static void demand(int holds) {
  if (!holds) abort();
}

static void *owned(const void *elements, size_t size) {
  void *copy = malloc(size + (size == 0));
  demand(copy != NULL);
  if (size > 0) memcpy(copy, elements, size);
  return copy;
}

static uint8_t next_byte(reader *from) {
  if (from->left == 0) return 0;
  from->left--;
  return *from->bytes++;
}

static float next_coordinate(reader *from, int flags) {
  if (!(flags & HAS_FLOATS)) return (float)(int8_t)next_byte(from);
  uint8_t bytes[4];
  float x;
  for (int i = 0; i < 4; i++) bytes[i] = next_byte(from);
  memcpy(&x, bytes, sizeof x);
  return x;
}

static drawing next_drawing(reader *from, int flags) {
  float points[4096];
  int lengths[2048];
  const size_t each = flags & HAS_FLOATS ? 8 : 2;
  drawing d = {.point_count = 0};
  while (from->left > 0 && d.stroke_count < 2048) {
    const int byte = next_byte(from);
    int length = byte < 128 ? byte : byte - 256;
    const int most = (int)(from->left / each), room = 2048 - d.point_count;
    if (length > most) length = most;
    if (length > room) length = room;
    lengths[d.stroke_count++] = length;
    for (int i = 0; i < length; i++, d.point_count++) {
      points[2 * d.point_count] = next_coordinate(from, flags);
      points[2 * d.point_count + 1] = next_coordinate(from, flags);
    }
  }
  d.points = owned(points, (size_t)d.point_count * 2 * sizeof *points);
  d.lengths = owned(lengths, (size_t)d.stroke_count * sizeof *lengths);
  return d;
}

static void demand_pixels(const float *pixels) {
  for (int i = 0; i < NN_INK_PIXELS; i++) {
    demand(pixels[i] >= 0 && pixels[i] <= 1);
  }
}

static int has_point(const drawing *d) {
  for (int i = 0; i < d->point_count; i++) {
    if (isfinite(d->points[2 * i]) && isfinite(d->points[2 * i + 1])) return 1;
  }
  return 0;
}

/* 0, and nothing changed for good, where a coordinate would be infinite. */
static int twice_as_large(const drawing *d) {
  for (int i = 0; i < 2 * d->point_count; i++) {
    if (isfinite(d->points[i]) && isinf(d->points[i] * 2)) return 0;
  }
  for (int i = 0; i < 2 * d->point_count; i++) d->points[i] *= 2;
  return 1;
}

static void draw(const drawing *d) {
  float pixels[NN_INK_PIXELS], again[NN_INK_PIXELS], most = 0;
  nn_ink(pixels, d->points, d->lengths, d->stroke_count);
  demand_pixels(pixels);
  for (int i = 0; i < NN_INK_PIXELS; i++) {
    most = pixels[i] > most ? pixels[i] : most;
  }
  demand((most > 0) == has_point(d));
  if (!twice_as_large(d)) return;
  nn_ink(again, d->points, d->lengths, d->stroke_count);
  demand(memcmp(pixels, again, sizeof pixels) == 0);
}

/* A diameter of more than 0 and less than 20, offsets of −16…16 pixels. */
static void draw_with_pen(const drawing *d, const uint8_t *of) {
  float pixels[NN_INK_PIXELS];
  const nn_ink_pen pen = {((float)of[0] + 1) / 13, (float)(int8_t)of[1] / 8,
                          (float)(int8_t)of[2] / 8};
  nn_ink_with_pen(pixels, d->points, d->lengths, d->stroke_count, &pen);
  demand_pixels(pixels);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  reader from = {bytes, size};
  uint8_t pen[3] = {0};
  const int flags = next_byte(&from);
  for (int i = 0; flags & HAS_PEN && i < 3; i++) pen[i] = next_byte(&from);
  const drawing d = next_drawing(&from, flags);
  if (flags & HAS_PEN) {
    draw_with_pen(&d, pen);
  } else {
    draw(&d);
  }
  free(d.points);
  free(d.lengths);
  return 0;
}
