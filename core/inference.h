/* What a network answers: outputs, and how many of a data set are right. */
#ifndef NN_INFERENCE_H
#define NN_INFERENCE_H

#include "dataset.h"
#include "propagation.h"

/*
 * outputs (count, 10) of images, from pixels (count, 784) in 0…1 or from bytes
 * (count, 784). Any count, whatever the workspace's capacity.
 */
void nn_network_predict(const nn_network *net, nn_workspace *workspace,
                        float *outputs, const float *pixels, int count);
void nn_network_predict_bytes(const nn_network *net, nn_workspace *workspace,
                              float *outputs, const uint8_t *pixels, int count);

/* The index of the highest of ten outputs; the first of equals. */
int nn_argmax(const float *outputs);

/*
 * Predicts images from…from+count−1: confusion (10, 10) counts, row = label, is
 * overwritten; returns the mean cost, *correct the number of right predictions.
 * Images that are not digits count for the cost only.
 */
double nn_network_evaluate(const nn_network *net, nn_workspace *workspace,
                           const nn_dataset *data, int from, int count,
                           int *correct, uint32_t *confusion);

#endif
