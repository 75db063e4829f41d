#include "trainer.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>

#include "attack.h"
#include "elementary.h"
#include "random.h"

#define MAX_STEPS 1e12
#define PI 3.14159265358979323846

static double constant(const nn_trainer_options *options, double steps) {
  (void)options, (void)steps;
  return 1;
}

static double cosine(const nn_trainer_options *options, double steps) {
  const double cycle = (double)options->first_cycle;
  const double total = (double)options->total_steps;
  double start = 0, length = cycle > 0 ? cycle : total;
  while (cycle > 0 && steps >= start + length) {
    start += length;
    length *= 2;
  }
  if (total > 0 && start + length > total) length = total - start;
  const double done = (steps - start) / length;
  return done < 1 ? 0.5 * (1 + nn_cos(PI * done)) : 0;
}

const nn_schedule nn_schedules[] = {
    [NN_CONSTANT] = {"constant", constant},
    [NN_COSINE] = {"cosine", cosine},
};
const nn_list nn_schedule_list = NN_LIST("schedules", nn_schedules);

#define NUMBER(...) NN_NUMBER(nn_trainer_options, __VA_ARGS__)
#define CHOICE(...) NN_CHOICE(nn_trainer_options, __VA_ARGS__)

/* Member, name, unit, least, most, default. */
static const nn_setting settings[] = {
    NUMBER(batch_size, "batchSize", "examples", 1, NN_MAX_BATCH, 32),
    CHOICE(optimizer, "optimizer", &nn_optimizer_list),
    NUMBER(learning_rate, "learningRate", "", 0, 1e6, 1),
    NUMBER(momentum, "momentum", "", 0, 0.9999, 0.9),
    NUMBER(weight_decay, "weightDecay", "", 0, 1e6, 0),
    CHOICE(schedule, "schedule", &nn_schedule_list),
    NUMBER(total_steps, "totalSteps", "steps", 0, MAX_STEPS, 0),
    NUMBER(first_cycle, "firstCycle", "steps", 0, MAX_STEPS, 0),
    NUMBER(warm_up, "warmUp", "steps", 0, MAX_STEPS, 0),
    NUMBER(augment.shift, "augment.shift", "pixels", 0, 28, 0),
    NUMBER(augment.rotate, "augment.rotate", "radians", 0, PI, 0),
    NUMBER(augment.scale, "augment.scale", "fraction", 0, 0.9, 0),
    NUMBER(augment.shear, "augment.shear", "fraction", 0, 1, 0),
    NUMBER(augment.elastic, "augment.elastic", "pixels", 0, 10, 0),
    NUMBER(noise, "noise", "fraction", 0, 1, 0),
    {.name = "noiseKinds",
     .unit = "times",
     NN_MEMBER(nn_trainer_options, noise_kinds[0]),
     .high = 255,
     .each = &nn_noise_list},
    NUMBER(hardening.fraction, "harden.share", "fraction", 0, 1, 1),
    NUMBER(hardening.epsilon, "harden.epsilon", "", 0, 1, 0.1),
    NUMBER(hardening.steps, "harden.steps", "steps", 1, 1000, 7),
    NUMBER(seed, "seed", "", 0, NN_MAX_SEED, 1),
};
const nn_settings nn_trainer_settings = {"trainer", settings,
                                         sizeof settings / sizeof *settings};

nn_trainer_options nn_trainer_defaults(void) {
  nn_trainer_options options;
  memset(&options, 0, sizeof options);
  nn_settings_default(&nn_trainer_settings, &options);
  return options;
}

/* Examples that are computed for a batch, not read from the data. */
typedef struct {
  uint16_t *indices; /* (B, 784) */
  uint8_t *values;   /* (B, 784) */
  float *pixels;     /* (B, 784); with `attacked`, `gradients`: for hardening */
  float *attacked;
  float *gradients;
} nn_synthetic;

