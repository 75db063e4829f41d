/*
 * What the engine offers, as a module of its own: tools/tables.js reads it once
 * and writes build/tables.js, so that the engine need not carry it.
 */
#include "description.h"

#include <stdlib.h>

#define EXPORT(name) __attribute__((export_name(#name), used)) name

void *EXPORT(allocate)(size_t size) { return malloc(size); }

size_t EXPORT(description)(char *text, size_t capacity) {
  return nn_description_write(text, capacity);
}
