/* Model files: what is written, what is read, and every kind of damage. */
#include "../../core/model_file.h"
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static nn_network *lesson_network(void) {
  const int sizes[] = {784, 16, 16, 10};
  return nn_network_new(
      sizes + 1, 2, (nn_functions){NN_RELU, NN_SOFTMAX, NN_CROSS_ENTROPY}, 7);
}

/* A file of its own allocation, so that sanitizers see a byte too far. */
static uint8_t *written(const nn_network *net, const char *note, size_t *size) {
  *size = nn_model_write(NULL, net, note);
  uint8_t *bytes = malloc(*size);
  if (bytes == NULL || nn_model_write(bytes, net, note) != *size) exit(1);
  return bytes;
}

/* A file of a header and `data_size` bytes of data, all of them zero. */
static uint8_t *file_of(const char *header, size_t data_size, size_t *size) {
  size_t length = strlen(header);
  *size = 8 + length + data_size;
  uint8_t *bytes = calloc(*size, 1);
  if (bytes == NULL) exit(1);
  for (int i = 0; i < 8; i++) bytes[i] = (uint8_t)((uint64_t)length >> 8 * i);
  /* NOLINTNEXTLINE(bugprone-not-null-terminated-result): bytes, no text */
  memcpy(bytes + 8, header, length);
  return bytes;
}

static nn_model_status status_of(const uint8_t *bytes, size_t size,
                                 size_t *at) {
  nn_model_status status = NN_MODEL_OK;
  nn_network *net = nn_model_read(bytes, size, &status, at);
  if ((net != NULL) != (status == NN_MODEL_OK) || *at > size) exit(1);
  nn_network_free(net);
  return status;
}

static void test_round_trip(void) {
  nn_network *net = lesson_network();
  size_t size, again_size, at;
  const char *note = "said \"ja\", \\ 96 %\n\tλ→π \U0001F58B \x01\x1f";
  uint8_t *bytes = written(net, note, &size);
  check(bytes[8] == '{' && bytes[0] % 8 == 0, "the tensors are aligned to 8");

  nn_model_status status;
  nn_network *back = nn_model_read(bytes, size, &status, &at);
  check(back != NULL && status == NN_MODEL_OK, "what was written is read");
  if (back == NULL) exit(1);
  check(back->layer_count == 3 && back->hidden == net->hidden &&
            back->output == net->output && back->cost == net->cost,
        "shape, hidden, output and cost come back");
  check(nn_network_fingerprint(back) == nn_network_fingerprint(net) &&
            memcmp(back->parameters, net->parameters,
                   net->stored * sizeof(float)) == 0,
        "every weight comes back to the bit, and the padding is zero");

  uint8_t *again = written(back, note, &again_size);
  check(size == again_size && memcmp(bytes, again, size) == 0,
        "the same network gives the same bytes");

  char text[100], short_text[7];
  check(nn_model_note(text, sizeof text, bytes, size) == strlen(note) &&
            strcmp(text, note) == 0,
        "a note comes back, with quotes, controls and any script");
  check(nn_model_note(short_text, sizeof short_text, bytes, size) ==
                strlen(note) &&
            strcmp(short_text, "said \"") == 0,
        "a note longer than the buffer is cut");
  check(nn_model_note(NULL, 0, bytes, size) == strlen(note),
        "a note's length can be asked for");
  nn_network_free(net);
  nn_network_free(back);
  free(bytes);
  free(again);
}

static void test_no_note(void) {
  nn_network *net = lesson_network();
  size_t size;
  char text[4] = "x";
  uint8_t *bytes = written(net, NULL, &size);
  check(nn_model_note(text, sizeof text, bytes, size) == 0 && text[0] == 0,
        "without a note there is none");
  check(nn_model_note(text, sizeof text, bytes, 20) == 0,
        "a damaged file has no note");
  nn_network_free(net);
  free(bytes);
}

