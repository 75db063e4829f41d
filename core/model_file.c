#include "model_file.h"

#include <string.h>

#include "model_header.h"

/* ---- Writing ---- */

/* Where bytes go; NULL to count them alone. */
typedef struct {
  uint8_t *bytes;
  size_t count;
} sink;

static void put_byte(sink *to, unsigned byte) {
  if (to->bytes != NULL) to->bytes[to->count] = (uint8_t)byte;
  to->count++;
}

static void put_text(sink *to, const char *text) {
  for (; *text; text++) put_byte(to, (uint8_t)*text);
}

static void put_number(sink *to, size_t n) {
  if (n >= 10) put_number(to, n / 10);
  put_byte(to, '0' + (unsigned)(n % 10));
}

/* text as a JSON string. */
static void put_string(sink *to, const char *text) {
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

static void put_float(sink *to, float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  for (int i = 0; i < 4; i++) put_byte(to, bits >> 8 * i & 255);
}

static void put_metadata(sink *to, const nn_network *net, const char *note) {
  const char *const chosen[NN_MODEL_SETTINGS] = {
      net->hidden->name, net->output->name, net->cost->name};
  put_text(to, "{\"__metadata__\":{\"format\":\"downhill\"");
  for (int i = 0; i < NN_MODEL_SETTINGS; i++) {
    put_byte(to, ',');
    put_string(to, nn_model_settings[i].key);
    put_byte(to, ':');
    put_string(to, chosen[i]);
  }
  if (note != NULL) {
    put_text(to, ",\"note\":");
    put_string(to, note);
  }
  put_byte(to, '}');
}

/* Describes a tensor of layer l that begins at *offset, and moves that on. */
static void put_tensor(sink *to, const nn_layer *layer, int l, int kind,
                       size_t *offset) {
  size_t from = *offset, size = sizeof(float) * (size_t)layer->outputs;
  put_text(to, ",\"layers.");
  put_number(to, (size_t)l);
  put_byte(to, '.');
  put_text(to, nn_model_tensor_names[kind]);
  put_text(to, "\":{\"dtype\":\"F32\",\"shape\":[");
  put_number(to, (size_t)layer->outputs);
  if (kind == NN_MODEL_WEIGHT) {
    put_byte(to, ',');
    put_number(to, (size_t)layer->inputs);
    size *= (size_t)layer->inputs;
  }
  put_text(to, "],\"data_offsets\":[");
  put_number(to, from);
  put_byte(to, ',');
  put_number(to, *offset = from + size);
  put_text(to, "]}");
}

static void put_layer(sink *to, const nn_layer *layer, const float *matrix) {
  for (int o = 0; o < layer->outputs; o++) {
    for (int i = 0; i < layer->inputs; i++) {
      put_float(to, matrix[i * layer->stride + o]);
    }
  }
  const float *biases = matrix + layer->inputs * layer->stride;
  for (int o = 0; o < layer->outputs; o++) put_float(to, biases[o]);
}

size_t nn_model_write(uint8_t *bytes, const nn_network *net, const char *note) {
  const nn_layer *layers = net->layers;
  sink to = {bytes, 8}, length = {bytes, 0};
  size_t offset = 0;
  put_metadata(&to, net, note);
  for (int l = 0; l < net->layer_count; l++) {
    put_tensor(&to, &layers[l], l, NN_MODEL_WEIGHT, &offset);
    put_tensor(&to, &layers[l], l, NN_MODEL_BIAS, &offset);
  }
  put_byte(&to, '}');
  while (to.count % 8 != 0) put_byte(&to, ' ');
  uint64_t rest = to.count - 8;
  for (int i = 0; i < 8; i++)
    put_byte(&length, (unsigned)(rest >> 8 * i) & 255);

  if (bytes == NULL) return to.count + offset;
  for (int l = 0; l < net->layer_count; l++) {
    put_layer(&to, &layers[l], net->parameters + layers[l].offset);
  }
  return to.count;
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
  for (int o = 0; o < layer->outputs; o++) {
    for (int i = 0; i < layer->inputs; i++, weights += 4) {
      matrix[i * layer->stride + o] = get_float(weights);
    }
  }
  matrix += layer->inputs * layer->stride;
  for (int o = 0; o < layer->outputs; o++) {
    matrix[o] = get_float(biases + 4 * o);
  }
}

static void check_floats(nn_json *json, size_t size) {
  for (size_t at = json->at; at < size && json->error == 0; at += 4) {
    float x = get_float(json->bytes + at);
    if (x - x != 0.0f) nn_json_fail(json, NN_MODEL_NOT_FINITE, at);
  }
}

static nn_network *network_of(const nn_json *json,
                              const nn_model_header *head) {
  const nn_functions functions = {head->chosen[0], head->chosen[1],
                                  head->chosen[2]};
  nn_network *net =
      nn_network_new(head->sizes + 1, head->layer_count - 1, functions, 0);
  const uint8_t *data = json->bytes + json->at;
  for (int l = 0; net != NULL && l < net->layer_count; l++) {
    const nn_model_tensor *tensors = head->tensors[l];
    get_layer(net->parameters + net->layers[l].offset, &net->layers[l],
              data + tensors[NN_MODEL_WEIGHT].offsets[0],
              data + tensors[NN_MODEL_BIAS].offsets[0]);
  }
  return net;
}

nn_network *nn_model_read(const uint8_t *bytes, size_t size,
                          nn_model_status *status, size_t *at) {
  nn_json json = {.bytes = bytes};
  nn_model_header head = {.note = NULL};
  nn_network *net = NULL;
  nn_model_header_read(&json, &head, size);
  if (json.error == 0) nn_model_header_check(&json, &head, size - json.at);
  if (json.error == 0) check_floats(&json, size);
  if (json.error == 0) {
    net = network_of(&json, &head);
    if (net == NULL) nn_json_fail(&json, NN_MODEL_NO_MEMORY, json.at);
  }
  int malformed = json.error == NN_JSON_MALFORMED;
  *status = malformed ? NN_MODEL_JSON : (nn_model_status)json.error;
  *at = json.at;
  return net;
}

size_t nn_model_note(char *note, size_t room, const uint8_t *bytes,
                     size_t size) {
  nn_json json = {.bytes = bytes};
  nn_model_header head = {.note = note, .room = room > 0 ? room - 1 : 0};
  nn_model_header_read(&json, &head, size);
  size_t length = json.error == 0 ? head.note_length : 0;
  if (room > 0) note[length < room ? length : room - 1] = 0;
  return length;
}
