/* Networks of every width: layout, extreme costs, and own exp and log. */
#include "../../core/gradient.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/elementary.h"
#include "../../core/inference.h"
#include "check.h"

static nn_network *network(int hidden, int kind, int output, int cost) {
  const int sizes[] = {784, hidden, 10};
  return checked(
      nn_network_new(sizes + 1, 1, (nn_functions){kind, output, cost}, 1));
}

/* The larger of the two errors; infinity when one is not a number, for good. */
static double worse(double most, double error) {
  if (isnan(error)) return INFINITY;
  return error > most ? error : most;
}

/* The largest error of `ours` against `exact`, relative, over low…high. */
static double worst(float (*ours)(float), double (*exact)(double), double low,
                    double high) {
  double most = 0;
  for (int i = 0; i <= 100000; i++) {
    const float x = (float)(low + (high - low) * i / 100000);
    const double y = exact((double)x);
    const double size = fmax(fabs(y), 1e-3);
    most = worse(most, fabs((double)ours(x) - y) / size);
  }
  return most;
}

static void test_elementary(void) {
  check(worst(nn_exp, exp, -86, 88) < 2e-7, "exp is right to 2e-7");
  check(nn_exp(0) == 1 && nn_exp(-1000) >= 0 && nn_exp(-1000) < 1e-37f &&
            nn_exp(1000) > 1e38f && nn_exp(1000) < INFINITY,
        "exp of 0 is 1, and far out it neither vanishes nor overflows");
  check(nn_exp(NAN) != nn_exp(NAN), "exp of what is no number is no number");
  check(
      worst(nn_log, log, 1e-6, 4) < 4e-7 && worst(nn_log, log, 4, 1e30) < 4e-7,
      "log is right to 4e-7");
  double most = 0;
  for (int i = -50000; i < 50000; i++) {
    const double x = i / 1000.0;
    most = worse(most, fabs(nn_sin(x) - sin(x)));
    most = worse(most, fabs(nn_cos(x) - cos(x)));
  }
  check(most < 1e-13, "sine and cosine are right to 1e-13");
}

/* Whether everything that is no parameter is zero. */
static int padding_is_zero(const nn_network *net, const float *stored) {
  uint8_t *is_parameter = checked(calloc(net->stored, 1));
  int is_zero = 1;
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    for (int i = 0; i < run.count; i++) is_parameter[nn_run_index(&run, i)] = 1;
  }
  for (size_t i = 0; i < net->stored; i++) {
    is_zero &= is_parameter[i] || stored[i] == 0;
  }
  free(is_parameter);
  return is_zero;
}

/* Tiles have all outputs once, one after the other, before the biases. */
static void test_tiles(void) {
  static const int widths[] = {1, 4, 60, 61, 64, 65, 100, 129, 512, 4096};
  int right = 1;
  for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
    nn_network *net =
        network(widths[w], NN_SIGMOID, NN_SOFTMAX, NN_CROSS_ENTROPY);
    for (int l = 0; l < net->layer_count; l++) {
      const nn_layer *layer = &net->layers[l];
      size_t at = layer->offset;
      int first = 0, tiles = 0;
      for (nn_tile tile = nn_tile_start(layer); nn_tile_next(layer, &tile);) {
        right &= tile.at == at && tile.first == first && tile.width > 0 &&
                 tile.width % 4 == 0;
        at += (size_t)layer->inputs * (size_t)tile.width;
        first += tile.width;
        tiles++;
      }
      right &= first == layer->width && at == nn_layer_biases(layer) &&
               (tiles == 1) == !nn_layer_is_wide(layer);
    }
    nn_network_free(net);
  }
  check(right, "a layer's tiles lie one after the other, a narrow one is one");
}

static void test_widths(void) {
  static const int widths[] = {1, 2, 3, 4, 5, 15, 16, 17, 63, 64, 65, 79, 129};
  float pixels[NN_PIXELS], input[NN_PIXELS];
  int padded = 1, round = 1, sloped = 1;
  for (int j = 0; j < NN_PIXELS; j++) pixels[j] = (float)(j % 7) / 7.0f;
  for (size_t w = 0; w < sizeof widths / sizeof *widths; w++) {
    nn_network *net =
        network(widths[w], NN_SIGMOID, NN_SOFTMAX, NN_CROSS_ENTROPY);
    nn_workspace *workspace = checked(nn_workspace_new(net, 1));
    const int count = nn_network_parameter_count(net);
    float *canonical = checked(malloc((size_t)count * sizeof(float)));
    float *stored = checked(calloc(net->stored, sizeof(float)));
    nn_network_to_canonical(net, canonical, net->parameters);
    nn_network_from_canonical(net, stored, canonical);
    round &= count == 795 * widths[w] + 10 &&
             !memcmp(stored, net->parameters, net->stored * sizeof(float));
    nn_network_gradient(net, workspace, stored, input, pixels, 4);
    padded &=
        padding_is_zero(net, net->parameters) && padding_is_zero(net, stored);
    for (int j = 0; j < NN_PIXELS; j++)
      sloped &= isfinite(input[j]) && input[j] != 0;
    free(canonical);
    free(stored);
    nn_workspace_free(workspace);
    nn_network_free(net);
  }
  check(round, "parameters go to canonical order and back");
  check(padded, "padding is zero, in weights and in gradients");
  check(sloped, "every pixel has a slope");
}

