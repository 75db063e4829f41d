/*
 * What happens to a parameter once its gradient g, the mean over the batch, is
 * known: one row for each optimiser.
 *
 *   sgd        w = (1 − η λ) w − η g, example by example (gradient.c)
 *   momentum   m = µ m + g + λ w,  w −= η m              (Polyak, 1964)
 *   adam       m = β₁ m + (1 − β₁) g,  v = β₂ v + (1 − β₂) g²,
 *              w −= η m̂ / (√v̂ + ε)               (Kingma and Ba, 2015)
 *   adamw      the same, from (1 − η λ) w    (Loshchilov and Hutter, 2019)
 *
 * Adam's g has λ w added. Biases do not decay. To add one, write the step of
 * four parameters and its row in optimizer.c.
 */
#ifndef NN_OPTIMIZER_H
#define NN_OPTIMIZER_H

#include "list.h"
#include "v4.h"

/* A step: where the parameters are, and what happens to each. */
typedef struct {
  float *weights, *m, *v; /* parameters and their moments: core's layout */
  float inverse_batch;    /* 1 / B */
  float rate;             /* η; with Adam's correction η / (1 − β₁ᵗ) */
  float decay;            /* λ where added to the gradient, or 0 */
  float decay_factor;     /* 1 − η λ where decoupled, or 1 */
  float beta1;            /* β₁ of Adam, µ of momentum */
  float beta2;            /* β₂ */
  float v_correction;     /* 1 / √(1 − β₂ᵗ) */
} nn_update;

typedef struct {
  const char *name;
  int moments;      /* floats kept for each parameter: none, m, or m and v */
  int is_decoupled; /* decay shrinks the weights rather than adding to g */
  int is_corrected; /* the moments start from zero: rate and v are corrected */
  /*
   * The step of parameters (size) from `at` on, given the sums (size) of their
   * gradients over the batch, which are left at zero. NULL where no sum is
   * needed.
   */
  void (*step)(const nn_update *update, size_t at, float *sums, size_t size);
} nn_optimizer;

/* β₂ of Adam. */
#define NN_BETA2 0.999f

/* Rows that C code names; those after them have their index alone. */
enum { NN_SGD, NN_MOMENTUM, NN_ADAM, NN_ADAMW };

extern const nn_optimizer nn_optimizers[];
extern const nn_list nn_optimizer_list;

#endif
