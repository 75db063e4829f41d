/*
 * Stroke templates: the ways in which people write the ten digits, as the
 * points their pen passes through, and the smooth line through such points.
 */
#ifndef NN_STROKES_H
#define NN_STROKES_H

#include <stdint.h>

/* What the pen does at a point of a template. */
enum {
  NN_STROKE_END,    /* no more points */
  NN_STROKE_START,  /* put the pen down */
  NN_STROKE_SMOOTH, /* pass without a corner */
  NN_STROKE_CORNER  /* turn sharply, or end */
};

/* x right, y down, in hundredths of the digit's height, 0 at its top. */
typedef struct {
  int8_t kind, x, y;
} nn_stroke_node;

typedef struct {
  uint8_t weight; /* how common, among the templates of its digit */
  const nn_stroke_node *nodes;
} nn_stroke_template;

/* The templates of one digit. They are the program's, not to be freed. */
typedef struct {
  const nn_stroke_template *templates; /* (count) */
  int count;
} nn_stroke_ways;

/* No template has more. */
#define NN_STROKE_MAX_NODES 24
#define NN_STROKE_MAX_STROKES 3

extern const nn_stroke_ways nn_stroke_ways_0_to_4[5];
extern const nn_stroke_ways nn_stroke_ways_5_to_9[5];

/* The ways to write a digit, 0…9. */
static inline const nn_stroke_ways *nn_stroke_ways_of(int digit) {
  return digit < 5 ? &nn_stroke_ways_0_to_4[digit]
                   : &nn_stroke_ways_5_to_9[digit - 5];
}

/*
 * The line through one stroke's nodes: a cubic in each interval, whose tangent
 * at a smooth node is the mean of its two chords, weighted against their
 * lengths (a Catmull-Rom spline over chord length), times `roundness`; 0 makes
 * straight lines, 1 round ones. A corner has a tangent for each side.
 *
 *   points (max_points, 2) overwritten as far as the count returned
 *   nodes  (count, 2)      positions
 *   kinds  (count)         NN_STROKE_SMOOTH or NN_STROKE_CORNER; ends are ends
 *   step                   about the distance between two points
 *
 * Returns the number of points written, at most max_points ≥ 1.
 */
int nn_stroke_trace(float *points, int max_points, const float *nodes,
                    const int8_t *kinds, int count, float roundness,
                    float step);

#endif
