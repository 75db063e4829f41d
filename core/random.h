/*
 * Seeded, counter-based random numbers: value k of (seed, stream) is a hash
 * of the three, so the same seed gives the same numbers everywhere and any
 * place in the sequence can be reached without walking to it.
 *
 * The hash is the finaliser of SplitMix64 (Steele, Lea and Flood, 2014).
 */
#ifndef NN_RANDOM_H
#define NN_RANDOM_H

#include <stdint.h>

typedef struct {
  uint64_t key;
  uint64_t counter;
} nn_random;

/* A sequence of its own for each (seed, stream). */
nn_random nn_random_seeded(uint64_t seed, uint64_t stream);

/* 64 hashed bits of x. */
uint64_t nn_random_hash(uint64_t x);

/* 0…2³²−1. */
uint32_t nn_random_u32(nn_random *random);

/* 0…n−1, n ≥ 1. */
uint32_t nn_random_below(nn_random *random, uint32_t n);

/* 0 ≤ x < 1, in steps of 2⁻²⁴. */
float nn_random_uniform(nn_random *random);

/* low ≤ x < high. */
float nn_random_between(nn_random *random, float low, float high);

/* Mean 0, standard deviation 1 (Marsaglia's polar method). */
float nn_random_normal(nn_random *random);

#endif
