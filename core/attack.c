#include "attack.h"

#include <assert.h>
#include <string.h>

#include "kernels.h"
#include "random.h"

typedef struct {
  const char *name;  // cppcheck-suppress unusedStructMember
  int follows_gradient, is_iterated, starts_at_random;
} method;

static const method methods[] = {
    [NN_FGSM] = {"fgsm", 1, 0, 0},
    [NN_PGD] = {"pgd", 1, 1, 1},
    [NN_RANDOM_CHANGE] = {"random", 0, 0, 1},
};
const nn_list nn_attack_list = NN_LIST("attacks", methods);

#define NUMBER(...) NN_NUMBER(nn_attack_options, __VA_ARGS__)
#define CHOICE(...) NN_CHOICE(nn_attack_options, __VA_ARGS__)

/* Member, name, unit, least, most, default. −1 is none. */
static const nn_setting settings[] = {
    CHOICE(method, "method", &nn_attack_list),
    NUMBER(epsilon, "epsilon", "", 0, 1, 0.1),
    NUMBER(target, "target", "", 0, NN_CLASSES - 1, -1),
    NUMBER(steps, "steps", "steps", 1, 100000, 40),
    NUMBER(step_size, "stepSize", "", 0, 1, -1),
    NUMBER(seed, "seed", "", 0, NN_MAX_SEED, 1),
};
const nn_settings nn_attack_settings = {"attack", settings,
                                        sizeof settings / sizeof *settings};

/* Output deltas a − y in place of the cost's own; y is the target or label. */
static void answer_deltas(const nn_network *net, nn_workspace *workspace,
                          const uint8_t *labels, int target, int B) {
  const float *a = nn_workspace_outputs(net, workspace);
  float *d = workspace->deltas[net->layer_count - 1];
  for (int b = 0; b < B; b++) {
    const int answer = target < 0 ? labels[b] : target;
    for (int o = 0; o < NN_OUTPUT_WIDTH; o++, a++, d++) {
      *d = o < NN_CLASSES ? *a - (o == answer ? 1.0f : 0.0f) : 0.0f;
    }
  }
}

/* gradient (B, 784): which way each pixel moves away from the answers. */
static void answer_gradient(const nn_network *net, nn_workspace *workspace,
                            float *gradient, const float *pixels,
                            const uint8_t *labels, int target, int B) {
  nn_network_forward(net, workspace, pixels, B);
  answer_deltas(net, workspace, labels, target, B);
  nn_network_backward(net, workspace, B);
  nn_network_input_gradient(net, workspace, gradient, B);
}

/* One signed step of all pixels (size), clamped to near the originals. */
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

static void random_start(float *attacked, int count, uint64_t first,
                         const nn_attack_options *options) {
  const float e = (float)options->epsilon;
  const int is_bounded = methods[options->method].follows_gradient;
  for (int b = 0; b < count; b++) {
    nn_random random = nn_random_seeded(options->seed, first + (uint64_t)b);
    for (int j = 0; j < NN_PIXELS; j++, attacked++) {
      const float change = is_bounded ? nn_random_between(&random, -e, e)
                           : nn_random_below(&random, 2) ? e
                                                         : -e;
      const float x = *attacked + change;
      *attacked = x < 0 ? 0 : x > 1 ? 1 : x;
    }
  }
}

static float step_size(const nn_attack_options *options) {
  const double e = options->epsilon, each = 2.5 * e / options->steps;
  if (!methods[options->method].is_iterated) return (float)e;
  if (options->step_size >= 0) return (float)options->step_size;
  const double usual = each > e / 4 ? each : e / 4;
  return (float)(usual < 1 ? usual : 1);
}

void nn_network_attack(const nn_network *net, nn_workspace *workspace,
                       float *attacked, float *gradient, const float *pixels,
                       const uint8_t *labels, int count, uint64_t first,
                       const nn_attack_options *options) {
  const method *used = &methods[options->method];
  const size_t size = (size_t)count * NN_PIXELS;
  const int target = options->target;
  const float step = target < 0 ? step_size(options) : -step_size(options);
  int steps = used->is_iterated ? options->steps : used->follows_gradient;
  assert(count >= 0 && count <= workspace->capacity);
  memcpy(attacked, pixels, size * sizeof(float));
  if (used->starts_at_random) random_start(attacked, count, first, options);
  for (; steps > 0; steps--) {
    answer_gradient(net, workspace, gradient, attacked, labels, target, count);
    signed_step(attacked, gradient, pixels, size, step,
                (float)options->epsilon);
  }
}

/*
 * Images from…from+n−1 attacked; how many of them are predicted rightly, which
 * a "not a digit" image never is.
 */
static int count_robust(const nn_network *net, nn_workspace *workspace,
                        const nn_dataset *data, int from, int n, float *scratch,
                        const nn_attack_options *options) {
  const size_t size = (size_t)workspace->capacity * NN_PIXELS;
  const uint8_t *labels = data->labels + from;
  int right = 0;
  for (int b = 0; b < n; b++) {
    nn_row_floats(scratch + (size_t)b * NN_PIXELS,
                  nn_dataset_row(data, from + b));
  }
  nn_network_attack(net, workspace, scratch + size, scratch + 2 * size, scratch,
                    labels, n, (uint64_t)from, options);
  nn_network_forward(net, workspace, scratch + size, n);
  const float *outputs = nn_workspace_outputs(net, workspace);
  for (int b = 0; b < n; b++, outputs += NN_OUTPUT_WIDTH) {
    right += nn_argmax(outputs) == labels[b];
  }
  return right;
}

int nn_network_robustness(const nn_network *net, nn_workspace *workspace,
                          const nn_dataset *data, int from, int count,
                          float *scratch, const nn_attack_options *options) {
  int right = 0;
  for (int first = 0; first < count; first += workspace->capacity) {
    int left = count - first;
    int n = left < workspace->capacity ? left : workspace->capacity;
    right +=
        count_robust(net, workspace, data, from + first, n, scratch, options);
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
    answer_gradient(net, workspace, gradient, image, &answer, -1, 1);
    float most = largest(gradient, NN_PIXELS);
    if (!(most > 0)) return;
    for (int j = 0; j < NN_PIXELS; j++) {
      float x = image[j] - 0.02f / most * gradient[j];
      image[j] = x < 0 ? 0 : x > 1 ? 1 : x;
    }
  }
}