struct nn_trainer {
  nn_network *net;
  const nn_dataset *data;
  nn_trainer_options options;
  double steps;
  double beta1_power, beta2_power; /* β₁ᵗ, β₂ᵗ */
  nn_order order;
  nn_random random;
  nn_workspace *workspace;
  nn_step_scratch *scratch;
  float *moments; /* m, then v, in core's layout: what the optimiser has */
  nn_row *rows;   /* (B) */
  uint8_t *labels;
  nn_synthetic synthetic;
};

static int augments(const nn_augment *a) {
  return a->shift != 0 || a->rotate != 0 || a->scale != 0 || a->shear != 0 ||
         a->elastic != 0;
}

static int allocate_made(nn_trainer *t, size_t B) {
  const nn_trainer_options *options = &t->options;
  const size_t pixels = B * NN_PIXELS;
  const int hardens = options->hardening.fraction > 0;
  if (!augments(&options->augment) && !(options->noise > 0) && !hardens)
    return 1;
  t->synthetic.indices = malloc(pixels * sizeof(uint16_t));
  t->synthetic.values = malloc(pixels);
  if (!t->synthetic.indices || !t->synthetic.values) return 0;
  if (!hardens) return 1;
  t->synthetic.pixels = malloc(3 * pixels * sizeof(float));
  if (!t->synthetic.pixels) return 0;
  t->synthetic.attacked = t->synthetic.pixels + pixels;
  t->synthetic.gradients = t->synthetic.attacked + pixels;
  return 1;
}

static int allocate(nn_trainer *t) {
  const size_t B = (size_t)t->options.batch_size;
  t->workspace = nn_workspace_new(t->net, t->options.batch_size);
  t->scratch = nn_step_scratch_new(t->net, t->options.batch_size);
  const int moments = nn_optimizers[t->options.optimizer].moments;
  t->moments = calloc((size_t)moments * t->net->stored + 1, sizeof(float));
  t->rows = malloc(B * sizeof(nn_row));
  t->labels = malloc(B);
  return t->workspace && t->scratch && t->moments && t->rows && t->labels &&
         allocate_made(t, B);
}

static uint32_t noise_kind_sum(const nn_trainer_options *options) {
  uint32_t sum = 0;
  for (int kind = 0; kind < NN_NOISE_KINDS; kind++) {
    sum += options->noise_kinds[kind];
  }
  return sum;
}

nn_trainer *nn_trainer_new(nn_network *net, const nn_dataset *data,
                           const nn_trainer_options *options) {
  const uint32_t noise_sum = noise_kind_sum(options);
  nn_trainer *t = calloc(1, sizeof *t);
  if (!t) return NULL;
  t->net = net;
  t->data = data;
  t->options = *options;
  for (int kind = 0; noise_sum == 0 && kind < NN_NOISE_KINDS; kind++) {
    t->options.noise_kinds[kind] =
        (uint8_t)nn_noise_table[kind].taught_by_default;
  }
  t->beta1_power = t->beta2_power = 1;
  t->random = nn_random_seeded(options->seed, 0x747261696eu);
  nn_order_start(&t->order, options->seed);
  if (allocate(t)) return t;
  nn_trainer_free(t);
  return NULL;
}

void nn_trainer_free(nn_trainer *t) {
  if (!t) return;
  nn_workspace_free(t->workspace);
  nn_step_scratch_free(t->scratch);
  free(t->moments);
  free(t->rows);
  free(t->labels);
  free(t->synthetic.indices);
  free(t->synthetic.values);
  free(t->synthetic.pixels);
  free(t);
}

double nn_trainer_steps(const nn_trainer *t) { return t->steps; }

void nn_trainer_set_rate(nn_trainer *t, float learning_rate) {
  t->options.learning_rate = learning_rate;
}

float nn_trainer_rate(const nn_trainer *t) {
  const nn_trainer_options *options = &t->options;
  const double warm_up = (double)options->warm_up;
  double factor = nn_schedules[options->schedule].factor(options, t->steps);
  if (t->steps < warm_up) factor *= (t->steps + 1) / (warm_up + 1);
  return options->learning_rate * (float)factor;
}

