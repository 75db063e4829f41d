/* The kernels' parameters are the plain loops' to the bit, whatever the widths.
 *
 *   reference_test [STEPS]
 */
#include <stdio.h>

#include "../../core/handwriting.h"
#include "reference.h"

enum { EXAMPLES = 150, MAX_SIZES = 5 };

/* Narrow, odd, padded, in columns, as wide as a cache line and beyond. */
static const int shapes[][MAX_SIZES] = {
    {784, 16, 16, 10}, {784, 10},          {784, 7, 10},
    {784, 13, 3, 10},  {784, 30, 100, 10}, {784, 64, 32, 10},
    {784, 65, 7, 10},  {784, 100, 13, 10}, {784, 130, 4, 20, 10},
    {784, 68, 150, 10}};
enum { SHAPES = sizeof shapes / sizeof *shapes };

static const nn_trainer_options ways[] = {
    {.optimizer = NN_SGD, .learning_rate = 0.5f},
    {.optimizer = NN_SGD, .learning_rate = 0.5f, .weight_decay = 1e-3f},
    {.optimizer = NN_MOMENTUM, .learning_rate = 0.05f, .weight_decay = 1e-3f},
    {.optimizer = NN_ADAM, .learning_rate = 0.003f, .weight_decay = 1e-3f},
    {.optimizer = NN_ADAMW,
     .learning_rate = 0.003f,
     .weight_decay = 0.02f,
     .schedule = NN_COSINE,
     .total_steps = 200,
     .warm_up = 9}};
enum { WAYS = sizeof ways / sizeof *ways };

static const int batches[] = {32, 3, 1};
static const int hiddens[] = {NN_SIGMOID, NN_RELU, NN_STEP, NN_RELU};

static int failures = 0;

static nn_dataset *digits(void) {
  nn_dataset *data = nn_dataset_new();
  size_t at;
  if (data == NULL) exit(1);
  for (int i = 0; i < EXAMPLES; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) exit(1);
  }
  return data;
}

/* The examples that a trainer of the same seed takes next. */
static void pick(float *pixels, uint8_t *labels, nn_order *order,
                 const nn_dataset *data, int B) {
  uint8_t bytes[NN_PIXELS];
  for (int b = 0; b < B; b++) {
    int i = (int)nn_order_next(order, (uint32_t)data->count);
    nn_row_unpack(bytes, nn_dataset_row(data, i));
    labels[b] = data->labels[i];
    for (int j = 0; j < NN_PIXELS; j++) {
      pixels[b * NN_PIXELS + j] = (float)bytes[j] / 255.0f;
    }
  }
}

/* Whether `steps` steps of both end at the same bits, and somewhere else. */
static int agree(nn_network *net, const nn_dataset *data,
                 const nn_trainer_options *how, int steps) {
  static float pixels[REFERENCE_BATCH * NN_PIXELS];
  uint8_t labels[REFERENCE_BATCH];
  const int count = nn_network_parameter_count(net);
  const size_t size = (size_t)count * sizeof(float);
  float *expected = reference_room(count), *found = reference_room(count);
  const uint64_t start = nn_network_fingerprint(net);
  reference plain = reference_of(net, how);
  nn_trainer *trainer = nn_trainer_new(net, data, how);
  nn_order order;
  if (trainer == NULL) exit(1);
  nn_order_start(&order, how->seed);
  for (int s = 0; s < steps; s++) {
    pick(pixels, labels, &order, data, how->batch_size);
    reference_step(&plain, pixels, labels, nn_trainer_rate(trainer));
    nn_trainer_train(trainer, 1);
  }
  reference_canonical(&plain, expected);
  nn_network_to_canonical(net, found, net->parameters);
  const int same = memcmp(expected, found, size) == 0 &&
                   nn_network_fingerprint(net) != start;
  nn_trainer_free(trainer);
  reference_free(&plain);
  free(expected);
  free(found);
  return same;
}

static void test_case(const int *sizes, int s, int w, const nn_dataset *data,
                      int steps) {
  int size_count = 2;
  nn_trainer_options how = ways[w];
  while (size_count < MAX_SIZES && sizes[size_count] != 0) size_count++;
  how.batch_size = batches[(s + w) % 3];
  how.momentum = 0.9f;
  how.seed = 10 * (uint64_t)s + (uint64_t)w;
  nn_network *net = nn_network_new(
      sizes + 1, size_count - 2,
      (nn_functions){hiddens[(s + w) % 4], w % 2, (s + w / 2) % 2},
      (uint64_t)s + 1);
  if (net == NULL) exit(1);
  const int same = agree(net, data, &how, steps);
  printf("%s width %d, %d layers, batch %d, way %d\n", same ? "ok" : "FAILED",
         sizes[1], size_count - 1, how.batch_size, w);
  failures += !same;
  nn_network_free(net);
}

int main(int argc, char **argv) {
  const int steps = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 6;
  nn_dataset *data = digits();
  for (int s = 0; s < SHAPES; s++) {
    for (int w = 0; w < WAYS; w++) test_case(shapes[s], s, w, data, steps);
  }
  nn_dataset_free(data);
  return failures != 0;
}
