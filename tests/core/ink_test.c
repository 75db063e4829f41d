/* Ink: what a drawing's picture must be, whoever drew it and however. */
#include "../../core/ink.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/random.h"
#include "check.h"

enum { SIDE = NN_INK_SIDE, PIXELS = NN_INK_PIXELS, MOST = 100000 };

static double mass(const float *pixels) {
  double sum = 0;
  for (int i = 0; i < PIXELS; i++) sum += pixels[i];
  return sum;
}

/* Mean column (axis 0) or row (axis 1) of the ink. */
static double mean_place(const float *pixels, int axis) {
  double sum = 0;
  for (int i = 0; i < PIXELS; i++) {
    const int place = axis == 0 ? i % SIDE : i / SIDE;
    sum += (double)pixels[i] * place;
  }
  return sum / mass(pixels);
}

/* Columns (axis 0) or rows (axis 1) between the outermost ink. */
static int extent(const float *pixels, int axis) {
  int low = SIDE, high = -1;
  for (int i = 0; i < PIXELS; i++) {
    int place = axis == 0 ? i % SIDE : i / SIDE;
    if (pixels[i] <= 0) continue;
    if (place < low) low = place;
    if (place > high) high = place;
  }
  return high - low + 1;
}

/* Infinity when one of them is not a number. */
static double largest_difference(const float *a, const float *b) {
  double largest = 0;
  for (int i = 0; i < PIXELS; i++) {
    const double difference = fabs((double)a[i] - (double)b[i]);
    if (!(difference <= largest)) largest = difference;
    if (isnan(largest)) return INFINITY;
  }
  return largest;
}

static int all_within_range(const float *pixels) {
  for (int i = 0; i < PIXELS; i++) {
    if (!(pixels[i] >= 0 && pixels[i] <= 1)) return 0;
  }
  return 1;
}

/* A "5": its body as a curve of n points, and its bar as a second stroke. */
static int draw_five(float *points, int *lengths, int n, double scale, double x,
                     double y) {
  for (int i = 0; i < n; i++) {
    double t = (double)i / (n - 1), turn = -2.2 + 4.6 * t;
    points[2 * i] = (float)(x + scale * (0.4 * cos(turn) + 0.1 * t));
    points[2 * i + 1] = (float)(y + scale * (0.5 * sin(turn) + 0.2 * t));
  }
  const double bar[4] = {-0.2, -0.45, 0.5, -0.5};
  for (int i = 0; i < 4; i++) {
    points[2 * n + i] = (float)((i % 2 ? y : x) + scale * bar[i]);
  }
  lengths[0] = n;
  lengths[1] = 2;
  return 2;
}

/* Ink by counting 32×32 places per pixel: slow, and nothing to get wrong. */
static void count_ink(float *pixels, const float *points, int n, double pen) {
  const int fine = 32;
  for (int i = 0; i < PIXELS; i++) {
    int inside = 0;
    for (int k = 0; k < fine * fine; k++) {
      const int column = i % SIDE, row = i / SIDE, across = k % fine;
      const int down = k / fine;
      double x = column - 0.5 + (across + 0.5) / fine, least = 1e9;
      double y = row - 0.5 + (down + 0.5) / fine;
      for (int s = 0; s + 1 < n; s++) {
        const float *a = points + 2 * s;
        double dx = a[2] - a[0], dy = a[3] - a[1];
        double t = ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy);
        t = fmin(fmax(t, 0), 1);
        least = fmin(least, hypot(x - a[0] - t * dx, y - a[1] - t * dy));
      }
      inside += least <= pen / 2;
    }
    pixels[i] = (float)inside / (float)(fine * fine);
  }
}

