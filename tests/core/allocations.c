#include "allocations.h"

#include <stdlib.h>

typedef struct {
  const char *file;
  int line;
} place;

static int calls, held, countdown;
static place refused, wanted;

int allocations_calls(void) { return calls; }

int allocations_held(void) { return held; }

int allocations_refused(const char **file) {
  *file = refused.file;
  return refused.line;
}

void allocations_reset(int n) {
  calls = 0;
  refused = (place){NULL, 0};
  countdown = n;
}

void allocations_for(const char *file, int line) {
  wanted = (place){file, line};
}

/* Counts a call that allocates; whether it is the one to refuse. */
static int refuses(const char *file, int line) {
  const place here = wanted.line ? wanted : (place){file, line};
  wanted = (place){NULL, 0};
  calls++;
  if (countdown == 0 || --countdown > 0) return 0;
  refused = here;
  return 1;
}

static void *counted(void *memory) {
  held += memory != NULL;
  return memory;
}

void *allocations_malloc(const char *file, int line, size_t size) {
  return refuses(file, line) ? NULL : counted(malloc(size));
}

void *allocations_calloc(const char *file, int line, size_t count,
                         size_t size) {
  return refuses(file, line) ? NULL : counted(calloc(count, size));
}

void *allocations_aligned(const char *file, int line, size_t alignment,
                          size_t size) {
  return refuses(file, line) ? NULL : counted(aligned_alloc(alignment, size));
}

/* Core never asks for zero bytes: a block stays one block. */
void *allocations_realloc(const char *file, int line, void *memory,
                          size_t size) {
  if (refuses(file, line)) return NULL;
  void *larger = realloc(memory, size);
  held += memory == NULL && larger != NULL;
  return larger;
}

void allocations_free(void *memory) {
  calls++;
  held -= memory != NULL;
  free(memory);
}
