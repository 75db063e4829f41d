/*
 * A reader of JSON, token by token, as far as a safetensors header needs it:
 * objects, arrays, strings and whole numbers. Nothing is allocated; strings
 * are copied out as UTF-8. The first thing found wrong stops all reading.
 */
#ifndef NN_JSON_H
#define NN_JSON_H

#include <stddef.h>
#include <stdint.h>

enum { NN_JSON_MALFORMED = -1 };

typedef struct {
  const uint8_t *bytes;
  size_t at, end; /* the bytes still to be read */
  int error;      /* 0, NN_JSON_MALFORMED, or the reason given; then `at` is
                     where the trouble is */
} nn_json;

/* The first bytes of a string, enough to recognise every known key. */
typedef struct {
  char text[24]; /* ends with a zero */
  size_t length; /* bytes of the whole string */
  uint64_t hash; /* of the whole string: FNV-1a */
  size_t at;     /* where it begins */
} nn_json_word;

/*
 * Stops the reading at byte `at`; reason is not 0. The first error stays.
 * Returns 0.
 */
int nn_json_fail(nn_json *json, int reason, size_t at);

/*
 * Takes this character, which is no white space, after any white space; 0 if
 * there is another.
 */
int nn_json_expect(nn_json *json, int character);

/*
 * The next byte that is no white space, not taken; -1 at the end or
 * after an error.
 */
int nn_json_peek(nn_json *json);

/*
 * Takes a string: the bytes that fit to text (capacity), without a final zero,
 * and the length of the whole string to *length. 0 if there is none. text may
 * be NULL if capacity is 0.
 */
int nn_json_string(nn_json *json, char *text, size_t capacity, size_t *length);

/* The same to *word, which is set in any case. */
int nn_json_get_word(nn_json *json, nn_json_word *word);

/* Whether the whole string equals text. */
int nn_json_is(const nn_json_word *word, const char *text);

/* Takes a whole number below 2⁵³; 0 if there is none. */
int nn_json_number(nn_json *json, uint64_t *number);

/*
 * Moves to the next item of an array or object whose opening bracket is taken;
 * closing is ']' or '}'. 1 before an item; 0 once the closing bracket is taken,
 * or after an error. *first is 1 before the first call. nn_json_next_key is
 * for objects, and takes the item's key and colon too.
 */
int nn_json_next(nn_json *json, int *first, int closing);
int nn_json_next_key(nn_json *json, int *first, nn_json_word *key);

#endif
