#include "model_header.h"

#include <assert.h>
#include <string.h>

const char *const nn_model_tensor_names[NN_MODEL_TENSORS] = {"weight", "bias"};

const nn_model_setting nn_model_settings[NN_MODEL_SETTINGS] = {
    {"hidden", &nn_activation_list, NN_MODEL_NO_HIDDEN, NN_MODEL_HIDDEN},
    {"output", &nn_output_list, NN_MODEL_NO_OUTPUT, NN_MODEL_OUTPUT},
    {"cost", &nn_cost_list, NN_MODEL_NO_COST, NN_MODEL_COST},
};

/* ---- Reading ---- */

/*
 * Takes an array of at most two numbers and returns how many there are; more
 * are the error `too_many`.
 */
static int read_pair(nn_json *json, uint64_t pair[2],
                     nn_model_status too_many) {
  int count = 0;
  nn_json_expect(json, '[');
  for (int first = 1; nn_json_next(json, &first, ']'); count++) {
    if (count == 2) return nn_json_fail(json, (int)too_many, json->at);
    if (!nn_json_number(json, &pair[count])) return 0;
  }
  return count;
}

/* Takes the name of a setting's value. */
static void read_choice(nn_json *json, nn_model_header *header, int setting) {
  nn_json_word value;
  if (!nn_json_get_word(json, &value)) return;
  const nn_list *list = nn_model_settings[setting].list;
  for (int i = 0; i < list->count; i++) {
    if (nn_json_is(&value, nn_list_name(list, i))) header->choices[setting] = i;
  }
  if (header->choices[setting] < 0) {
    nn_json_fail(json, (int)nn_model_settings[setting].unknown, value.at);
  }
}

/*
 * Notes a key of the metadata, of which none may come twice. Two different
 * keys with the same hash would be refused too: one chance in 2⁴⁹ for 256 keys.
 */
static void add_key(nn_json *json, nn_model_header *header,
                    const nn_json_word *key) {
  for (int i = 0; i < header->metadata_count; i++) {
    if (header->metadata_keys[i] == key->hash) {
      nn_json_fail(json, NN_MODEL_TWICE, key->at);
      return;
    }
  }
  if (header->metadata_count == NN_MODEL_MAX_METADATA) {
    nn_json_fail(json, NN_MODEL_METADATA, key->at);
    return;
  }
  header->metadata_keys[header->metadata_count++] = key->hash;
}

/* Takes the metadata, whose key is at byte `at`. */
static void read_metadata(nn_json *json, nn_model_header *header, size_t at) {
  if (header->metadata_at != 0) nn_json_fail(json, NN_MODEL_TWICE, at);
  header->metadata_at = at;
  nn_json_expect(json, '{');
  nn_json_word key, ignored;
  for (int first = 1; nn_json_next_key(json, &first, &key);) {
    int s = 0;
    while (s < NN_MODEL_SETTINGS &&
           !nn_json_is(&key, nn_model_settings[s].key)) {
      s++;
    }
    add_key(json, header, &key);
    if (s < NN_MODEL_SETTINGS) {
      read_choice(json, header, s);
    } else if (nn_json_is(&key, "note")) {
      nn_json_string(json, header->note, header->note_capacity,
                     &header->note_length);
    } else {
      nn_json_get_word(json, &ignored);
    }
  }
}

/* Where to describe the tensor of this name; NULL when the name is wrong. */
static nn_model_tensor *find_tensor(nn_json *json, nn_model_header *header,
                                    const nn_json_word *name) {
  const char *text = name->text; /* "layers.0.weight" */
  int is_layer = strncmp(text, "layers.", 7) == 0;
  int layer = is_layer ? text[7] - '0' : -1;
  int has_digits = layer > 0 && text[8] >= '0' && text[8] <= '9';
  if (layer >= 0 && layer <= 9 && (has_digits || layer >= NN_MAX_LAYERS)) {
    return nn_json_fail(json, NN_MODEL_LAYERS, name->at), NULL;
  }
  for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
    const char *end = nn_model_tensor_names[kind];
    if (layer >= 0 && layer < NN_MAX_LAYERS && text[8] == '.' &&
        name->length == 9 + strlen(end) && strcmp(text + 9, end) == 0) {
      return &header->tensors[layer][kind];
    }
  }
  return nn_json_fail(json, NN_MODEL_NAME, name->at), NULL;
}

