/*
 * What the ten outputs are, and what they cost: output functions and costs, one
 * row each.
 *
 * Arrays of one example have NN_OUTPUT_WIDTH floats: ten outputs, and beside
 * them what an output function leaves for its costs.
 */
#ifndef NN_COST_H
#define NN_COST_H

#include <stdint.h>

#include "digit.h"
#include "list.h"
#include "v4.h"

enum { NN_OUTPUT_WIDTH = (NN_CLASSES + V4_LANES - 1) / V4_LANES * V4_LANES };

enum { NN_SIGMOID_OUTPUT, NN_SOFTMAX, NN_OUTPUT_FUNCTIONS };
enum { NN_QUADRATIC, NN_CROSS_ENTROPY };

typedef struct {
  const char *name;
  /* values (B, NN_OUTPUT_WIDTH): weighted sums z in, outputs a out. */
  void (*forward)(float *values, int B);
  /* Each output's target for "not a digit": all alike. */
  float not_a_digit;
} nn_output;

typedef struct {
  const char *name;
  /* The cost of one example, by output function. */
  float (*example[NN_OUTPUT_FUNCTIONS])(const float *a, const float *z,
                                        const float *targets);
  /* deltas = ∂cost/∂z; what is beyond the ten outputs is not used. */
  void (*deltas[NN_OUTPUT_FUNCTIONS])(float *deltas, const float *a,
                                      const float *targets);
} nn_cost;

extern const nn_output nn_outputs[NN_OUTPUT_FUNCTIONS];
extern const nn_cost nn_costs[];
extern const nn_list nn_output_list, nn_cost_list;

/*
 * The costs of B examples against labels (B), summed in double. a, z
 * (B, NN_OUTPUT_WIDTH): what `forward` made, and the weighted sums; z becomes
 * the deltas when `with_deltas`.
 */
double nn_cost_sum(const nn_cost *cost, const nn_output *output, const float *a,
                   float *z, const uint8_t *labels, int B, int with_deltas);

#endif
