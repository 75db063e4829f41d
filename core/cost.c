#include "cost.h"

#include <assert.h>

#include "activation.h"
#include "elementary.h"

/*
 * Beside the ten outputs softmax leaves what their exponentials were made of,
 * for cross-entropy: Σ e^(z − max), and max.
 */
enum { O = NN_CLASSES, S = NN_OUTPUT_WIDTH, TOTAL = O, MAX };
_Static_assert(MAX < S, "there is room beside the outputs");

static float largest(const float *values) {
  float max = values[0];
  for (int o = 1; o < O; o++) max = values[o] > max ? values[o] : max;
  return max;
}

static void sigmoid(float *values, int B) {
  nn_activations[NN_SIGMOID].forward(values, (size_t)B * S);
}

static void softmax(float *values, int B) {
  for (int b = 0; b < B; b++, values += S) {
    const float max = largest(values);
    float total = 0;
    for (int o = 0; o < S; o += V4_LANES) {
      v4_store(values + o, nn_exp4(v4_load(values + o) - max));
    }
    for (int o = 0; o < O; o++) total += values[o];
    for (int o = 0; o < O; o++) values[o] /= total;
    values[TOTAL] = total;
    values[MAX] = max;
  }
}

/* Σ (a − y)², as in the lesson. */
static float quadratic(const float *a, const float *z, const float *targets) {
  float squares[S], cost = 0;
  (void)z;
  for (int o = 0; o < S; o += V4_LANES) {
    v4 error = v4_load(a + o) - v4_load(targets + o);
    v4_store(squares + o, error * error);
  }
  for (int o = 0; o < O; o++) cost += squares[o];
  return cost;
}

/* 2 (a − y) a (1 − a). */
static void quadratic_deltas(float *deltas, const float *a,
                             const float *targets) {
  for (int o = 0; o < S; o += V4_LANES) {
    v4 out = v4_load(a + o), error = out - v4_load(targets + o);
    v4_store(deltas + o, error * 2.0f * (out * (1.0f - out)));
  }
}

/* a (2 (a − y) − Σ 2 (a − y) a): softmax couples the outputs. */
static void quadratic_softmax_deltas(float *deltas, const float *a,
                                     const float *targets) {
  float coupling = 0;
  for (int o = 0; o < O; o++) coupling += 2.0f * (a[o] - targets[o]) * a[o];
  for (int o = 0; o < S; o += V4_LANES) {
    v4 out = v4_load(a + o), error = out - v4_load(targets + o);
    v4_store(deltas + o, out * (error * 2.0f - coupling));
  }
}

/* ln(1 + e^z) without overflow. */
static float softplus(float z) {
  float size = z < 0 ? -z : z;
  return (z > 0 ? z : 0) + nn_log(1.0f + nn_exp(-size));
}

/* −Σ y ln a + (1 − y) ln(1 − a), from the weighted sums. */
static float binary_cross_entropy(const float *a, const float *z,
                                  const float *targets) {
  float cost = 0;
  (void)a;
  for (int o = 0; o < O; o++) cost += softplus(z[o]) - targets[o] * z[o];
  return cost;
}

/* −Σ y ln a = ln Σ e^z − Σ y z for targets that sum to one. */
static float cross_entropy(const float *a, const float *z,
                           const float *targets) {
  float expected = 0;
  for (int o = 0; o < O; o++) expected += targets[o] * (z[o] - a[MAX]);
  return nn_log(a[TOTAL]) - expected;
}

/* a − y, with either output function. */
static void cross_entropy_deltas(float *deltas, const float *a,
                                 const float *targets) {
  for (int o = 0; o < S; o += V4_LANES) {
    v4_store(deltas + o, v4_load(a + o) - v4_load(targets + o));
  }
}

const nn_output nn_outputs[NN_OUTPUT_FUNCTIONS] = {
    [NN_SIGMOID_OUTPUT] = {"sigmoid", sigmoid, 0.0f},
    [NN_SOFTMAX] = {"softmax", softmax, 1.0f / O},
};
const nn_list nn_output_list = NN_LIST("outputs", nn_outputs);

const nn_cost nn_costs[] = {
    [NN_QUADRATIC] = {"quadratic",
                      {quadratic, quadratic},
                      {quadratic_deltas, quadratic_softmax_deltas}},
    [NN_CROSS_ENTROPY] = {"cross-entropy",
                          {binary_cross_entropy, cross_entropy},
                          {cross_entropy_deltas, cross_entropy_deltas}},
};
const nn_list nn_cost_list = NN_LIST("costs", nn_costs);

/* targets (S): what the outputs should be. */
static void set_targets(float *targets, uint8_t label,
                        const nn_output *output) {
  const int is_digit = label != NN_NOT_A_DIGIT;
  assert(label < NN_CLASSES || !is_digit);
  for (int o = 0; o < S; o++) {
    targets[o] = is_digit || o >= O ? 0 : output->not_a_digit;
  }
  if (is_digit) targets[label] = 1.0f;
}

double nn_cost_sum(const nn_cost *cost, const nn_output *output, const float *a,
                   float *z, const uint8_t *labels, int B, int with_deltas) {
  const int kind = (int)(output - nn_outputs);
  double sum = 0;
  for (int b = 0; b < B; b++, a += S, z += S) {
    float targets[S];
    set_targets(targets, labels[b], output);
    sum += (double)cost->example[kind](a, z, targets);
    if (!with_deltas) continue;
    cost->deltas[kind](z, a, targets);
    for (int o = O; o < S; o++) z[o] = 0;
  }
  return sum;
}
