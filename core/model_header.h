/*
 * The header of a model file: read from JSON, and every number of it checked
 * before its first use (see model_file.h).
 */
#ifndef NN_MODEL_HEADER_H
#define NN_MODEL_HEADER_H

#include "json.h"
#include "model_file.h"

/* A layer's two tensors, and the last part of their names. */
enum { NN_MODEL_WEIGHT, NN_MODEL_BIAS, NN_MODEL_TENSORS };
extern const char *const nn_model_tensor_names[NN_MODEL_TENSORS];

/* Settings of a network that the metadata must name, in this order. */
enum {
  NN_MODEL_SETTING_HIDDEN,
  NN_MODEL_SETTING_OUTPUT,
  NN_MODEL_SETTING_COST,
  NN_MODEL_SETTINGS
};
typedef struct {
  const char *key;
  const nn_list *list; /* of its values */
  nn_model_status missing, unknown;
} nn_model_setting;
extern const nn_model_setting nn_model_settings[NN_MODEL_SETTINGS];

/* Entries of the metadata; it may have no more. */
enum { NN_MODEL_MAX_METADATA = 256 };

typedef struct {
  int dimensions;
  uint64_t shape[2];
  uint64_t offsets[2]; /* of its first byte in the data, and past its last */
  size_t at;           /* byte of the file where its name is; 0: missing */
} nn_model_tensor;

typedef struct {
  size_t metadata_at; /* byte of the file where it is; 0 if missing */
  int metadata_count;
  uint64_t metadata_keys[NN_MODEL_MAX_METADATA]; /* (metadata_count) hashes */
  int choices[NN_MODEL_SETTINGS]; /* indices of the lists; −1: not known yet */
  char *note;                     /* (note_capacity) the caller's, or NULL */
  size_t note_capacity, note_length;
  int layer_count;
  int sizes[NN_MAX_LAYERS + 1]; /* (layer_count + 1) inputs first */
  nn_model_tensor tensors[NN_MAX_LAYERS][NN_MODEL_TENSORS];
} nn_model_header;

/*
 * Reads the header of a file, json->bytes (size), into *header, of which note
 * and note_capacity are given and the rest is overwritten. Then json->at is
 * where the data begins and json->error is 0; or json->at is the byte where the
 * error is and json->error an nn_model_status or NN_JSON_MALFORMED.
 */
void nn_model_header_read(nn_json *json, nn_model_header *header, size_t size);

/*
 * Checks that a header that was read without an error describes a network whose
 * tensors fill the data (data_size bytes from json->at on) without gaps; sets
 * layer_count and sizes. Errors as above.
 */
void nn_model_header_check(nn_json *json, nn_model_header *header,
                           size_t data_size);

#endif
