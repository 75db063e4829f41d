/*
 * The engine as WebAssembly: each function forwards to core. Pointers are
 * byte offsets into the module's memory; engine.js is the only caller, and
 * has checked every argument.
 */
#include <stdlib.h>
#include <string.h>

#include "activation.h"
#include "attack.h"
#include "handwriting.h"
#include "ink.h"
#include "landscape.h"
#include "model_file.h"
#include "noise.h"
#include "trainer.h"

/* Marks an export; tests/engine holds the list against the module. */
#define EXPORT(name) __attribute__((export_name(#name), used)) name

void *EXPORT(allocate)(size_t size) { return malloc(size); }

void EXPORT(release)(void *memory) { free(memory); }

/* ---- data ---- */

nn_dataset *EXPORT(dataset_new)(void) { return nn_dataset_new(); }

void EXPORT(dataset_free)(nn_dataset *data) { nn_dataset_free(data); }

int EXPORT(dataset_count)(const nn_dataset *data) { return data->count; }

int EXPORT(dataset_append)(nn_dataset *data, const uint8_t *images,
                           const uint8_t *labels, int count, size_t *at) {
  return (int)nn_dataset_append(data, images, labels, count, at);
}

int EXPORT(dataset_append_idx)(nn_dataset *data, const uint8_t *images,
                               size_t images_size, const uint8_t *labels,
                               size_t labels_size, size_t *at) {
  return (int)nn_dataset_append_idx(data, images, images_size, labels,
                                    labels_size, at);
}

nn_dataset *EXPORT(dataset_copy)(const nn_dataset *data, int from, int count,
                                 float fraction, double seed) {
  return nn_dataset_copy(data, from, count, fraction, (uint64_t)seed);
}

int EXPORT(dataset_image)(const nn_dataset *data, int i, uint8_t *pixels) {
  nn_row_unpack(pixels, nn_dataset_row(data, i));
  return data->labels[i];
}

/* `count` images and labels of the handwriting `seed`, from image `from`. */
void EXPORT(handwriting)(uint8_t *images, uint8_t *labels, int count,
                         double seed, double from) {
  for (int i = 0; i < count; i++) {
    labels[i] =
        (uint8_t)nn_handwriting(images + (size_t)i * NN_PIXELS, (uint64_t)seed,
                                (uint64_t)from + (uint64_t)i);
  }
}

void EXPORT(ink)(float *pixels, const float *points, const int *stroke_lengths,
                 int strokes) {
  nn_ink(pixels, points, stroke_lengths, strokes);
}

/* All labels (count), the engine's until the next append. */
const uint8_t *EXPORT(dataset_labels)(const nn_dataset *data) {
  return data->labels;
}

/* What a status of append means, ended by a zero. */
const char *EXPORT(dataset_status_text)(int status) {
  return nn_data_status_text((nn_data_status)status);
}

/* ---- network ---- */

/* values (size, a multiple of four): weighted sums in, activations out. */
void EXPORT(activate)(int activation, float *values, size_t size) {
  nn_activations[activation].forward(values, size);
}

/* hidden (hidden_count): widths of the hidden layers; rows of the lists. */
nn_network *EXPORT(network_new)(const int *hidden, int hidden_count,
                                int activation, int output, int cost,
                                double seed) {
  return nn_network_new(hidden, hidden_count,
                        (nn_functions){activation, output, cost},
                        (uint64_t)seed);
}

nn_network *EXPORT(network_clone)(const nn_network *net) {
  return nn_network_clone(net);
}

void EXPORT(network_free)(nn_network *net) { nn_network_free(net); }

/*
 * What a network is: layer count, hidden, output, cost, then each layer's
 * size, inputs first, into description (4 + NN_MAX_LAYERS + 1).
 */
