/*
 * libFuzzer over the options of trainers and attacks, through the tables that
 * describe them: a few steps on a small network end with a finite cost and
 * finite parameters, or with a cost that is none; an attack stays within its
 * epsilon; a state that a trainer refuses changes nothing.
 *
 * An input is numbers, each a byte (0: the least, 1: the most, 2: the default)
 * or three (a part of the range, in 65536ths): the images', the network's,
 * those of the two tables, the state's. What an input leaves out is the least.
 */
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/attack.h"
#include "../../core/trainer.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

enum { IMAGES = 5, MOST_NUMBERS = 64, BATCH = 3 };

/* Groups of settings that an input gives; what it leaves out is all 0. */
enum { HAS_AUGMENT = 1, HAS_HARDENING = 2 };

typedef struct {
  const uint8_t *bytes;
  size_t left;
} reader;

static void demand(int holds) {
  if (!holds) abort();
}

static void *demanded(void *memory) {
  demand(memory != NULL);
  return memory;
}

static uint8_t next_byte(reader *from) {
  if (from->left == 0) return 0;
  from->left--;
  return *from->bytes++;
}

static int next_below(reader *from, int n) { return next_byte(from) % n; }

static double next_number(reader *from, double low, double high, double usual) {
  const uint8_t first = next_byte(from);
  if (first == 0) return low;
  if (first == 1) return high;
  if (first == 2) return usual;
  const unsigned part = next_byte(from) | (unsigned)next_byte(from) << 8;
  const double x = (high - low) * part / 65536;
  /* Most ranges are of many magnitudes: 64 of them, from the least up. */
  return low + (first & 1 ? x : ldexp(x, -(first >> 2)));
}

static int is_whole(const nn_setting *setting) {
  return setting->storage != NN_FLOAT && setting->storage != NN_DOUBLE;
}

static int is_left_out(const nn_setting *setting, int groups) {
  if (strncmp(setting->name, "augment.", 8) == 0) {
    return !(groups & HAS_AUGMENT);
  }
  return strncmp(setting->name, "harden.", 7) == 0 && !(groups & HAS_HARDENING);
}

/* A number for each value of a setting, within its range. */
static double *put_numbers(reader *from, const nn_setting *setting,
                           double *next) {
  const int count = setting->each ? setting->each->count : 1;
  for (int i = 0; i < count; i++) {
    double x = setting->choices ? next_below(from, setting->choices->count)
                                : next_number(from, setting->low, setting->high,
                                              setting->usual);
    *next++ = is_whole(setting) ? floor(x) : x;
  }
  return next;
}

/* Options as engine.js passes them. */
static void read_options(reader *from, const nn_settings *table, void *to) {
  const int groups = next_byte(from);
  double numbers[MOST_NUMBERS], *next = numbers;
  demand(nn_settings_size(table) <= MOST_NUMBERS);
  for (int s = 0; s < table->count; s++) {
    const nn_setting *setting = &table->settings[s];
    if (is_left_out(setting, groups)) {
      *next++ = 0;
    } else {
      next = put_numbers(from, setting, next);
    }
  }
  nn_settings_read(table, to, numbers);
}

/* One image at least: white, black, a gradient, one pixel; one is no digit. */
static nn_dataset *next_images(reader *from) {
  static uint8_t images[IMAGES][NN_PIXELS];
  const uint8_t labels[IMAGES] = {0, 9, 3, NN_NOT_A_DIGIT, 5};
  const int count = 1 + next_below(from, IMAGES);
  nn_dataset *data = demanded(nn_dataset_new());
  size_t at;
  memset(images[0], 255, NN_PIXELS);
  for (int i = 0; i < NN_PIXELS; i++) images[2][i] = (uint8_t)(i % 251);
  images[3][400] = 1;
  memset(images[4] + 300, 200, 100);
  for (int i = 0; i < count; i++) {
    const int which = (i + next_byte(from)) % IMAGES;
    demand(nn_dataset_append(data, images[which], &labels[which], 1, &at) ==
           NN_DATA_OK);
  }
  return data;
}

static nn_network *next_network(reader *from) {
  int hidden[2];
  const int count = next_below(from, 3);
  for (int l = 0; l < 2; l++) hidden[l] = 1 + next_below(from, 5);
  const nn_functions functions = {next_below(from, nn_activation_list.count),
                                  next_below(from, nn_output_list.count),
                                  next_below(from, nn_cost_list.count)};
  return demanded(nn_network_new(hidden, count, functions, next_byte(from)));
}

/* A cost that is finite is that of a network that is. */
static void train(nn_trainer *trainer, const nn_network *net, int count) {
  const double before = nn_trainer_steps(trainer);
  const double cost = nn_trainer_train(trainer, count);
  const double taken = nn_trainer_steps(trainer) - before;
  demand(taken >= 0 && taken <= count);
  if (!isfinite(cost)) return;
  demand(cost >= 0 && taken == count && nn_network_is_finite(net));
  demand(isfinite(nn_trainer_rate(trainer)));
}

static void set_state(reader *from, nn_trainer *trainer) {
  const double most = UINT32_MAX;
  nn_trainer_state old, now;
  nn_trainer_get_state(trainer, &old);
  const nn_trainer_state state = {
      .steps = floor(next_number(from, 0, 1e12, old.steps)),
      .beta1_power = next_number(from, 0, 1, old.beta1_power),
      .beta2_power = next_number(from, 0, 1, old.beta2_power),
      .random_counter = floor(next_number(from, 0, 1e15, 7)),
      .order_count = floor(next_number(from, 0, most, old.order_count)),
      .order_epoch = floor(next_number(from, 0, most, old.order_epoch)),
      .order_runs_done = floor(next_number(from, 0, most, old.order_runs_done)),
      .order_next = floor(next_number(from, 0, most, old.order_next))};
  const int is_set = nn_trainer_set_state(trainer, &state);
  nn_trainer_get_state(trainer, &now);
  demand(memcmp(&now, is_set ? &state : &old, sizeof now) == 0);
}

static void attack(reader *from, const nn_network *net,
                   const nn_dataset *data) {
  float scratch[3 * NN_PIXELS];
  float *pixels = scratch, *attacked = scratch + NN_PIXELS;
  nn_attack_options options;
  read_options(from, &nn_attack_settings, &options);
  if (options.steps > 2) options.steps = 2;
  nn_workspace *workspace = demanded(nn_workspace_new(net, 1));
  const int right =
      nn_network_robustness(net, workspace, data, 0, 1, scratch, &options);
  demand(right == 0 || right == 1);
  for (int i = 0; i < NN_PIXELS; i++) {
    const float change = attacked[i] - pixels[i];
    demand(attacked[i] >= 0 && attacked[i] <= 1);
    demand(fabsf(change) <= (float)options.epsilon * 1.0001f + 1e-7f);
  }
  nn_workspace_free(workspace);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  reader from = {bytes, size};
  nn_trainer_options options;
  nn_dataset *data = next_images(&from);
  nn_network *net = next_network(&from);
  read_options(&from, &nn_trainer_settings, &options);
  /* The largest are tests/core/extremes_test.c's, once. */
  options.batch_size = 1 + options.batch_size % BATCH;
  options.hardening.steps = 1 + options.hardening.steps % 2;
  nn_trainer *trainer = demanded(nn_trainer_new(net, data, &options));
  train(trainer, net, 1);
  set_state(&from, trainer);
  train(trainer, net, 1);
  attack(&from, net, data);
  nn_trainer_free(trainer);
  nn_network_free(net);
  nn_dataset_free(data);
  return 0;
}
