/* Data sets: rows come back to the byte, and damaged IDX files add nothing. */
#include "../../core/dataset.h"
#include "check.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IMAGES = 5, IMAGES_SIZE = 16 + IMAGES * NN_PIXELS, LABELS = 8 + IMAGES };

/* Image i: black, white, one corner, the other corner, every third pixel. */
static void draw(uint8_t *pixels, int i) {
  memset(pixels, i == 1 ? 255 : 0, NN_PIXELS);
  if (i == 2) pixels[0] = 1;
  if (i == 3) pixels[NN_PIXELS - 1] = 254;
  for (int j = 0; j < NN_PIXELS && i > 3; j += 3) pixels[j] = (uint8_t)(j + i);
}

static void fill_idx(uint8_t *images, uint8_t *labels) {
  const uint8_t about[] = {0, 0, 8, 3,  0, 0, 0, IMAGES,
                           0, 0, 0, 28, 0, 0, 0, 28};
  const uint8_t names[] = {0, 0, 8, 1, 0, 0, 0, IMAGES, 9, 0, 4, 7, 1};
  memcpy(images, about, sizeof about);
  memcpy(labels, names, sizeof names);
  for (int i = 0; i < IMAGES; i++) draw(images + 16 + i * NN_PIXELS, i);
}

static int holds(const nn_dataset *data, int i, const uint8_t *pixels,
                 int label) {
  uint8_t found[NN_PIXELS];
  nn_row_unpack(found, nn_dataset_row(data, i));
  return !memcmp(found, pixels, NN_PIXELS) && data->labels[i] == label;
}

/* Appends copies cut to exactly those sizes, so that a byte too far shows. */
static nn_data_status append_cut(nn_dataset *data, const uint8_t *images,
                                 size_t images_size, const uint8_t *labels,
                                 size_t labels_size, size_t *at) {
  uint8_t *a = checked(malloc(images_size + (images_size == 0)));
  uint8_t *b = checked(malloc(labels_size + (labels_size == 0)));
  memcpy(a, images, images_size);
  memcpy(b, labels, labels_size);
  nn_data_status status =
      nn_dataset_append_idx(data, a, images_size, b, labels_size, at);
  free(a);
  free(b);
  return status;
}

static void test_idx(void) {
  uint8_t images[IMAGES_SIZE], labels[LABELS];
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  int cut = 1, whole = 1;
  fill_idx(images, labels);
  for (size_t size = 0; size < IMAGES_SIZE; size += size < 20 ? 1 : 61) {
    cut &= append_cut(data, images, size, labels, LABELS, &at) ==
               NN_DATA_TRUNCATED &&
           at == size;
  }
  for (size_t size = 0; size < LABELS; size++) {
    cut &= append_cut(data, images, IMAGES_SIZE, labels, size, &at) ==
               NN_DATA_TRUNCATED &&
           at == size;
  }
  check(cut && data->count == 0, "cut anywhere, files are said to be cut");

  labels[LABELS - 1] = 10;
  check(append_cut(data, images, IMAGES_SIZE, labels, LABELS, &at) ==
                NN_DATA_LABEL &&
            at == LABELS - 1 && data->count == 0,
        "a label above 9 is found, and nothing is added");
  labels[LABELS - 1] = NN_NOT_A_DIGIT;
  check(append_cut(data, images, IMAGES_SIZE, labels, LABELS, &at) ==
                NN_DATA_LABEL &&
            at == LABELS - 1 && data->count == 0,
        "a file holds digits only: a label 255 is found as well");
  labels[LABELS - 1] = 1;
  for (int again = 0; again < 40; again++) {
    append_cut(data, images, IMAGES_SIZE, labels, LABELS, &at);
  }
  for (int i = 0; i < 40 * IMAGES; i++) {
    whole &= holds(data, i, images + 16 + i % IMAGES * NN_PIXELS,
                   labels[8 + i % IMAGES]);
  }
  check(whole && data->count == 40 * IMAGES,
        "images come back to the byte, however many are added");
  nn_dataset_free(data);
}

static void test_append(void) {
  uint8_t images[2 * NN_PIXELS];
  nn_dataset *data = checked(nn_dataset_new());
  size_t at = 7;
  draw(images, 2);
  draw(images + NN_PIXELS, 4);
  check(nn_dataset_append(data, images, (uint8_t[]){9, NN_NOT_A_DIGIT}, 2,
                          &at) == NN_DATA_OK &&
            holds(data, 1, images + NN_PIXELS, NN_NOT_A_DIGIT),
        "an image may be no digit");
  check(nn_dataset_append(data, images, (uint8_t[]){9, 254}, 2, &at) ==
                NN_DATA_LABEL &&
            at == 1 && data->count == 2,
        "any other label above 9 is found, and nothing is added");
  data->count = INT_MAX;
  check(nn_dataset_append(data, images, (uint8_t[]){1}, 1, &at) ==
                NN_DATA_NO_MEMORY &&
            at == NN_DATA_NOWHERE,
        "more images than can be counted are no label's fault");
  data->count = 2;
  nn_dataset_free(data);
}

static void test_black(void) {
  const uint8_t black[NN_PIXELS] = {0}, label = 1;
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  check(nn_dataset_append(data, black, &label, 1, &at) == NN_DATA_OK &&
            holds(data, 0, black, 1),
        "a data set may be black all over");
  nn_dataset *copy = checked(nn_dataset_copy(data, 0, 1, 1, 1));
  check(holds(copy, 0, black, 1), "and its copy");
  nn_dataset_free(copy);
  nn_dataset_free(data);
}

static void test_texts(void) {
  int told = nn_data_status_text(NN_DATA_OK)[0] == 0;
  for (int status = 1; status < NN_DATA_STATUSES; status++) {
    told &= strlen(nn_data_status_text((nn_data_status)status)) > 10;
  }
  check(told, "each error has a sentence");
}

/* Any byte of the headers may be anything: an error or data, never a crash. */
static void test_headers(void) {
  uint8_t images[IMAGES_SIZE], labels[LABELS];
  nn_dataset *data = checked(nn_dataset_new());
  int refused = 0;
  size_t at;
  fill_idx(images, labels);
  for (int i = 0; i < 24; i++) {
    uint8_t *byte = i < 16 ? images + i : labels + (i - 16);
    const uint8_t right = *byte;
    for (int value = 0; value < 256; value++) {
      *byte = (uint8_t)value;
      refused += append_cut(data, images, IMAGES_SIZE, labels, LABELS, &at) !=
                 NN_DATA_OK;
    }
    *byte = right;
  }
  check(refused == 24 * 255 && data->count == 24 * IMAGES,
        "each byte of a header has one right value");
  nn_dataset_free(data);
}

static void test_copy(void) {
  uint8_t images[IMAGES_SIZE], labels[LABELS];
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  fill_idx(images, labels);
  append_cut(data, images, IMAGES_SIZE, labels, LABELS, &at);
  nn_dataset *part = checked(nn_dataset_copy(data, 1, 3, 0, 1));
  nn_dataset *none = checked(nn_dataset_copy(data, IMAGES, 0, 1, 1));
  nn_dataset_free(data);
  int same = part->count == 3 && none->count == 0;
  for (int i = 0; i < part->count; i++) {
    same &= holds(part, i, images + 16 + (i + 1) * NN_PIXELS, labels[9 + i]);
  }
  check(same, "a copy outlives what it was copied from");
  nn_dataset_free(part);
  nn_dataset_free(none);
}

int main(void) {
  test_idx();
  test_append();
  test_texts();
  test_headers();
  test_black();
  test_copy();
  return failures != 0;
}