void EXPORT(network_describe)(const nn_network *net, int *description) {
  const nn_functions functions = nn_network_functions(net);
  description[0] = net->layer_count;
  description[1] = functions.hidden;
  description[2] = functions.output;
  description[3] = functions.cost;
  description[4] = net->layers[0].inputs;
  for (int l = 0; l < net->layer_count; l++) {
    description[5 + l] = net->layers[l].outputs;
  }
}

int EXPORT(network_parameter_count)(const nn_network *net) {
  return nn_network_parameter_count(net);
}

void EXPORT(network_get_parameters)(const nn_network *net, float *canonical) {
  nn_network_to_canonical(net, canonical, net->parameters);
}

void EXPORT(network_set_parameters)(nn_network *net, const float *canonical) {
  nn_network_from_canonical(net, net->parameters, canonical);
}

uint64_t EXPORT(network_fingerprint)(const nn_network *net) {
  return nn_network_fingerprint(net);
}

nn_workspace *EXPORT(workspace_new)(const nn_network *net, int capacity) {
  return nn_workspace_new(net, capacity);
}

void EXPORT(workspace_free)(nn_workspace *workspace) {
  nn_workspace_free(workspace);
}

void EXPORT(predict)(const nn_network *net, nn_workspace *workspace,
                     float *outputs, const float *pixels, int count) {
  nn_network_predict(net, workspace, outputs, pixels, count);
}

void EXPORT(network_predict_bytes)(const nn_network *net,
                                   nn_workspace *workspace, float *outputs,
                                   const uint8_t *pixels, int count) {
  nn_network_predict_bytes(net, workspace, outputs, pixels, count);
}

/* Activations of layer l's first example after the last prediction. */
const float *EXPORT(workspace_activations)(const nn_workspace *workspace,
                                           int l) {
  return workspace->activations[l];
}

/* Gradients may be NULL; stored: network_stored_size() floats. */
double EXPORT(network_gradient)(const nn_network *net, nn_workspace *workspace,
                                float *canonical, float *stored,
                                float *input_gradient, const float *pixels,
                                int label) {
  double cost = nn_network_gradient(net, workspace, stored, input_gradient,
                                    pixels, (uint8_t)label);
  if (canonical) nn_network_to_canonical(net, canonical, stored);
  return cost;
}

int EXPORT(network_stored_size)(const nn_network *net) {
  return (int)net->stored;
}

double EXPORT(network_evaluate)(const nn_network *net, nn_workspace *workspace,
                                const nn_dataset *data, int from, int count,
                                int *correct, uint32_t *confusion) {
  return nn_network_evaluate(net, workspace, data, from, count, correct,
                             confusion);
}

/* ---- landscape ---- */

/* stored: network_stored_size() floats, padding zero. */
void EXPORT(network_to_stored)(const nn_network *net, float *stored,
                               const float *canonical) {
  memset(stored, 0, net->stored * sizeof *stored);
  nn_network_from_canonical(net, stored, canonical);
}

int EXPORT(network_cost_plane)(const nn_network *net, const nn_dataset *data,
                               int from, int count, const float *u,
                               const float *v, const float *as, int a_count,
                               const float *bs, int b_count, double *costs) {
  return nn_network_cost_plane(net, data, from, count, u, v, as, a_count, bs,
                               b_count, costs);
}

/* stored: network_stored_size() floats, sums: as many doubles. */
void EXPORT(network_mean_gradient)(const nn_network *net,
                                   nn_workspace *workspace,
                                   const nn_dataset *data, int from, int count,
                                   float *canonical, float *stored,
                                   double *sums) {
  nn_network_mean_gradient(net, workspace, data, from, count, stored, sums);
  nn_network_to_canonical(net, canonical, stored);
}

/* ---- model files ---- */

size_t EXPORT(model_write)(uint8_t *bytes, const nn_network *net,
                           const char *note) {
  return nn_model_write(bytes, net, note);
}

nn_network *EXPORT(model_read)(const uint8_t *bytes, size_t size, int *status,
                               size_t *at) {
  nn_model_status found = NN_MODEL_OK;
  nn_network *net = nn_model_read(bytes, size, &found, at);
  *status = (int)found;
  return net;
}

