/*
 * libFuzzer over a model file's bytes: nn_model_read gives a network or says
 * what is wrong and where, nn_model_note gives a text that ends; what was read
 * is written to bytes that read as the same network.
 *
 * An input is read twice: as a file, and as the header of a file without
 * tensors, whose end is then the end of the allocation.
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../../core/model_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

static void demand(int holds) {
  if (!holds) abort();
}

/* A note cut to 15 bytes and a note of any length are the same text. */
static void read_note(const uint8_t *bytes, size_t size) {
  const size_t length = nn_model_note(NULL, 0, bytes, size);
  char start[16], *whole = malloc(length + 1);
  demand(whole != NULL);
  demand(nn_model_note(whole, length + 1, bytes, size) == length);
  demand(nn_model_note(start, sizeof start, bytes, size) == length);
  demand(whole[length] == 0);
  demand(strncmp(start, whole, sizeof start - 1) == 0 || length == 0);
  free(whole);
}

static void write_again(const nn_network *net) {
  nn_model_status status = NN_MODEL_OK;
  const size_t size = nn_model_write(NULL, net, "note");
  uint8_t *bytes = malloc(size);
  size_t at = 0;
  demand(bytes != NULL && nn_model_write(bytes, net, "note") == size);
  nn_network *again = nn_model_read(bytes, size, &status, &at);
  demand(again != NULL &&
         nn_network_fingerprint(again) == nn_network_fingerprint(net));
  nn_network_free(again);
  free(bytes);
}

static void read_file(const uint8_t *bytes, size_t size) {
  nn_model_status status = NN_MODEL_OK;
  size_t at = 0;
  nn_network *net = nn_model_read(bytes, size, &status, &at);
  demand((net != NULL) == (status == NN_MODEL_OK) && at <= size);
  if (net != NULL) write_again(net);
  nn_network_free(net);
  read_note(bytes, size);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size) {
  read_file(bytes, size);
  uint8_t *file = malloc(8 + size);
  demand(file != NULL);
  for (int i = 0; i < 8; i++) file[i] = (uint8_t)((uint64_t)size >> 8 * i);
  memcpy(file + 8, bytes, size);
  read_file(file, 8 + size);
  free(file);
  return 0;
}