/* A byte image (784) becomes example b. */
static nn_row made_row(nn_trainer *t, int b, const uint8_t *pixels) {
  const size_t at = (size_t)b * NN_PIXELS;
  return nn_row_pack(t->synthetic.indices + at, t->synthetic.values + at,
                     pixels);
}

static void to_bytes(uint8_t *bytes, const float *pixels) {
  for (int j = 0; j < NN_PIXELS; j++) {
    bytes[j] = (uint8_t)(pixels[j] * 255.0f + 0.5f);
  }
}

static uint64_t random_seed(nn_random *random) {
  uint64_t high = nn_random_u32(random);
  return high << 32 | nn_random_u32(random);
}

/* Any kind that is taught, as often as it is to be. */
static nn_noise_kind random_kind(nn_trainer *t) {
  uint32_t left = nn_random_below(&t->random, noise_kind_sum(&t->options));
  int kind = 0;
  while (left >= t->options.noise_kinds[kind])
    left -= t->options.noise_kinds[kind++];
  return (nn_noise_kind)kind;
}

/* Noise, labelled "not a digit". */
static nn_row noise_row(nn_trainer *t, int b) {
  float pixels[NN_PIXELS], base[NN_PIXELS];
  uint8_t bytes[NN_PIXELS];
  uint32_t count = (uint32_t)t->data->count;
  int source = (int)nn_random_below(&t->random, count);
  const nn_noise_kind kind = random_kind(t);
  if (nn_noise_table[kind].transforms_digits) {
    nn_row_floats(base, nn_dataset_row(t->data, source));
  }
  nn_noise_image(pixels, kind, random_seed(&t->random), 0, base);
  to_bytes(bytes, pixels);
  return made_row(t, b, bytes);
}

/*
 * Reads a byte of every 64 of the rows, so that the caches fetch the lines of
 * all rows side by side instead of one after the other as they are used.
 */
static void fetch(const nn_row *rows, int B) {
  for (int b = 0; b < B; b++) {
    const volatile uint8_t *at = (const volatile uint8_t *)rows[b].indices;
    const volatile uint8_t *end = rows[b].values + rows[b].count;
    for (; at < end; at += 64) (void)*at;
  }
}

/* Digits from the front, distorted in groups, and noise from the back. */
static void pick_examples(nn_trainer *t) {
  int digits = 0, noise = t->options.batch_size;
  while (digits < noise) {
    if (t->options.noise > 0 &&
        nn_random_uniform(&t->random) < t->options.noise) {
      noise--;
      t->rows[noise] = noise_row(t, noise);
      t->labels[noise] = NN_NOT_A_DIGIT;
      continue;
    }
    int i = (int)nn_order_next(&t->order, (uint32_t)t->data->count);
    t->labels[digits] = t->data->labels[i];
    t->rows[digits++] = nn_dataset_row(t->data, i);
  }
  fetch(t->rows, digits);
  if (!augments(&t->options.augment)) return;
  nn_augment_rows(t->rows, t->synthetic.indices, t->synthetic.values, digits,
                  nn_augment_group(t->options.batch_size), &t->options.augment,
                  random_seed(&t->random), 0);
}

/* Replaces digits of the batch by what fools the network as it is now. */
static void attack_examples(nn_trainer *t) {
  const nn_hardening *options = &t->options.hardening;
  int chosen[NN_MAX_BATCH], count = 0;
  uint8_t labels[NN_MAX_BATCH], bytes[NN_PIXELS];
  int most = (int)(options->fraction * (float)t->options.batch_size + 0.5f);
  for (int b = 0; b < t->options.batch_size && count < most; b++) {
    if (t->labels[b] == NN_NOT_A_DIGIT) continue;
    nn_row_floats(t->synthetic.pixels + (size_t)count * NN_PIXELS, t->rows[b]);
    labels[count] = t->labels[b];
    chosen[count++] = b;
  }
  const nn_attack_options attack = {
      .method = NN_PGD,
      .steps = options->steps,
      .epsilon = (double)options->epsilon,
      .step_size = (double)(2.5f * options->epsilon / (float)options->steps),
      .target = -1,
      .seed = random_seed(&t->random)};
  nn_network_attack(t->net, t->workspace, t->synthetic.attacked,
                    t->synthetic.gradients, t->synthetic.pixels, labels, count,
                    0, &attack);
  for (int k = 0; k < count; k++) {
    to_bytes(bytes, t->synthetic.attacked + (size_t)k * NN_PIXELS);
    t->rows[chosen[k]] = made_row(t, chosen[k], bytes);
  }
}

