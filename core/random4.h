/*
 * Random numbers four at a time: number k is a hash of k and a key, the same
 * bits in any order and on every machine. The hash is the low-bias 32-bit one
 * of T. Ettinger (github.com/skeeto/hash-prospector), with half of the key
 * added before each of its first two multiplications.
 */
#ifndef NN_RANDOM4_H
#define NN_RANDOM4_H

#include "random.h"
#include "v4.h"

typedef uint32_t v4u __attribute__((vector_size(16)));

typedef struct {
  uint32_t first, second; /* halves of the key */
} nn_random4;

/* The sequence of a key of nn_random_seeded. */
static inline nn_random4 nn_random4_of(nn_random random) {
  return (nn_random4){(uint32_t)random.key, (uint32_t)(random.key >> 32)};
}

/* Numbers k…k+3, 0…2³²−1. */
static inline v4u nn_random4_u32(nn_random4 random, uint32_t k) {
  v4u x = (v4u){k, k + 1, k + 2, k + 3} * 0x9e3779b9u + random.first;
  x = (x ^ x >> 16) * 0x21f0aaadu + random.second;
  x = (x ^ x >> 15) * 0x735a2d97u;
  return x ^ x >> 15;
}

/* Numbers k…k+3, 0 ≤ x < 1, in steps of 2⁻²⁴. */
static inline v4 nn_random4_uniform(nn_random4 random, uint32_t k) {
  v4i bits = (v4i)(nn_random4_u32(random, k) >> 8);
  return __builtin_convertvector(bits, v4) * v4_splat(0x1p-24f);
}

#endif
