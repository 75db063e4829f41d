#include "attack.h"

#include "kernels.h"
#include "random.h"
#include "v4.h"

/* Output deltas a − y for `answers` in place of the cost's own. */
static void answer_deltas(const nn_network *net, nn_workspace *workspace,
                          const uint8_t *answers, int count) {
  int last = net->layer_count - 1;
  int O = net->layers[last].outputs, S = net->layers[last].stride;
  for (int b = 0; b < count; b++) {
    const float *a = workspace->activations[last] + (size_t)b * (size_t)S;
    float *d = workspace->deltas[last] + (size_t)b * (size_t)S;
    for (int o = 0; o < S; o++) {
      d[o] = o < O ? a[o] - (o == answers[b] ? 1.0f : 0.0f) : 0.0f;
    }
  }
}

/* gradient (count, 784): which way each pixel moves away from `answers`. */
static void slope(const nn_network *net, nn_workspace *workspace,
                  float *gradient, const float *pixels, const uint8_t *answers,
                  int count) {
  nn_network_forward(net, workspace, pixels, NN_PIXELS, count);
  answer_deltas(net, workspace, answers, count);
  nn_network_backward(net, workspace, count);
  nn_network_input_gradient(net, workspace, gradient, NN_PIXELS, count);
}

/* One signed step of all pixels (size), kept near the originals. */
static void signed_step(float *attacked, const float *gradient,
                        const float *pixels, size_t size, float step,
                        float epsilon) {
  const v4 zero = v4_splat(0), one = v4_splat(1.0f);
  for (size_t i = 0; i < size; i += V4_LANES) {
    v4 g = v4_load(gradient + i), origin = v4_load(pixels + i);
    v4 x = v4_load(attacked + i);
    x = x + v4_select(g > zero, v4_splat(step), zero);
    x = x - v4_select(g < zero, v4_splat(step), zero);
    x = v4_min(v4_max(x, origin - epsilon), origin + epsilon);
    v4_store(attacked + i, v4_min(v4_max(x, zero), one));
  }
}

/* Where no slope is followed: every pixel up or down by epsilon. */
static float random_change(nn_random *random, const nn_attack_options *plan) {
  float e = plan->epsilon;
  if (plan->steps > 0) return nn_random_between(random, -e, e);
  return nn_random_below(random, 2) ? e : -e;
}

static void random_start(float *attacked, int count, uint64_t first,
                         const nn_attack_options *plan) {
  for (int b = 0; b < count; b++) {
    nn_random random = nn_random_seeded(plan->seed, first + (uint64_t)b);
    for (int j = 0; j < NN_PIXELS; j++, attacked++) {
      float x = *attacked + random_change(&random, plan);
      *attacked = x < 0 ? 0 : x > 1 ? 1 : x;
    }
  }
}

void nn_network_attack(const nn_network *net, nn_workspace *workspace,
                       float *attacked, float *gradient, const float *pixels,
                       const uint8_t *labels, int count, uint64_t first,
                       const nn_attack_options *plan) {
  const size_t size = (size_t)count * NN_PIXELS;
  uint8_t answers[count > 0 ? count : 1];
  for (int b = 0; b < count; b++) {
    answers[b] = plan->target < 0 ? labels[b] : (uint8_t)plan->target;
  }
  const float step = plan->target < 0 ? plan->step_size : -plan->step_size;
  memcpy(attacked, pixels, size * sizeof(float));
  if (plan->random_start) random_start(attacked, count, first, plan);
  for (int s = 0; s < plan->steps; s++) {
    slope(net, workspace, gradient, attacked, answers, count);
    signed_step(attacked, gradient, pixels, size, step, plan->epsilon);
  }
}

static void row_floats(float *pixels, nn_row row) {
  memset(pixels, 0, NN_PIXELS * sizeof *pixels);
  for (int k = 0; k < row.count; k++) {
    pixels[row.indices[k]] = nn_byte_values[row.values[k]];
  }
}

/* Images from…from+n−1 attacked; how many of them are read rightly. */
static int survivors(const nn_network *net, nn_workspace *workspace,
                     const nn_dataset *data, int from, int n, float *room,
                     const nn_attack_options *plan) {
  const int last = net->layer_count - 1, S = net->layers[last].stride;
  const size_t size = (size_t)workspace->capacity * NN_PIXELS;
  const uint8_t *labels = data->labels + from;
  int right = 0;
  for (int b = 0; b < n; b++) {
    row_floats(room + (size_t)b * NN_PIXELS, nn_dataset_row(data, from + b));
  }
  nn_network_attack(net, workspace, room + size, room + 2 * size, room, labels,
                    n, (uint64_t)from, plan);
  nn_network_forward(net, workspace, room + size, NN_PIXELS, n);
  for (int b = 0; b < n; b++) {
    const float *a = workspace->activations[last] + (size_t)b * (size_t)S;
    right += nn_argmax(a, NN_CLASSES) == labels[b];
  }
  return right;
}

int nn_network_robustness(const nn_network *net, nn_workspace *workspace,
                          const nn_dataset *data, int from, int count,
                          float *room, const nn_attack_options *plan) {
  int right = 0;
  for (int first = 0; first < count; first += workspace->capacity) {
    int left = count - first;
    int n = left < workspace->capacity ? left : workspace->capacity;
    right += survivors(net, workspace, data, from + first, n, room, plan);
  }
  return right;
}

static float largest(const float *values, int count) {
  float most = 0;
  for (int i = 0; i < count; i++) {
    float size = values[i] < 0 ? -values[i] : values[i];
    most = size > most ? size : most;
  }
  return most;
}

void nn_network_dream(const nn_network *net, nn_workspace *workspace,
                      float *image, float *gradient, int digit, int steps,
                      uint64_t seed) {
  const uint8_t answer = (uint8_t)digit;
  nn_random random = nn_random_seeded(seed, (uint64_t)digit);
  for (int j = 0; j < NN_PIXELS; j++) {
    image[j] = nn_random_between(&random, 0.0f, 0.1f);
  }
  for (int s = 0; s < steps; s++) {
    slope(net, workspace, gradient, image, &answer, 1);
    float most = largest(gradient, NN_PIXELS);
    if (!(most > 0)) return;
    for (int j = 0; j < NN_PIXELS; j++) {
      float x = image[j] - 0.02f / most * gradient[j];
      image[j] = x < 0 ? 0 : x > 1 ? 1 : x;
    }
  }
}
