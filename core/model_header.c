#include "model_header.h"

#include <string.h>

const char *const nn_model_tensor_names[NN_MODEL_TENSORS] = {"weight", "bias"};

const nn_model_setting nn_model_settings[NN_MODEL_SETTINGS] = {
    {"hidden",
     {"sigmoid", "relu", "step"},
     NN_MODEL_NO_HIDDEN,
     NN_MODEL_HIDDEN},
    {"output", {"sigmoid", "softmax"}, NN_MODEL_NO_OUTPUT, NN_MODEL_OUTPUT},
    {"cost", {"quadratic", "cross-entropy"}, NN_MODEL_NO_COST, NN_MODEL_COST},
};

/* ---- Reading ---- */

/* Takes an array of numbers; more than two are an error of that kind. */
static int read_pair(nn_json *json, uint64_t pair[2], nn_model_status kind) {
  int count = 0;
  nn_json_expect(json, '[');
  for (int first = 1; nn_json_next(json, &first, ']'); count++) {
    if (count == 2) return nn_json_fail(json, (int)kind, json->at);
    if (!nn_json_number(json, &pair[count])) return 0;
  }
  return count;
}

static void read_setting(nn_json *json, nn_model_header *head, int i) {
  nn_json_word value;
  size_t at = json->at;
  if (!nn_json_get_word(json, &value)) return;
  if (head->chosen[i] >= 0) nn_json_fail(json, NN_MODEL_TWICE, at);
  for (int k = 0; k < 3 && nn_model_settings[i].words[k] != NULL; k++) {
    if (nn_json_is(&value, nn_model_settings[i].words[k])) head->chosen[i] = k;
  }
  if (head->chosen[i] < 0) {
    nn_json_fail(json, (int)nn_model_settings[i].unknown, value.at);
  }
}

static void read_metadata(nn_json *json, nn_model_header *head, size_t at) {
  if (head->metadata_at != 0) nn_json_fail(json, NN_MODEL_TWICE, at);
  head->metadata_at = at;
  nn_json_expect(json, '{');
  nn_json_word key, value;
  for (int first = 1; nn_json_next_key(json, &first, &key);) {
    int i = 0;
    for (; i < NN_MODEL_SETTINGS; i++) {
      if (nn_json_is(&key, nn_model_settings[i].key)) break;
    }
    if (i < NN_MODEL_SETTINGS) {
      read_setting(json, head, i);
    } else if (nn_json_is(&key, "note")) {
      nn_json_string(json, head->note, head->room, &head->note_length);
    } else {
      nn_json_get_word(json, &value);
    }
  }
}