/* One layer of 784 to 10; `%s` are its metadata and tensors. */
#define META                                                      \
  "\"__metadata__\":{\"hidden\":\"step\",\"output\":\"sigmoid\"," \
  "\"cost\":\"quadratic\"}"
#define WEIGHT                                                 \
  "\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[10,784]," \
  "\"data_offsets\":[0,31360]}"
#define BIAS                                             \
  "\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[10]," \
  "\"data_offsets\":[31360,31400]}"
enum { DATA = 31400 };

typedef struct {
  const char *title, *header;
  nn_model_status expected;
  const char *at; /* where the trouble is, as what the header says there */
} example;

static const example examples[] = {
    {"a plain header is read", "{" META "," WEIGHT "," BIAS "}", NN_MODEL_OK,
     NULL},
    {"white space, order and unknown metadata do not matter",
     "{ \"layers.0.bias\" :\t{\"shape\":[ 10 ], \"data_offsets\":[0,40],\n"
     "\"dtype\":\"F32\"},\r\n\"layers.0.weight\": {\"data_offsets\" : [40 ,"
     "31400],\"shape\":[10,784],\"dtype\":\"F32\"}, \"__metadata__\":{"
     "\"by\":\"me, \\ud83d\\udd8b\",\"cost\":\"quadratic\", \"output\":"
     "\"softmax\",\"hidd\\u0065n\":\"relu\"} }  ",
     NN_MODEL_OK, NULL},
    {"an empty header is refused", "", NN_MODEL_JSON, NULL},
    {"a header that is an array is refused", "[]", NN_MODEL_JSON, "["},
    {"a header that begins with a space is refused",
     " {" META "," WEIGHT "," BIAS "}", NN_MODEL_JSON, " {"},
    {"a comma too many is refused", "{" META "," WEIGHT "," BIAS ",}",
     NN_MODEL_JSON, "}"},
    {"something after the header is refused", "{" META "," WEIGHT "," BIAS "}!",
     NN_MODEL_JSON, "!"},
    {"an unclosed string is refused", "{\"layers.0.weight", NN_MODEL_JSON, ""},
    {"half a surrogate pair is refused", "{\"__metadata__\":{\"a\":\"\\ud83d",
     NN_MODEL_JSON, "\\ud83d"},
    {"what is no UTF-8 is refused", "{\"__metadata__\":{\"a\":\"\xc0\x80\"}}",
     NN_MODEL_JSON, "\xc0\x80"},
    {"a number with a leading zero is refused",
     "{\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[010", NN_MODEL_JSON,
     "010"},
    {"a negative number is refused",
     "{\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[-1]", NN_MODEL_JSON,
     "-1"},
    {"a number past 2^53 is refused",
     "{\"layers.0.bias\":{\"shape\":[99999999999999999999]", NN_MODEL_JSON,
     "99999"},
    {"a tensor without a dtype is refused",
     "{\"layers.0.bias\":{\"shape\":[10],\"data_offsets\":[0,40]}}",
     NN_MODEL_JSON, "\"layers"},
    {"a note given twice is refused",
     "{\"__metadata__\":{\"note\":\"\",\"n\\u006fte\":\"\"}}", NN_MODEL_TWICE,
     "\"n\\u006fte"},
    {"any metadata given twice are refused",
     "{\"__metadata__\":{\"by whom, in more than 24 bytes\":\"\",\"a\":\"\","
     "\"by whom, in more than 24 bytes\":\"me\"}}",
     NN_MODEL_TWICE, "\"by whom, in more than 24 bytes\":\"me"},
    {"metadata that begin alike are not the same",
     "{\"__metadata__\":{\"by whom, in more than 24 bytes\":\"\",\"a\":\"\","
     "\"by whom, in more than 24 bits!\":\"me\",\"hidden\":\"step\",\"output\":"
     "\"sigmoid\",\"cost\":\"quadratic\"}," WEIGHT "," BIAS "}",
     NN_MODEL_OK, NULL},
    {"a dtype given twice is refused",
     "{\"layers.0.bias\":{\"dtype\":\"F32\",\"dtype\":\"F32\"}}",
     NN_MODEL_TWICE, "\"dtype\":\"F32\"}"},
    {"metadata given twice are refused", "{" META "," META "}", NN_MODEL_TWICE,
     NULL},
    {"a setting given twice is refused",
     "{\"__metadata__\":{\"cost\":\"quadratic\",\"cost\":\"quadratic\"}}",
     NN_MODEL_TWICE, NULL},
    {"a tensor given twice is refused", "{" BIAS "," BIAS "}", NN_MODEL_TWICE,
     NULL},
    {"missing metadata are named", "{" WEIGHT "," BIAS "}",
     NN_MODEL_NO_METADATA, ""},
    {"a missing hidden is named",
     "{\"__metadata__\":{\"output\":\"sigmoid\",\"cost\":\"quadratic\"}," WEIGHT
     "," BIAS "}",
     NN_MODEL_NO_HIDDEN, "\"__metadata__"},
    {"a missing output is named",
     "{\"__metadata__\":{\"hidden\":\"relu\",\"cost\":\"quadratic\"}," WEIGHT
     "," BIAS "}",
     NN_MODEL_NO_OUTPUT, "\"__metadata__"},
    {"a missing cost is named",
     "{\"__metadata__\":{\"hidden\":\"relu\",\"output\":\"softmax\"}," WEIGHT
     "," BIAS "}",
     NN_MODEL_NO_COST, "\"__metadata__"},
    {"an unknown hidden is named", "{\"__metadata__\":{\"hidden\":\"tanh\"}}",
     NN_MODEL_HIDDEN, "\"tanh\""},
    {"an unknown output is named", "{\"__metadata__\":{\"output\":\"relu\"}}",
     NN_MODEL_OUTPUT, "\"relu\""},
    {"an unknown cost is named", "{\"__metadata__\":{\"cost\":\"\"}}",
     NN_MODEL_COST, "\"\""},
    {"a tensor of another name is refused", "{\"fc.weight\":{}}", NN_MODEL_NAME,
     "\"fc"},
    {"a zero byte does not end a name", "{\"layers.0.bias\\u0000\":{}}",
     NN_MODEL_NAME, "\"layers"},
    {"a ninth layer is refused", "{\"layers.8.bias\":{}}", NN_MODEL_LAYERS,
     "\"layers"},
    {"an eleventh layer is refused", "{\"layers.10.bias\":{}}", NN_MODEL_LAYERS,
     "\"layers"},
    {"a missing bias is named", "{" META "," WEIGHT "}", NN_MODEL_NO_TENSOR,
     ""},
    {"a file without tensors is refused", "{" META "}", NN_MODEL_NO_TENSOR, ""},
    {"another dtype is refused", "{\"layers.0.bias\":{\"dtype\":\"F16\"}}",
     NN_MODEL_DTYPE, "\"F16\""},
    {"three dimensions are refused",
     "{\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[1,2,3]}}",
     NN_MODEL_SHAPE, "3]"},
    {"a bias of another width is refused",
     "{" META "," WEIGHT ",\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[11],"
     "\"data_offsets\":[31360,31404]}}",
     NN_MODEL_SHAPE, "\"layers.0.bias"},
    {"a layer that does not fit the one before is refused",
     "{" META "," WEIGHT "," BIAS ",\"layers.1.weight\":{\"dtype\":\"F32\","
     "\"shape\":[10,11],\"data_offsets\":[0,440]},\"layers.1.bias\":{\"dtype\":"
     "\"F32\",\"shape\":[10],\"data_offsets\":[0,40]}}",
     NN_MODEL_SHAPE, "\"layers.1.weight"},
    {"a layer wider than 4096 is refused",
     "{" META ",\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[4097,784],"
     "\"data_offsets\":[0,12848192]},\"layers.0.bias\":{\"dtype\":\"F32\","
     "\"shape\":[4097],\"data_offsets\":[0,16388]}}",
     NN_MODEL_WIDTH, "\"layers.0.weight"},
    {"other ends than 784 and 10 are refused",
     "{" META ",\"layers.0.weight\":{\"dtype\":\"F32\",\"shape\":[10,783],"
     "\"data_offsets\":[0,31320]}," BIAS "}",
     NN_MODEL_ENDS, "\"layers.0.weight"},
    {"offsets that run backwards are refused",
     "{" META "," WEIGHT ",\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[10],"
     "\"data_offsets\":[31400,31360]}}",
     NN_MODEL_OFFSETS, "\"layers.0.bias"},
    {"offsets that overlap are refused",
     "{" META "," WEIGHT ",\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[10],"
     "\"data_offsets\":[0,40]}}",
     NN_MODEL_OFFSETS, NULL},
    {"a hole between tensors is refused",
     "{" META "," WEIGHT ",\"layers.0.bias\":{\"dtype\":\"F32\",\"shape\":[10],"
     "\"data_offsets\":[31364,31404]}}",
     NN_MODEL_OFFSETS, "\"layers.0.bias"},
};

