/* Memory that cannot be had: whichever allocation fails, the call says so,
 * changes nothing and keeps nothing. */
#include "allocations.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/handwriting.h"
#include "../../core/landscape.h"
#include "../../core/model_file.h"
#include "../../core/trainer.h"
#include "check.h"

enum { IMAGES = 12, WIDE = 80 };

typedef enum { DONE, REFUSED, WRONG } outcome;

/* Made before anything is refused. */
static uint8_t images[16 + IMAGES * NN_PIXELS], labels[8 + IMAGES];
static nn_dataset *digits;
static nn_network *narrow, *wide;
static uint8_t *file;
static size_t file_size;

static nn_network *network(int width) {
  const nn_functions functions = {NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY};
  return nn_network_new(&width, 1, functions, 1);
}

static int holds(const nn_dataset *data, int count) {
  uint8_t pixels[NN_PIXELS];
  int same = data->count == count;
  for (int i = 0; same && i < count; i++) {
    const int from = i % IMAGES;
    nn_row_unpack(pixels, nn_dataset_row(data, i));
    same = data->labels[i] == labels[8 + from] &&
           !memcmp(pixels, images + 16 + from * NN_PIXELS, NN_PIXELS);
  }
  return same;
}

/* Grows a data set four times, which is what it was while it may not. */
static outcome grow(void) {
  nn_dataset *data = nn_dataset_new();
  outcome result = data ? DONE : REFUSED;
  size_t at;
  for (int n = 0; result == DONE && n < 4; n++) {
    nn_data_status status =
        n % 2 ? nn_dataset_append_idx(data, images, sizeof images, labels,
                                      sizeof labels, &at)
              : nn_dataset_append(data, images + 16, labels + 8, IMAGES, &at);
    const int added = status == NN_DATA_OK;
    if (!holds(data, (n + added) * IMAGES)) {
      result = WRONG;
    } else if (!added) {
      result = status == NN_DATA_NO_MEMORY ? REFUSED : WRONG;
      /* Memory is back: the next try must not find it half grown. */
      status = nn_dataset_append(data, images + 16, labels + 8, IMAGES, &at);
      if (status != NN_DATA_OK || !holds(data, (n + 1) * IMAGES)) {
        result = WRONG;
      }
    }
  }
  nn_dataset_free(data);
  return result;
}

static outcome copy(void) {
  nn_dataset *part = nn_dataset_copy(digits, 0, IMAGES, 0.5f, 1);
  const outcome result = part ? DONE : REFUSED;
  nn_dataset_free(part);
  return result;
}

static outcome make_network(void) {
  nn_network *net = network(WIDE), *clone = nn_network_clone(narrow);
  nn_workspace *batch = nn_workspace_new(narrow, 3);
  const outcome result = net && clone && batch ? DONE : REFUSED;
  nn_workspace_free(batch);
  nn_network_free(clone);
  nn_network_free(net);
  return result;
}

static outcome read_file(void) {
  nn_model_status status = NN_MODEL_OK;
  size_t at;
  nn_network *net = nn_model_read(file, file_size, &status, &at);
  outcome result = WRONG;
  if (net && status == NN_MODEL_OK) result = DONE;
  if (!net && status == NN_MODEL_NO_MEMORY) result = REFUSED;
  nn_network_free(net);
  return result;
}

static outcome train(nn_network *net, const nn_trainer_options *how) {
  nn_trainer *trainer = nn_trainer_new(net, digits, how);
  if (!trainer) return REFUSED;
  nn_trainer_train(trainer, 1);
  const int stepped = nn_trainer_steps(trainer) == 1;
  nn_trainer_free(trainer);
  return stepped ? DONE : WRONG;
}

static outcome train_plainly(void) {
  const nn_trainer_options how = {.batch_size = 4, .learning_rate = 0.1f};
  return train(wide, &how);
}

/* Everything that a trainer has memory for. */
static outcome train_hardened(void) {
  const nn_trainer_options how = {.batch_size = 4,
                                  .optimizer = NN_ADAM,
                                  .learning_rate = 0.001f,
                                  .momentum = 0.9f,
                                  .augment = {.elastic = 1},
                                  .noise = 0.2f,
                                  .hardening = {0.5f, 0.1f, 1}};
  return train(narrow, &how);
}

static outcome plane(void) {
  const float as[] = {0, 1}, bs[] = {0, 0.5f};
  double costs[4];
  const int done =
      nn_network_cost_plane(narrow, digits, 0, IMAGES, narrow->parameters,
                            narrow->parameters, as, 2, bs, 2, costs);
  return done ? DONE : REFUSED;
}

/*
 * Refuses the first allocation of `act`, then the second, and so on, until
 * none is left to refuse: `least` at the least have been by then.
 */
static void exhaust(outcome (*act)(void), int least, const char *sentence) {
  const int held = allocations_held();
  int n = 0, passed = 1, refused = 1;
  while (refused) {
    const char *where;
    allocations_reset(++n);
    const outcome result = act();
    refused = allocations_refused(&where);
    if (refused) printf("refused %s:%d\n", where, refused);
    passed &= result == (refused ? REFUSED : DONE);
    passed &= allocations_held() == held;
  }
  allocations_reset(0);
  check(passed && n - 1 >= least, sentence);
}

static int prepare(void) {
  const uint8_t about_images[] = {0, 0, 8, 3,  0, 0, 0, IMAGES,
                                  0, 0, 0, 28, 0, 0, 0, 28};
  const uint8_t about_labels[] = {0, 0, 8, 1, 0, 0, 0, IMAGES};
  size_t at;
  memcpy(images, about_images, sizeof about_images);
  memcpy(labels, about_labels, sizeof about_labels);
  for (int i = 0; i < IMAGES; i++) {
    uint8_t *pixels = images + 16 + i * NN_PIXELS;
    labels[8 + i] = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
  }
  digits = nn_dataset_new();
  narrow = network(7);
  wide = network(WIDE);
  if (!digits || !narrow || !wide) return 0;
  file_size = nn_model_write(NULL, narrow, "note");
  file = malloc(file_size);
  if (!file) return 0;
  nn_model_write(file, narrow, "note");
  return nn_dataset_append(digits, images + 16, labels + 8, IMAGES, &at) ==
         NN_DATA_OK;
}

int main(void) {
  if (!prepare()) return 1;
  exhaust(grow, 7, "a data set stays what it was");
  exhaust(copy, 5, "a data set is copied whole or not at all");
  exhaust(make_network, 3, "a network, a clone and a workspace are refused");
  exhaust(read_file, 1, "a model file is refused for want of memory");
  exhaust(train_plainly, 6, "a trainer is refused");
  exhaust(train_hardened, 9, "a trainer with all it can have is refused");
  exhaust(plane, 3, "a plane of costs is refused");
  free(file);
  nn_network_free(wide);
  nn_network_free(narrow);
  nn_dataset_free(digits);
  return failures != 0;
}
