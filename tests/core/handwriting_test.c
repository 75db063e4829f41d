/* Handwriting: samples and templates are what the header says. */
#include "../../core/handwriting.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "../../core/ink.h"
#include "../../core/strokes.h"
#include "check.h"

enum { PIXELS = NN_INK_PIXELS, SIDE = NN_INK_SIDE, SAMPLES = 3000 };

static void test_access(void) {
  uint8_t first[PIXELS], again[PIXELS], other[PIXELS];
  int label = nn_handwriting(first, 7, 123456789012345u);
  nn_handwriting(other, 8, 3);
  check(label == nn_handwriting(again, 7, 123456789012345u) &&
            memcmp(first, again, PIXELS) == 0,
        "a sample depends on its seed and index alone");
  nn_handwriting(other, 7, 123456789012346u);
  check(memcmp(first, other, PIXELS) != 0, "the next index is another sample");
  nn_handwriting(other, 8, 123456789012345u);
  check(memcmp(first, other, PIXELS) != 0, "another seed is another sequence");
}

/* The sample's ink is placed as MNIST's: a 20-pixel box, mass near (14, 14). */
static int well_placed(const uint8_t *pixels) {
  double mass = 0, x = 0, y = 0;
  int left = SIDE, right = -1, top = SIDE, bottom = -1;
  for (int i = 0; i < PIXELS; i++) {
    int column = i % SIDE, row = i / SIDE;
    mass += pixels[i];
    x += pixels[i] * column;
    y += pixels[i] * row;
    if (pixels[i] == 0) continue;
    if (column < left) left = column;
    if (column > right) right = column;
    if (row < top) top = row;
    if (row > bottom) bottom = row;
  }
  int side = right - left > bottom - top ? right - left + 1 : bottom - top + 1;
  return mass > 15 * 255 && side >= 19 && side <= 22 &&
         fabs(x / mass - 14) < 0.8 && fabs(y / mass - 14) < 0.8;
}

static void test_pictures(void) {
  uint8_t pixels[PIXELS];
  int counts[10] = {0}, placed = 0, in_range = 1;
  double mass = 0;
  for (int i = 0; i < SAMPLES; i++) {
    int label = nn_handwriting(pixels, 1, (uint64_t)i);
    if (label < 0 || label > 9) {
      in_range = 0;
      continue;
    }
    counts[label]++;
    placed += well_placed(pixels);
    for (int k = 0; k < PIXELS; k++) mass += pixels[k] / 255.0;
  }
  check(in_range, "labels are 0…9");
  int rarest = SAMPLES;
  for (int d = 0; d < 10; d++) rarest = counts[d] < rarest ? counts[d] : rarest;
  check(rarest == SAMPLES / 10, "all ten digits are as common");
  check(placed > SAMPLES * 0.99,
        "digits are as large and as central as MNIST's");
  check(fabs(mass / SAMPLES - 103) < 8, "they have as much ink as MNIST's");
}

static void test_strokes(void) {
  float points[2 * NN_HANDWRITING_POINTS], ink[PIXELS];
  int lengths[NN_HANDWRITING_STROKES], strokes, fits = 1, same = 1;
  nn_ink_pen pen;
  for (int i = 0; i < SAMPLES; i++) {
    uint8_t pixels[PIXELS];
    int label =
        nn_handwriting_strokes(points, lengths, &strokes, &pen, 1, (uint64_t)i);
    same &= label == nn_handwriting(pixels, 1, (uint64_t)i);
    int used = 0;
    for (int s = 0; s < strokes; s++) used += lengths[s];
    fits &= strokes >= 1 && used >= 2 && used < NN_HANDWRITING_POINTS;
    for (int k = 0; k < 2 * used; k++) fits &= fabsf(points[k]) < 20;
    nn_ink_with_pen(ink, points, lengths, strokes, &pen);
    for (int k = 0; k < PIXELS; k++) {
      same &= pixels[k] == (uint8_t)floorf(ink[k] * 255.0f + 0.5f);
    }
  }
  check(fits, "strokes are finite and fit the sizes in the header");
  check(same, "the image is the strokes, inked with the pen");
}

