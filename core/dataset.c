#include "dataset.h"

#include <assert.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "random.h"

const char *nn_data_status_text(nn_data_status status) {
  static const char *const texts[NN_DATA_STATUSES] = {
      [NN_DATA_OK] = "",
      [NN_DATA_NO_MEMORY] = "the engine has no memory left for this data",
      [NN_DATA_TRUNCATED] = "the file ends before the size its header gives",
      [NN_DATA_TRAILING] = "there are bytes after the size its header gives",
      [NN_DATA_MAGIC] = "this is not an IDX file of unsigned bytes",
      [NN_DATA_SHAPE] = "the images are not 28 × 28",
      [NN_DATA_COUNT] = "there are not as many images as labels",
      [NN_DATA_LABEL] = "a label is above 9",
  };
  assert(status < NN_DATA_STATUSES);
  return texts[status];
}

nn_dataset *nn_dataset_new(void) { return calloc(1, sizeof(nn_dataset)); }

void nn_dataset_free(nn_dataset *data) {
  if (!data) return;
  free(data->labels);
  free(data->starts);
  free(data->rows);
  free(data);
}

/* Two-byte units that an image of `pixels` non-black pixels takes. */
static size_t row_size(int pixels) {
  return (size_t)pixels + ((size_t)pixels + 1) / 2;
}

/* The inverse: 3 k units hold 2 k pixels, 3 k + 2 hold 2 k + 1. */
static int row_pixels(size_t units) { return (int)(2 * (uint32_t)units / 3); }

/* Pixels are read by eights: three of five blocks of MNIST's are black. */
enum { BLOCK = 8 };

static uint64_t load_block(const uint8_t *pixels) {
  uint64_t block;
  memcpy(&block, pixels, sizeof block);
  return block;
}

/* How many of the eight bytes are not 0. */
static int count_nonzero(uint64_t block) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fu; /* all bits but each byte's top */
  return __builtin_popcountll((((block & low) + low) | block) & ~low);
}

/* Two-byte units of `rows` that images (count, 784) take. */
static size_t rows_size(const uint8_t *images, int count) {
  size_t size = 0;
  for (int i = 0; i < count; i++, images += NN_PIXELS) {
    int pixels = 0;
    for (int j = 0; j < NN_PIXELS; j += BLOCK) {
      pixels += count_nonzero(load_block(images + j));
    }
    size += row_size(pixels);
  }
  return size;
}

/*
 * `array` with space for `length` elements of `size` bytes, moved where need
 * be; NULL without memory, and then `array` is as it was.
 */
static void *grow(void *array, size_t length, size_t size) {
  return length > SIZE_MAX / size ? NULL : realloc(array, length * size);
}

static int reserve_images(nn_dataset *data, int images) {
  if (images <= data->capacity) return 1;
  int capacity = data->capacity > INT_MAX / 2 ? INT_MAX : 2 * data->capacity;
  if (capacity < images) capacity = images;
  uint8_t *labels = grow(data->labels, (size_t)capacity, sizeof *labels);
  if (!labels) return 0;
  data->labels = labels;
  size_t *starts = grow(data->starts, (size_t)capacity + 1, sizeof *starts);
  if (!starts) return 0;
  data->starts = starts;
  data->capacity = capacity;
  return 1;
}

/* `rows` is not NULL afterwards, also for black images, which take no unit. */
static int reserve_rows(nn_dataset *data, size_t units) {
  if (data->rows && units <= data->rows_capacity) return 1;
  size_t capacity = 1 + data->rows_capacity + data->rows_capacity / 2;
  if (capacity < units) capacity = units;
  uint16_t *rows = grow(data->rows, capacity, sizeof *rows);
  if (!rows) return 0;
  data->rows = rows;
  data->rows_capacity = capacity;
  return 1;
}

/* Space for so many images and two-byte units of rows, those held included. */
static int reserve(nn_dataset *data, int images, size_t units) {
  return reserve_images(data, images) && reserve_rows(data, units);
}

