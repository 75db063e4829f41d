/* A trainer's state: another goes on with it to the bit, or refuses it. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "../../core/trainer.h"
#include "check.h"

/* Three windows of an epoch's order, the last one short. */
enum { DIGITS = 2 * NN_WINDOW + 100 };

static nn_dataset *data;

static const nn_trainer_options how = {.batch_size = 64,
                                       .optimizer = NN_ADAMW,
                                       .learning_rate = 0.003f,
                                       .momentum = 0.9f,
                                       .weight_decay = 0.01f,
                                       .schedule = NN_COSINE,
                                       .first_cycle = 10,
                                       .total_steps = 200,
                                       .augment = {.shear = 0.1f},
                                       .noise = 0.1f,
                                       .seed = 3};

static nn_network *network(void) {
  const int width = 3;
  return checked(nn_network_new(
      &width, 1, (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 1));
}

/* Whether steps + 30 steps come to the same in one trainer and in two. */
static int goes_on(int steps) {
  nn_network *whole = network(), *halves = network();
  nn_trainer *one = checked(nn_trainer_new(whole, data, &how));
  nn_trainer *first = checked(nn_trainer_new(halves, data, &how));
  nn_trainer *second = checked(nn_trainer_new(halves, data, &how));
  nn_trainer_state state;
  size_t size, same_size;
  nn_trainer_train(one, steps + 30);
  nn_trainer_train(first, steps);
  nn_trainer_get_state(first, &state);
  const int is_set = nn_trainer_set_state(second, &state);
  float *to = nn_trainer_moments(second, &size);
  const float *from = nn_trainer_moments(first, &same_size);
  memcpy(to, from, size * sizeof *to);
  nn_trainer_train(second, 30);
  const int same =
      is_set && size == 2 * halves->stored && size == same_size &&
      nn_trainer_steps(second) == steps + 30 &&
      nn_trainer_rate(second) == nn_trainer_rate(one) &&
      nn_network_fingerprint(whole) == nn_network_fingerprint(halves);
  nn_trainer_free(second);
  nn_trainer_free(first);
  nn_trainer_free(one);
  nn_network_free(halves);
  nn_network_free(whole);
  return same;
}

/* Whether a trainer refuses a state, and is what it was. */
static int refuses(nn_trainer *trainer, nn_trainer_state state) {
  nn_trainer_state before, after;
  nn_trainer_get_state(trainer, &before);
  const int is_set = nn_trainer_set_state(trainer, &state);
  nn_trainer_get_state(trainer, &after);
  return !is_set && memcmp(&before, &after, sizeof before) == 0;
}

static void test_refused(void) {
  nn_network *net = network();
  nn_trainer *trainer = checked(nn_trainer_new(net, data, &how));
  nn_trainer_state good;
  nn_trainer_train(trainer, 40); /* into the second window */
  nn_trainer_get_state(trainer, &good);
  nn_trainer_state bad[7];
  for (size_t i = 0; i < 7; i++) bad[i] = good;
  bad[0].order_count = DIGITS + 1;
  bad[1].order_epoch = 0;
  bad[2].order_runs_done = 0;
  bad[3].order_runs_done = DIGITS;
  bad[4].order_runs_done = 65;
  bad[5].order_next = NN_WINDOW + 1;
  bad[6] = (nn_trainer_state){.order_next = 1};
  int refused = 1;
  for (size_t i = 0; i < 7; i++) refused &= refuses(trainer, bad[i]);
  check(refused, "numbers of an order that do not belong together are refused");
  check(nn_trainer_set_state(trainer, &good), "its own are not");
  nn_trainer_free(trainer);
  nn_network_free(net);
}

/* The rate after `steps` of `training`, whose learning rate is 1. */
static float rate_after(nn_trainer_options training, int steps) {
  nn_network *net = network();
  training.batch_size = 1;
  training.learning_rate = 0;
  nn_trainer *trainer = checked(nn_trainer_new(net, data, &training));
  nn_trainer_train(trainer, steps);
  nn_trainer_set_rate(trainer, 1);
  const float rate = nn_trainer_rate(trainer);
  nn_trainer_free(trainer);
  nn_network_free(net);
  return rate;
}

static int is_near(float a, float b) { return fabsf(a - b) < 1e-6f; }

static void test_rates(void) {
  const nn_trainer_options cycles = {.schedule = NN_COSINE, .first_cycle = 4};
  const nn_trainer_options once = {.schedule = NN_COSINE, .total_steps = 4};
  const nn_trainer_options ended = {
      .schedule = NN_COSINE, .first_cycle = 4, .total_steps = 8};
  check(is_near(rate_after(cycles, 2), 0.5f) && rate_after(cycles, 4) == 1 &&
            is_near(rate_after(cycles, 8), 0.5f) && rate_after(cycles, 12) == 1,
        "each cycle is twice as long as the one before");
  check(is_near(rate_after(once, 2), 0.5f) && rate_after(once, 4) == 0 &&
            rate_after(once, 9) == 0,
        "one cycle ends at zero and stays there");
  check(is_near(rate_after(ended, 6), 0.5f) && rate_after(ended, 8) == 0,
        "the last cycle is as long as there are steps left");
}

/* A few digits, again and again: what they are does not matter here. */
static void make_data(void) {
  enum { DRAWN = 50 };
  static uint8_t pixels[DRAWN][NN_PIXELS];
  uint8_t labels[DRAWN];
  size_t at;
  data = checked(nn_dataset_new());
  for (int i = 0; i < DIGITS; i++) {
    const int d = i % DRAWN;
    if (i < DRAWN)
      labels[d] = (uint8_t)nn_handwriting(pixels[d], 1, (uint64_t)i);
    if (nn_dataset_append(data, pixels[d], labels + d, 1, &at) != NN_DATA_OK) {
      exit(1);
    }
  }
}

int main(void) {
  make_data();
  check(goes_on(0), "a trainer goes on from before its first step");
  check(goes_on(7) && goes_on(33), "from the middle of an epoch");
  check(goes_on(75), "and from a later one");
  test_refused();
  test_rates();
  nn_dataset_free(data);
  return failures != 0;
}
