/*
 * One training run on built-in handwriting, as its arguments say, key=value
 * with the names of wasm/trainer.js; the parameters, in canonical order, go to
 * standard output as floats.
 *
 *   run layers=784-16-16-10 optimizer=adamw augment.shift=2 …
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "../../core/trainer.h"

static int argument_count;
static char **arguments;

static void fail(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(1);
}

/* What `key` was set to, else NULL. */
static const char *given(const char *key) {
  const size_t length = strlen(key);
  for (int i = 1; i < argument_count; i++) {
    const char *argument = arguments[i];
    if (strncmp(argument, key, length) == 0 && argument[length] == '=') {
      return argument + length + 1;
    }
  }
  return NULL;
}

static double number(const char *key, double otherwise) {
  const char *value = given(key);
  return value ? strtod(value, NULL) : otherwise;
}

/* The place of a word among `words`; 0 when it is not given. */
static int choice(const char *key, const char *const *words, int count) {
  const char *value = given(key);
  for (int i = 0; value && i < count; i++) {
    if (strcmp(value, words[i]) == 0) return i;
  }
  if (value) fail(key);
  return 0;
}

static nn_network *network(void) {
  static const char *const hiddens[] = {"sigmoid", "relu", "step"};
  static const char *const outputs[] = {"sigmoid", "softmax"};
  static const char *const costs[] = {"quadratic", "cross-entropy"};
  int sizes[NN_MAX_LAYERS + 1], count = 0;
  const char *next = given("layers");
  if (!next) fail("layers");
  while (*next && count <= NN_MAX_LAYERS) {
    char *end;
    sizes[count++] = (int)strtol(next, &end, 10);
    next = *end == '-' ? end + 1 : end;
  }
  return nn_network_new(sizes, count, (nn_hidden)choice("hidden", hiddens, 3),
                        (nn_output)choice("output", outputs, 2),
                        (nn_cost)choice("cost", costs, 2),
                        (uint64_t)number("seed", 1));
}

static nn_dataset *handwriting(int count) {
  nn_dataset *data = nn_dataset_new();
  size_t at;
  for (int i = 0; data && i < count; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) {
      fail("no memory");
    }
  }
  return data;
}

static nn_trainer_options training(void) {
  static const char *const optimizers[] = {"sgd", "momentum", "adam", "adamw"};
  static const char *const schedules[] = {"constant", "cosine"};
  const int optimizer = choice("optimizer", optimizers, 4);
  return (nn_trainer_options){
      .batch_size = (int)number("batchSize", 32),
      .optimizer = optimizer > NN_ADAM ? NN_ADAM : (nn_optimizer)optimizer,
      .decoupled = optimizer > NN_ADAM,
      .learning_rate = (float)number("learningRate", 1),
      .momentum = (float)number("momentum", 0.9),
      .weight_decay = (float)number("weightDecay", 0),
      .schedule = (nn_schedule)choice("schedule", schedules, 2),
      .total_steps = number("totalSteps", 0),
      .first_cycle = number("firstCycle", 0),
      .warm_up = number("warmUp", 0),
      .augment = {.shift = (float)number("augment.shift", 0),
                  .rotate = (float)number("augment.rotate", 0),
                  .scale = (float)number("augment.scale", 0),
                  .shear = (float)number("augment.shear", 0),
                  .elastic = (float)number("augment.elastic", 0)},
      .noise = (float)number("noise", 0),
      .hardening = {.share = (float)number("harden.share", 0),
                    .epsilon = (float)number("harden.epsilon", 0),
                    .steps = (int)number("harden.steps", 7)},
      .seed = (uint64_t)number("seed", 1)};
}

int main(int argc, char **argv) {
  argument_count = argc;
  arguments = argv;
  const nn_trainer_options how = training();
  nn_network *net = network();
  nn_dataset *data = handwriting((int)number("digits", 1000));
  nn_trainer *trainer = net && data ? nn_trainer_new(net, data, &how) : NULL;
  const size_t count = net ? (size_t)nn_network_parameter_count(net) : 0;
  float *values = malloc(count * sizeof *values);
  if (!trainer || !values) fail("no memory");
  nn_trainer_train(trainer, (int)number("steps", 1000));
  nn_network_to_canonical(net, values, net->parameters);
  const int written = fwrite(values, sizeof *values, count, stdout) == count;
  free(values);
  nn_trainer_free(trainer);
  nn_dataset_free(data);
  nn_network_free(net);
  return !written;
}