static void push_row(nn_dataset *data, nn_row row, uint8_t label) {
  uint16_t *index = data->rows + data->rows_used;
  memcpy(index, row.indices, (size_t)row.count * sizeof(uint16_t));
  memcpy(index + row.count, row.values, (size_t)row.count);
  data->labels[data->count] = label;
  data->starts[data->count] = data->rows_used;
  data->rows_used += row_size(row.count);
  data->count++;
  data->starts[data->count] = data->rows_used;
}

/* Adds images whose labels are right. */
static nn_data_status append_checked(nn_dataset *data, const uint8_t *images,
                                     const uint8_t *labels, int count,
                                     size_t *at) {
  size_t units = data->rows_used + rows_size(images, count);
  if (count > INT_MAX - data->count ||
      !reserve(data, data->count + count, units)) {
    *at = NN_DATA_NOWHERE;
    return NN_DATA_NO_MEMORY;
  }
  uint16_t indices[NN_PIXELS];
  uint8_t values[NN_PIXELS];
  for (int i = 0; i < count; i++) {
    const uint8_t *image = images + (size_t)i * NN_PIXELS;
    push_row(data, nn_row_pack(indices, values, image), labels[i]);
  }
  return NN_DATA_OK;
}

nn_data_status nn_dataset_append(nn_dataset *data, const uint8_t *images,
                                 const uint8_t *labels, int count, size_t *at) {
  assert(data && at && count >= 0 && (count == 0 || (images && labels)));
  for (int i = 0; i < count; i++) {
    if (labels[i] < NN_CLASSES || labels[i] == NN_NOT_A_DIGIT) continue;
    *at = (size_t)i;
    return NN_DATA_LABEL;
  }
  return append_checked(data, images, labels, count, at);
}

static uint32_t big_endian(const uint8_t *bytes) {
  return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 |
         (uint32_t)bytes[2] << 8 | bytes[3];
}

/* Bytes of the header of an IDX file: its magic, then `dimensions` sizes. */
static size_t idx_header(int dimensions) { return 4 + 4 * (size_t)dimensions; }

/*
 * Checks the header of an IDX file of `dimensions` sizes, each item being
 * `item` bytes, and its length; *count is the number of items.
 */
static nn_data_status check_idx(const uint8_t *bytes, size_t size,
                                int dimensions, size_t item, uint32_t *count,
                                size_t *at) {
  const size_t header = idx_header(dimensions);
  *at = size;
  if (size < header) return NN_DATA_TRUNCATED;
  *at = 0;
  if (big_endian(bytes) != 0x800u + (uint32_t)dimensions) return NN_DATA_MAGIC;
  for (int d = 1; d < dimensions; d++) {
    *at = 4 + 4 * (size_t)d;
    if (big_endian(bytes + *at) != NN_SIDE) return NN_DATA_SHAPE;
  }
  *count = big_endian(bytes + 4);
  uint64_t length = header + (uint64_t)*count * item;
  *at = size;
  if (size < length) return NN_DATA_TRUNCATED;
  *at = (size_t)length;
  return size > length ? NN_DATA_TRAILING : NN_DATA_OK;
}

/* The labels after the header of an IDX file, `count` of them. */
static nn_data_status check_idx_labels(const uint8_t *labels, uint32_t count,
                                       size_t *at) {
  for (uint32_t i = 0; i < count; i++) {
    if (labels[i] < NN_CLASSES) continue;
    *at = idx_header(1) + i;
    return NN_DATA_LABEL;
  }
  return NN_DATA_OK;
}

