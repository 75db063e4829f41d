/* Costs and the output layer's deltas: both costs, both outputs. */
#include "elementary.h"
#include "network.h"

/* Outputs, padding included, of the widest last layer. */
enum { ROOM = (NN_MAX_WIDTH / 16 | 1) * 16 };

/* targets (S): what the outputs should be, zero beyond O. */
static void set_targets(float *targets, uint8_t label, nn_output output, int O,
                        int S) {
  const int nothing = label == NN_NOT_A_DIGIT;
  const float rest = nothing && output == NN_SOFTMAX ? 1.0f / (float)O : 0.0f;
  for (int o = 0; o < S; o++) targets[o] = o < O ? rest : 0.0f;
  if (!nothing) targets[label] = 1.0f;
}

static double quadratic(const float *a, const float *targets, int O, int S) {
  float squares[ROOM], cost = 0;
  for (int o = 0; o < S; o += V4_LANES) {
    v4 error = v4_load(a + o) - v4_load(targets + o);
    v4_store(squares + o, error * error);
  }
  for (int o = 0; o < O; o++) cost += squares[o];
  return (double)cost;
}

/* ln(1 + e^z) without overflow. */
static float softplus(float z) {
  float size = z < 0 ? -z : z;
  return (z > 0 ? z : 0) + nn_log(1.0f + nn_exp(-size));
}

/* −Σ y ln a + (1 − y) ln(1 − a), from the weighted sums. */
static double binary_cross_entropy(const float *z, const float *targets,
                                   int O) {
  float cost = 0;
  for (int o = 0; o < O; o++) cost += softplus(z[o]) - targets[o] * z[o];
  return (double)cost;
}

/* −Σ y ln a = ln Σ e^z − Σ y z for targets that sum to one. */
static double softmax_cross_entropy(const float *z, const float *targets, int O,
                                    int S) {
  float highest = z[0], total = 0, expected = 0, powers[ROOM];
  for (int o = 1; o < O; o++) highest = z[o] > highest ? z[o] : highest;
  for (int o = 0; o < S; o += V4_LANES) {
    v4_store(powers + o, nn_exp4(v4_load(z + o) - highest));
  }
  for (int o = 0; o < O; o++) {
    total += powers[o];
    expected += targets[o] * (z[o] - highest);
  }
  return (double)(nn_log(total) - expected);
}

static double example_cost(const nn_network *net, const float *a,
                           const float *z, const float *targets, int O, int S) {
  if (net->cost == NN_QUADRATIC) return quadratic(a, targets, O, S);
  return net->output == NN_SOFTMAX ? softmax_cross_entropy(z, targets, O, S)
                                   : binary_cross_entropy(z, targets, O);
}

/* Σ (∂cost/∂a) a of the quadratic cost, by which softmax couples outputs. */
static float coupling(const float *a, const float *targets, int O) {
  float sum = 0;
  for (int o = 0; o < O; o++) sum += 2.0f * (a[o] - targets[o]) * a[o];
  return sum;
}

/* deltas (S) = ∂cost/∂z, zero beyond O. */
static void output_deltas(float *deltas, const float *a, const float *targets,
                          const nn_network *net, int O, int S) {
  const int soft = net->output == NN_SOFTMAX;
  const float mean =
      soft && net->cost == NN_QUADRATIC ? coupling(a, targets, O) : 0.0f;
  for (int o = 0; o < S; o += V4_LANES) {
    v4 out = v4_load(a + o), d = out - v4_load(targets + o);
    if (net->cost == NN_QUADRATIC) {
      d = soft ? out * (d * 2.0f - mean) : d * 2.0f * (out * (1.0f - out));
    }
    v4_store(deltas + o, d);
  }
  for (int o = O; o < S; o++) deltas[o] = 0;
}

double nn_network_costs(const nn_network *net, nn_workspace *workspace,
                        const uint8_t *labels, int count, int with_deltas) {
  int last = net->layer_count - 1;
  int O = net->layers[last].outputs, S = net->layers[last].stride;
  double cost = 0;
  for (int b = 0; b < count; b++) {
    const float *a = workspace->activations[last] + (size_t)b * (size_t)S;
    float *z = workspace->deltas[last] + (size_t)b * (size_t)S;
    float targets[ROOM];
    set_targets(targets, labels[b], net->output, O, S);
    cost += example_cost(net, a, z, targets, O, S);
    if (with_deltas) output_deltas(z, a, targets, net, O, S);
  }
  return cost;
}
