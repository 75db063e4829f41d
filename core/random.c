#include "random.h"

#include <assert.h>

#include "elementary.h"

uint64_t nn_random_hash(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9u;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebu;
  return x ^ (x >> 31);
}

nn_random nn_random_seeded(uint64_t seed, uint64_t stream) {
  uint64_t key = nn_random_hash(seed + 0x9e3779b97f4a7c15u);
  return (nn_random){nn_random_hash(key ^ nn_random_hash(~stream)), 0};
}

uint32_t nn_random_u32(nn_random *random) {
  uint64_t x = random->key + ++random->counter * 0x9e3779b97f4a7c15u;
  return (uint32_t)(nn_random_hash(x) >> 32);
}

uint32_t nn_random_below(nn_random *random, uint32_t n) {
  assert(random && n >= 1);
  return (uint32_t)(((uint64_t)nn_random_u32(random) * n) >> 32);
}

float nn_random_uniform(nn_random *random) {
  return (float)(nn_random_u32(random) >> 8) * 0x1p-24f;
}

float nn_random_between(nn_random *random, float low, float high) {
  return low + (high - low) * nn_random_uniform(random);
}

float nn_random_normal(nn_random *random) {
  for (;;) {
    float u = nn_random_between(random, -1.0f, 1.0f);
    float v = nn_random_between(random, -1.0f, 1.0f);
    float s = u * u + v * v;
    if (s > 1e-12f && s < 1.0f) {
      return u * __builtin_sqrtf(-2.0f * nn_log(s) / s);
    }
  }
}

void nn_random_shuffle(nn_random *random, uint32_t *values, uint32_t count) {
  assert(random && (count == 0 || values));
  for (uint32_t i = count; i > 1; i--) {
    uint32_t j = nn_random_below(random, i);
    uint32_t swapped = values[i - 1];
    values[i - 1] = values[j];
    values[j] = swapped;
  }
}