static void test_headers(void) {
  for (size_t i = 0; i < sizeof examples / sizeof *examples; i++) {
    const example *e = &examples[i];
    size_t size, at = 0;
    uint8_t *bytes = file_of(e->header, DATA, &size);
    nn_model_status status = status_of(bytes, size, &at);
    int placed =
        e->at == NULL || strncmp((char *)bytes + at, e->at, strlen(e->at)) == 0;
    if (e->at != NULL && *e->at == 0) placed = at == size - DATA;
    check(status == e->expected && placed, e->title);
    free(bytes);
  }
}

/* Metadata of `count` entries, all with different keys. */
static void test_many_metadata(void) {
  for (int count = 256; count <= 257; count++) {
    char header[8192] =
        "{\"__metadata__\":{\"hidden\":\"relu\",\"output\":"
        "\"sigmoid\",\"cost\":\"quadratic\"";
    size_t length = strlen(header), size, at;
    for (int i = 3; i < count; i++) {
      length += (size_t)snprintf(header + length, sizeof header - length,
                                 ",\"%d\":\"\"", i);
    }
    (void)snprintf(header + length, sizeof header - length, "},%s,%s}", WEIGHT,
                   BIAS);
    uint8_t *bytes = file_of(header, DATA, &size);
    nn_model_status status = status_of(bytes, size, &at);
    check(status == (count > 256 ? NN_MODEL_METADATA : NN_MODEL_OK),
          count > 256 ? "257 metadata are refused" : "256 metadata are read");
    free(bytes);
  }
}

static void test_status_texts(void) {
  int different = 1;
  char texts[NN_MODEL_STATUSES][256];
  for (int s = 0; s < NN_MODEL_STATUSES; s++) {
    const char *text = nn_model_status_text((nn_model_status)s);
    different &= text != NULL && (*text != 0) == (s != NN_MODEL_OK);
    (void)snprintf(texts[s], sizeof texts[s], "%s", text ? text : "");
    for (int t = 0; t < s; t++) different &= strcmp(texts[t], texts[s]) != 0;
  }
  check(different, "every error has a sentence of its own");
  static const char start[] = "\"hidden\" is not one of sigmoid, relu, step";
  int named = strncmp(texts[NN_MODEL_HIDDEN], start, sizeof start - 1) == 0;
  for (int i = 0; i < nn_activation_list.count; i++) {
    named &= strstr(texts[NN_MODEL_HIDDEN],
                    nn_list_name(&nn_activation_list, i)) != NULL;
  }
  check(named && strcmp(texts[NN_MODEL_COST],
                        "\"cost\" is not one of quadratic, cross-entropy") == 0,
        "an unknown name's sentence has the known ones");
  check(
      strcmp(texts[NN_MODEL_NO_OUTPUT], "__metadata__ has no \"output\"") == 0,
      "a missing name's sentence has its key");
}

