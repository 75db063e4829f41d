/*
 * Mini-batch gradient descent: pick B examples, forward, cost, backward,
 * update. Nothing is allocated after nn_trainer_new.
 */
#ifndef NN_TRAINER_H
#define NN_TRAINER_H

#include "augment.h"
#include "gradient.h"
#include "network.h"
#include "noise.h"
#include "order.h"

typedef enum { NN_CONSTANT, NN_COSINE } nn_schedule;

/* Projected gradient descent against the network inside each step. */
typedef struct {
  float share;   /* 0…1 of the batch is attacked; 0: none */
  float epsilon; /* largest change of a pixel, 0…1 */
  int steps;     /* of projected gradient descent */
} nn_hardening;

typedef struct {
  int batch_size; /* B, 1…NN_MAX_BATCH */
  nn_optimizer optimizer;
  float learning_rate;
  float momentum; /* µ of momentum, β₁ of Adam; 0.9 is usual */
  float weight_decay;
  int decoupled; /* AdamW rather than Adam */
  nn_schedule schedule;
  /*
   * Cosine: the rate falls to zero over total_steps. With restarts the first
   * cycle takes first_cycle steps and each later one twice as many as the one
   * before (Loshchilov and Hutter, 2017); 0 is one cycle of total_steps.
   */
  double total_steps, first_cycle;
  double warm_up;     /* first steps over which the rate rises from near zero */
  nn_augment augment; /* all zero: none */
  float noise;        /* share of the batch that is "not a digit" */
  /* How often each kind is among it; all zero: each but Gaussian, scribble. */
  uint8_t noise_kinds[NN_NOISE_KINDS];
  nn_hardening hardening;
  uint64_t seed;
} nn_trainer_options;

enum { NN_MAX_BATCH = 4096 };

typedef struct nn_trainer nn_trainer;

/*
 * Trains net on data; both stay the caller's and must outlive the trainer.
 * NULL without memory.
 */
nn_trainer *nn_trainer_new(nn_network *net, const nn_dataset *data,
                           const nn_trainer_options *options);
void nn_trainer_free(nn_trainer *trainer);

/*
 * `count` mini-batches; returns the mean cost over them. Stops before the
 * update of a batch whose cost is not a finite number, and returns that
 * cost. data must hold at least one example.
 */
double nn_trainer_train(nn_trainer *trainer, int count);

/* Steps taken since the start. */
double nn_trainer_steps(const nn_trainer *trainer);

/* From the next step on; nothing else changes. */
void nn_trainer_set_rate(nn_trainer *trainer, float learning_rate);

/* The rate that the next step will use: the schedule applied. */
float nn_trainer_rate(const nn_trainer *trainer);

#endif
