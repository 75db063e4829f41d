#include "model_file.h"

#include <assert.h>
#include <string.h>

#include "model_header.h"

static float *matrix_of(const nn_network *net, int l) {
  return net->parameters + net->layers[l].offset;
}

/* A number that is neither infinite nor NaN. */
static int is_finite(float x) { return x - x == 0.0f; }

/* ---- Writing ---- */

/* Where the file goes. */
typedef struct {
  uint8_t *bytes; /* NULL: only count them */
  size_t count;
  int is_bad; /* a float was not finite */
} writer;

static void put_byte(writer *to, unsigned byte) {
  if (to->bytes != NULL) to->bytes[to->count] = (uint8_t)byte;
  to->count++;
}

static void put_text(writer *to, const char *text) {
  for (; *text; text++) put_byte(to, (uint8_t)*text);
}

static void put_number(writer *to, size_t n) {
  if (n >= 10) put_number(to, n / 10);
  put_byte(to, '0' + (unsigned)(n % 10));
}

/* text as a JSON string. */
static void put_string(writer *to, const char *text) {
  put_byte(to, '"');
  for (; *text; text++) {
    unsigned byte = (uint8_t)*text;
    if (byte < 0x20) {
      put_text(to, "\\u00");
      put_byte(to, '0' + byte / 16);
      put_byte(to, (uint8_t) "0123456789abcdef"[byte % 16]);
    } else {
      if (byte == '"' || byte == '\\') put_byte(to, '\\');
      put_byte(to, byte);
    }
  }
  put_byte(to, '"');
}

static void put_float(writer *to, float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  to->is_bad |= !is_finite(x);
  for (int i = 0; i < 4; i++) put_byte(to, bits >> 8 * i & 255);
}

static void put_metadata(writer *to, const nn_network *net, const char *note) {
  const nn_functions functions = nn_network_functions(net);
  const int choices[NN_MODEL_SETTINGS] = {
      [NN_MODEL_SETTING_HIDDEN] = functions.hidden,
      [NN_MODEL_SETTING_OUTPUT] = functions.output,
      [NN_MODEL_SETTING_COST] = functions.cost};
  put_text(to, "{\"__metadata__\":{\"format\":\"downhill\"");
  for (int i = 0; i < NN_MODEL_SETTINGS; i++) {
    put_byte(to, ',');
    put_string(to, nn_model_settings[i].key);
    put_byte(to, ':');
    put_string(to, nn_model_choice_name(i, choices[i]));
  }
  if (note != NULL) {
    put_text(to, ",\"note\":");
    put_string(to, note);
  }
  put_byte(to, '}');
}

/* Describes a tensor of layer l and adds its bytes to *offset. */
static void put_tensor(writer *to, const nn_layer *layer, int l, int kind,
                       size_t *offset) {
  const size_t start = *offset;
  *offset += sizeof(float) * (size_t)layer->outputs *
             (kind == NN_MODEL_WEIGHT ? (size_t)layer->inputs : 1);
  put_text(to, ",\"layers.");
  put_number(to, (size_t)l);
  put_byte(to, '.');
  put_text(to, nn_model_tensor_names[kind]);
  put_text(to, "\":{\"dtype\":\"F32\",\"shape\":[");
  put_number(to, (size_t)layer->outputs);
  if (kind == NN_MODEL_WEIGHT) {
    put_byte(to, ',');
    put_number(to, (size_t)layer->inputs);
  }
  put_text(to, "],\"data_offsets\":[");
  put_number(to, start);
  put_byte(to, ',');
  put_number(to, *offset);
  put_text(to, "]}");
}

/* The header, padded to a multiple of eight bytes. */
static void put_header(writer *to, const nn_network *net, const char *note) {
  writer length = *to;
  size_t offset = 0;
  to->count += 8;
  put_metadata(to, net, note);
  for (int l = 0; l < net->layer_count; l++) {
    for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
      put_tensor(to, &net->layers[l], l, kind, &offset);
    }
  }
  put_byte(to, '}');
  while (to->count % 8 != 0) put_byte(to, ' ');
  uint64_t size = to->count - 8;
  for (int i = 0; i < 8; i++) put_byte(&length, size >> 8 * i & 255);
}