static nn_update next_update(nn_trainer *t) {
  const nn_trainer_options *options = &t->options;
  const nn_optimizer *optimizer = &nn_optimizers[options->optimizer];
  const float rate = nn_trainer_rate(t), decay = options->weight_decay;
  nn_update u = {
      .weights = t->net->parameters,
      .m = t->moments,
      .v = t->moments + (optimizer->moments > 1 ? t->net->stored : 0),
      .inverse_batch = 1.0f / (float)options->batch_size,
      .rate = rate,
      .decay = optimizer->is_decoupled ? 0 : decay,
      .decay_factor = optimizer->is_decoupled ? 1 - rate * decay : 1,
      .beta1 = options->momentum,
      .beta2 = NN_BETA2};
  if (optimizer->is_corrected) {
    t->beta1_power *= (double)u.beta1;
    t->beta2_power *= (double)u.beta2;
    u.rate = (float)((double)rate / (1 - t->beta1_power));
    u.v_correction = (float)__builtin_sqrt(1 / (1 - t->beta2_power));
  }
  return u;
}

static int is_finite(double x) { return x - x == 0; }

/* One mini-batch; returns its mean cost. */
static double step(nn_trainer *t) {
  const int B = t->options.batch_size;
  pick_examples(t);
  if (t->options.hardening.fraction > 0) attack_examples(t);
  nn_network_forward_rows(t->net, t->workspace, t->rows, B);
  double cost = nn_network_costs(t->net, t->workspace, t->labels, B, 1) / B;
  if (!is_finite(cost)) return cost;
  nn_network_backward(t->net, t->workspace, B);
  const nn_update update = next_update(t);
  nn_gradient_step(t->net, t->workspace, t->rows, t->scratch,
                   &nn_optimizers[t->options.optimizer], &update, B);
  t->steps += 1;
  return cost;
}

double nn_trainer_train(nn_trainer *t, int count) {
  double total = 0;
  assert(t->data->count > 0);
  for (int s = 0; s < count; s++) {
    const double cost = step(t);
    if (!is_finite(cost)) return cost;
    total += cost;
  }
  if (!nn_network_is_finite(t->net)) return (double)NAN;
  return count > 0 ? total / count : 0;
}

void nn_trainer_get_state(const nn_trainer *t, nn_trainer_state *state) {
  *state = (nn_trainer_state){.steps = t->steps,
                              .beta1_power = t->beta1_power,
                              .beta2_power = t->beta2_power,
                              .random_counter = (double)t->random.counter,
                              .order_count = t->order.count,
                              .order_epoch = t->order.epoch,
                              .order_runs_done = t->order.runs_done,
                              .order_next = t->order.next};
}

int nn_trainer_set_state(nn_trainer *t, const nn_trainer_state *state) {
  nn_order order = {.seed = t->order.seed};
  assert(state->steps >= 0 && state->random_counter >= 0);
  assert(state->beta1_power >= 0 && state->beta1_power <= 1);
  assert(state->beta2_power >= 0 && state->beta2_power <= 1);
  if (state->order_count > t->data->count ||
      !nn_order_resume(
          &order, (uint32_t)state->order_count, (uint32_t)state->order_epoch,
          (uint32_t)state->order_runs_done, (uint32_t)state->order_next)) {
    return 0;
  }
  t->order = order;
  t->steps = state->steps;
  t->beta1_power = state->beta1_power;
  t->beta2_power = state->beta2_power;
  t->random.counter = (uint64_t)state->random_counter;
  return 1;
}

float *nn_trainer_moments(nn_trainer *t, size_t *size) {
  const int moments = nn_optimizers[t->options.optimizer].moments;
  *size = (size_t)moments * t->net->stored;
  return t->moments;
}
