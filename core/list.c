#include "list.h"

#include <assert.h>
#include <string.h>

const char *nn_list_name(const nn_list *list, int i) {
  const char *name;
  assert(i >= 0 && i < list->count);
  memcpy(&name, (const char *)list->rows + (size_t)i * list->row_size,
         sizeof name);
  return name;
}

int nn_list_find(const nn_list *list, const char *name) {
  for (int i = 0; i < list->count; i++) {
    if (strcmp(nn_list_name(list, i), name) == 0) return i;
  }
  return -1;
}
