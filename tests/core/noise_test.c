/* Noise: each kind is what its name says, and the same from the same seed. */
#include "../../core/noise.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "check.h"

enum { SIDE = 28, PIXELS = 784, IMAGES = 200 };

static int ascending(const void *a, const void *b) {
  float x = *(const float *)a, y = *(const float *)b;
  return (x > y) - (x < y);
}

/* Mean and variance of all pixels of IMAGES images. */
static void moments(const float *pixels, double *mean, double *variance) {
  double sum = 0, squares = 0;
  const int n = IMAGES * PIXELS;
  for (int i = 0; i < n; i++) sum += pixels[i];
  *mean = sum / n;
  for (int i = 0; i < n; i++) {
    squares += (pixels[i] - *mean) * (pixels[i] - *mean);
  }
  *variance = squares / n;
}

/* Correlation of each pixel with the one `apart` further on. */
static double correlation(const float *pixels, int apart) {
  double mean, variance, sum = 0;
  const int n = IMAGES * PIXELS - apart;
  moments(pixels, &mean, &variance);
  for (int i = 0; i < n; i++) {
    sum += (pixels[i] - mean) * (pixels[i + apart] - mean);
  }
  return sum / n / variance;
}

static int is_near(double a, double b, double most) {
  return fabs(a - b) <= most;
}

static void test_every_kind(float *pixels, const float *base) {
  float alone[PIXELS];
  int in_range = 1, reachable = 1, seeded = 1, own = 1;
  for (int k = 0; k < NN_NOISE_KINDS; k++) {
    const nn_noise_kind kind = (nn_noise_kind)k;
    nn_noise_images(pixels, kind, 5, 0, IMAGES, base);
    for (int i = 0; i < IMAGES * PIXELS; i++) {
      in_range &= pixels[i] >= 0 && pixels[i] <= 1;
    }
    nn_noise_image(alone, kind, 5, 117, base);
    reachable &= !memcmp(alone, pixels + 117 * PIXELS, sizeof alone);
    own &= memcmp(pixels, pixels + PIXELS, sizeof alone) != 0;
    nn_noise_image(alone, kind, 6, 0, base);
    seeded &= memcmp(alone, pixels, sizeof alone) != 0;
    nn_noise_image(alone, kind, UINT64_MAX, UINT64_MAX, base);
  }
  check(in_range, "every kind's pixels are 0…1");
  check(reachable, "an image is the same alone as in its sequence");
  check(own, "two images of a sequence differ");
  check(seeded, "two seeds differ");
}

static void test_pixel_kinds(float *pixels) {
  double mean, variance;
  nn_noise_images(pixels, NN_NOISE_UNIFORM, 1, 0, IMAGES, NULL);
  moments(pixels, &mean, &variance);
  check(is_near(mean, 0.5, 0.004) && is_near(variance, 1 / 12.0, 0.001),
        "uniform pixels have mean 1/2 and variance 1/12");
  check(is_near(correlation(pixels, 1), 0, 0.01) &&
            is_near(correlation(pixels, SIDE), 0, 0.01) &&
            is_near(correlation(pixels, PIXELS), 0, 0.01),
        "neighbours, rows and images are independent");

  nn_noise_images(pixels, NN_NOISE_GAUSSIAN, 1, 0, IMAGES, NULL);
  moments(pixels, &mean, &variance);
  int inside = 0, clamped = 0;
  for (int i = 0; i < IMAGES * PIXELS; i++) {
    inside += pixels[i] > 0.25f && pixels[i] < 0.75f;
    clamped += pixels[i] == 0 || pixels[i] == 1;
  }
  const double n = IMAGES * PIXELS;
  check(is_near(mean, 0.5, 0.003) && is_near(inside / n, 0.683, 0.01) &&
            is_near(clamped / n, 0.0455, 0.005),
        "Gaussian pixels have 68% within and 4.6% beyond two deviations");

  nn_noise_images(pixels, NN_NOISE_SALTPEPPER, 1, 0, IMAGES, NULL);
  moments(pixels, &mean, &variance);
  check(is_near(mean, 0.5, 0.006) && is_near(variance, 0.25, 0.0001),
        "salt and pepper are 1 and 0, half each");
}

static void test_blocks(float *pixels) {
  double mean, variance;
  int alike = 1;
  nn_noise_images(pixels, NN_NOISE_BLOCKS, 1, 0, IMAGES, NULL);
  moments(pixels, &mean, &variance);
  for (int i = 0; i < IMAGES * PIXELS; i++) {
    int x = i % SIDE, y = i / SIDE;
    alike &= pixels[i] == pixels[y / 4 * 4 * SIDE + x / 4 * 4];
  }
  check(alike && is_near(mean, 0.5, 0.02) && is_near(variance, 1 / 12.0, 0.004),
        "blocks are 4 × 4 pixels of one value, anything in 0…1");
}