/* Costs and gradients stay finite where outputs are as sure as can be. */
static void test_extremes(void) {
  float pixels[NN_PIXELS];
  int finite = 1, right = 1;
  for (int j = 0; j < NN_PIXELS; j++) pixels[j] = 1;
  for (int k = 0; k < 4; k++) {
    nn_network *net = network(5, NN_RELU, (k / 2), (k % 2));
    nn_workspace *workspace = checked(nn_workspace_new(net, 1));
    float *gradient = checked(malloc(net->stored * sizeof(float)));
    const nn_layer *last = &net->layers[1];
    float *biases = net->parameters + nn_layer_biases(last);
    memset(net->parameters, 0, net->stored * sizeof(float));
    biases[3] = 1e4f;
    biases[4] = -1e4f;
    const double sure =
        nn_network_gradient(net, workspace, gradient, NULL, pixels, 3);
    const double wrong =
        nn_network_gradient(net, workspace, gradient, NULL, pixels, 4);
    finite &= isfinite(sure) && isfinite(wrong);
    for (size_t i = 0; i < net->stored; i++) finite &= isfinite(gradient[i]);
    right &= sure < wrong && (k % 2 == 0 || wrong > 19999);
    free(gradient);
    nn_workspace_free(workspace);
    nn_network_free(net);
  }
  check(finite, "costs of ±10,000 before the squash are finite");
  check(right, "and a wrong answer costs more than the right one");
}

/* Nine images of which one is no digit; `answers` are the network's. */
static void test_evaluation(const nn_network *net, nn_workspace *workspace,
                            const uint8_t *bytes, const float *answers) {
  const uint8_t labels[9] = {0, 1, 2, 3, NN_NOT_A_DIGIT, 5, 6, 7, 8};
  uint32_t confusion[NN_CLASSES * NN_CLASSES], counted = 0;
  nn_dataset *data = checked(nn_dataset_new());
  size_t at;
  int correct, expected = 0;
  if (nn_dataset_append(data, bytes, labels, 9, &at) != NN_DATA_OK) exit(1);
  for (int i = 0; i < 9; i++) {
    expected += nn_argmax(answers + i * 10) == labels[i];
  }
  const double cost =
      nn_network_evaluate(net, workspace, data, 0, 9, &correct, confusion);
  for (int i = 0; i < NN_CLASSES * NN_CLASSES; i++) counted += confusion[i];
  check(counted == 8 && correct == expected && cost > 0,
        "what is no digit counts for the cost only");
  check(nn_network_evaluate(net, workspace, data, 3, 0, &correct, confusion) ==
                0 &&
            correct == 0,
        "no images cost nothing");
  nn_dataset_free(data);
}

static void test_leaky_relu(void) {
  const int leaky = nn_list_find(&nn_activation_list, "leaky_relu");
  const nn_activation *f = &nn_activations[leaky];
  float values[4] = {-2, -0.0f, 3, NAN}, deltas[4] = {5, 5, 5, 5};
  f->forward(values, 4);
  check(values[0] == -0.02f && values[1] == 0 && values[2] == 3 &&
            isnan(values[3]),
        "leaky ReLU keeps a hundredth of what is below zero");
  f->backward(deltas, values, 4);
  check(deltas[0] == 0.01f * 5 && deltas[2] == 5, "and of its slope");
}

static void test_answers(void) {
  const float equals[NN_CLASSES] = {0, 0.5f, 0.5f, 0.1f};
  check(nn_argmax(equals) == 1, "of equal outputs the first is the prediction");
  static float pixels[9 * NN_PIXELS], many[9 * 10], one[10];
  nn_network *net = network(7, NN_SIGMOID, NN_SIGMOID_OUTPUT, NN_QUADRATIC);
  nn_workspace *workspace = checked(nn_workspace_new(net, 4));
  int same = 1;
  for (int i = 0; i < 9 * NN_PIXELS; i++) pixels[i] = (float)(i % 13) / 13;
  nn_network_predict(net, workspace, many, pixels, 9);
  for (int b = 0; b < 9; b++) {
    nn_network_predict(net, workspace, one, pixels + b * NN_PIXELS, 1);
    same &= !memcmp(one, many + b * 10, sizeof one);
  }
  check(same, "more images than a batch holds are answered one as the other");
  static uint8_t bytes[9 * NN_PIXELS];
  for (int i = 0; i < 9 * NN_PIXELS; i++) {
    bytes[i] = (uint8_t)(i % 251);
    pixels[i] = (float)bytes[i] / 255.0f;
  }
  float of_bytes[9 * 10];
  nn_network_predict(net, workspace, many, pixels, 9);
  nn_network_predict_bytes(net, workspace, of_bytes, bytes, 9);
  check(!memcmp(of_bytes, many, sizeof many),
        "bytes are answered as the pixels that they stand for");
  test_evaluation(net, workspace, bytes, many);

  nn_network *clone = checked(nn_network_clone(net));
  const uint64_t before = nn_network_fingerprint(net);
  clone->parameters[0] += 1;
  check(nn_network_fingerprint(net) == before &&
            nn_network_fingerprint(clone) != before,
        "a clone's weights are its own");
  nn_network_free(clone);
  nn_workspace_free(workspace);
  nn_network_free(net);
}

int main(void) {
  test_elementary();
  test_tiles();
  test_widths();
  test_extremes();
  test_answers();
  test_leaky_relu();
  return failures != 0;
}
