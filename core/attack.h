/*
 * Images made against a network: small changes that fool it, and digits
 * dreamt from nothing.
 *
 * All follow the gradient of the cross-entropy between outputs and a wanted
 * or unwanted answer, taken before the last squash (a − y), so that a
 * saturated output still says which way is up. For a network trained on
 * cross-entropy that is the gradient of its cost.
 */
#ifndef NN_ATTACK_H
#define NN_ATTACK_H

#include "network.h"

typedef struct {
  int steps;       /* 1 without random start is FGSM; 0: ±epsilon at random */
  float epsilon;   /* no pixel changes by more, 0…1 */
  float step_size; /* of each step */
  int random_start;
  int target;    /* 0…9: make it this; −1: anything but the label */
  uint64_t seed; /* of the random start */
} nn_attack_options;

/*
 * FGSM (Goodfellow, Shlens and Szegedy, 2015) and PGD (Madry et al., 2018) in
 * the L∞ ball: x ← clip(x ± step · sign ∇), within epsilon of the original
 * and 0…1. attacked (count, 784) overwritten from pixels (count, 784) and
 * labels (count). Image i starts from (seed, first + i). gradient is room for
 * (count, 784); count ≤ workspace->capacity.
 */
void nn_network_attack(const nn_network *net, nn_workspace *workspace,
                       float *attacked, float *gradient, const float *pixels,
                       const uint8_t *labels, int count, uint64_t first,
                       const nn_attack_options *plan);

/*
 * How many of the data's images from…from+count−1 are read rightly after the
 * attack. room: (3, workspace->capacity, 784).
 */
int nn_network_robustness(const nn_network *net, nn_workspace *workspace,
                          const nn_dataset *data, int from, int count,
                          float *room, const nn_attack_options *plan);

/*
 * image (784): gradient ascent from faint noise towards `digit`, a step of
 * at most 0.02 a pixel, scaled by the largest slope. gradient: room for 784.
 */
void nn_network_dream(const nn_network *net, nn_workspace *workspace,
                      float *image, float *gradient, int digit, int steps,
                      uint64_t seed);

#endif
