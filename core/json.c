#include "json.h"

#include <assert.h>
#include <string.h>

int nn_json_fail(nn_json *json, int reason, size_t at) {
  assert(json != NULL && reason != 0);
  if (json->error == 0) json->error = reason, json->at = at;
  return 0;
}

static int malformed(nn_json *json, size_t at) {
  return nn_json_fail(json, NN_JSON_MALFORMED, at);
}

int nn_json_peek(nn_json *json) {
  assert(json != NULL && json->at <= json->end);
  assert(json->bytes != NULL || json->end == 0);
  if (json->error != 0) return -1;
  for (; json->at < json->end; json->at++) {
    int c = json->bytes[json->at];
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') return c;
  }
  return -1;
}

int nn_json_expect(nn_json *json, int character) {
  assert(character > ' ' && character < 0x80);
  if (json->error != 0) return 0;
  if (nn_json_peek(json) != character) return malformed(json, json->at);
  json->at++;
  return 1;
}

/* Takes `count` hexadecimal digits; -1 if there are fewer. */
static long read_hexadecimal(nn_json *json, int count) {
  long value = 0;
  while (count-- > 0) {
    int c = json->at < json->end ? json->bytes[json->at++] : 0;
    int lower = c | 0x20;
    if (c >= '0' && c <= '9') {
      value = value * 16 + c - '0';
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + lower - 'a' + 10;
    } else {
      return -1;
    }
  }
  return value;
}

/* What follows a backslash, as a code point; -1 if it is no JSON. */
static long read_escape(nn_json *json) {
  static const char letters[] = "\"\\/bfnrt", meanings[] = "\"\\/\b\f\n\r\t";
  int c = json->at < json->end ? json->bytes[json->at++] : 0;
  const char *letter = c ? strchr(letters, c) : NULL;
  if (letter != NULL) return meanings[letter - letters];
  if (c != 'u') return -1;
  long high = read_hexadecimal(json, 4);
  if (high < 0xd800 || high > 0xdfff) return high;
  if (high > 0xdbff || json->end - json->at < 6) return -1;
  if (json->bytes[json->at++] != '\\' || json->bytes[json->at++] != 'u')
    return -1;
  long low = read_hexadecimal(json, 4);
  if (low < 0xdc00 || low > 0xdfff) return -1;
  return 0x10000 + (high - 0xd800) * 0x400 + (low - 0xdc00);
}

/* One code point of UTF-8; -1 if it is none. */
static long read_utf8(nn_json *json) {
  static const long least[] = {0, 0x80, 0x800, 0x10000};
  int c = json->bytes[json->at++];
  int more = c < 0x80 ? 0 : c < 0xe0 ? 1 : c < 0xf0 ? 2 : 3;
  if (more > 0 && (c < 0xc0 || c > 0xf7)) return -1;
  long point = more == 0 ? c : c & (0x3f >> more);
  for (int i = 0; i < more; i++) {
    int next = json->at < json->end ? json->bytes[json->at++] : 0;
    if ((next & 0xc0) != 0x80) return -1;
    point = point << 6 | (next & 0x3f);
  }
  int surrogate = point >= 0xd800 && point <= 0xdfff;
  return point < least[more] || point > 0x10ffff || surrogate ? -1 : point;
}

/* Where the bytes of a string go. */
typedef struct {
  char *text;
  size_t capacity, length;
  uint64_t hash;
} output;

/* Adds a code point as UTF-8; bytes past the capacity are counted only. */
static void add_utf8(output *to, long point) {
  int more = point < 0x80 ? 0 : point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  static const uint8_t marks[] = {0, 0xc0, 0xe0, 0xf0};
  for (int i = more; i >= 0; i--, to->length++) {
    long bits = point >> 6 * i;
    bits = i == more ? bits | marks[more] : (bits & 0x3f) | 0x80;
    if (to->length < to->capacity) to->text[to->length] = (char)bits;
    to->hash = (to->hash ^ (uint64_t)bits) * 0x100000001b3u;
  }
}

static int read_string(nn_json *json, output *to) {
  to->length = 0;
  to->hash = 0xcbf29ce484222325u;
  if (!nn_json_expect(json, '"')) return 0;
  while (json->at < json->end) {
    size_t start = json->at;
    long point = json->bytes[start];
    if (point == '"') return json->at++, 1;
    if (point < 0x20) break;
    if (point == '\\') json->at++;
    point = point == '\\' ? read_escape(json) : read_utf8(json);
    if (point < 0) return malformed(json, start);
    add_utf8(to, point);
  }
  return malformed(json, json->at);
}

int nn_json_string(nn_json *json, char *text, size_t capacity, size_t *length) {
  assert(length != NULL && (text != NULL || capacity == 0));
  output to = {.text = text, .capacity = capacity};
  int found = read_string(json, &to);
  *length = to.length;
  return found;
}

int nn_json_get_word(nn_json *json, nn_json_word *word) {
  assert(word != NULL);
  output to = {.text = word->text, .capacity = sizeof word->text - 1};
  nn_json_peek(json);
  word->at = json->at;
  int found = read_string(json, &to);
  word->length = to.length;
  word->hash = to.hash;
  word->text[to.length < to.capacity ? to.length : to.capacity] = 0;
  return found;
}

int nn_json_is(const nn_json_word *word, const char *text) {
  assert(word != NULL && text != NULL && strlen(text) < sizeof word->text);
  size_t length = strlen(text);
  return word->length == length && memcmp(word->text, text, length) == 0;
}

int nn_json_number(nn_json *json, uint64_t *number) {
  assert(number != NULL);
  int c = nn_json_peek(json);
  size_t start = json->at;
  *number = 0;
  for (; c >= '0' && c <= '9';
       c = json->at < json->end ? json->bytes[json->at] : -1) {
    *number = *number * 10 + (uint64_t)(c - '0');
    if (*number >> 53 != 0) return malformed(json, start);
    json->at++;
  }
  int digits = (int)(json->at - start);
  if (digits == 0 || (digits > 1 && json->bytes[start] == '0')) {
    return malformed(json, start);
  }
  return 1;
}

int nn_json_next(nn_json *json, int *first, int closing) {
  assert(first != NULL && (closing == ']' || closing == '}'));
  int is_first = *first;
  *first = 0;
  if (json->error != 0) return 0;
  if (nn_json_peek(json) == closing) return json->at++, 0;
  return is_first || nn_json_expect(json, ',');
}

int nn_json_next_key(nn_json *json, int *first, nn_json_word *key) {
  return nn_json_next(json, first, '}') && nn_json_get_word(json, key) &&
         nn_json_expect(json, ':');
}
