/*
 * Notation of the templates: S starts a stroke, P is passed smoothly, C is a
 * corner or an end. A template is its weight and its NODES.
 */
#ifndef NN_STROKE_NODES_H
#define NN_STROKE_NODES_H

#include "strokes.h"

#define S(x, y) \
  { NN_STROKE_START, x, y }
#define P(x, y) \
  { NN_STROKE_SMOOTH, x, y }
#define C(x, y) \
  { NN_STROKE_CORNER, x, y }
#define NODES(...)                       \
  (const nn_stroke_node[]) {             \
    __VA_ARGS__, { NN_STROKE_END, 0, 0 } \
  }
#define TEMPLATES(templates) \
  { (templates), sizeof(templates) / sizeof *(templates) }

#endif
