#include "inference.h"

#include <assert.h>
#include <string.h>

/* The outputs of `count` examples, without padding. */
static void copy_outputs(const nn_network *net, const nn_workspace *workspace,
                         float *outputs, int count) {
  const float *from = nn_workspace_outputs(net, workspace);
  for (int b = 0; b < count; b++) {
    memcpy(outputs, from, NN_CLASSES * sizeof(float));
    outputs += NN_CLASSES;
    from += NN_OUTPUT_WIDTH;
  }
}

static int at_most(int count, int limit) {
  return count < limit ? count : limit;
}

void nn_network_predict(const nn_network *net, nn_workspace *workspace,
                        float *outputs, const float *pixels, int count) {
  while (count > 0) {
    const int B = at_most(count, workspace->capacity);
    nn_network_forward(net, workspace, pixels, B);
    copy_outputs(net, workspace, outputs, B);
    pixels += (size_t)B * NN_PIXELS;
    outputs += (size_t)B * NN_CLASSES;
    count -= B;
  }
}

void nn_network_predict_bytes(const nn_network *net, nn_workspace *workspace,
                              float *outputs, const uint8_t *pixels,
                              int count) {
  enum { MOST = 8 };
  uint16_t indices[MOST * NN_PIXELS];
  uint8_t values[MOST * NN_PIXELS];
  nn_row rows[MOST];
  while (count > 0) {
    const int B = at_most(count, at_most(workspace->capacity, MOST));
    for (int b = 0; b < B; b++, pixels += NN_PIXELS) {
      rows[b] =
          nn_row_pack(indices + b * NN_PIXELS, values + b * NN_PIXELS, pixels);
    }
    nn_network_forward_rows(net, workspace, rows, B);
    copy_outputs(net, workspace, outputs, B);
    outputs += (size_t)B * NN_CLASSES;
    count -= B;
  }
}

int nn_argmax(const float *outputs) {
  int best = 0;
  for (int i = 1; i < NN_CLASSES; i++) {
    if (outputs[i] > outputs[best]) best = i;
  }
  return best;
}

/* Counts a batch's predictions into the confusion matrix. */
static int count_predictions(const float *outputs, const uint8_t *labels, int B,
                             uint32_t *confusion) {
  int correct = 0;
  for (int b = 0; b < B; b++, outputs += NN_OUTPUT_WIDTH) {
    if (labels[b] == NN_NOT_A_DIGIT) continue;
    const int prediction = nn_argmax(outputs);
    confusion[labels[b] * NN_CLASSES + prediction]++;
    correct += prediction == labels[b];
  }
  return correct;
}

double nn_network_evaluate(const nn_network *net, nn_workspace *workspace,
                           const nn_dataset *data, int from, int count,
                           int *correct, uint32_t *confusion) {
  enum { CHUNK = 32 };
  nn_row rows[CHUNK];
  const int chunk = at_most(workspace->capacity, CHUNK);
  double cost = 0;
  assert(from >= 0 && count >= 0 && from + count <= data->count);
  *correct = 0;
  memset(confusion, 0, NN_CLASSES * NN_CLASSES * sizeof *confusion);
  for (int done = 0; done < count; done += chunk) {
    const int B = at_most(count - done, chunk);
    const uint8_t *labels = data->labels + from + done;
    for (int b = 0; b < B; b++) rows[b] = nn_dataset_row(data, from + done + b);
    nn_network_forward_rows(net, workspace, rows, B);
    cost += nn_network_costs(net, workspace, labels, B, 0);
    *correct += count_predictions(nn_workspace_outputs(net, workspace), labels,
                                  B, confusion);
  }
  return count > 0 ? cost / count : 0;
}