/* Who writes: pens, and where a ring is begun and how wide it is. */
static void test_writers(void) {
  float points[2 * NN_HANDWRITING_POINTS];
  int lengths[NN_HANDWRITING_STROKES], strokes;
  nn_ink_pen pen;
  int canvas = 0, zeros = 0, low = 0, wide = 0, narrow = 0;
  for (int i = 0; i < SAMPLES; i++) {
    int label =
        nn_handwriting_strokes(points, lengths, &strokes, &pen, 1, (uint64_t)i);
    canvas +=
        pen.diameter == NN_INK_PEN && pen.offset_x == 0 && pen.offset_y == 0;
    if (label != 0) continue;
    float left = 20, right = -20, top = 20, bottom = -20;
    for (int k = 0; k < lengths[0]; k++) {
      left = fminf(left, points[2 * k]), right = fmaxf(right, points[2 * k]);
      top = fminf(top, points[2 * k + 1]);
      bottom = fmaxf(bottom, points[2 * k + 1]);
    }
    zeros++;
    low += points[1] > (top + bottom) / 2;
    wide += right - left > 1.2f * (bottom - top);
    narrow += right - left < 0.5f * (bottom - top);
  }
  check(canvas > 0.45 * SAMPLES && canvas < 0.55 * SAMPLES,
        "half the writers have the pen of the page's canvas");
  check(low > 0.05 * zeros && low < 0.3 * zeros,
        "some rings begin in their lower half, most in their upper");
  check(wide > 0.05 * zeros && narrow > 0.05 * zeros,
        "there are flat digits and narrow ones");
}

/* Whole strokes of two nodes or more, and no more of them than allowed. */
static int well_formed(const nn_stroke_node *node) {
  int nodes = 0, strokes = 0, length = 2, fine = node->kind == NN_STROKE_START;
  for (; node->kind != NN_STROKE_END; node++, nodes++, length++) {
    if (node->kind != NN_STROKE_START) continue;
    fine &= length >= 2;
    strokes++;
    length = 0;
  }
  return fine && length >= 2 && nodes < NN_STROKE_MAX_NODES &&
         strokes <= NN_STROKE_MAX_STROKES;
}

static void test_templates(void) {
  int fine = 1, many = 1;
  for (int digit = 0; digit < 10; digit++) {
    const nn_digit_templates *all = nn_digit_templates_of(digit);
    for (int i = 0; i < all->count; i++) {
      fine &= all->templates[i].weight > 0;
      fine &= well_formed(all->templates[i].nodes);
    }
    many &= all->count >= 8;
  }
  check(fine, "templates have whole strokes and no more nodes than allowed");
  check(many, "each digit has eight templates or more");
}

static void test_trace(void) {
  const float nodes[] = {0, 0, 1, 1, 2, 0};
  const int8_t corner[] = {NN_STROKE_START, NN_STROKE_CORNER, NN_STROKE_CORNER};
  float points[200];
  int count = nn_stroke_trace(points, 100, nodes, corner, 3, 1, 0.1f), on = 1;
  for (int i = 0; i < count; i++) {
    float x = points[2 * i], y = points[2 * i + 1];
    on &= fabsf(y - (x < 1 ? x : 2 - x)) < 1e-5f;
  }
  check(on && count > 20, "between corners the line is straight");

  const int8_t smooth[] = {NN_STROKE_START, NN_STROKE_SMOOTH, NN_STROKE_CORNER};
  count = nn_stroke_trace(points, 100, nodes, smooth, 3, 1, 0.1f);
  float sharpest = 1;
  for (int i = 1; i + 1 < count; i++) {
    const float *p = points + 2 * i;
    float ax = p[0] - p[-2], ay = p[1] - p[-1], bx = p[2] - p[0];
    float by = p[3] - p[1];
    float cosine = (ax * bx + ay * by) / (hypotf(ax, ay) * hypotf(bx, by));
    if (cosine < sharpest) sharpest = cosine;
  }
  check(sharpest > 0.9f,
        "through a smooth node the line does not turn sharply");
}

int main(void) {
  test_access();
  test_pictures();
  test_strokes();
  test_writers();
  test_templates();
  test_trace();
  return failures != 0;
}
