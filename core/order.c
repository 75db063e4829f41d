#include "order.h"

#include <assert.h>

#include "random.h"

void nn_order_start(nn_order *order, uint64_t seed) {
  assert(order);
  *order = (nn_order){.seed = seed};
}

static uint32_t run_count(const nn_order *order) {
  return (order->count + NN_RUN - 1) / NN_RUN;
}

/*
 * Element x of a random permutation of 0…n−1: a four-round Feistel network
 * over the next power of four, applied until the result is below n.
 */
static uint32_t permuted(uint32_t x, uint32_t n, uint64_t key) {
  int half = 1;
  while ((uint64_t)1 << (2 * half) < n) half++;
  const uint32_t mask = (1u << half) - 1;
  do {
    uint32_t left = x >> half, right = x & mask;
    for (uint64_t round = 0; round < 4; round++) {
      uint64_t mixed = nn_random_hash(key + (round << 32 | right));
      uint32_t swapped = left ^ ((uint32_t)(mixed >> 40) & mask);
      left = right;
      right = swapped;
    }
    x = left << half | right;
  } while (x >= n);
  return x;
}

static void shuffle_window(nn_order *order) {
  nn_random random = nn_random_seeded(
      order->seed, (uint64_t)order->epoch << 32 | order->runs_done);
  nn_random_shuffle(&random, order->window, order->length);
}

/*
 * Two pairs of seed and epoch have the same permutation of runs when their
 * seed ^ epoch << 40 are equal, which takes a seed of 2⁴⁰ or more; their
 * windows are shuffled differently all the same. Where seed is epoch << 40 the
 * key is 0, a key like any other. Another derivation would change every
 * training run.
 */
static void fill_window(nn_order *order) {
  const uint32_t runs = run_count(order);
  const uint64_t key =
      nn_random_hash(order->seed ^ (uint64_t)order->epoch << 40);
  order->next = order->length = 0;
  while (order->runs_done < runs && order->length + NN_RUN <= NN_WINDOW) {
    uint32_t first = permuted(order->runs_done++, runs, key) * NN_RUN;
    for (uint32_t i = first; i < first + NN_RUN && i < order->count; i++) {
      order->window[order->length++] = i;
    }
  }
  shuffle_window(order);
}

int nn_order_resume(nn_order *order, uint32_t count, uint32_t epoch,
                    uint32_t runs_done, uint32_t next) {
  const uint32_t window =
      NN_WINDOW / NN_RUN; /* runs; the last may have fewer */
  nn_order_start(order, order->seed);
  if (epoch == 0 && (count | runs_done | next) == 0) return 1;
  nn_order old = {.seed = order->seed, .count = count, .epoch = epoch};
  if (epoch == 0 || runs_done == 0 || runs_done > run_count(&old)) return 0;
  old.runs_done = (runs_done - 1) / window * window;
  fill_window(&old);
  if (old.runs_done != runs_done || next > old.length) return 0;
  old.next = next;
  *order = old;
  return 1;
}

uint32_t nn_order_next(nn_order *order, uint32_t count) {
  assert(order && count >= 1);
  if (order->next == order->length) {
    if (order->runs_done == run_count(order)) {
      order->count = count;
      order->epoch++;
      order->runs_done = 0;
    }
    fill_window(order);
  }
  return order->window[order->next++];
}
