/*
 * A network as the bytes of a safetensors file
 * (github.com/huggingface/safetensors), which Python libraries read:
 *
 *   8 bytes   N, the length of the header, little-endian
 *   N bytes   JSON: "__metadata__" (texts by key) and, by name, each tensor's
 *             dtype, shape and offsets in the data
 *   the rest  the tensors, little-endian float32, without gaps
 *
 * Tensors: "layers.0.weight" (O, I) row by row, "layers.0.bias" (O),
 * "layers.1.weight", … Metadata: "hidden" and "output" (names of activation
 * functions), "cost" (a cost's name), "note" (any text).
 */
#ifndef NN_MODEL_FILE_H
#define NN_MODEL_FILE_H

#include <stddef.h>
#include <stdint.h>

#include "network.h"

/* What can be wrong with a model file; nn_model_status_text says it. */
typedef enum {
  NN_MODEL_OK,
  NN_MODEL_NO_MEMORY,
  NN_MODEL_TRUNCATED,
  NN_MODEL_LENGTH,
  NN_MODEL_JSON,
  NN_MODEL_TWICE,
  NN_MODEL_NO_METADATA,
  NN_MODEL_METADATA,
  NN_MODEL_NO_HIDDEN,
  NN_MODEL_NO_OUTPUT,
  NN_MODEL_NO_COST,
  NN_MODEL_HIDDEN,
  NN_MODEL_OUTPUT,
  NN_MODEL_COST,
  NN_MODEL_NAME,
  NN_MODEL_NO_TENSOR,
  NN_MODEL_LAYERS,
  NN_MODEL_DTYPE,
  NN_MODEL_SHAPE,
  NN_MODEL_WIDTH,
  NN_MODEL_ENDS,
  NN_MODEL_OFFSETS,
  NN_MODEL_TRAILING,
  NN_MODEL_NOT_FINITE,
  NN_MODEL_STATUSES /* how many there are */
} nn_model_status;

/*
 * A status as half a sentence, such as "the file ends too early"; "" for
 * NN_MODEL_OK. It stays valid until the next call in the same thread.
 */
const char *nn_model_status_text(nn_model_status status);

/*
 * Writes net's file to bytes and returns its size. bytes may be NULL to ask
 * for the size alone. note is UTF-8 text to go with it, or NULL for none.
 * The same network and note give the same bytes. Returns 0 when a parameter is
 * not finite, since nn_model_read refuses such a file; bytes is no file then.
 */
size_t nn_model_write(uint8_t *bytes, const nn_network *net, const char *note);

/*
 * The network in a file (size), to be freed by nn_network_free. Keys,
 * tensors and white space may come in any order; metadata under other keys is
 * ignored. NULL when anything is wrong: *status says what, and *at is the byte
 * of the file where the error is. bytes may be NULL if size is 0.
 */
nn_network *nn_model_read(const uint8_t *bytes, size_t size,
                          nn_model_status *status, size_t *at);

/*
 * Copies a file's note, UTF-8, to note (capacity): the bytes that fit, and a
 * zero after them. Returns the length in bytes of the whole note, without the
 * zero; 0 when there is none or the header cannot be read. note may be NULL if
 * capacity is 0, and bytes if size is 0.
 */
size_t nn_model_note(char *note, size_t capacity, const uint8_t *bytes,
                     size_t size);

#endif
