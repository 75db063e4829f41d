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
  int count;       /* images held */
  int room;        /* images there is room for */
  size_t used;     /* two-byte units of `rows` in use */
  size_t capacity; /* two-byte units of `rows` there is room for */
  uint8_t *labels; /* (count) 0…9 or NN_NOT_A_DIGIT */
  size_t *starts;  /* (count + 1) where image i begins in `rows`; the end */
  uint16_t *rows;  /* an image: its indices, then its values in pairs */
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
  NN_DATA_LABEL      /* a label above 9 */
} nn_data_status;

/* An empty data set, to be freed by nn_dataset_free; NULL without memory. */
nn_dataset *nn_dataset_new(void);
void nn_dataset_free(nn_dataset *data);

/*
 * Adds `count` images (count, 784) of bytes and their labels (count).
 * On an error nothing is added; *at is the index of the offending label.
 */
nn_data_status nn_dataset_append(nn_dataset *data, const uint8_t *images,
                                 const uint8_t *labels, int count, size_t *at);

/*
 * Adds what two uncompressed IDX files hold (LeCun's format: magic, sizes as
 * big-endian 32-bit numbers, then bytes). On an error nothing is added and
 * *at is the byte, in the file at fault, where the trouble is.
 */
nn_data_status nn_dataset_append_idx(nn_dataset *data, const uint8_t *images,
                                     size_t images_size, const uint8_t *labels,
                                     size_t labels_size, size_t *at);

/* Image i as a sparse row, valid until the next append. */
nn_row nn_dataset_row(const nn_dataset *data, int i);

/* Image i as (784) bytes. */
void nn_row_unpack(uint8_t *pixels, nn_row row);

/*
 * The sparse row of (784) bytes. indices and values must have room for 784;
 * the row points into them.
 */
nn_row nn_row_pack(uint16_t *indices, uint8_t *values, const uint8_t *pixels);

/*
 * A copy of images from…from+count−1, in which a random `fraction` (0…1) of
 * the labels is permuted among itself. NULL without memory.
 */
nn_dataset *nn_dataset_copy(const nn_dataset *data, int from, int count,
                            float fraction, uint64_t seed);

#endif
