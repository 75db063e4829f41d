#include "allocations.h"

#include <stddef.h>

/* Names of tests/support/native.js: __real_ is the C library's, __wrap_ what
 * core calls. */
/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__real_aligned_alloc(size_t alignment, size_t size);
void __real_free(void *memory);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);
void *__wrap_aligned_alloc(size_t alignment, size_t size);
void __wrap_free(void *memory);

static int calls, held, countdown, refused;

int allocations_calls(void) { return calls; }

int allocations_held(void) { return held; }

int allocations_refused(void) { return refused; }

void allocations_reset(int n) {
  calls = refused = 0;
  countdown = n;
}

/* Counts a call that allocates; whether it is the one to refuse. */
static int refuses(void) {
  calls++;
  if (countdown == 0 || --countdown > 0) return 0;
  refused = 1;
  return 1;
}

static void *counted(void *memory) {
  held += memory != NULL;
  return memory;
}

void *__wrap_malloc(size_t size) {
  return refuses() ? NULL : counted(__real_malloc(size));
}

void *__wrap_calloc(size_t count, size_t size) {
  return refuses() ? NULL : counted(__real_calloc(count, size));
}

void *__wrap_aligned_alloc(size_t alignment, size_t size) {
  return refuses() ? NULL : counted(__real_aligned_alloc(alignment, size));
}

/* Core never asks for zero bytes: a block stays one block. */
void *__wrap_realloc(void *memory, size_t size) {
  if (refuses()) return NULL;
  void *larger = __real_realloc(memory, size);
  held += memory == NULL && larger != NULL;
  return larger;
}

void __wrap_free(void *memory) {
  calls++;
  held -= memory != NULL;
  __real_free(memory);
}
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */
