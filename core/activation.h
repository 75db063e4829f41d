/*
 * Activation functions of hidden neurons: one row each. To add one, write its
 * two functions and its row in activation.c; docs/add-an-activation.md goes
 * through it. Names are what files and JavaScript call them.
 */
#ifndef NN_ACTIVATION_H
#define NN_ACTIVATION_H

#include <stddef.h>

#include "list.h"

typedef struct {
  const char *name;
  /* Variance of a first weight times the inputs of its neuron. */
  float gain;
  /* values (size): weighted sums z in, activations a out. */
  void (*forward)(float *values, size_t size);
  /* deltas (size) *= da/dz, which is worked out from the activations. */
  void (*backward)(float *deltas, const float *activations, size_t size);
} nn_activation;

/* Rows that C code names; those after them have their index alone. */
enum { NN_SIGMOID, NN_RELU, NN_STEP };

extern const nn_activation nn_activations[];
extern const nn_list nn_activation_list;

#endif
