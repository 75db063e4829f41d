#include "model_file.h"

#include <assert.h>
#include <string.h>

#include "model_header.h"
#include "writer.h"

/* A number that is neither infinite nor NaN. */
static int is_finite(float x) { return x - x == 0.0f; }

/* ---- Writing ---- */

static void put_float(nn_writer *to, float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  for (int i = 0; i < 4; i++) nn_writer_byte(to, bits >> 8 * i & 255);
}

static void put_metadata(nn_writer *to, const nn_network *net,
                         const char *note) {
  const nn_functions functions = nn_network_functions(net);
  const int choices[NN_MODEL_SETTINGS] = {
      [NN_MODEL_SETTING_HIDDEN] = functions.hidden,
      [NN_MODEL_SETTING_OUTPUT] = functions.output,
      [NN_MODEL_SETTING_COST] = functions.cost};
  nn_writer_text(to, "{\"__metadata__\":{\"format\":\"downhill\"");
  for (int i = 0; i < NN_MODEL_SETTINGS; i++) {
    nn_writer_byte(to, ',');
    nn_writer_string(to, nn_model_settings[i].key);
    nn_writer_byte(to, ':');
    nn_writer_string(to, nn_list_name(nn_model_settings[i].list, choices[i]));
  }
  if (note != NULL) {
    nn_writer_text(to, ",\"note\":");
    nn_writer_string(to, note);
  }
  nn_writer_byte(to, '}');
}

/* Describes a tensor of layer l and adds its bytes to *offset. */
static void put_tensor(nn_writer *to, const nn_layer *layer, int l, int kind,
                       size_t *offset) {
  const size_t start = *offset;
  *offset += sizeof(float) * (size_t)layer->outputs *
             (kind == NN_MODEL_WEIGHT ? (size_t)layer->inputs : 1);
  nn_writer_text(to, ",\"layers.");
  nn_writer_number(to, (size_t)l);
  nn_writer_byte(to, '.');
  nn_writer_text(to, nn_model_tensor_names[kind]);
  nn_writer_text(to, "\":{\"dtype\":\"F32\",\"shape\":[");
  nn_writer_number(to, (size_t)layer->outputs);
  if (kind == NN_MODEL_WEIGHT) {
    nn_writer_byte(to, ',');
    nn_writer_number(to, (size_t)layer->inputs);
  }
  nn_writer_text(to, "],\"data_offsets\":[");
  nn_writer_number(to, start);
  nn_writer_byte(to, ',');
  nn_writer_number(to, *offset);
  nn_writer_text(to, "]}");
}

/* The header, padded to a multiple of eight bytes. */
static void put_header(nn_writer *to, const nn_network *net, const char *note) {
  nn_writer length = *to;
  size_t offset = 0;
  to->count += 8;
  put_metadata(to, net, note);
  for (int l = 0; l < net->layer_count; l++) {
    for (int kind = 0; kind < NN_MODEL_TENSORS; kind++) {
      put_tensor(to, &net->layers[l], l, kind, &offset);
    }
  }
  nn_writer_byte(to, '}');
  while (to->count % 8 != 0) nn_writer_byte(to, ' ');
  uint64_t size = to->count - 8;
  for (int i = 0; i < 8; i++) nn_writer_byte(&length, size >> 8 * i & 255);
}

size_t nn_model_write(uint8_t *bytes, const nn_network *net, const char *note) {
  nn_writer to = {bytes, SIZE_MAX, 0};
  assert(net != NULL);
  if (!nn_network_is_finite(net)) return 0;
  put_header(&to, net, note);
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    for (int i = 0; i < run.count; i++) {
      put_float(&to, net->parameters[nn_run_index(&run, i)]);
    }
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
  const nn_functions functions = {.hidden = choices[NN_MODEL_SETTING_HIDDEN],
                                  .output = choices[NN_MODEL_SETTING_OUTPUT],
                                  .cost = choices[NN_MODEL_SETTING_COST]};
  nn_network *net =
      nn_network_new(header->sizes + 1, header->layer_count - 1, functions, 0);
  if (net == NULL) return NULL;
  for (nn_run run = nn_run_start(net); nn_run_next(&run);) {
    const nn_model_tensor *tensors = header->tensors[run.layer];
    const int is_bias = run.output == net->layers[run.layer].outputs;
    const uint8_t *from =
        json->bytes + json->at +
        tensors[is_bias ? NN_MODEL_BIAS : NN_MODEL_WEIGHT].offsets[0];
    if (!is_bias) from += (size_t)run.output * (size_t)run.count * 4;
    for (int i = 0; i < run.count; i++, from += 4) {
      net->parameters[nn_run_index(&run, i)] = get_float(from);
    }
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
