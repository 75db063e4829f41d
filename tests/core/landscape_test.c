/* The cost over a plane and the mean gradient, in networks of every shape. */
#include "../../core/landscape.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "../../core/handwriting.h"
#include "check.h"

enum { IMAGES = 70 };

static nn_dataset *digits(void) {
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  for (uint64_t i = 0; i < IMAGES; i++) {
    uint8_t pixels[NN_PIXELS];
    const uint8_t label = (uint8_t)nn_handwriting(pixels, 1, i);
    nn_dataset_append(data, pixels, &label, 1, &at);
  }
  return data;
}

/* nn_network_evaluate's cost of images 1…IMAGES−1 at θ + a u + b v. */
static double cost_at(const nn_network *net, const nn_dataset *data,
                      const float *u, float a, const float *v, float b) {
  nn_network *moved = checked(nn_network_clone(net));
  nn_workspace *workspace = checked(nn_workspace_new(net, 32));
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  int correct;
  for (size_t i = 0; i < net->stored; i++) {
    moved->parameters[i] += a * u[i] + b * v[i];
  }
  const double cost = nn_network_evaluate(moved, workspace, data, 1, IMAGES - 1,
                                          &correct, confusion);
  nn_workspace_free(workspace);
  nn_network_free(moved);
  return cost;
}

static int is_near(double found, double expected) {
  return fabs(found - expected) <= 1e-6 * fmax(1, expected);
}

/* Two networks of other seeds serve as directions. */
static void test_plane(const int *sizes, int count, const nn_dataset *data) {
  nn_network *net = checked(
      nn_network_new(sizes + 1, count - 2,
                     (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 1));
  nn_network *u = checked(
      nn_network_new(sizes + 1, count - 2,
                     (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 2));
  nn_network *v = checked(
      nn_network_new(sizes + 1, count - 2,
                     (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 3));
  const float as[] = {-0.1f, 0, 0.3f}, bs[] = {0, 0.2f};
  double costs[6], line[3];
  int matches = nn_network_cost_plane(net, data, 1, IMAGES - 1, u->parameters,
                                      v->parameters, as, 3, bs, 2, costs) &&
                nn_network_cost_plane(net, data, 1, IMAGES - 1, u->parameters,
                                      NULL, as, 3, bs, 1, line);
  for (int i = 0; matches && i < 6; i++) {
    matches = is_near(costs[i], cost_at(net, data, u->parameters, as[i % 3],
                                        v->parameters, bs[i / 3]));
  }
  for (int i = 0; matches && i < 3; i++) matches = is_near(line[i], costs[i]);
  check(matches, "line and plane are what nn_network_evaluate finds");
  nn_network_free(v);
  nn_network_free(u);
  nn_network_free(net);
}

static void test_gradient(const int *sizes, int count, const nn_dataset *data) {
  nn_network *net = checked(
      nn_network_new(sizes + 1, count - 2,
                     (nn_functions){NN_SIGMOID, NN_SIGMOID_OUTPUT, 0}, 1));
  nn_workspace *workspace = checked(nn_workspace_new(net, 32));
  float *gradient = checked(malloc(net->stored * sizeof *gradient));
  double *sums = checked(malloc(net->stored * sizeof *sums));
  float *minus = checked(malloc(net->stored * sizeof *minus));
  nn_network_mean_gradient(net, workspace, data, 1, IMAGES - 1, gradient, sums);
  double square = 0;
  for (size_t i = 0; i < net->stored; i++) {
    square += (double)gradient[i] * (double)gradient[i];
    minus[i] = -gradient[i];
  }
  const float step = (float)(0.01 / sqrt(square)), ts[] = {-step, step};
  const float zero = 0;
  double costs[2];
  check(
      nn_network_cost_plane(net, data, 1, IMAGES - 1, minus, NULL, ts, 2, &zero,
                            1, costs) &&
          fabs((costs[1] - costs[0]) / (2 * (double)step) / -square - 1) < 5e-3,
      "the cost falls by |gradient|² along it");
  free(minus);
  free(sums);
  free(gradient);
  nn_workspace_free(workspace);
  nn_network_free(net);
}

int main(void) {
  nn_dataset *data = digits();
  const int narrow[] = {784, 16, 16, 10}, wide[] = {784, 100, 13, 7, 10},
            none[] = {784, 10};
  test_plane(narrow, 4, data);
  test_plane(wide, 5, data);
  test_plane(none, 2, data);
  test_gradient(narrow, 4, data);
  test_gradient(wide, 5, data);
  nn_dataset_free(data);
  return failures > 0;
}