/* The tensor of this name, whose description is still to be read. */
static nn_model_tensor *find_tensor(nn_json *json, nn_model_header *head,
                                    const nn_json_word *name) {
  const char *text = name->text; /* "layers.0.weight" */
  int named = strncmp(text, "layers.", 7) == 0;
  int layer = named ? text[7] - '0' : -1;
  int more = layer > 0 && text[8] >= '0' && text[8] <= '9';
  if (layer >= 0 && layer <= 9 && (more || layer >= NN_MAX_LAYERS)) {
    return nn_json_fail(json, NN_MODEL_LAYERS, name->at), NULL;
  }
  for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
    const char *end = nn_model_tensor_names[kind];
    if (layer >= 0 && layer < NN_MAX_LAYERS && text[8] == '.' &&
        name->length == 9 + strlen(end) && strcmp(text + 9, end) == 0) {
      return &head->tensors[layer][kind];
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

static void read_tensor(nn_json *json, nn_model_header *head,
                        const nn_json_word *name) {
  nn_model_tensor *t = find_tensor(json, head, name);
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

/* Takes the header's length, and sets json->at and end to the header's. */
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

void nn_model_header_read(nn_json *json, nn_model_header *head, size_t size) {
  *head = (nn_model_header){
      .note = head->note, .room = head->room, .chosen = {-1, -1, -1}};
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
      read_metadata(json, head, key.at);
    } else {
      read_tensor(json, head, &key);
    }
  }
  if (nn_json_peek(json) >= 0) nn_json_fail(json, NN_JSON_MALFORMED, json->at);
}

/* ---- Checking ---- */

static void check_metadata(nn_json *json, const nn_model_header *head) {
  if (head->metadata_at == 0) {
    nn_json_fail(json, NN_MODEL_NO_METADATA, json->end);
  }
  for (int i = 0; i < NN_MODEL_SETTINGS; i++) {
    if (head->chosen[i] < 0) {
      nn_json_fail(json, (int)nn_model_settings[i].missing, head->metadata_at);
    }
  }
}

/* Counts the layers, each of which must have both of its tensors. */
static void check_layers(nn_json *json, nn_model_header *head) {
  int count = 0, missing = 0;
  for (int l = 0; l < NN_MAX_LAYERS; l++) {
    int has_weight = head->tensors[l][NN_MODEL_WEIGHT].at != 0;
    int has_bias = head->tensors[l][NN_MODEL_BIAS].at != 0;
    missing |= has_weight != has_bias || (has_weight && l != count);
    count += has_weight;
  }
  if (missing || count == 0) nn_json_fail(json, NN_MODEL_NO_TENSOR, json->end);
  head->layer_count = count;
}

/* Sets the widths, which must lead from the one end to the other. */
static void check_shapes(nn_json *json, nn_model_header *head) {
  int *sizes = head->sizes, count = head->layer_count;
  for (int l = 0; l < count && json->error == 0; l++) {
    const nn_model_tensor *weight = &head->tensors[l][NN_MODEL_WEIGHT];
    const nn_model_tensor *bias = &head->tensors[l][NN_MODEL_BIAS];
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
    nn_json_fail(json, NN_MODEL_ENDS, head->tensors[wrong][NN_MODEL_WEIGHT].at);
  }
}

/* Each tensor's share of the data must be as large as its shape. */
static void check_lengths(nn_json *json, const nn_model_header *head) {
  for (int l = 0; l < head->layer_count; l++) {
    uint64_t size = sizeof(float) * (uint64_t)head->sizes[l + 1];
    const uint64_t sizes[] = {size * (uint64_t)head->sizes[l], size};
    for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
      const nn_model_tensor *t = &head->tensors[l][kind];
      if (t->offsets[1] < t->offsets[0] ||
          t->offsets[1] - t->offsets[0] != sizes[kind]) {
        nn_json_fail(json, NN_MODEL_OFFSETS, t->at);
      }
    }
  }
}

/* Walks from tensor to tensor through the data, each once, to its end. */
static void check_places(nn_json *json, const nn_model_header *head,
                         size_t data_size) {
  const nn_model_tensor *all = head->tensors[0];
  const int count = head->layer_count * NN_MODEL_TENSORS;
  uint64_t place = 0;
  int met[NN_MAX_LAYERS * NN_MODEL_TENSORS] = {0};
  for (int step = 0; step < count; step++) {
    int i = 0, lost = 0;
    while (i < count && all[i].offsets[0] != place) i++;
    while (lost < count && met[lost]) lost++;
    if (i == count) {
      nn_json_fail(json, NN_MODEL_OFFSETS, all[lost].at);
      return;
    }
    met[i] = 1;
    place = all[i].offsets[1];
  }
  if (place > data_size) {
    nn_json_fail(json, NN_MODEL_TRUNCATED, json->at + data_size);
  } else if (place < data_size) {
    nn_json_fail(json, NN_MODEL_TRAILING, json->at + (size_t)place);
  }
}

void nn_model_header_check(nn_json *json, nn_model_header *head,
                           size_t data_size) {
  check_metadata(json, head);
  check_layers(json, head);
  if (json->error == 0) check_shapes(json, head);
  if (json->error == 0) check_lengths(json, head);
  if (json->error == 0) check_places(json, head, data_size);
}
