/*
 * Sparse images: only the pixels that are not black. Zeros add nothing to a
 * weighted sum, so leaving them out is exact.
 */
#ifndef NN_SPARSE_H
#define NN_SPARSE_H

#include <stdint.h>

/* The float of a byte pixel: nn_byte_values[v] = v / 255. */
extern const float nn_byte_values[256];

/* One image: `count` indices of pixels in rising order, their values 1…255. */
typedef struct {
  const uint16_t *indices;
  const uint8_t *values;
  int count;
} nn_row;

/*
 * A batch by pixels rather than by images: pixel j is not black in the examples
 * entries[starts[j]…starts[j + 1] − 1], each example << 8 | value, in rising
 * order of the examples.
 */
typedef struct {
  const uint32_t *starts, *entries;
} nn_columns;

#endif
