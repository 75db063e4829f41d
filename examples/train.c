/*
 * Trains the 3Blue1Brown lesson's network on built-in handwriting, prints how
 * well it reads other digits and its fingerprint, and saves it.
 *
 *   train [digits.safetensors]
 */
#include <downhill.h>
#include <stdio.h>
#include <stdlib.h>

/* Digits from…from+count−1 of the handwriting of seed 1. */
static nn_dataset *handwriting(int from, int count) {
  nn_dataset *data = nn_dataset_new();
  for (int i = from; data && i < from + count; i++) {
    uint8_t pixels[NN_PIXELS];
    uint8_t label = (uint8_t)nn_handwriting(pixels, 1, (uint64_t)i);
    size_t at;
    if (nn_dataset_append(data, pixels, &label, 1, &at) != NN_DATA_OK) exit(1);
  }
  return data;
}

static int save(const nn_network *net, const char *name) {
  static const char note[] = "made by examples/train.c";
  size_t size = nn_model_write(NULL, net, note);
  uint8_t *bytes = size > 0 ? malloc(size) : NULL;
  FILE *file = bytes ? fopen(name, "wb") : NULL;
  int saved = file && nn_model_write(bytes, net, note) == size &&
              fwrite(bytes, 1, size, file) == size;
  if (file && fclose(file) != 0) saved = 0;
  free(bytes);
  return saved;
}

int main(int argc, char **argv) {
  const int hidden[] = {16, 16};
  const nn_trainer_options options = {
      .batch_size = 32, .optimizer = NN_SGD, .learning_rate = 1, .seed = 1};
  if (nn_selftest() != 0) (void)fputs("other bits than elsewhere\n", stderr);

  nn_dataset *train = handwriting(0, 5000), *test = handwriting(5000, 1000);
  nn_network *net = nn_network_new(
      hidden, 2, (nn_functions){NN_SIGMOID, NN_SIGMOID_OUTPUT, NN_QUADRATIC},
      1);
  nn_workspace *workspace = net ? nn_workspace_new(net, 32) : NULL;
  nn_trainer *trainer =
      net && train ? nn_trainer_new(net, train, &options) : NULL;
  if (!test || !workspace || !trainer) return 1;

  nn_trainer_train(trainer, 2000);
  int correct;
  uint32_t confusion[NN_CLASSES * NN_CLASSES];
  nn_network_evaluate(net, workspace, test, 0, 1000, &correct, confusion);
  printf("%.1f%% %016llx\n", correct / 10.0,
         (unsigned long long)nn_network_fingerprint(net));
  int saved = argc < 2 || save(net, argv[1]);

  nn_trainer_free(trainer);
  nn_workspace_free(workspace);
  nn_network_free(net);
  nn_dataset_free(train);
  nn_dataset_free(test);
  return !saved;
}