/* The weights row by row, then the biases; a matrix has a row per input. */
static void put_layer(writer *to, const nn_layer *layer, const float *matrix) {
  const size_t inputs = (size_t)layer->inputs, stride = (size_t)layer->stride;
  const size_t outputs = (size_t)layer->outputs;
  for (size_t o = 0; o < outputs; o++) {
    for (size_t i = 0; i < inputs; i++) put_float(to, matrix[i * stride + o]);
  }
  for (size_t o = 0; o < outputs; o++) {
    put_float(to, matrix[inputs * stride + o]);
  }
}

size_t nn_model_write(uint8_t *bytes, const nn_network *net, const char *note) {
  assert(net != NULL);
  writer to = {.bytes = bytes};
  put_header(&to, net, note);
  for (int l = 0; l < net->layer_count; l++) {
    put_layer(&to, &net->layers[l], matrix_of(net, l));
  }
  return to.is_bad ? 0 : to.count;
}

/* ---- Reading ---- */

/* A float, little-endian, at any address. */
static float get_float(const uint8_t *bytes) {
  uint32_t bits = 0;
  float x;
  for (int i = 0; i < 4; i++) bits |= (uint32_t)bytes[i] << 8 * i;
  memcpy(&x, &bits, sizeof x);
  return x;
}

static void get_layer(float *matrix, const nn_layer *layer,
                      const uint8_t *weights, const uint8_t *biases) {
  const size_t inputs = (size_t)layer->inputs, stride = (size_t)layer->stride;
  const size_t outputs = (size_t)layer->outputs;
  for (size_t o = 0; o < outputs; o++) {
    for (size_t i = 0; i < inputs; i++, weights += 4) {
      matrix[i * stride + o] = get_float(weights);
    }
    matrix[inputs * stride + o] = get_float(biases + 4 * o);
  }
}

static void check_floats(nn_json *json, size_t size) {
  for (size_t at = json->at; at < size && json->error == 0; at += 4) {
    if (!is_finite(get_float(json->bytes + at))) {
      nn_json_fail(json, NN_MODEL_NOT_FINITE, at);
    }
  }
}

static nn_network *network_of(const nn_json *json,
                              const nn_model_header *header) {
  const int *choices = header->choices;
  const nn_functions functions = {
      .hidden = choices[NN_MODEL_SETTING_HIDDEN],
      .output = choices[NN_MODEL_SETTING_OUTPUT],
      .cost = choices[NN_MODEL_SETTING_COST]};
  nn_network *net =
      nn_network_new(header->sizes + 1, header->layer_count - 1, functions, 0);
  const uint8_t *data = json->bytes + json->at;
  for (int l = 0; net != NULL && l < net->layer_count; l++) {
    const nn_model_tensor *tensors = header->tensors[l];
    get_layer(matrix_of(net, l), &net->layers[l],
              data + tensors[NN_MODEL_WEIGHT].offsets[0],
              data + tensors[NN_MODEL_BIAS].offsets[0]);
  }
  return net;
}

nn_network *nn_model_read(const uint8_t *bytes, size_t size,
                          nn_model_status *status, size_t *at) {
  assert(bytes != NULL || size == 0);
  assert(status != NULL && at != NULL);
  nn_json json = {.bytes = bytes};
  nn_model_header header = {.note = NULL};
  nn_network *net = NULL;
  nn_model_header_read(&json, &header, size);
  if (json.error == 0) nn_model_header_check(&json, &header, size - json.at);
  if (json.error == 0) check_floats(&json, size);
  if (json.error == 0) {
    net = network_of(&json, &header);
    if (net == NULL) nn_json_fail(&json, NN_MODEL_NO_MEMORY, json.at);
  }
  int malformed = json.error == NN_JSON_MALFORMED;
  *status = malformed ? NN_MODEL_JSON : (nn_model_status)json.error;
  *at = json.at;
  return net;
}

size_t nn_model_note(char *note, size_t capacity, const uint8_t *bytes,
                     size_t size) {
  assert(note != NULL || capacity == 0);
  assert(bytes != NULL || size == 0);
  nn_json json = {.bytes = bytes};
  nn_model_header header = {.note = note,
                            .note_capacity = capacity > 0 ? capacity - 1 : 0};
  nn_model_header_read(&json, &header, size);
  size_t length = json.error == 0 ? header.note_length : 0;
  if (capacity > 0) note[length < capacity ? length : capacity - 1] = 0;
  return length;
}