nn_data_status nn_dataset_append_idx(nn_dataset *data, const uint8_t *images,
                                     size_t images_size, const uint8_t *labels,
                                     size_t labels_size, size_t *at) {
  assert(data && images && labels && at);
  uint32_t image_count, label_count;
  nn_data_status status =
      check_idx(images, images_size, 3, NN_PIXELS, &image_count, at);
  if (status != NN_DATA_OK) return status;
  status = check_idx(labels, labels_size, 1, 1, &label_count, at);
  if (status != NN_DATA_OK) return status;
  *at = 4;
  if (image_count != label_count) return NN_DATA_COUNT;
  images += idx_header(3);
  labels += idx_header(1);
  status = check_idx_labels(labels, label_count, at);
  if (status != NN_DATA_OK) return status;
  *at = NN_DATA_NOWHERE;
  if (image_count > INT_MAX) return NN_DATA_NO_MEMORY;
  return append_checked(data, images, labels, (int)image_count, at);
}

nn_row nn_dataset_row(const nn_dataset *data, int i) {
  assert(data && i >= 0 && i < data->count);
  const size_t start = data->starts[i];
  const uint16_t *index = data->rows + start;
  const int count = row_pixels(data->starts[i + 1] - start);
  return (nn_row){index, (const uint8_t *)(index + count), count};
}

void nn_row_unpack(uint8_t *pixels, nn_row row) {
  assert(pixels && row.count >= 0 && row.count <= NN_PIXELS);
  memset(pixels, 0, NN_PIXELS);
  for (int k = 0; k < row.count; k++) pixels[row.indices[k]] = row.values[k];
}

void nn_row_floats(float *pixels, nn_row row) {
  assert(pixels && row.count >= 0 && row.count <= NN_PIXELS);
  memset(pixels, 0, NN_PIXELS * sizeof *pixels);
  for (int k = 0; k < row.count; k++) {
    pixels[row.indices[k]] = nn_byte_values[row.values[k]];
  }
}

nn_row nn_row_pack(uint16_t *indices, uint8_t *values, const uint8_t *pixels) {
  assert(indices && values && pixels);
  int count = 0;
  for (int first = 0; first < NN_PIXELS; first += BLOCK) {
    if (load_block(pixels + first) == 0) continue;
    for (int j = first; j < first + BLOCK; j++) {
      indices[count] = (uint16_t)j;
      values[count] = pixels[j];
      count += pixels[j] != 0;
    }
  }
  return (nn_row){indices, values, count};
}

/* Permutes a random `fraction` of the labels; 0 without memory. */
static int shuffle_labels(nn_dataset *data, float fraction, uint64_t seed) {
  if (!(fraction > 0) || data->count == 0) return 1;
  const size_t size = (size_t)data->count * sizeof(uint32_t);
  uint32_t *chosen = malloc(size), *labels = malloc(size);
  if (!chosen || !labels) {
    free(chosen);
    free(labels);
    return 0;
  }
  nn_random random = nn_random_seeded(seed, 0x6c6162656c73u);
  uint32_t count = 0;
  for (int i = 0; i < data->count; i++) {
    if (!(nn_random_uniform(&random) < fraction)) continue;
    labels[count] = data->labels[i];
    chosen[count++] = (uint32_t)i;
  }
  nn_random_shuffle(&random, labels, count);
  for (uint32_t k = 0; k < count; k++) {
    data->labels[chosen[k]] = (uint8_t)labels[k];
  }
  free(chosen);
  free(labels);
  return 1;
}

nn_dataset *nn_dataset_copy(const nn_dataset *data, int from, int count,
                            float fraction, uint64_t seed) {
  assert(data && from >= 0 && count >= 0 && count <= data->count - from);
  assert(fraction >= 0 && fraction <= 1);
  nn_dataset *copy = nn_dataset_new();
  if (!copy) return NULL;
  size_t units = 0;
  for (int i = from; i < from + count; i++) {
    units += row_size(nn_dataset_row(data, i).count);
  }
  if (reserve(copy, count, units)) {
    for (int i = from; i < from + count; i++) {
      push_row(copy, nn_dataset_row(data, i), data->labels[i]);
    }
    if (shuffle_labels(copy, fraction, seed)) return copy;
  }
  nn_dataset_free(copy);
  return NULL;
}
