/*
 * Images made against a network: small changes that fool it, and digits
 * made by activation maximisation ("dreams").
 *
 * All follow the gradient of the cross-entropy between outputs and a wanted
 * or unwanted answer, with respect to the weighted sums (a − y), so that a
 * saturated output still says which way is up. For a network trained on
 * cross-entropy that is the gradient of its cost.
 */
#ifndef NN_ATTACK_H
#define NN_ATTACK_H

#include "inference.h"
#include "settings.h"

enum { NN_FGSM, NN_PGD, NN_RANDOM_CHANGE };

/* Ranges, defaults and names: nn_attack_settings. */
typedef struct {
  int method;     /* one of the above */
  double epsilon; /* no pixel changes by more, 0…1 */
  int target;     /* 0…9: make it this; −1: anything but the label */
  int steps;      /* of PGD */
  /* Of PGD; −1: epsilon / 4, or 2.5 epsilon / steps if that is more. */
  double step_size;
  uint64_t seed; /* of PGD's random start, of a random change */
} nn_attack_options;

extern const nn_list nn_attack_list; /* the methods */
extern const nn_settings nn_attack_settings;

/*
 * FGSM (Goodfellow, Shlens and Szegedy, 2015) and PGD (Madry et al., 2018) in
 * the L∞ ball: x ← clip(x ± step · sign ∇), within epsilon of the original
 * and 0…1; or each pixel ±epsilon at random. attacked (count, 784) overwritten
 * from pixels (count, 784) and labels (count). Image i starts from (seed,
 * first + i). gradient: scratch memory (count, 784); count ≤ capacity.
 */
void nn_network_attack(const nn_network *net, nn_workspace *workspace,
                       float *attacked, float *gradient, const float *pixels,
                       const uint8_t *labels, int count, uint64_t first,
                       const nn_attack_options *options);

/*
 * How many of the data's images from…from+count−1 are predicted rightly after
 * the attack; those that are not digits never are. scratch: (3, capacity, 784).
 */
int nn_network_robustness(const nn_network *net, nn_workspace *workspace,
                          const nn_dataset *data, int from, int count,
                          float *scratch, const nn_attack_options *options);

/*
 * image (784): gradient ascent from faint noise towards `digit`, a step of
 * at most 0.02 a pixel, scaled by the largest component of the gradient.
 * gradient: scratch (784).
 */
void nn_network_dream(const nn_network *net, nn_workspace *workspace,
                      float *image, float *gradient, int digit, int steps,
                      uint64_t seed);

#endif