static void read_dtype(nn_json *json) {
  nn_json_word dtype;
  if (nn_json_get_word(json, &dtype) && !nn_json_is(&dtype, "F32")) {
    nn_json_fail(json, NN_MODEL_DTYPE, dtype.at);
  }
}

static void read_tensor(nn_json *json, nn_model_header *header,
                        const nn_json_word *name) {
  nn_model_tensor *t = find_tensor(json, header, name);
  if (t == NULL) return;
  if (t->at != 0) nn_json_fail(json, NN_MODEL_TWICE, name->at);
  t->at = name->at;

  int seen[3] = {0, 0, 0};
  nn_json_expect(json, '{');
  nn_json_word key;
  for (int first = 1; nn_json_next_key(json, &first, &key);) {
    static const char *const keys[] = {"dtype", "shape", "data_offsets"};
    int i = 0;
    while (i < 3 && !nn_json_is(&key, keys[i])) i++;
    if (i == 3) nn_json_fail(json, NN_JSON_MALFORMED, key.at);
    if (i < 3 && seen[i]++) nn_json_fail(json, NN_MODEL_TWICE, key.at);
    if (i == 0) read_dtype(json);
    if (i == 1) t->dimensions = read_pair(json, t->shape, NN_MODEL_SHAPE);
    if (i == 2 && read_pair(json, t->offsets, NN_MODEL_OFFSETS) != 2) {
      nn_json_fail(json, NN_MODEL_OFFSETS, key.at);
    }
  }
  if (!seen[0] || !seen[1] || !seen[2]) {
    nn_json_fail(json, NN_JSON_MALFORMED, name->at);
  }
}

/* Takes the length of the header; json->end is where the header ends. */
static void read_length(nn_json *json, size_t size) {
  uint64_t length = 0;
  if (size < 8) {
    nn_json_fail(json, NN_MODEL_TRUNCATED, size);
    return;
  }
  for (int i = 0; i < 8; i++) length |= (uint64_t)json->bytes[i] << 8 * i;
  if (length > size - 8) {
    nn_json_fail(json, NN_MODEL_LENGTH, 0);
    return;
  }
  json->at = 8;
  json->end = 8 + (size_t)length;
}

void nn_model_header_read(nn_json *json, nn_model_header *header, size_t size) {
  assert(json != NULL && (json->bytes != NULL || size == 0));
  assert(header != NULL && (header->note || header->note_capacity == 0));
  *header = (nn_model_header){.note = header->note,
                              .note_capacity = header->note_capacity,
                              .choices = {-1, -1, -1}};
  json->at = json->end = 0;
  json->error = 0;
  read_length(json, size);
  if (json->error != 0) return;
  if (json->end > 8 && json->bytes[8] != '{') {
    nn_json_fail(json, NN_JSON_MALFORMED, 8);
  }
  nn_json_expect(json, '{');
  nn_json_word key;
  for (int first = 1; nn_json_next_key(json, &first, &key);) {
    if (nn_json_is(&key, "__metadata__")) {
      read_metadata(json, header, key.at);
    } else {
      read_tensor(json, header, &key);
    }
  }
  if (nn_json_peek(json) >= 0) nn_json_fail(json, NN_JSON_MALFORMED, json->at);
}

/* ---- Checking ---- */

static void check_metadata(nn_json *json, const nn_model_header *header) {
  if (header->metadata_at == 0) {
    nn_json_fail(json, NN_MODEL_NO_METADATA, json->end);
  }
  for (int i = 0; i < NN_MODEL_SETTINGS; i++) {
    if (header->choices[i] < 0) {
      nn_json_fail(json, (int)nn_model_settings[i].missing,
                   header->metadata_at);
    }
  }
}