static void test_diverged(void) {
  static const float bad[] = {1e30f * 1e30f, -1e30f * 1e30f,
                              1e30f * 1e30f - 1e30f * 1e30f};
  nn_network *net = lesson_network();
  float *bias = &net->parameters[nn_layer_biases(&net->layers[2]) + 9];
  size_t size = nn_model_write(NULL, net, "note");
  uint8_t *bytes = malloc(size);
  int refused = bytes != NULL && size > 0;
  for (size_t i = 0; refused && i < sizeof bad / sizeof *bad; i++) {
    *bias = bad[i];
    refused = nn_model_write(NULL, net, "note") == 0 &&
              nn_model_write(bytes, net, "note") == 0;
  }
  check(refused,
        "a network with a parameter that is not finite is not written");
  *bias = 0;
  check(bytes && nn_model_write(bytes, net, "note") == size,
        "and is once it is finite again");
  nn_network_free(net);
  free(bytes);
}

static void test_sizes(void) {
  nn_network *net = lesson_network();
  size_t size, at;
  uint8_t *bytes = written(net, "note", &size);
  int named = 1;
  for (size_t length = 0; length < size; length += length < 900 ? 1 : 997) {
    uint8_t *part = malloc(length + 1);
    if (part == NULL) exit(1);
    memcpy(part, bytes, length);
    uint8_t *exact = realloc(part, length > 0 ? length : 1);
    nn_model_status status = status_of(exact, length, &at);
    named &= status == NN_MODEL_TRUNCATED || status == NN_MODEL_LENGTH;
    free(exact);
  }
  check(named, "cut anywhere, a file is said to be cut");

  uint8_t *longer = calloc(size + 1, 1);
  if (longer == NULL) exit(1);
  memcpy(longer, bytes, size);
  check(status_of(longer, size + 1, &at) == NN_MODEL_TRAILING && at == size,
        "a byte after the last tensor is refused");
  memset(longer, 255, 8);
  check(status_of(longer, size, &at) == NN_MODEL_LENGTH,
        "a header longer than any file is refused");
  free(longer);

  const float infinite[] = {1e30f * 1e30f, -1e30f * 1e30f};
  memcpy(bytes + size - 8, &infinite[0], 4);
  check(status_of(bytes, size, &at) == NN_MODEL_NOT_FINITE && at == size - 8,
        "an infinite weight is refused");
  memset(bytes + size - 8, 255, 4);
  check(status_of(bytes, size, &at) == NN_MODEL_NOT_FINITE && at == size - 8,
        "a weight that is not a number is refused");
  nn_network_free(net);
  free(bytes);
}

/* Any byte of the header changed: an error or a network, never a crash. */
static void test_changed_bytes(void) {
  const char *header = "{" META "," WEIGHT "," BIAS "}";
  size_t size, at, refused = 0, tried = 0;
  uint8_t *bytes = file_of(header, DATA, &size);
  for (size_t i = 0; i < 8 + strlen(header); i++) {
    for (int value = 0; value < 256; value += 1 + value / 128 * 16) {
      uint8_t original = bytes[i];
      bytes[i] = (uint8_t)value;
      refused += status_of(bytes, size, &at) != NN_MODEL_OK;
      tried++;
      bytes[i] = original;
    }
  }
  check(refused > tried / 2 && refused < tried,
        "any byte of the header may be changed to any other");
  free(bytes);
}

int main(void) {
  test_round_trip();
  test_no_note();
  test_headers();
  test_many_metadata();
  test_status_texts();
  test_diverged();
  test_sizes();
  test_changed_bytes();
  return failures != 0;
}
