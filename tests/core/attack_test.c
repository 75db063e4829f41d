/* Attacks: within their bounds, and the same whatever the batch. */
#include "../../core/attack.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "check.h"

enum { COUNT = 11, SIZE = COUNT * NN_PIXELS };

static nn_network *net;
static nn_workspace *workspace;
static float pixels[SIZE], attacked[SIZE], slopes[SIZE];
static uint8_t bytes[SIZE], labels[COUNT];

static void attack(const nn_attack_options *plan) {
  nn_network_attack(net, workspace, attacked, slopes, pixels, labels, COUNT, 0,
                    plan);
}

/* The largest change of a pixel; infinity when one has left 0…1. */
static float largest_change(void) {
  float most = 0;
  for (int i = 0; i < SIZE; i++) {
    if (!(attacked[i] >= 0 && attacked[i] <= 1)) return INFINITY;
    most = fmaxf(most, fabsf(attacked[i] - pixels[i]));
  }
  return most;
}

static void test_bounds(void) {
  const nn_attack_options plans[] = {{NN_FGSM, 0.1, -1, 1, -1, 1},
                                     {NN_PGD, 0.1, -1, 5, 0.05, 1},
                                     {NN_PGD, 0.1, 3, 5, 1, 1},
                                     {NN_RANDOM_CHANGE, 0.1, -1, 1, -1, 1},
                                     {NN_PGD, 1, 0, 3, 1, 2}};
  int bound = 1, moved = 1, still = 1;
  for (size_t p = 0; p < sizeof plans / sizeof *plans; p++) {
    nn_attack_options plan = plans[p];
    attack(&plan);
    bound &= largest_change() <= (float)plan.epsilon + 1e-6f;
    moved &= largest_change() > 0.9f * (float)plan.epsilon;
    plan.epsilon = 0;
    attack(&plan);
    still &= memcmp(attacked, pixels, sizeof pixels) == 0;
  }
  check(bound, "no pixel changes by more than epsilon or leaves 0…1");
  check(moved, "some change by all of it");
  check(still, "with an epsilon of zero nothing changes");
}

static void test_batches(void) {
  const nn_attack_options plan = {NN_PGD, 0.1, -1, 4, 0.04, 9};
  static float alone[NN_PIXELS];
  int same = 1;
  attack(&plan);
  for (int i = 0; i < COUNT; i++) {
    nn_network_attack(net, workspace, alone, slopes, pixels + i * NN_PIXELS,
                      labels + i, 1, (uint64_t)i, &plan);
    same &= !memcmp(alone, attacked + i * NN_PIXELS, sizeof alone);
  }
  check(same, "an image is attacked alike alone and among others");
  nn_network_attack(net, workspace, alone, slopes, pixels, labels, 0, 0, &plan);
}

static void test_robustness(void) {
  const nn_attack_options none = {NN_RANDOM_CHANGE, 0, -1, 1, 0, 1};
  nn_dataset *data = nn_dataset_new();
  nn_workspace *small = nn_workspace_new(net, 3);
  float *room = malloc(sizeof(float) * 3 * 3 * NN_PIXELS);
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  int correct;
  size_t at;
  if (!data || !small || !room ||
      nn_dataset_append(data, bytes, labels, COUNT, &at) != NN_DATA_OK) {
    exit(1);
  }
  nn_network_evaluate(net, small, data, 1, COUNT - 1, &correct, confusion);
  check(nn_network_robustness(net, small, data, 1, COUNT - 1, room, &none) ==
            correct,
        "without a change, as many are read as ever");
  nn_dataset_free(data);
  nn_workspace_free(small);
  free(room);
}

/* How much of `digit` the network sees in image (784). */
static float seen(const float *image, int digit) {
  float outputs[NN_CLASSES];
  nn_network_predict(net, workspace, outputs, image, 1);
  return outputs[digit];
}

static void test_dreams(void) {
  float image[NN_PIXELS], faint[NN_PIXELS];
  int clearer = 1, inside = 1;
  float all = 0;
  for (int digit = 0; digit < NN_CLASSES; digit++) {
    nn_network_dream(net, workspace, faint, slopes, digit, 0, 1);
    nn_network_dream(net, workspace, image, slopes, digit, 100, 1);
    clearer &= seen(image, digit) > seen(faint, digit);
    all += seen(image, digit);
    for (int j = 0; j < NN_PIXELS; j++) {
      inside &= image[j] >= 0 && image[j] <= 1 && faint[j] <= 0.1f;
    }
  }
  check(clearer && all > 8 && inside, "a dream of a digit is seen as a digit");
}

/* The usual step is the fourth of epsilon, more when there are few steps. */
static void test_usual_steps(void) {
  const nn_attack_options usual[] = {{NN_PGD, 0.1, -1, 20, -1, 1},
                                     {NN_PGD, 0.1, -1, 5, -1, 1},
                                     {NN_PGD, 0.9, -1, 1, -1, 1}};
  const double steps[] = {0.1 / 4, 2.5 * 0.1 / 5, 1};
  static float expected[SIZE];
  int same = 1;
  for (size_t p = 0; p < 3; p++) {
    nn_attack_options plan = usual[p];
    plan.step_size = steps[p];
    attack(&plan);
    memcpy(expected, attacked, sizeof expected);
    attack(&usual[p]);
    same &= memcmp(expected, attacked, sizeof expected) == 0;
  }
  check(same, "steps that are not given are the usual ones");
}

static void test_no_slope(void) {
  const nn_attack_options plan = {NN_PGD, 0.1, -1, 3, 0.1, 1};
  net->parameters[0] = NAN;
  attack(&plan);
  check(largest_change() <= 0.1f + 1e-6f,
        "a slope that is not a number leaves pixels in their bounds");
  float image[NN_PIXELS];
  nn_network_dream(net, workspace, image, slopes, 3, 5, 1);
  int inside = 1;
  for (int j = 0; j < NN_PIXELS; j++) inside &= image[j] >= 0 && image[j] <= 1;
  check(inside, "and so it does in a dream");
}

int main(void) {
  const int sizes[] = {784, 13, 10};
  net = nn_network_new(
      sizes + 1, 1, (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 3);
  workspace = nn_workspace_new(net, COUNT);
  if (!net || !workspace) return 1;
  for (int i = 0; i < COUNT; i++) {
    labels[i] = (uint8_t)nn_handwriting(bytes + i * NN_PIXELS, 1, (uint64_t)i);
  }
  for (int i = 0; i < SIZE; i++) pixels[i] = (float)bytes[i] / 255.0f;
  test_bounds();
  test_batches();
  test_robustness();
  test_dreams();
  test_usual_steps();
  test_no_slope();
  nn_workspace_free(workspace);
  nn_network_free(net);
  return failures != 0;
}
