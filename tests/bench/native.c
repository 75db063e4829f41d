/*
 * The core, compiled natively, as a contestant of the bench.
 *
 *   native FOLDER    uncompressed IDX files in FOLDER/, requests on stdin
 *
 * One request a line, one line of JSON in answer:
 *
 *   open HIDDEN OUTPUT COST OPTIMIZER BATCH RATE EXAMPLES N SIZE…
 *   slice step|predict|evaluate SECONDS
 *   check STEPS
 *   close
 *
 * EXAMPLES 0 is all of them. Whatever goes wrong ends the program.
 */
#define _POSIX_C_SOURCE 200809L
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "inference.h"
#include "trainer.h"

enum { EVALUATE_AT_ONCE = 64 };

typedef struct {
  nn_dataset *train, *test;
  float *pixels; /* (test count, 784) in 0…1: what predict is given */
  nn_dataset *some;
  nn_network *net;
  nn_trainer *trainer;
  nn_workspace *one, *many;
  int next; /* the image that predict is given next */
  int call; /* steps or predictions between two looks at the clock */
} contestant;

static void fail(const char *what) {
  fprintf(stderr, "native: %s\n", what);
  exit(1);
}

static void *checked(void *memory) {
  if (!memory) fail("no memory");
  return memory;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

/* A whole file; the caller frees it. */
static uint8_t *read_file(const char *folder, const char *name, size_t *size) {
  char path[4096];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  FILE *file = fopen(path, "rb");
  if (!file) fail(path);
  fseek(file, 0, SEEK_END);
  *size = (size_t)ftell(file);
  rewind(file);
  uint8_t *bytes = checked(malloc(*size));
  if (fread(bytes, 1, *size, file) != *size) fail(path);
  fclose(file);
  return bytes;
}

static nn_dataset *read_digits(const char *folder, const char *images_name,
                               const char *labels_name, float **pixels) {
  size_t images_size, labels_size, at;
  uint8_t *images = read_file(folder, images_name, &images_size);
  uint8_t *labels = read_file(folder, labels_name, &labels_size);
  nn_dataset *data = checked(nn_dataset_new());
  if (nn_dataset_append_idx(data, images, images_size, labels, labels_size,
                            &at) != NN_DATA_OK)
    fail("the IDX files are damaged");
  if (pixels) {
    const size_t count = (size_t)data->count * NN_PIXELS;
    *pixels = checked(malloc(count * sizeof **pixels));
    for (size_t i = 0; i < count; i++)
      (*pixels)[i] = (float)images[images_size - count + i] / 255.0f;
  }
  free(images);
  free(labels);
  return data;
}

/* The same small random parameters as material.js makes. */
static void set_first_parameters(nn_network *net) {
  float *values =
      checked(calloc((size_t)nn_network_parameter_count(net), sizeof *values));
  uint32_t state = 1;
  size_t at = 0;
  for (int l = 0; l < net->layer_count; l++) {
    const int inputs = net->layers[l].inputs, outputs = net->layers[l].outputs;
    const double scale = 1.0 / __builtin_sqrt((double)inputs);
    for (int i = 0; i < inputs * outputs; i++) {
      state = state * 1664525u + 1013904223u;
      values[at++] = (float)(((double)state / 2147483648.0 - 1.0) * scale);
    }
    at += (size_t)outputs;
  }
  nn_network_from_canonical(net, net->parameters, values);
  free(values);
}

/* The next word of the line being read. */
static const char *word(void) {
  const char *found = strtok(NULL, " \n");
  if (!found) fail("a request lacks a word");
  return found;
}

static int is(const char *a, const char *b) { return strcmp(a, b) == 0; }

static void open_net(contestant *c) {
  const int hidden = is(word(), "relu") ? NN_RELU : NN_SIGMOID;
  const int output = is(word(), "softmax") ? NN_SOFTMAX : NN_SIGMOID_OUTPUT;
  const int cost =
      is(word(), "cross-entropy") ? NN_CROSS_ENTROPY : NN_QUADRATIC;
  nn_trainer_options how = {.momentum = 0.9f, .seed = 1};
  how.optimizer = is(word(), "adam") ? NN_ADAM : NN_SGD;
  how.batch_size = atoi(word());
  how.learning_rate = (float)atof(word());
  const int examples = atoi(word());
  int sizes[NN_MAX_LAYERS + 1], size_count = atoi(word());
  if (size_count > NN_MAX_LAYERS + 1) fail("too many layers");
  for (int i = 0; i < size_count; i++) sizes[i] = atoi(word());

  c->net = checked(nn_network_new(sizes + 1, size_count - 2,
                                  (nn_functions){hidden, output, cost}, 1));
  set_first_parameters(c->net);
  c->some =
      examples ? checked(nn_dataset_copy(c->train, 0, examples, 0, 1)) : NULL;
  c->trainer =
      checked(nn_trainer_new(c->net, c->some ? c->some : c->train, &how));
  c->one = checked(nn_workspace_new(c->net, 1));
  c->many = checked(nn_workspace_new(c->net, EVALUATE_AT_ONCE));
  c->next = 0;
  c->call = 1;
  puts("null");
}

static void close_net(contestant *c) {
  nn_workspace_free(c->one);
  nn_workspace_free(c->many);
  nn_trainer_free(c->trainer);
  nn_network_free(c->net);
  nn_dataset_free(c->some);
  puts("null");
}

static double evaluate(contestant *c) {
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  int correct;
  nn_network_evaluate(c->net, c->many, c->test, 0, c->test->count, &correct,
                      confusion);
  return (double)correct / c->test->count;
}

static void predict(contestant *c, int count) {
  for (int i = 0; i < count; i++, c->next = (c->next + 1) % c->test->count)
    nn_network_forward(c->net, c->one, c->pixels + (size_t)c->next * NN_PIXELS,
                       1);
}

/* The counterpart of slice.js. */
static void slice(contestant *c) {
  const char *work = word();
  const double seconds = atof(word()), start = now();
  double units = 0, before, end = start;
  int count = is(work, "step") ? c->call : 1;
  do {
    before = end;
    if (is(work, "step"))
      nn_trainer_train(c->trainer, count);
    else if (is(work, "predict"))
      predict(c, count);
    else
      evaluate(c);
    units += count;
    end = now();
    if (end - before < 0.005 && !is(work, "evaluate")) count *= 2;
  } while (end - start < seconds);
  if (is(work, "step")) c->call = count;
  printf("{\"units\":%.0f,\"seconds\":%.9f}\n", units, end - start);
}

static void check(contestant *c) {
  nn_trainer_train(c->trainer, atoi(word()));
  const int count = nn_network_parameter_count(c->net);
  float *values = checked(malloc((size_t)count * sizeof *values));
  nn_network_to_canonical(c->net, values, c->net->parameters);
  printf("{\"accuracy\":%.4f,\"parameters\":[", evaluate(c));
  for (int i = 0; i < count; i++)
    printf("%s%.9g", i ? "," : "", (double)values[i]);
  puts("]}");
  free(values);
}

int main(int argc, char **argv) {
  if (argc != 2) fail("native FOLDER");
  contestant c = {0};
  c.train = read_digits(argv[1], "train-images-idx3-ubyte",
                        "train-labels-idx1-ubyte", NULL);
  c.test = read_digits(argv[1], "t10k-images-idx3-ubyte",
                       "t10k-labels-idx1-ubyte", &c.pixels);
  char line[1024];
  while (fgets(line, sizeof line, stdin)) {
    const char *request = strtok(line, " \n");
    if (!request) fail("an empty request");
    if (is(request, "open"))
      open_net(&c);
    else if (is(request, "slice"))
      slice(&c);
    else if (is(request, "check"))
      check(&c);
    else if (is(request, "close"))
      close_net(&c);
    else
      fail("an unknown request");
    fflush(stdout);
  }
  free(c.pixels);
  nn_dataset_free(c.train);
  nn_dataset_free(c.test);
  return 0;
}
