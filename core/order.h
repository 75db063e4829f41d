/*
 * The order in which a trainer visits its examples: every epoch each example
 * once, shuffled anew, in an order that memory likes.
 *
 * Runs of 32 neighbouring examples are permuted over the whole data set, and
 * the examples of 64 such runs are shuffled among themselves. So rows are
 * fetched in runs, while a batch still mixes examples from everywhere.
 * Whatever the size of the data, this takes no memory but the window.
 */
#ifndef NN_ORDER_H
#define NN_ORDER_H

#include <stdint.h>

enum { NN_RUN = 32, NN_WINDOW = 64 * NN_RUN };

typedef struct {
  uint64_t seed;
  uint32_t count;        /* examples in this epoch */
  uint32_t epoch;        /* 1 in the first epoch */
  uint32_t runs_done;    /* of this epoch, already put in a window */
  uint32_t next, length; /* place in the window, and its length */
  uint32_t window[NN_WINDOW];
} nn_order;

/* Starts before the first epoch. */
void nn_order_start(nn_order *order, uint64_t seed);

/*
 * The next example, 0…count−1; `count` ≥ 1 is the size of the data now, and
 * is taken up at the next epoch when it changed.
 */
uint32_t nn_order_next(nn_order *order, uint32_t count);

#endif
