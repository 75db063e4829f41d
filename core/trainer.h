/*
 * Mini-batch training: pick B examples, forward, cost, backward, step. Nothing
 * is allocated after nn_trainer_new.
 */
#ifndef NN_TRAINER_H
#define NN_TRAINER_H

#include "augment.h"
#include "gradient.h"
#include "noise.h"
#include "order.h"
#include "settings.h"

enum { NN_MAX_BATCH = 4096 };

/* Projected gradient descent against the network inside each step. */
typedef struct {
  float fraction; /* 0…1 of the batch is attacked; 0: none */
  float epsilon;  /* largest change of a pixel, 0…1 */
  int steps;      /* of projected gradient descent */
} nn_hardening;

/* How to train. Ranges, defaults and names: nn_trainer_settings. */
typedef struct {
  int batch_size; /* B, 1…NN_MAX_BATCH */
  int optimizer;  /* a row of nn_optimizers */
  float learning_rate;
  float momentum; /* µ of momentum, β₁ of Adam; 0.9 is usual */
  float weight_decay;
  int schedule; /* a row of nn_schedules */
  /*
   * Cosine: the rate falls to zero over total_steps. With restarts the first
   * cycle takes first_cycle steps and each later one twice as many as the one
   * before (Loshchilov and Hutter, 2017), the last fewer if total_steps end it.
   * first_cycle 0 is one cycle of total_steps; with restarts, total_steps 0 is
   * no end.
   */
  uint64_t total_steps, first_cycle;
  uint64_t warm_up;   /* first steps over which the rate rises from near zero */
  nn_augment augment; /* all zero: none */
  float noise;        /* fraction of the batch that is "not a digit" */
  /* How often each kind is among it; all zero: each that is usual, once. */
  uint8_t noise_kinds[NN_NOISE_KINDS];
  nn_hardening hardening;
  uint64_t seed;
} nn_trainer_options;

/* The learning rate's schedules, one row each. */
typedef struct {
  const char *name;
  /* What the rate is multiplied by after `steps`, 0…1. */
  double (*factor)(const nn_trainer_options *options, double steps);
} nn_schedule;

enum { NN_CONSTANT, NN_COSINE };

extern const nn_schedule nn_schedules[];
extern const nn_list nn_schedule_list;
extern const nn_settings nn_trainer_settings;

/* The defaults of nn_trainer_settings. */
nn_trainer_options nn_trainer_defaults(void);

typedef struct nn_trainer nn_trainer;

/*
 * Trains net on data; both stay the caller's and must outlive the trainer.
 * NULL without memory.
 */
nn_trainer *nn_trainer_new(nn_network *net, const nn_dataset *data,
                           const nn_trainer_options *options);
void nn_trainer_free(nn_trainer *trainer);

/*
 * `count` mini-batches; returns the mean cost over them. Training diverges when
 * a batch's cost, or a parameter after the last of the steps, is not a finite
 * number: then NaN or ±∞ is returned, and a batch with such a cost is the last
 * and moves nothing. data must hold at least one example.
 */
double nn_trainer_train(nn_trainer *trainer, int count);

/* Steps taken since the start. */
double nn_trainer_steps(const nn_trainer *trainer);

/* From the next step on; nothing else changes. */
void nn_trainer_set_rate(nn_trainer *trainer, float learning_rate);

/* The rate that the next step will use: the schedule applied. */
float nn_trainer_rate(const nn_trainer *trainer);

/*
 * What a trainer has besides its options, its data and its network, for another
 * trainer of the same options, data and parameters to go on with, to the bit:
 * numbers, and moments. Moments are in core's layout, none, one or two for each
 * of the network's stored floats.
 */
typedef struct {
  double steps, beta1_power, beta2_power, random_counter;
  double order_count, order_epoch, order_runs_done, order_next;
} nn_trainer_state;

void nn_trainer_get_state(const nn_trainer *trainer, nn_trainer_state *state);

/*
 * Numbers of a trainer's state: steps and counter whole and ≥ 0, powers 0…1,
 * those of the order 0…2³²−1. Returns 0, and changes nothing, when those of the
 * order do not belong together or to these data.
 */
int nn_trainer_set_state(nn_trainer *trainer, const nn_trainer_state *state);

/* The moments, to be read or overwritten with finite numbers, *size of them. */
float *nn_trainer_moments(nn_trainer *trainer, size_t *size);

#endif
