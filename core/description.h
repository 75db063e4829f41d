/*
 * What the engine offers, as JSON: its constants, lists and tables of settings.
 * JavaScript's checks, defaults, types and lists are generated from it.
 */
#ifndef NN_DESCRIPTION_H
#define NN_DESCRIPTION_H

#include <stddef.h>

/*
 * Writes up to `capacity` bytes to `text`, without a zero after them; returns
 * the bytes of the whole. text may be NULL to ask for the size alone.
 *
 *   {"pixels":784,…,
 *    "lists":{"activations":["sigmoid",…],…},
 *    "settings":{"trainer":[{"name":"batchSize","type":"integer","low":1,
 *      "high":4096,"default":32,"unit":"examples"},…],…}}
 *
 * type: "integer", "number", "choice" (with "list", the default an index), or
 * with "each" an array, one value for each name of that list.
 */
size_t nn_description_write(char *text, size_t capacity);

#endif
