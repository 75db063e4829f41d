/* Memory of a struct and of the floats that it points to, in one piece. */
#ifndef NN_MEMORY_H
#define NN_MEMORY_H

#include <stdlib.h>
#include <string.h>

enum { NN_CACHE_LINE = 64 };

/* Bytes rounded up to whole cache lines. */
static inline size_t nn_whole_lines(size_t bytes) {
  return (bytes + NN_CACHE_LINE - 1) / NN_CACHE_LINE * NN_CACHE_LINE;
}

/* Floats rounded up to whole cache lines. */
static inline size_t nn_aligned(size_t floats) {
  return nn_whole_lines(floats * sizeof(float)) / sizeof(float);
}

/*
 * A struct of `size` bytes and, on a cache line after it, *extra of
 * `extra_size` bytes; all zero. free() frees both. NULL without memory.
 */
static inline void *nn_allocate(size_t size, size_t extra_size, void **extra) {
  const size_t header = nn_whole_lines(size);
  const size_t whole = header + nn_whole_lines(extra_size);
  char *memory = aligned_alloc(NN_CACHE_LINE, whole);
  if (!memory) return NULL;
  memset(memory, 0, whole);
  *extra = memory + header;
  return memory;
}

#endif
