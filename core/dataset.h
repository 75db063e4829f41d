/*
 * Labelled images, kept as sparse rows: only the pixels that are not black,
 * 149 of 784 on average for MNIST. Zeros add nothing to a weighted sum, so
 * leaving them out is exact.
 */
#ifndef NN_DATASET_H
#define NN_DATASET_H

#include <stddef.h>
#include <stdint.h>

#include "digit.h"
#include "sparse.h"

typedef struct {
  int count;            /* images held */
  int capacity;         /* images that `labels` and `starts` can hold */
  size_t rows_used;     /* two-byte units of `rows` in use */
  size_t rows_capacity; /* two-byte units that `rows` can hold */
  uint8_t *labels;      /* (count) 0…9 or NN_NOT_A_DIGIT */
  size_t *starts; /* (count + 1) offsets into `rows`: of image i; the end */
  uint16_t *rows; /* an image: its indices, then its values in pairs */
} nn_dataset;

/* What can be wrong with data from outside. */
typedef enum {
  NN_DATA_OK,
  NN_DATA_NO_MEMORY,
  NN_DATA_TRUNCATED, /* shorter than its header says */
  NN_DATA_TRAILING,  /* longer than its header says */
  NN_DATA_MAGIC,     /* not an IDX file of unsigned bytes */
  NN_DATA_SHAPE,     /* not n × 28 × 28 images, or not n labels */
  NN_DATA_COUNT,     /* as many images as labels are needed */
  NN_DATA_LABEL,     /* a label above 9 */
  NN_DATA_STATUSES
} nn_data_status;

/* What is wrong, as a clause without full stop; "" for NN_DATA_OK. */
const char *nn_data_status_text(nn_data_status status);

/* *at of an error that is at no label and no byte: NN_DATA_NO_MEMORY. */
#define NN_DATA_NOWHERE SIZE_MAX

/* An empty data set, to be freed by nn_dataset_free; NULL without memory. */
nn_dataset *nn_dataset_new(void);

/* data may be NULL. */
void nn_dataset_free(nn_dataset *data);

/*
 * Adds `count` ≥ 0 images (count, 784) of bytes and their labels (count), 0…9
 * or NN_NOT_A_DIGIT. On an error nothing is added and *at is the index of the
 * offending label, or NN_DATA_NOWHERE.
 */
nn_data_status nn_dataset_append(nn_dataset *data, const uint8_t *images,
                                 const uint8_t *labels, int count, size_t *at);

/*
 * Adds the content of two uncompressed IDX files (LeCun's format: magic, sizes
 * as big-endian 32-bit numbers, then bytes). Labels are 0…9: a stray 0xFF is
 * an error, not a "not a digit" image. On an error nothing is added and *at is
 * the offset of the error, in bytes, in the file at fault, or NN_DATA_NOWHERE.
 */
nn_data_status nn_dataset_append_idx(nn_dataset *data, const uint8_t *images,
                                     size_t images_size, const uint8_t *labels,
                                     size_t labels_size, size_t *at);

/* Image i, 0…count−1, as a sparse row, valid until the next append. */
nn_row nn_dataset_row(const nn_dataset *data, int i);

/* A sparse row as (784) bytes, overwritten. */
void nn_row_unpack(uint8_t *pixels, nn_row row);

/* A sparse row as (784) floats in 0…1, overwritten. */
void nn_row_floats(float *pixels, nn_row row);

/*
 * The sparse row of (784) bytes. indices and values, each with room for 784,
 * are overwritten; the row points into them.
 */
nn_row nn_row_pack(uint16_t *indices, uint8_t *values, const uint8_t *pixels);

/*
 * A copy of images from…from+count−1, which must all be there, in which a
 * random `fraction` (0…1) of the labels is permuted among itself. NULL without
 * memory.
 */
nn_dataset *nn_dataset_copy(const nn_dataset *data, int from, int count,
                            float fraction, uint64_t seed);

#endif
