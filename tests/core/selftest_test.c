/* This compiler and machine compute the bits that all others do. */
#include "../../core/selftest.h"

#include <stdio.h>

int main(void) {
  int wrong = nn_selftest();
  if (wrong != 0) printf("FAILED: the runs of bits %d\n", wrong);
  return wrong != 0;
}
