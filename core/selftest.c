#include "selftest.h"

#include "handwriting.h"
#include "trainer.h"

enum { DIGITS = 128, STEPS = 60, RUNS = 2 };

typedef struct {
  int width; /* of the one hidden layer */
  nn_functions functions;
  nn_trainer_options options;
  uint64_t fingerprint; /* after STEPS; tests/core/lib.test.js knows it too */
} run;

/* A narrow and a wide first layer, and what else differs in arithmetic. */
static const run runs[RUNS] = {
    {.width = 12,
     .functions = {NN_SIGMOID, NN_SIGMOID_OUTPUT, NN_QUADRATIC},
     .options = {.batch_size = 8,
                 .optimizer = NN_SGD,
                 .learning_rate = 1,
                 .weight_decay = 0.001f,
                 .seed = 1},
     .fingerprint = 0xff0fcf8329ee0275u},
    {.width = 68,
     .functions = {NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY},
     .options = {.batch_size = 8,
                 .optimizer = NN_ADAMW,
                 .learning_rate = 0.01f,
                 .momentum = 0.9f,
                 .weight_decay = 0.01f,
                 .schedule = NN_COSINE,
                 .total_steps = 2 * STEPS,
                 .augment = {.shift = 1, .rotate = 0.1f, .elastic = 0.5f},
                 .seed = 1},
     .fingerprint = 0xecd7e4961a7b11a3u},
};

/* The first DIGITS digits of built-in handwriting; NULL without memory. */
static nn_dataset *handwriting(void) {
  nn_dataset *data = nn_dataset_new();
  for (int i = 0; data && i < DIGITS; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
    size_t at;
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) {
      nn_dataset_free(data);
      return NULL;
    }
  }
  return data;
}

static int is_right(const run *r, const nn_dataset *data) {
  nn_network *net = nn_network_new(&r->width, 1, r->functions, 1);
  nn_trainer *trainer = net ? nn_trainer_new(net, data, &r->options) : NULL;
  if (trainer) nn_trainer_train(trainer, STEPS);
  int right = trainer && nn_network_fingerprint(net) == r->fingerprint;
  if (trainer) nn_trainer_free(trainer);
  nn_network_free(net);
  return right;
}

int nn_selftest(void) {
  int wrong = 0;
  nn_dataset *data = handwriting();
  for (int i = 0; i < RUNS; i++) {
    if (!data || !is_right(&runs[i], data)) wrong |= 1 << i;
  }
  if (data) nn_dataset_free(data);
  return wrong;
}
