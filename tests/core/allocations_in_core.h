/*
 * Read before each file of core, in the programs of these tests: its calls of
 * malloc and its like go to allocations.c, and say where they are.
 */
#ifndef ALLOCATIONS_IN_CORE_H
#define ALLOCATIONS_IN_CORE_H

#include <stdlib.h>

#include "allocations.h"

#define HERE __FILE__, __LINE__
#define malloc(size) allocations_malloc(HERE, (size))
#define calloc(count, size) allocations_calloc(HERE, (count), (size))
#define realloc(memory, size) allocations_realloc(HERE, (memory), (size))
#define aligned_alloc(alignment, size) \
  allocations_aligned(HERE, (alignment), (size))
#define free(memory) allocations_free(memory)

#include "../../core/memory.h"

/* Who asks it for memory is the place, not memory.h. */
#define nn_allocate(...) (allocations_for(HERE), nn_allocate(__VA_ARGS__))

#endif