static void test_placement(float *points) {
  float pixels[PIXELS];
  int lengths[2], strokes = draw_five(points, lengths, 60, 1, 0, 0);
  nn_ink(pixels, points, lengths, strokes);
  check(all_within_range(pixels), "pixels are 0…1");
  check(fabs(mean_place(pixels, 0) - 14) < 0.05 &&
            fabs(mean_place(pixels, 1) - 14) < 0.05,
        "the centre of mass is at pixel (14, 14)");
  check(extent(pixels, 1) >= 20 && extent(pixels, 1) <= 22,
        "the longer side is 20 pixels, give or take the edge's grey");

  const float line[] = {3, 7, 3, 90};
  nn_ink(pixels, line, (int[]){2}, 1);
  check(extent(pixels, 1) >= 20 && extent(pixels, 1) <= 21,
        "an upright line is 20 pixels high");
  check(extent(pixels, 0) <= 4, "an upright line is as wide as the pen");
  nn_ink(pixels, (float[]){7, 3, 90, 3}, (int[]){2}, 1);
  check(extent(pixels, 0) >= 20 && extent(pixels, 0) <= 21,
        "a level line is 20 pixels wide");
}

static void test_exact_cover(void) {
  /* Its box is 20 − pen high, its middle in the middle: drawn as it is. */
  const float high = 20 - NN_INK_PEN;
  const float points[] = {0, high, high / 2, 0, high, high, 0, high};
  float pixels[PIXELS], counted[PIXELS], placed[8];
  nn_ink(pixels, points, (int[]){4}, 1);

  /* The triangle's ink lies half way up its perimeter, not its box. */
  double side = hypot((double)high / 2, (double)high),
         below = side / (2 * side + high);
  for (int i = 0; i < 4; i++) {
    placed[2 * i] = points[2 * i] + 14 - high / 2;
    placed[2 * i + 1] = points[2 * i + 1] + 14 - high * (float)(1 - below);
  }
  count_ink(counted, placed, 4, NN_INK_PEN);
  double moved = mean_place(counted, 1) - 14; /* corners overlap a little */
  for (int i = 0; i < 4; i++) placed[2 * i + 1] -= (float)moved;
  count_ink(counted, placed, 4, NN_INK_PEN);
  check(largest_difference(pixels, counted) < 0.1 &&
            fabs(mass(pixels) - mass(counted)) < 0.01 * mass(counted),
        "a pixel is the share of it that the pen covers");
}

static void test_sameness(float *points) {
  float first[PIXELS], other[PIXELS];
  int lengths[2], strokes = draw_five(points, lengths, 400, 1, 0, 0);
  nn_ink(first, points, lengths, strokes);

  const double scales[] = {1e-30, 1e-3, 0.2, 280, 1e30};
  int same = 1;
  for (int i = 0; i < 5; i++) {
    draw_five(points, lengths, 400, scales[i], 0, 0);
    nn_ink(other, points, lengths, strokes);
    same &= largest_difference(first, other) < 0.01;
  }
  check(same, "size does not matter, from 1e-30 to 1e30");

  draw_five(points, lengths, 400, 100, -3000, 5000);
  nn_ink(other, points, lengths, strokes);
  check(largest_difference(first, other) < 0.01, "place does not matter");

  draw_five(points, lengths, MOST - 2, 100, 50, 50);
  nn_ink(other, points, lengths, strokes);
  check(largest_difference(first, other) < 0.08,
        "spacing of the points does not matter, 400 or 100,000");
}

static void test_order(float *points) {
  float first[PIXELS], other[PIXELS], swapped[124];
  int lengths[2], strokes = draw_five(points, lengths, 60, 1, 0, 0);
  nn_ink(first, points, lengths, strokes);
  memcpy(swapped, points + 120, 4 * sizeof *points);
  for (int i = 0; i < 60; i++) {
    memcpy(swapped + 4 + 2 * i, points + 2 * (59 - i), 2 * sizeof *points);
  }
  nn_ink(other, swapped, (int[]){2, 60}, 2);
  check(largest_difference(first, other) < 1e-4,
        "order and direction of the strokes do not matter");
}

