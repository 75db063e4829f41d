/*
 * The last activation function: its name, whether a network that was trained
 * with it comes back from a model file, the mean costs of the first and the
 * last of the training's steps, then a line for each z: z, f(z) and f'(z).
 */
#include <stdio.h>
#include <stdlib.h>

#include "activation.h"
#include "handwriting.h"
#include "model_file.h"
#include "trainer.h"

/* Whether net's model file is read as the same network. */
static int comes_back(const nn_network *net) {
  size_t size = nn_model_write(NULL, net, NULL), at;
  uint8_t *bytes = malloc(size);
  nn_model_status status;
  if (!bytes || nn_model_write(bytes, net, NULL) != size) return 0;
  nn_network *back = nn_model_read(bytes, size, &status, &at);
  int same = back &&
             nn_network_fingerprint(back) == nn_network_fingerprint(net) &&
             nn_network_functions(back).hidden == nn_activation_list.count - 1;
  nn_network_free(back);
  free(bytes);
  return same;
}

int main(void) {
  const int hidden[] = {16, 16}, last = nn_activation_list.count - 1;
  nn_dataset *data = nn_dataset_new();
  for (uint64_t i = 0; i < 500; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, i);
    size_t at;
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) return 1;
  }
  nn_network *net = nn_network_new(
      hidden, 2, (nn_functions){last, NN_SIGMOID_OUTPUT, NN_QUADRATIC}, 1);
  nn_trainer_options options = nn_trainer_defaults();
  options.learning_rate = 0.1f;
  nn_trainer *trainer = nn_trainer_new(net, data, &options);
  double first = nn_trainer_train(trainer, 10);
  nn_trainer_train(trainer, 400);
  double end = nn_trainer_train(trainer, 10);
  printf("%s %d %.9g %.9g\n", nn_list_name(&nn_activation_list, last),
         comes_back(net), first, end);

  for (int i = -40; i < 40; i++) {
    float z[4] = {(float)i / 8}, a[4], slope[4] = {1};
    for (int k = 0; k < 4; k++) a[k] = z[k];
    nn_activations[last].forward(a, 4);
    nn_activations[last].backward(slope, a, 4);
    printf("%.9g %.9g %.9g\n", z[0], a[0], slope[0]);
  }
  nn_trainer_free(trainer);
  nn_network_free(net);
  nn_dataset_free(data);
}
