/*
 * libFuzzer over a pair of IDX files: nn_dataset_append_idx adds all images or
 * none, and says at which byte of which file the trouble is; what was added
 * comes back to the byte.
 *
 * An input is the images' size (4 bytes, little-endian), then the images' file,
 * then the labels'.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/dataset.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void demand(int holds) {
  if (!holds) abort();
}

/* A copy of its own allocation, so that one byte too far is seen. */
static uint8_t *copy_of(const uint8_t *bytes, size_t size) {
  uint8_t *copy = malloc(size + (size == 0));
  demand(copy != NULL);
  memcpy(copy, bytes, size);
  return copy;
}

/* The files are added twice: to an empty data set, and to what it holds. */
static void append(const uint8_t *images, size_t images_size,
                   const uint8_t *labels, size_t labels_size) {
  nn_dataset *data = nn_dataset_new();
  demand(data != NULL);
  for (int time = 0; time < 2; time++) {
    size_t at = 0;
    const int before = data->count;
    const nn_data_status status = nn_dataset_append_idx(
        data, images, images_size, labels, labels_size, &at);
    if (status != NN_DATA_OK) {
      demand(data->count == before);
      demand(at <= images_size || at <= labels_size);
      continue;
    }
    const size_t added = (size_t)(data->count - before);
    demand(images_size == 16 + added * NN_PIXELS && labels_size == 8 + added);
    for (size_t from = 0; from < added; from++) {
      uint8_t pixels[NN_PIXELS];
      const int i = before + (int)from;
      nn_row_unpack(pixels, nn_dataset_row(data, i));
      demand(!memcmp(pixels, images + 16 + from * NN_PIXELS, NN_PIXELS));
      demand(data->labels[i] == labels[8 + from]);
    }
  }
  nn_dataset_free(data);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  if (size < 4) return 0;
  const size_t wanted = (size_t)bytes[0] | (size_t)bytes[1] << 8 |
                        (size_t)bytes[2] << 16 | (size_t)bytes[3] << 24;
  const size_t rest = size - 4, images_size = wanted < rest ? wanted : rest;
  uint8_t *images = copy_of(bytes + 4, images_size);
  uint8_t *labels = copy_of(bytes + 4 + images_size, rest - images_size);
  append(images, images_size, labels, rest - images_size);
  free(images);
  free(labels);
  return 0;
}
