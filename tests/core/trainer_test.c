/* Training: no memory is asked for, no example left out, and no extreme of the
 * settings leads astray. */
#include "../../core/trainer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "allocations.h"
#include "check.h"

static nn_dataset *digits(int count) {
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  for (int i = 0; i < count; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) exit(1);
  }
  return data;
}

static nn_network *network(int width) {
  const int sizes[] = {784, width, 16, 10};
  return checked(nn_network_new(
      sizes + 1, 2, (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 1));
}

/* The plain, the bent, the noisy, the attacked. */
static const nn_trainer_options ways[] = {
    {.batch_size = 32, .learning_rate = 0.1f},
    {.batch_size = 32,
     .optimizer = NN_MOMENTUM,
     .learning_rate = 0.01f,
     .momentum = 0.9f,
     .augment = {2, 0.2f, 0.12f, 0.2f, 1}},
    {.batch_size = 32,
     .optimizer = NN_ADAM,
     .learning_rate = 0.003f,
     .momentum = 0.9f,
     .noise = 0.2f,
     .schedule = NN_COSINE,
     .total_steps = 9},
    {.batch_size = 32,
     .optimizer = NN_ADAMW,
     .learning_rate = 0.003f,
     .momentum = 0.9f,
     .weight_decay = 0.01f,
     .noise = 0.1f,
     .hardening = {0.5f, 0.1f, 2}}};
enum { WAYS = sizeof ways / sizeof *ways };

static void test_allocations(const nn_dataset *data) {
  int counted = 1, none = 1;
  for (int w = 0; w < 2 * WAYS; w++) {
    nn_network *net = network(w < WAYS ? 16 : 100);
    nn_trainer *trainer = checked(nn_trainer_new(net, data, &ways[w % WAYS]));
    counted &= allocations_calls() > 0;
    allocations_reset(0);
    nn_trainer_train(trainer, 3);
    none &= allocations_calls() == 0;
    nn_trainer_free(trainer);
    nn_network_free(net);
  }
  check(counted && none, "a step asks for no memory and gives none back");
}

/* Whether the next `count` places are 0…count−1, each once; their first. */
static int each_once(nn_order *order, uint32_t count, uint32_t *first) {
  uint8_t *seen = checked(calloc(count, 1));
  int once = 1;
  for (uint32_t i = 0; i < count; i++) {
    uint32_t place = nn_order_next(order, count);
    if (i == 0) *first = place;
    once &= place < count && !seen[place];
    if (once) seen[place] = 1;
  }
  free(seen);
  return once;
}

static void test_order(void) {
  static const uint32_t counts[] = {1, 2, 31, 32, 33, 2048, 2049, 60000};
  nn_order order;
  int once = 1, differs = 0;
  for (size_t c = 0; c < sizeof counts / sizeof *counts; c++) {
    uint32_t last = 0, first = 0;
    nn_order_start(&order, 7);
    for (int epoch = 0; epoch < 3; epoch++, last = first) {
      once &= each_once(&order, counts[c], &first);
      differs += first != last;
    }
  }
  check(once, "every epoch visits every example once");
  check(differs > 12, "in another order each time");
  uint32_t first;
  nn_order_start(&order, 7);
  nn_order_next(&order, 2);
  check(nn_order_next(&order, 50) < 2 && each_once(&order, 50, &first),
        "examples that were added wait for the next epoch");
}

static void test_divergence(const nn_dataset *data) {
  nn_trainer_options how = {.batch_size = 4, .learning_rate = 1};
  nn_network *net = network(16);
  nn_trainer *trainer = checked(nn_trainer_new(net, data, &how));
  nn_trainer_train(trainer, 2);
  net->parameters[nn_layer_biases(&net->layers[0])] = NAN; /* a bias */
  const uint64_t before = nn_network_fingerprint(net);
  const double cost = nn_trainer_train(trainer, 10);
  check(cost != cost && nn_trainer_steps(trainer) == 2 &&
            nn_network_fingerprint(net) == before,
        "a cost that is no number is returned, and no step is taken");
  nn_trainer_free(trainer);
  nn_network_free(net);
}

/* First weights that a step of SGD moves away from zero, by all biases. */
static int moved(const nn_dataset *data, float bias) {
  const int width = 16;
  const nn_trainer_options how = {.batch_size = 4, .learning_rate = 1};
  nn_network *net = checked(nn_network_new(
      &width, 1, (nn_functions){NN_SIGMOID, NN_SIGMOID_OUTPUT, NN_QUADRATIC},
      1));
  const nn_layer *first = &net->layers[0];
  int count = 0;
  memset(net->parameters, 0, nn_layer_weights(first) * sizeof(float));
  for (int o = 0; o < width; o++) {
    net->parameters[nn_layer_biases(first) + (size_t)o] = bias;
  }
  nn_trainer *trainer = checked(nn_trainer_new(net, data, &how));
  nn_trainer_train(trainer, 1);
  for (size_t i = 0; i < nn_layer_weights(first); i++) {
    count += net->parameters[i] != 0;
  }
  nn_trainer_free(trainer);
  nn_network_free(net);
  return count;
}

static void test_saturated(const nn_dataset *data) {
  check(moved(data, -40) > 1000 && moved(data, -50) > 1000,
        "a faint delta moves weights");
  check(moved(data, -60) == 0 && moved(data, -80) == 0,
        "one that could only be subnormal moves none");
}

/* The ends of what wasm/trainer.js lets through. */
static void test_extremes(const nn_dataset *few) {
  const float pi = 3.14159274f;
  const nn_trainer_options extremes[] = {
      {.batch_size = NN_MAX_BATCH, .learning_rate = 1e6f, .noise = 0.01f},
      {.batch_size = 64,
       .learning_rate = 0.1f,
       .augment = {28, pi, 0.9f, 1, 10}},
      {.batch_size = 8, .learning_rate = 0.1f, .noise = 1},
      {.batch_size = 8,
       .learning_rate = 1e6f,
       .weight_decay = 1e6f,
       .optimizer = NN_ADAM,
       .momentum = 0.9999f},
      {.batch_size = 8, .learning_rate = 1e6f, .hardening = {1, 1, 3}},
      {.batch_size = 8,
       .schedule = NN_COSINE,
       .total_steps = 1000000000000,
       .first_cycle = 1000000000000,
       .warm_up = 1000000000000,
       .learning_rate = 1}};
  int trained = 1;
  for (size_t e = 0; e < sizeof extremes / sizeof *extremes; e++) {
    nn_network *net = network(7);
    nn_trainer *trainer = checked(nn_trainer_new(net, few, &extremes[e]));
    const int steps = e == 0 ? 1 : 20;
    const double cost = nn_trainer_train(trainer, steps);
    trained &= isfinite(cost) && cost > 0 && nn_trainer_steps(trainer) == steps;
    nn_trainer_free(trainer);
    nn_network_free(net);
  }
  check(trained, "settings at the ends of their ranges are trained with");
}

static void test_defaults(void) {
  const nn_trainer_options options = nn_trainer_defaults();
  check(options.batch_size == 32 && options.optimizer == NN_SGD &&
            options.learning_rate == 1 && options.momentum == 0.9f &&
            options.seed == 1,
        "options that are not given have the table's defaults");
  check(options.hardening.steps == 0 && options.augment.shift == 0,
        "and groups that are not given are zero");
}

int main(void) {
  nn_dataset *data = digits(200), *one = digits(1);
  test_defaults();
  test_allocations(data);
  test_order();
  test_divergence(data);
  test_saturated(data);
  test_extremes(one);
  nn_dataset_free(data);
  nn_dataset_free(one);
  return failures != 0;
}
