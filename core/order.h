/*
 * The order in which a trainer visits its examples: in every epoch each
 * example once, in another random order.
 *
 * Runs of 32 consecutive examples are permuted over the whole data set, and
 * the examples of 64 such runs, a window, are shuffled among themselves. So
 * rows are read from few regions of memory at a time, while a batch still
 * mixes examples from everywhere. Memory is the window, whatever the size of
 * the data.
 */
#ifndef NN_ORDER_H
#define NN_ORDER_H

#include <stdint.h>

enum { NN_RUN = 32, NN_WINDOW = 64 * NN_RUN };

typedef struct {
  uint64_t seed;
  uint32_t count;        /* examples in this epoch */
  uint32_t epoch;        /* 1 in the first epoch */
  uint32_t runs_done;    /* of this epoch, in this window or one before */
  uint32_t next, length; /* index of the next example in the window; its end */
  uint32_t window[NN_WINDOW];
} nn_order;

/* Starts before the first epoch. */
void nn_order_start(nn_order *order, uint64_t seed);

/*
 * Goes on where an order of the same seed was, whose members are given: 0, and
 * the order is as at its start, when they do not belong together.
 */
int nn_order_resume(nn_order *order, uint32_t count, uint32_t epoch,
                    uint32_t runs_done, uint32_t next);

/*
 * The index of the next example. `count` ≥ 1 is the size of the data now; a
 * change takes effect with the next epoch, so it must not shrink.
 */
uint32_t nn_order_next(nn_order *order, uint32_t count);

#endif
