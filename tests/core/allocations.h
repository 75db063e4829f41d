/*
 * Core's allocations, counted, and made to fail. Every program of these tests
 * is linked so that core's malloc, calloc, realloc, aligned_alloc and free are
 * those of allocations.c (renamed by native.js).
 */
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/* Calls of any of the five since the start or the last reset, NULL included. */
int allocations_calls(void);

/* Blocks that are held now. */
int allocations_held(void);

/* Whether an allocation was refused since the last reset. */
int allocations_refused(void);

/*
 * Counts from zero, and refuses the n-th allocation from here on (1: the
 * next); 0 refuses none. Later ones are granted.
 */
void allocations_reset(int n);

#endif
