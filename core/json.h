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

/* A string's beginning, long enough for any key one looks for. */
typedef struct {
  char text[24]; /* ends with a zero */
  size_t length; /* of the whole string */
  size_t at;     /* where it began */
} nn_json_word;

/* Stops the reading for a reason of the caller's; the first stays. Returns 0.
 */
int nn_json_fail(nn_json *json, int reason, size_t at);

/* Takes this character, after any white space; 0 if there is another. */
int nn_json_expect(nn_json *json, int character);

/*
 * The next byte that is no white space, not taken; -1 at the end or
 * after an error.
 */
int nn_json_peek(nn_json *json);

/*
 * Takes a string: as much as fits to text (room), without a final zero, and
 * its whole length to *length. 0 if there is none.
 */
int nn_json_string(nn_json *json, char *text, size_t room, size_t *length);
int nn_json_get_word(nn_json *json, nn_json_word *word);

/* Whether a string is all of this text. */
int nn_json_is(const nn_json_word *word, const char *text);

/* Takes a whole number below 2⁵³; 0 if there is none. */
int nn_json_number(nn_json *json, uint64_t *number);

/*
 * Takes what is between the items of an object or array, whose closing bracket
 * is given: 1 before an item; 0 once the bracket is taken, or when something is
 * wrong. *first is 1 at first. For an object, nn_json_next_key takes the
 * item's key and colon too.
 */
int nn_json_next(nn_json *json, int *first, int closing);
int nn_json_next_key(nn_json *json, int *first, nn_json_word *key);

#endif