/* What a status says, as a C string. */
const char *EXPORT(model_status_text)(int status) {
  return nn_model_status_text((nn_model_status)status);
}

size_t EXPORT(model_note)(char *note, size_t capacity, const uint8_t *bytes,
                          size_t size) {
  return nn_model_note(note, capacity, bytes, size);
}

/* ---- training ---- */

/* numbers: in the order of nn_trainer_settings. */
nn_trainer *EXPORT(trainer_new)(nn_network *net, const nn_dataset *data,
                                const double *numbers) {
  nn_trainer_options options;
  nn_settings_read(&nn_trainer_settings, &options, numbers);
  return nn_trainer_new(net, data, &options);
}

void EXPORT(trainer_free)(nn_trainer *trainer) { nn_trainer_free(trainer); }

double EXPORT(step)(nn_trainer *trainer) {
  return nn_trainer_train(trainer, 1);
}

double EXPORT(train)(nn_trainer *trainer, int count) {
  return nn_trainer_train(trainer, count);
}

double EXPORT(trainer_steps)(const nn_trainer *trainer) {
  return nn_trainer_steps(trainer);
}

float EXPORT(trainer_rate)(const nn_trainer *trainer) {
  return nn_trainer_rate(trainer);
}

void EXPORT(trainer_set_rate)(nn_trainer *trainer, float learning_rate) {
  nn_trainer_set_rate(trainer, learning_rate);
}

/* state: the doubles of an nn_trainer_state. */
void EXPORT(trainer_get_state)(const nn_trainer *trainer,
                               nn_trainer_state *state) {
  nn_trainer_get_state(trainer, state);
}

int EXPORT(trainer_set_state)(nn_trainer *trainer,
                              const nn_trainer_state *state) {
  return nn_trainer_set_state(trainer, state);
}

float *EXPORT(trainer_moments)(nn_trainer *trainer, size_t *size) {
  return nn_trainer_moments(trainer, size);
}

/* ---- noise and attacks ---- */

/* `count` images (count, 784); base (784) or NULL is what "shuffled" permutes.
 */
void EXPORT(noise_images)(float *pixels, int kind, double seed, double from,
                          int count, const float *base) {
  nn_noise_images(pixels, (nn_noise_kind)kind, (uint64_t)seed, (uint64_t)from,
                  count, base);
}

void EXPORT(noise_dataset)(float *pixels, int kind, double seed, double from,
                           int count, const nn_dataset *data) {
  nn_noise_dataset(pixels, (nn_noise_kind)kind, (uint64_t)seed, (uint64_t)from,
                   count, data);
}

/* numbers: in the order of nn_attack_settings. */
static nn_attack_options attack_options(const double *numbers) {
  nn_attack_options options;
  nn_settings_read(&nn_attack_settings, &options, numbers);
  return options;
}

void EXPORT(network_attack)(const nn_network *net, nn_workspace *workspace,
                            float *attacked, float *gradient,
                            const float *pixels, const uint8_t *labels,
                            int count, double first, const double *numbers) {
  const nn_attack_options options = attack_options(numbers);
  nn_network_attack(net, workspace, attacked, gradient, pixels, labels, count,
                    (uint64_t)first, &options);
}

int EXPORT(network_robustness)(const nn_network *net, nn_workspace *workspace,
                               const nn_dataset *data, int from, int count,
                               float *scratch, const double *numbers) {
  const nn_attack_options options = attack_options(numbers);
  return nn_network_robustness(net, workspace, data, from, count, scratch,
                               &options);
}

void EXPORT(network_dream)(const nn_network *net, nn_workspace *workspace,
                           float *image, float *gradient, int digit, int steps,
                           double seed) {
  nn_network_dream(net, workspace, image, gradient, digit, steps,
                   (uint64_t)seed);
}
