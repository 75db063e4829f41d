/*
 * One training run on built-in handwriting, as its arguments say, key=value
 * with the names of nn_trainer_settings; prints the network's fingerprint.
 *
 *   run layers=784-16-16-10 optimizer=adamw augment.shift=2 …
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "../../core/trainer.h"

static int argument_count;
static char **arguments;

static void fail(const char *why) {
  (void)fprintf(stderr, "%s\n", why);
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

/* The index of the word that `key` was set to; 0 when it was not. */
static int choice(const char *key, const nn_list *list) {
  const char *value = given(key);
  const int index = value ? nn_list_find(list, value) : 0;
  if (index < 0) fail(key);
  return index;
}

static nn_network *network(void) {
  int sizes[NN_MAX_LAYERS + 1], count = 0;
  const char *next = given("layers");
  if (!next) fail("layers");
  while (*next && count <= NN_MAX_LAYERS) {
    char *end;
    sizes[count++] = (int)strtol(next, &end, 10);
    next = *end == '-' ? end + 1 : end;
  }
  const nn_functions functions = {choice("hidden", &nn_activation_list),
                                  choice("output", &nn_output_list),
                                  choice("cost", &nn_cost_list)};
  return nn_network_new(sizes + 1, count - 2, functions,
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

/* One setting's numbers, "noiseKinds.uniform" being one of an array's. */
static double *put_numbers(double *next, const nn_setting *setting) {
  if (setting->choices) {
    *next++ = choice(setting->name, setting->choices);
  } else if (!setting->each) {
    const int is_grouped = strchr(setting->name, '.') != NULL;
    *next++ = number(setting->name, is_grouped ? 0 : setting->usual);
  }
  for (int i = 0; setting->each && i < setting->each->count; i++) {
    char key[64];
    (void)snprintf(key, sizeof key, "%s.%s", setting->name,
                   nn_list_name(setting->each, i));
    *next++ = number(key, 0);
  }
  return next;
}

static nn_trainer_options training(void) {
  double numbers[64], *next = numbers;
  nn_trainer_options options;
  if (nn_settings_size(&nn_trainer_settings) > 64) fail("too many settings");
  for (int i = 0; i < nn_trainer_settings.count; i++) {
    next = put_numbers(next, &nn_trainer_settings.settings[i]);
  }
  nn_settings_read(&nn_trainer_settings, &options, numbers);
  return options;
}

int main(int argc, char **argv) {
  argument_count = argc;
  arguments = argv;
  const nn_trainer_options options = training();
  nn_network *net = network();
  nn_dataset *data = handwriting((int)number("digits", 1000));
  nn_trainer *trainer =
      net && data ? nn_trainer_new(net, data, &options) : NULL;
  if (!trainer) fail("no memory");
  nn_trainer_train(trainer, (int)number("steps", 1000));
  printf("%016" PRIx64 "\n", nn_network_fingerprint(net));
  nn_trainer_free(trainer);
  nn_dataset_free(data);
  nn_network_free(net);
  return 0;
}
