#include "activation.h"

#include "elementary.h"

static v4 sigmoid(v4 z) { return 1.0f / (1.0f + nn_exp4(-z)); }

static v4 sigmoid_backward(v4 delta, v4 a) { return delta * (a * (1.0f - a)); }

/* NaN stays NaN. */
static v4 relu(v4 z) { return v4_max(v4_splat(0), z); }

static v4 relu_backward(v4 delta, v4 a) {
  return v4_select(a > 0.0f, delta, v4_splat(0));
}

static v4 step(v4 z) {
  return v4_select(z < 0.0f, v4_splat(0), v4_splat(1.0f));
}

/* A step is flat: nothing gets through. */
static v4 step_backward(v4 delta, v4 a) {
  (void)delta, (void)a;
  return v4_splat(0);
}

/* The slope below zero is that of Maas, Hannun and Ng, 2013. */
static v4 leaky_relu(v4 z) { return v4_max(0.01f * z, z); }

static v4 leaky_relu_backward(v4 delta, v4 a) {
  return v4_select(a > 0.0f, delta, 0.01f * delta);
}

/* The loops over arrays, whose sizes are multiples of four. */
#define LOOPS(name)                                                         \
  static void name##_loop(float *values, size_t size) {                     \
    for (size_t i = 0; i < size; i += V4_LANES) {                           \
      v4_store(values + i, name(v4_load(values + i)));                      \
    }                                                                       \
  }                                                                         \
  static void name##_backward_loop(float *deltas, const float *activations, \
                                   size_t size) {                           \
    for (size_t i = 0; i < size; i += V4_LANES) {                           \
      v4_store(deltas + i, name##_backward(v4_load(deltas + i),             \
                                           v4_load(activations + i)));      \
    }                                                                       \
  }
#define ROW(name, gain) \
  { #name, gain, name##_loop, name##_backward_loop }

LOOPS(sigmoid)
LOOPS(relu)
LOOPS(step)
LOOPS(leaky_relu)

/*
 * Gains: 1 keeps the variance of a layer's inputs (Glorot and Bengio, 2010), 2
 * makes up for the half that ReLU sets to zero (He et al., 2015).
 */
const nn_activation nn_activations[] = {
    [NN_SIGMOID] = ROW(sigmoid, 1),
    [NN_RELU] = ROW(relu, 2),
    [NN_STEP] = ROW(step, 1),
    ROW(leaky_relu, 2),
};
const nn_list nn_activation_list = NN_LIST("activations", nn_activations);
