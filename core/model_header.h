/*
 * The header of a model file: read from JSON and checked, every number of it,
 * before any use (see model_file.h).
 */
#ifndef NN_MODEL_HEADER_H
#define NN_MODEL_HEADER_H

#include "json.h"
#include "model_file.h"

/* A layer's two tensors, and the ends of their names. */
enum { NN_MODEL_WEIGHT, NN_MODEL_BIAS, NN_MODEL_TENSORS };
extern const char *const nn_model_tensor_names[NN_MODEL_TENSORS];

/* What the metadata must say: hidden, output, cost, in this order. */
enum { NN_MODEL_SETTINGS = 3 };
typedef struct {
  const char *key, *words[3]; /* a word for each value of the enum */
  nn_model_status missing, unknown;
} nn_model_setting;
extern const nn_model_setting nn_model_settings[NN_MODEL_SETTINGS];

typedef struct {
  int dimensions;
  uint64_t shape[2];
  uint64_t offsets[2]; /* where its bytes begin and end in the data */
  size_t at;           /* where its name is in the file; 0 if it is missing */
} nn_model_tensor;

typedef struct {
  size_t metadata_at;            /* where it is in the file; 0 if missing */
  int chosen[NN_MODEL_SETTINGS]; /* a place in `words`; -1 while not known */
  char *note;                    /* (room) the caller's, or NULL */
  size_t room, note_length;
  int layer_count;
  int sizes[NN_MAX_LAYERS + 1]; /* widths from the inputs to the outputs */
  nn_model_tensor tensors[NN_MAX_LAYERS][NN_MODEL_TENSORS];
} nn_model_header;

/*
 * Reads the header of json->bytes (size) into *header; note and room are given,
 * the rest is overwritten. Then json->error is 0 and json->at where the data
 * begins, or an nn_model_status (or NN_JSON_MALFORMED) and where the trouble
 * is.
 */
void nn_model_header_read(nn_json *json, nn_model_header *header, size_t size);

/*
 * Whether what was read is a network of which `data_size` bytes are the
 * data from json->at on, without gaps; sets layer_count and sizes.
 */
void nn_model_header_check(nn_json *json, nn_model_header *header,
                           size_t data_size);

#endif