static void test_shuffled(float *pixels, const float *base) {
  nn_noise_images(pixels, NN_NOISE_SHUFFLED, 1, 0, IMAGES, base);
  double places = 0;
  for (int i = 0; i < IMAGES; i++) {
    for (int k = 0; k < PIXELS; k++) {
      places += pixels[i * PIXELS + k] == base[0] ? k : 0;
    }
  }
  check(is_near(places / IMAGES, (PIXELS - 1) / 2.0, 50),
        "a shuffled pixel goes anywhere");
  float sorted[PIXELS];
  memcpy(sorted, base, sizeof sorted);
  qsort(sorted, PIXELS, sizeof *sorted, ascending);
  qsort(pixels, PIXELS, sizeof *pixels, ascending);
  check(!memcmp(sorted, pixels, sizeof sorted),
        "shuffled pixels are the given image's, each once");
}

/* Digits to start from: given ones, or those of the handwriting. */
static void test_digits(float *pixels) {
  uint8_t bytes[2 * PIXELS];
  uint8_t labels[2];
  size_t at;
  float own[PIXELS], alone[PIXELS];
  nn_dataset *data = nn_dataset_new();
  for (int i = 0; i < 2; i++) {
    labels[i] = (uint8_t)nn_handwriting(bytes + i * PIXELS, 4, (uint64_t)i);
  }
  if (!data || nn_dataset_append(data, bytes, labels, 2, &at) != NN_DATA_OK) {
    exit(1);
  }
  nn_noise_dataset(pixels, NN_NOISE_SHUFFLED, 4, 0, 4, data);
  nn_row_floats(own, nn_dataset_row(data, 1));
  nn_noise_image(alone, NN_NOISE_SHUFFLED, 4, 3, own);
  check(!memcmp(alone, pixels + 3 * PIXELS, sizeof alone),
        "the fourth of noise from two images starts from the second");
  nn_noise_image(alone, NN_NOISE_SHUFFLED, 4, 1, NULL);
  check(!memcmp(alone, pixels + PIXELS, sizeof alone),
        "without an image it starts from the handwriting's");
  nn_noise_dataset(pixels, NN_NOISE_BLOCKS, 4, 0, 2, data);
  nn_noise_image(alone, NN_NOISE_BLOCKS, 4, 1, NULL);
  check(!memcmp(alone, pixels + PIXELS, sizeof alone),
        "other kinds do not look at the images");
  nn_dataset_free(data);
}

static void test_smooth(float *pixels) {
  nn_noise_images(pixels, NN_NOISE_SMOOTH, 1, 0, IMAGES, NULL);
  int stretched = 1;
  float steepest = 0;
  for (int i = 0; i < IMAGES; i++) {
    const float *image = pixels + i * PIXELS;
    float low = 1, high = 0;
    for (int k = 0; k < PIXELS; k++) {
      low = fminf(low, image[k]);
      high = fmaxf(high, image[k]);
      if (k % SIDE == 0) continue;
      steepest = fmaxf(steepest, fabsf(image[k] - image[k - 1]));
    }
    stretched &= low == 0 && high == 1;
  }
  check(stretched, "smooth noise goes from exactly 0 to exactly 1");
  check(steepest < 0.25f, "smooth noise has no edges");
}

static void test_scribble(float *pixels) {
  double mean, variance;
  int framed = 1;
  nn_noise_images(pixels, NN_NOISE_SCRIBBLE, 1, 0, IMAGES, NULL);
  moments(pixels, &mean, &variance);
  for (int i = 0; i < IMAGES * PIXELS; i++) {
    int x = i % SIDE, y = i / SIDE % SIDE;
    int is_edge = x == 0 || y == 0 || x == SIDE - 1 || y == SIDE - 1;
    framed &= !is_edge || pixels[i] == 0;
  }
  check(framed, "a scribble is framed in black, as a digit is");
  check(mean > 0.2 && mean < 0.4,
        "a scribble has about twice the ink of a digit");
}

int main(void) {
  float base[PIXELS], *pixels = malloc(sizeof(float) * IMAGES * PIXELS);
  if (pixels == NULL) return 1;
  for (int i = 0; i < PIXELS; i++) base[i] = (float)i / PIXELS;
  test_every_kind(pixels, base);
  test_pixel_kinds(pixels);
  test_blocks(pixels);
  test_shuffled(pixels, base);
  test_digits(pixels);
  test_smooth(pixels);
  test_scribble(pixels);
  free(pixels);
  return failures != 0;
}
