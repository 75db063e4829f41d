/*
 * A network as the bytes of a safetensors file, which any Python reads
 * (github.com/huggingface/safetensors):
 *
 *   8 bytes   N, the length of the header, little-endian
 *   N bytes   JSON: "__metadata__" (texts by name) and, by name, each tensor's
 *             dtype, shape and place in the data
 *   the rest  the tensors, little-endian float32, without gaps
 *
 * Tensors: "layers.0.weight" (O, I) row by row, "layers.0.bias" (O),
 * "layers.1.weight", … Metadata: "hidden" (sigmoid, relu, step), "output"
 * (sigmoid, softmax), "cost" (quadratic, cross-entropy), "note" (any text).
 */
#ifndef NN_MODEL_FILE_H
#define NN_MODEL_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "network.h"

/*
 * What can be wrong with a model file, and the sentence that says so.
 * `at` is the byte of the file where the trouble is.
 */
typedef enum {
  NN_MODEL_OK,
  NN_MODEL_NO_MEMORY,   /* there is no memory for this network */
  NN_MODEL_TRUNCATED,   /* the file ends too early */
  NN_MODEL_LENGTH,      /* the header is said to be longer than the file */
  NN_MODEL_JSON,        /* the header is not what safetensors' JSON is */
  NN_MODEL_TWICE,       /* the header says the same thing twice */
  NN_MODEL_NO_METADATA, /* the header has no __metadata__ */
  NN_MODEL_NO_HIDDEN,   /* __metadata__ does not say which "hidden" it has */
  NN_MODEL_NO_OUTPUT,   /* __metadata__ does not say which "output" it has */
  NN_MODEL_NO_COST,     /* __metadata__ does not say which "cost" it has */
  NN_MODEL_HIDDEN,      /* "hidden" is not sigmoid, relu or step */
  NN_MODEL_OUTPUT,      /* "output" is not sigmoid or softmax */
  NN_MODEL_COST,        /* "cost" is not quadratic or cross-entropy */
  NN_MODEL_NAME,        /* a tensor is not layers.N.weight or layers.N.bias */
  NN_MODEL_NO_TENSOR,   /* a layer's weight or bias is missing */
  NN_MODEL_LAYERS,      /* there are more than 8 layers */
  NN_MODEL_DTYPE,       /* a tensor's dtype is not F32 */
  NN_MODEL_SHAPE,       /* a tensor's shape does not fit its neighbours */
  NN_MODEL_WIDTH,       /* a layer is wider than 4096 */
  NN_MODEL_ENDS,        /* the network does not lead from 784 to 10 */
  NN_MODEL_OFFSETS,     /* a tensor's data_offsets leave a hole, overlap, or
                           do not fit its shape */
  NN_MODEL_TRAILING,    /* there are bytes after the last tensor */
  NN_MODEL_NOT_FINITE   /* a weight is not a finite number */
} nn_model_status;

/*
 * Writes net's file to bytes and returns its size. bytes may be NULL to ask
 * for the size alone. note is UTF-8 text to go with it, or NULL for none.
 * The same network and note give the same bytes.
 */
size_t nn_model_write(uint8_t *bytes, const nn_network *net, const char *note);

/*
 * The network in a file (size), to be freed by nn_network_free. Keys,
 * tensors and white space may come in any order; metadata of other names is
 * passed over. NULL when anything is wrong, *status saying what and *at where.
 */
nn_network *nn_model_read(const uint8_t *bytes, size_t size,
                          nn_model_status *status, size_t *at);

/*
 * Copies a file's note, UTF-8, to note (room): as much as fits, and a zero
 * after it. Returns the whole note's length in bytes, without the zero; 0 when
 * there is none or the header cannot be read. note may be NULL if room is 0.
 */
size_t nn_model_note(char *note, size_t room, const uint8_t *bytes,
                     size_t size);

#endif
