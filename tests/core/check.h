/* What C tests say, a line for each check, and whether one has failed. */
#ifndef DOWNHILL_TESTS_CHECK_H
#define DOWNHILL_TESTS_CHECK_H

#include <stdio.h>
#include <stdlib.h>

static int failures = 0;

static inline void check(int passed, const char *sentence) {
  printf("%s %s\n", passed ? "ok" : "FAILED", sentence);
  failures += !passed;
}

/* Ends the test where there is no memory. */
static inline void *checked(void *memory) {
  if (memory == NULL) exit(1);
  return memory;
}

#endif
