/*
 * Stroke templates of the ten digits, as the points that the pen passes
 * through, and the smooth curve through such points.
 */
#ifndef NN_STROKES_H
#define NN_STROKES_H

#include <assert.h>
#include <stdint.h>

/* What the pen does at a node of a template. */
enum {
  NN_STROKE_END,    /* the template ends; no node */
  NN_STROKE_START,  /* a stroke starts */
  NN_STROKE_SMOOTH, /* pass without a corner */
  NN_STROKE_CORNER  /* turn sharply, or end the stroke */
};

/* x right, y down, in hundredths of the digit's height, 0 at its top. */
typedef struct {
  int8_t kind, x, y;
} nn_stroke_node;

typedef struct {
  uint8_t weight;              /* relative frequency within its digit */
  const nn_stroke_node *nodes; /* up to one of kind NN_STROKE_END */
} nn_stroke_template;

/* The templates of one digit, static data. */
typedef struct {
  const nn_stroke_template *templates; /* (count) */
  int count;
} nn_digit_templates;

/* No template has more. */
#define NN_STROKE_MAX_NODES 24
#define NN_STROKE_MAX_STROKES 3

extern const nn_digit_templates nn_digit_templates_0_to_4[5];
extern const nn_digit_templates nn_digit_templates_5_to_9[5];

/* The templates of a digit, 0…9. */
static inline const nn_digit_templates *nn_digit_templates_of(int digit) {
  assert(digit >= 0 && digit <= 9);
  return digit < 5 ? &nn_digit_templates_0_to_4[digit]
                   : &nn_digit_templates_5_to_9[digit - 5];
}

/*
 * Points on the curve through one stroke's nodes: a cubic in each interval,
 * whose tangent at a smooth node is the mean of its two chords, weighted
 * inversely by their lengths (a Catmull-Rom spline over chord length), times
 * `roundness`: 1 for round curves, 0 for straight lines. A corner has a tangent
 * for each side.
 *
 *   points (max_points, 2) overwritten as far as the count returned
 *   nodes  (count, 2)      positions; count ≥ 1
 *   kinds  (count)         NN_STROKE_SMOOTH or NN_STROKE_CORNER; those of the
 *                          first and the last node do not matter
 *   step                   approximate distance between two points, > 0
 *
 * Returns the number of points written, at most max_points ≥ 1; the last one
 * written is the last node.
 */
int nn_stroke_trace(float *points, int max_points, const float *nodes,
                    const int8_t *kinds, int count, float roundness,
                    float step);

#endif
