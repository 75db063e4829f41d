/*
 * Core's allocations, counted, and made to fail. In every program of these
 * tests core's malloc, calloc, realloc, aligned_alloc and free are those of
 * allocations.c: native.js has allocations_in_core.h read before core's files.
 */
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

#include <stddef.h>

/* Calls of any of the five since the start or the last reset, NULL included. */
int allocations_calls(void);

/* Blocks that are held now. */
int allocations_held(void);

/*
 * Where the allocation is that was refused since the last reset: a line, and
 * its file in *file; 0 when none was.
 */
int allocations_refused(const char **file);

/*
 * Counts from zero, and refuses the n-th allocation from here on (1: the
 * next); 0 refuses none. Later ones are granted.
 */
void allocations_reset(int n);

/* The C library's, called in a line of a file. */
void *allocations_malloc(const char *file, int line, size_t size);
void *allocations_calloc(const char *file, int line, size_t count, size_t size);
void *allocations_realloc(const char *file, int line, void *memory,
                          size_t size);
void *allocations_aligned(const char *file, int line, size_t alignment,
                          size_t size);
void allocations_free(void *memory);

/* The place of the next allocation is this one, whatever that call says. */
void allocations_for(const char *file, int line);

#endif
