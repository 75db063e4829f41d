/* Numbers at the ends: trained with finite parameters, or said to diverge. */
#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "../../core/inference.h"
#include "../../core/trainer.h"
#include "check.h"

enum { DIGITS = 12, SETS = 4 };

/* Digits, one digit, black images, white images. */
static nn_dataset *sets[SETS];

static void make_sets(void) {
  static const int counts[SETS] = {DIGITS, 1, DIGITS, DIGITS};
  for (int s = 0; s < SETS; s++) {
    sets[s] = checked(nn_dataset_new());
    for (int i = 0; i < counts[s]; i++) {
      uint8_t pixels[NN_PIXELS];
      size_t at;
      const uint8_t label =
          (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i) % NN_CLASSES;
      if (s >= 2) memset(pixels, s == 2 ? 0 : 255, sizeof pixels);
      if (nn_dataset_append(sets[s], pixels, &label, 1, &at) != NN_DATA_OK) {
        exit(1);
      }
    }
  }
}

/* What became of training. */
typedef struct {
  int trained, diverged, wrong;
} tally;

/* One answer of the network: ten numbers, finite where the network is. */
static int answers(const nn_network *net, const nn_dataset *data) {
  nn_workspace *workspace = checked(nn_workspace_new(net, 3));
  uint32_t confusion[NN_CLASSES * NN_CLASSES], counted = 0;
  int correct;
  nn_network_evaluate(net, workspace, data, 0, data->count, &correct,
                      confusion);
  for (int i = 0; i < NN_CLASSES * NN_CLASSES; i++) counted += confusion[i];
  nn_workspace_free(workspace);
  return correct >= 0 && correct <= data->count &&
         counted == (uint32_t)data->count;
}

/* `steps` steps of a copy of `start`, in two calls. */
static void train(const nn_network *start, const nn_dataset *data,
                  const nn_trainer_options *how, int steps, tally *result) {
  nn_network *net = checked(nn_network_clone(start));
  nn_trainer *trainer = checked(nn_trainer_new(net, data, how));
  double cost = 0;
  int wrong = 0;
  for (int call = 0; call < 2; call++) {
    const double before = nn_trainer_steps(trainer);
    cost = nn_trainer_train(trainer, call == 0 ? 1 : steps - 1);
    const double taken = nn_trainer_steps(trainer) - before;
    const int is_whole = taken == (call == 0 ? 1 : steps - 1);
    wrong |= isfinite(cost) && !(cost >= 0 && is_whole);
    wrong |= isfinite(cost) && !nn_network_is_finite(net);
    wrong |= how->learning_rate == 0 && !isfinite(cost);
  }
  result->wrong += wrong || !answers(net, data);
  result->trained += isfinite(cost) != 0;
  result->diverged += !isfinite(cost);
  nn_trainer_free(trainer);
  nn_network_free(net);
}

static const float rates[] = {0,     FLT_TRUE_MIN, 1e-30f, 1e-6f,  1,
                              1e10f, 1e20f,        1e38f,  FLT_MAX};
enum { RATES = sizeof rates / sizeof *rates };

/* Plain, decaying as much as can be, distorted, noisy, attacked. */
static const nn_trainer_options ways[] = {
    {.momentum = 0.9f},
    {.momentum = 0.9999f, .weight_decay = 1e6f},
    {.augment = {28, 3, 0.9f, 1, 10}},
    {.noise = 1},
    {.hardening = {1, 1, 2}},
};
enum { WAYS = sizeof ways / sizeof *ways };

/* Hidden widths, ended by 0, and functions. */
static const struct {
  int hidden[3];
  nn_functions functions;
} shapes[] = {
    {{1}, {NN_SIGMOID, NN_SIGMOID_OUTPUT, NN_QUADRATIC}},
    {{1}, {NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}},
    {{0}, {NN_RELU, NN_SOFTMAX, NN_QUADRATIC}},
    {{3, 2}, {NN_STEP, NN_SIGMOID_OUTPUT, NN_CROSS_ENTROPY}},
};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static nn_network *network(const int *hidden, nn_functions functions) {
  int count = 0;
  while (count < 3 && hidden[count] > 0) count++;
  return checked(nn_network_new(hidden, count, functions, 1));
}

/*
 * Every rate with every optimiser, batch and way, on every set of images; of
 * those every n-th.
 */
static void test_small(int n) {
  static const int batches[] = {1, 5, DIGITS, 100};
  tally all = {0, 0, 0};
  for (int s = 0; s < SHAPES; s++) {
    nn_network *net = network(shapes[s].hidden, shapes[s].functions);
    for (int i = 0; i < RATES * WAYS * nn_optimizer_list.count; i += n) {
      nn_trainer_options how = ways[i % WAYS];
      how.learning_rate = rates[i / WAYS % RATES];
      how.optimizer = i / WAYS / RATES;
      how.batch_size = batches[i % 4];
      train(net, sets[(i + i / SETS + s) % SETS], &how, 4, &all);
    }
    nn_network_free(net);
  }
  printf("%d trained, %d diverged\n", all.trained, all.diverged);
  check(all.wrong == 0 && all.trained > 100 / n && all.diverged > 100 / n,
        "whatever the numbers, what is trained is finite or said to diverge");
}

/* The widest of the page, and the widest layer there can be. */
static void test_large(void) {
  static const int widths[][3] = {{1024, 1024}, {NN_MAX_WIDTH}};
  const nn_functions functions = {NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY};
  tally all = {0, 0, 0};
  for (int w = 0; w < 2; w++) {
    nn_network *net = network(widths[w], functions);
    for (int i = 0; i < 4; i++) {
      const nn_trainer_options how = {.batch_size = 1 + 11 * (i % 2),
                                      .optimizer = i % 2 ? NN_ADAMW : NN_SGD,
                                      .momentum = 0.9f,
                                      .learning_rate = i < 2 ? 1e-3f : 1e38f};
      train(net, sets[i], &how, 2, &all);
    }
    nn_network_free(net);
  }
  check(all.wrong == 0 && all.trained >= 4, "and so it is in wide networks");
}

/* The largest batch of all, far more than there are images. */
static void test_largest_batch(void) {
  nn_network *net = network(shapes[1].hidden, shapes[1].functions);
  const nn_trainer_options how = {.batch_size = NN_MAX_BATCH,
                                  .learning_rate = 0.1f,
                                  .hardening = {0.01f, 0.1f, 1}};
  tally all = {0, 0, 0};
  for (int s = 0; s < SETS; s++) train(net, sets[s], &how, 2, &all);
  check(all.wrong == 0 && all.trained == SETS, "and with the largest batch");
  nn_network_free(net);
}

/*
 * A step's cost is that of the parameters before it, so it says nothing of
 * those after the last one: they are looked at.
 */
static void test_last_step(void) {
  nn_network *net = network(shapes[0].hidden, shapes[0].functions);
  const nn_trainer_options how = {
      .batch_size = DIGITS, .learning_rate = FLT_MAX, .weight_decay = 2};
  nn_trainer *trainer = checked(nn_trainer_new(net, sets[0], &how));
  nn_workspace *workspace = checked(nn_workspace_new(net, DIGITS));
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  int correct;
  const double before = nn_network_evaluate(net, workspace, sets[0], 0, DIGITS,
                                            &correct, confusion);
  const double cost = nn_trainer_train(trainer, 1);
  check(isfinite(before) && nn_trainer_steps(trainer) == 1 &&
            !nn_network_is_finite(net) && !isfinite(cost),
        "one step of finite cost to infinite weights is said to diverge");
  nn_workspace_free(workspace);
  nn_trainer_free(trainer);
  nn_network_free(net);
}

/* Files of no images are data; nothing is known about them, and no cost. */
static void test_empty(void) {
  static const uint8_t images[16] = {0, 0, 8, 3,  0, 0, 0, 0,
                                     0, 0, 0, 28, 0, 0, 0, 28};
  static const uint8_t labels[8] = {0, 0, 8, 1};
  nn_dataset *none = checked(nn_dataset_new());
  nn_network *net = network(shapes[0].hidden, shapes[0].functions);
  nn_workspace *workspace = checked(nn_workspace_new(net, 1));
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  int correct;
  size_t at;
  check(nn_dataset_append_idx(none, images, sizeof images, labels,
                              sizeof labels, &at) == NN_DATA_OK &&
            nn_dataset_append(none, images, labels, 0, &at) == NN_DATA_OK &&
            none->count == 0,
        "a data set may be empty");
  check(nn_dataset_append_idx(none, images, 0, labels, sizeof labels, &at) ==
                NN_DATA_TRUNCATED &&
            nn_dataset_append_idx(none, images, sizeof images, labels, 0,
                                  &at) == NN_DATA_TRUNCATED,
        "an empty file is refused");
  check(nn_network_evaluate(net, workspace, none, 0, 0, &correct, confusion) ==
                0 &&
            correct == 0,
        "no images cost nothing");
  nn_workspace_free(workspace);
  nn_network_free(net);
  nn_dataset_free(none);
}

int main(int argc, char **argv) {
  const int n = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 1;
  make_sets();
  test_small(n);
  if (n == 1) test_large();
  test_largest_batch();
  test_last_step();
  test_empty();
  for (int s = 0; s < SETS; s++) nn_dataset_free(sets[s]);
  return failures != 0;
}
