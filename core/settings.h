/*
 * Settings that describe themselves: a table says of each member of a struct of
 * options what it is called, what it may be and what it is by default.
 * JavaScript's checks, defaults and types are made from the same tables.
 */
#ifndef NN_SETTINGS_H
#define NN_SETTINGS_H

#include <stddef.h>
#include <stdint.h>

#include "list.h"

/* Seeds of JavaScript: whole numbers that a double holds. */
#define NN_MAX_SEED 9007199254740991.0

/* How a member is stored; NN_STORED(x) is that of an expression. */
typedef enum { NN_INT, NN_BYTE, NN_UINT64, NN_FLOAT, NN_DOUBLE } nn_storage;
#define NN_STORED(x)           \
  _Generic((x), int            \
           : NN_INT, uint8_t   \
           : NN_BYTE, uint64_t \
           : NN_UINT64, float  \
           : NN_FLOAT, double  \
           : NN_DOUBLE)

typedef struct {
  /*
   * JavaScript's name. "augment.shift" is shift of the group "augment"; all
   * settings of a group are 0 when it is left out.
   */
  const char *name;
  const char *unit; /* of a number; "" where it has none */
  nn_storage storage;
  size_t offset;          /* of the member in its struct */
  double low, high;       /* of a number */
  double usual;           /* the default */
  const nn_list *choices; /* the member is an index of this list */
  const nn_list *each;    /* the member is an array, one value for each name */
} nn_setting;

/* The row of a member that is a number, or an index of a list. */
#define NN_MEMBER(type, path) \
  .storage = NN_STORED(((type *)0)->path), .offset = offsetof(type, path)
#define NN_NUMBER(type, path, called, in, least, most, otherwise)          \
  {                                                                        \
    .name = (called), .unit = (in), NN_MEMBER(type, path), .low = (least), \
    .high = (most), .usual = (otherwise)                                   \
  }
#define NN_CHOICE(type, path, called, list) \
  { .name = (called), .unit = "", NN_MEMBER(type, path), .choices = (list) }

/* One of the tables of settings. */
typedef struct {
  const char *key;
  const nn_setting *settings;
  int count;
} nn_settings;

/* How many numbers the settings take: an array takes one for each name. */
int nn_settings_size(const nn_settings *table);

/* Sets the members of `options` to numbers in the table's order. */
void nn_settings_read(const nn_settings *table, void *options,
                      const double *numbers);

/* Sets all members to their defaults; members of groups to 0. */
void nn_settings_default(const nn_settings *table, void *options);

#endif