/* Counts the layers, each of which must have both of its tensors. */
static void check_layers(nn_json *json, nn_model_header *header) {
  int count = 0, missing = 0;
  for (int l = 0; l < NN_MAX_LAYERS; l++) {
    int has_weight = header->tensors[l][NN_MODEL_WEIGHT].at != 0;
    int has_bias = header->tensors[l][NN_MODEL_BIAS].at != 0;
    missing |= has_weight != has_bias || (has_weight && l != count);
    count += has_weight;
  }
  if (missing || count == 0) nn_json_fail(json, NN_MODEL_NO_TENSOR, json->end);
  header->layer_count = count;
}

/* Sets the sizes, which must begin with 784 and end with 10. */
static void check_shapes(nn_json *json, nn_model_header *header) {
  int *sizes = header->sizes, count = header->layer_count;
  for (int l = 0; l < count && json->error == 0; l++) {
    const nn_model_tensor *weight = &header->tensors[l][NN_MODEL_WEIGHT];
    const nn_model_tensor *bias = &header->tensors[l][NN_MODEL_BIAS];
    uint64_t inputs = weight->shape[1], outputs = weight->shape[0];
    if (weight->dimensions != 2 || inputs == 0 || outputs == 0 ||
        (l > 0 && inputs != (uint64_t)sizes[l])) {
      nn_json_fail(json, NN_MODEL_SHAPE, weight->at);
    }
    if (bias->dimensions != 1 || bias->shape[0] != outputs) {
      nn_json_fail(json, NN_MODEL_SHAPE, bias->at);
    }
    if (inputs > NN_MAX_WIDTH || outputs > NN_MAX_WIDTH) {
      nn_json_fail(json, NN_MODEL_WIDTH, weight->at);
    }
    sizes[l] = (int)inputs;
    sizes[l + 1] = (int)outputs;
  }
  if (json->error != 0) return;
  if (sizes[0] != NN_PIXELS || sizes[count] != NN_CLASSES) {
    int wrong = sizes[0] != NN_PIXELS ? 0 : count - 1;
    nn_json_fail(json, NN_MODEL_ENDS,
                 header->tensors[wrong][NN_MODEL_WEIGHT].at);
  }
}

/* The offsets of each tensor must be as far apart as its shape needs. */
static void check_lengths(nn_json *json, const nn_model_header *header) {
  for (int l = 0; l < header->layer_count; l++) {
    uint64_t size = sizeof(float) * (uint64_t)header->sizes[l + 1];
    const uint64_t sizes[] = {size * (uint64_t)header->sizes[l], size};
    for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
      const nn_model_tensor *t = &header->tensors[l][kind];
      if (t->offsets[1] < t->offsets[0] ||
          t->offsets[1] - t->offsets[0] != sizes[kind]) {
        nn_json_fail(json, NN_MODEL_OFFSETS, t->at);
      }
    }
  }
}

/* The tensors must follow one another in the data, each once, to its end. */
static void check_offsets(nn_json *json, const nn_model_header *header,
                          size_t data_size) {
  const nn_model_tensor *all = header->tensors[0];
  const int count = header->layer_count * NN_MODEL_TENSORS;
  uint64_t end = 0;
  int is_found[NN_MAX_LAYERS * NN_MODEL_TENSORS] = {0};
  for (int found = 0; found < count; found++) {
    int next = 0, missing = 0;
    while (next < count && all[next].offsets[0] != end) next++;
    while (missing < count && is_found[missing]) missing++;
    if (next == count) {
      nn_json_fail(json, NN_MODEL_OFFSETS, all[missing].at);
      return;
    }
    is_found[next] = 1;
    end = all[next].offsets[1];
  }
  if (end > data_size) {
    nn_json_fail(json, NN_MODEL_TRUNCATED, json->at + data_size);
  } else if (end < data_size) {
    nn_json_fail(json, NN_MODEL_TRAILING, json->at + (size_t)end);
  }
}

void nn_model_header_check(nn_json *json, nn_model_header *header,
                           size_t data_size) {
  assert(json != NULL && header != NULL && json->error == 0);
  check_metadata(json, header);
  check_layers(json, header);
  if (json->error == 0) check_shapes(json, header);
  if (json->error == 0) check_lengths(json, header);
  if (json->error == 0) check_offsets(json, header, data_size);
}