static void test_dots_and_nothing(void) {
  float pixels[PIXELS], other[PIXELS];
  const float dot[] = {5, 5, 5, 5, 5, 5};
  nn_ink(pixels, dot, (int[]){1}, 1);
  double area = 3.14159 / 4 * NN_INK_PEN * NN_INK_PEN;
  check(fabs(mass(pixels) - area) < 0.5 && pixels[14 * SIDE + 14] == 1,
        "a single point is a round dot of the pen's size in the middle");
  nn_ink(other, dot, (int[]){3}, 1);
  check(largest_difference(pixels, other) == 0, "a point repeated is one dot");

  nn_ink(pixels, dot, (int[]){0}, 0);
  check(mass(pixels) == 0, "no stroke, no ink");
  nn_ink(pixels, dot, (int[]){0, -1, 0}, 3);
  check(mass(pixels) == 0, "empty strokes, no ink");
  const float nowhere[] = {NAN, 1, INFINITY, 2, 3, -INFINITY};
  nn_ink(pixels, nowhere, (int[]){3}, 1);
  check(mass(pixels) == 0, "no finite point, no ink");
}

static void test_odd_points(void) {
  float pixels[PIXELS], other[PIXELS];
  const float clean[] = {0, 0, 10, 5, 0, 10};
  const float dirty[] = {NAN, 0, 0, 0, 0, 0, INFINITY, NAN, 10, 5, 0, 10};
  nn_ink(pixels, clean, (int[]){3}, 1);
  nn_ink(other, dirty, (int[]){6}, 1);
  check(largest_difference(pixels, other) == 0,
        "points that are not finite are passed over");

  const float far[] = {-3e38f, -3e38f, 3e38f, 3e38f};
  nn_ink(pixels, far, (int[]){2}, 1);
  check(all_within_range(pixels) && extent(pixels, 0) >= 20,
        "the largest floats are a drawing like any other");
  const float thin[] = {3e38f, 0, 3e38f, 1e-40f};
  nn_ink(pixels, thin, (int[]){2}, 1);
  check(extent(pixels, 1) >= 20 && extent(pixels, 0) <= 4,
        "a tiny line very far away is still a line");

  /* Nearly all of the ink at one end: its mass cannot come to the middle. */
  float lopsided[2 * 202] = {0, 0, 0, 100};
  for (int i = 1; i <= 200; i++) {
    lopsided[2 + 2 * i] = (float)((i % 2) * 15);
    lopsided[3 + 2 * i] = 100 - (float)(i % 15);
  }
  nn_ink(pixels, lopsided, (int[]){202}, 1);
  check(extent(pixels, 1) >= 20 && mean_place(pixels, 1) > 14,
        "ink never leaves the picture, however lopsided the drawing");
}

/* 0…most−1. */
static int random_below(nn_random *random, int most) {
  return (int)nn_random_below(random, (uint32_t)most);
}

static void test_random_strokes(float *points) {
  static int lengths[MOST];
  float pixels[PIXELS];
  int fine = 1;
  nn_random random = nn_random_seeded(1, 0);
  for (int round = 0; round < 300; round++) {
    int n = round == 0 ? MOST : random_below(&random, 60), used = 0,
        strokes = 0;
    for (int i = 0; i < 2 * n; i++) {
      points[i] = (float)(random_below(&random, 2001) - 1000) *
                  powf(10, (float)(round % 9));
    }
    while (used < n) {
      int length = 1 + random_below(&random, n - used);
      lengths[strokes++] = length;
      used += length;
    }
    nn_ink(pixels, points, lengths, strokes);
    fine &= all_within_range(pixels) && (n == 0) == (mass(pixels) == 0);
  }
  check(fine, "random strokes, 100,000 points among them, make fair pictures");
}

int main(void) {
  float *points = malloc(2 * (MOST + 2) * sizeof *points);
  if (points == NULL) return 1;
  test_placement(points);
  test_exact_cover();
  test_sameness(points);
  test_order(points);
  test_dots_and_nothing();
  test_odd_points();
  test_random_strokes(points);
  free(points);
  return failures != 0;
}
