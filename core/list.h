/*
 * Lists of names: the tables of activations, optimisers and so on, as files,
 * command lines and JavaScript know them.
 */
#ifndef NN_LIST_H
#define NN_LIST_H

#include <stddef.h>

/* An array of structs whose first member is the name, a const char *. */
typedef struct {
  const char *key; /* what JavaScript calls the list */
  const void *rows;
  size_t row_size;
  int count;
} nn_list;

/* The list of a table, an array of known size. */
#define NN_LIST(key, table) \
  { key, table, sizeof *(table), sizeof(table) / sizeof *(table) }

/* Name i of the list, 0 ≤ i < count. */
const char *nn_list_name(const nn_list *list, int i);

/* The index of a name; −1 when the list does not have it. */
int nn_list_find(const nn_list *list, const char *name);

#endif
