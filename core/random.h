/*
 * Seeded, counter-based random numbers: value k of (seed, stream) is a hash
 * of the three. So the same seed gives the same numbers on every machine, and
 * value k does not depend on the values before it.
 *
 * The hash is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 */
#ifndef NN_RANDOM_H
#define NN_RANDOM_H

#include <stdint.h>

typedef struct {
  uint64_t key;     /* of (seed, stream) */
  uint64_t counter; /* values taken */
} nn_random;

/* The sequence of (seed, stream), at its start. */
nn_random nn_random_seeded(uint64_t seed, uint64_t stream);

/* A bijection of 64 bits; it takes 0 to 0. */
uint64_t nn_random_hash(uint64_t x);

/* 0…2³²−1. */
uint32_t nn_random_u32(nn_random *random);

/* 0…n−1, n ≥ 1. The bias is below n / 2³². */
uint32_t nn_random_below(nn_random *random, uint32_t n);

/* 0 ≤ x < 1, in steps of 2⁻²⁴. */
float nn_random_uniform(nn_random *random);

/* low ≤ x < high. */
float nn_random_between(nn_random *random, float low, float high);

/* Mean 0, standard deviation 1 (Marsaglia's polar method). */
float nn_random_normal(nn_random *random);

/* A random permutation of values (count), in place (Fisher and Yates). */
void nn_random_shuffle(nn_random *random, uint32_t *values, uint32_t count);

#endif
