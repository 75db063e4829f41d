#include "strokes.h"

static float chord(const float *from, const float *to) {
  float x = to[0] - from[0], y = to[1] - from[1];
  return __builtin_sqrtf(x * x + y * y);
}

/*
 * Tangent of the interval a…b at node b, per unit of length, where the curve
 * goes on to c smoothly.
 */
static void smooth_tangent(float *tangent, const float *a, const float *b,
                           const float *c, float roundness) {
  float before = chord(a, b), after = chord(b, c);
  if (before == 0.0f || after == 0.0f) {
    tangent[0] = tangent[1] = 0.0f;
    return;
  }
  float weight_before = roundness * after / (before * (before + after));
  float weight_after = roundness * before / (after * (before + after));
  for (int k = 0; k < 2; k++) {
    tangent[k] = weight_before * (b[k] - a[k]) + weight_after * (c[k] - b[k]);
  }
}

/* The tangents of interval i at both its ends, times its length. */
static void interval_tangents(float *first, float *last, const float *nodes,
                              const int8_t *kinds, int count, int i,
                              float roundness) {
  const float *a = nodes + 2 * i, *b = a + 2;
  const int smooth_first = i > 0 && kinds[i] == NN_STROKE_SMOOTH;
  const int smooth_last = i + 2 < count && kinds[i + 1] == NN_STROKE_SMOOTH;
  const float length = chord(a, b);

  if (smooth_first) smooth_tangent(first, a - 2, a, b, roundness);
  if (smooth_last) smooth_tangent(last, a, b, b + 2, roundness);
  for (int k = 0; k < 2; k++) {
    float along = b[k] - a[k];
    first[k] = smooth_first ? first[k] * length : along;
    last[k] = smooth_last ? last[k] * length : along;
    /* A free end continues the curvature of the other end: a parabola. */
    if (!smooth_first && smooth_last) first[k] = 2.0f * along - last[k];
    if (smooth_first && !smooth_last) last[k] = 2.0f * along - first[k];
  }
}

int nn_stroke_trace(float *points, int max_points, const float *nodes,
                    const int8_t *kinds, int count, float roundness,
                    float step) {
  assert(points && nodes && kinds && count >= 1 && max_points >= 1 && step > 0);
  int written = 0;
  for (int i = 0; i + 1 < count; i++) {
    const float *a = nodes + 2 * i, *b = a + 2;
    float first[2], last[2];
    interval_tangents(first, last, nodes, kinds, count, i, roundness);
    int steps = 1 + (int)(chord(a, b) / step);
    for (int j = 0; j < steps && written < max_points - 1; j++, written++) {
      float t = (float)j / (float)steps, u = 1.0f - t;
      for (int k = 0; k < 2; k++) {
        points[2 * written + k] = u * u * (1.0f + 2.0f * t) * a[k] +
                                  t * t * (1.0f + 2.0f * u) * b[k] +
                                  t * u * (u * first[k] - t * last[k]);
      }
    }
  }
  points[2 * written] = nodes[2 * (count - 1)];
  points[2 * written + 1] = nodes[2 * (count - 1) + 1];
  return written + 1;
}
