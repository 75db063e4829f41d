/*
 * A line for each kind of noise: its name and a hash of five of its images.
 */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "noise.h"

int main(void) {
  static const uint64_t indices[] = {0, 1, 2, 1000000, UINT64_MAX};
  for (int kind = 0; kind < NN_NOISE_KINDS; kind++) {
    uint64_t hash = 0;
    for (int i = 0; i < 5; i++) {
      float pixels[NN_PIXELS];
      nn_noise_image(pixels, (nn_noise_kind)kind, 3, indices[i], NULL);
      for (int j = 0; j < NN_PIXELS; j++) {
        uint32_t bits;
        memcpy(&bits, &pixels[j], sizeof bits);
        hash = nn_random_hash(hash ^ bits) + 1;
      }
    }
    printf("%s %016" PRIx64 "\n", nn_noise_table[kind].name, hash);
  }
}
