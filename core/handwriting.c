#include "handwriting.h"

#include <assert.h>

#include "elementary.h"
#include "random.h"
#include "strokes.h"

/* How one writer varies a template. Unit of length: half the digit's height. */
typedef struct {
  float sloppiness;    /* scales all jitter; its median is 1 */
  float stroke_offset; /* deviation of a later stroke's position */
  nn_ink_pen pen;
  float roundness;      /* of curves, for nn_stroke_trace */
  int rounds_corners;   /* 1: corners are traced as curves */
  int smoothing_passes; /* over the traced points, 0…3 */
  float tremor;         /* largest step of the hand's random walk */
  float affine[4];      /* x' = [0] x + [1] y, y' = [2] x + [3] y */
  float warp_x[5];      /* x' = x + warp_x · (y², xy, x², y³, x²y) */
  float warp_y[5];      /* y' = y + warp_y · (x², xy, y², y³, xy²) */
} writer;

/* One stroke of a template, with this writer's variation. */
typedef struct {
  float nodes[2 * NN_STROKE_MAX_NODES];
  int8_t kinds[NN_STROKE_MAX_NODES];
  int count;
} stroke;

/* Strokes written so far, in buffers of NN_HANDWRITING_POINTS and _STROKES. */
typedef struct {
  float *points;
  int *lengths;
  int used, strokes;
} drawing;

static float normal(nn_random *random, float mean, float deviation) {
  return mean + deviation * nn_random_normal(random);
}

static float clamped(float x, float low, float high) {
  return x < low ? low : x > high ? high : x;
}

/* Factor of the width; 8% of writers are far wider, 4% narrower. */
static float random_width(nn_random *random) {
  const float width = normal(random, 0.03f, 0.20f);
  const float kind = nn_random_uniform(random);
  const float more = nn_random_uniform(random);
  if (kind < 0.08f) return nn_exp(width + 0.2f + 0.4f * more);
  if (kind < 0.12f) return nn_exp(width - 0.1f - 0.3f * more);
  return nn_exp(width);
}

/* One half: the pen of the page's canvas; the other: pens as in MNIST. */
static nn_ink_pen random_pen(nn_random *random) {
  const int is_canvas = nn_random_uniform(random) < 0.5f;
  nn_ink_pen pen;
  pen.diameter = clamped(nn_exp(normal(random, 0.90f, 0.30f)), 1.2f, 5.2f);
  pen.offset_x = nn_random_between(random, -0.7f, 0.7f);
  pen.offset_y = nn_random_between(random, -0.7f, 0.7f);
  return is_canvas ? (nn_ink_pen){NN_INK_PEN, 0.0f, 0.0f} : pen;
}

static writer random_writer(nn_random *random) {
  writer w;
  w.sloppiness = nn_exp(normal(random, 0.0f, 0.4f));
  w.stroke_offset =
      (nn_random_uniform(random) < 0.15f ? 0.16f : 0.07f) * w.sloppiness;
  w.pen = random_pen(random);
  w.roundness = normal(random, 1.0f, 0.12f);
  w.rounds_corners = nn_random_uniform(random) < 0.4f;
  w.smoothing_passes = (int)nn_random_below(random, 4);
  w.tremor = 0.02f * w.sloppiness;

  float slant = normal(random, 0.09f, 0.27f);
  float angle = normal(random, 0.0f, 0.13f);
  float width = random_width(random);
  float sine = (float)nn_sin(angle), cosine = (float)nn_cos(angle);
  w.affine[0] = width * cosine;
  w.affine[1] = -slant * cosine - sine;
  w.affine[2] = width * sine;
  w.affine[3] = cosine - slant * sine;

  static const float deviations_x[5] = {0.06f, 0.16f, 0.06f, 0.06f, 0.06f};
  static const float deviations_y[5] = {0.07f, 0.08f, 0.14f, 0.05f, 0.05f};
  for (int i = 0; i < 5; i++) {
    w.warp_x[i] = normal(random, 0.0f, deviations_x[i]);
    w.warp_y[i] = normal(random, 0.0f, deviations_y[i]);
  }
  return w;
}

/* A template of the digit, with a probability proportional to its weight. */
static const nn_stroke_template *random_template(nn_random *random, int digit) {
  const nn_digit_templates *all = nn_digit_templates_of(digit);
  int total = 0, chosen = 0;
  for (int i = 0; i < all->count; i++) total += all->templates[i].weight;
  int rest = (int)nn_random_below(random, (uint32_t)total);
  while (rest >= all->templates[chosen].weight) {
    rest -= all->templates[chosen++].weight;
  }
  return &all->templates[chosen];
}

/* The stroke that begins at nodes, moved and jittered. Returns its count. */
static int jitter_nodes(stroke *s, const nn_stroke_node *nodes, const writer *w,
                        nn_random *random, int is_first) {
  const float deviation = is_first ? 0.0f : w->stroke_offset;
  const float offset_x = normal(random, 0.0f, deviation);
  const float offset_y = normal(random, 0.0f, deviation);
  const float jitter = 0.06f * w->sloppiness;
  const float correlation = 0.55f; /* of the jitter of neighbouring nodes */
  float jitter_x = normal(random, 0.0f, jitter);
  float jitter_y = normal(random, 0.0f, jitter);
  s->count = 0;
  for (const nn_stroke_node *n = nodes;
       n->kind != NN_STROKE_END && (n == nodes || n->kind != NN_STROKE_START);
       n++) {
    float *at = s->nodes + 2 * s->count;
    jitter_x = correlation * jitter_x + normal(random, 0.0f, jitter);
    jitter_y = correlation * jitter_y + normal(random, 0.0f, jitter);
    at[0] = (float)(n->x - 42) / 50.0f + offset_x + jitter_x;
    at[1] = (float)(n->y - 50) / 50.0f + offset_y + jitter_y;
    s->kinds[s->count++] =
        (int8_t)(w->rounds_corners ? NN_STROKE_SMOOTH : n->kind);
  }
  return s->count;
}

/* A quarter of closed strokes start at another node than the template. */
static void vary_start(stroke *s, nn_random *random) {
  const int last = s->count - 1;
  float x = s->nodes[2 * last] - s->nodes[0];
  float y = s->nodes[2 * last + 1] - s->nodes[1];
  if (s->count < 8 || x * x + y * y > 0.06f) return;
  if (nn_random_uniform(random) >= 0.25f) return;

  const stroke original = *s;
  const int first = 1 + (int)nn_random_below(random, (uint32_t)(last - 1));
  for (int i = 0; i < s->count; i++) {
    const int from = (first + i) % last; /* the last node is the first one */
    s->nodes[2 * i] = original.nodes[2 * from];
    s->nodes[2 * i + 1] = original.nodes[2 * from + 1];
    s->kinds[i] = NN_STROKE_SMOOTH;
  }
}

/* Lengthens or shortens the end of a stroke, along its direction. */
static void vary_end(float *end, const float *next, float deviation,
                     nn_random *random) {
  float x = end[0] - next[0], y = end[1] - next[1];
  float length = __builtin_sqrtf(x * x + y * y) + 0.1f;
  float further = normal(random, 0.0f, deviation) / length;
  if (further < -0.6f) further = -0.6f;
  end[0] += further * x;
  end[1] += further * y;
}

/* Smooths points with the kernel (¼, ½, ¼), the ends left alone. */
static void smooth_points(float *points, int count, int passes) {
  for (; passes > 0; passes--) {
    float x = points[0], y = points[1];
    for (int i = 1; i + 1 < count; i++) {
      float *p = points + 2 * i, old_x = p[0], old_y = p[1];
      p[0] = 0.5f * old_x + 0.25f * (x + p[2]);
      p[1] = 0.5f * old_y + 0.25f * (y + p[3]);
      x = old_x;
      y = old_y;
    }
  }
}

/* Tremor: a random walk that decays towards the line. */
static void add_tremor(float *points, int count, float tremor,
                       nn_random *random) {
  float x = 0.0f, y = 0.0f;
  for (int i = 0; i < count; i++) {
    x = 0.8f * x + nn_random_between(random, -tremor, tremor);
    y = 0.8f * y + nn_random_between(random, -tremor, tremor);
    points[2 * i] += x;
    points[2 * i + 1] += y;
  }
}

/* The writer's warp, then the affine map, of all points. */
static void distort(float *points, int count, const writer *w) {
  for (int i = 0; i < count; i++) {
    float x = points[2 * i], y = points[2 * i + 1];
    float xx = x * x, xy = x * y, yy = y * y;
    float u = x + w->warp_x[0] * yy + w->warp_x[1] * xy + w->warp_x[2] * xx +
              w->warp_x[3] * yy * y + w->warp_x[4] * xx * y;
    float v = y + w->warp_y[0] * xx + w->warp_y[1] * xy + w->warp_y[2] * yy +
              w->warp_y[3] * yy * y + w->warp_y[4] * x * yy;
    points[2 * i] = w->affine[0] * u + w->affine[1] * v;
    points[2 * i + 1] = w->affine[2] * u + w->affine[3] * v;
  }
}

/* A tenth of strokes start with a small hook. */
static void add_hook(stroke *s, const writer *w, nn_random *random) {
  if (nn_random_uniform(random) >= 0.1f || s->count == NN_STROKE_MAX_NODES) {
    return;
  }
  for (int i = s->count; i > 0; i--) {
    s->nodes[2 * i] = s->nodes[2 * i - 2];
    s->nodes[2 * i + 1] = s->nodes[2 * i - 1];
    s->kinds[i] = s->kinds[i - 1];
  }
  s->count++;
  s->kinds[1] = NN_STROKE_SMOOTH;
  s->nodes[0] += normal(random, 0.0f, 0.10f * w->sloppiness);
  s->nodes[1] += normal(random, 0.0f, 0.10f * w->sloppiness);
}

static void write_stroke(drawing *d, stroke *s, const writer *w,
                         nn_random *random) {
  if (d->strokes == NN_HANDWRITING_STROKES) return;
  if (d->used == NN_HANDWRITING_POINTS) return;

  float *nodes = s->nodes, *last = nodes + 2 * (s->count - 1);
  vary_end(nodes, nodes + 2, 0.22f * w->sloppiness, random);
  vary_end(last, last - 2, 0.24f * w->sloppiness, random);
  add_hook(s, w, random);

  float *points = d->points + 2 * d->used;
  int written = nn_stroke_trace(points, NN_HANDWRITING_POINTS - d->used, nodes,
                                s->kinds, s->count, w->roundness, 0.12f);
  smooth_points(points, written, w->smoothing_passes);
  add_tremor(points, written, w->tremor, random);
  distort(points, written, w);
  d->lengths[d->strokes++] = written;
  d->used += written;
}

/*
 * Each ten samples are the ten digits in random order: element index % 10 of a
 * Fisher-Yates shuffle from the front, as far as it is needed.
 */
static int digit_of(uint64_t seed, uint64_t index) {
  int order[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  const int position = (int)(index % 10);
  nn_random random = nn_random_seeded(~seed, index / 10);
  for (int i = 0; i <= position; i++) {
    int j = i + (int)nn_random_below(&random, (uint32_t)(10 - i));
    int swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
  return order[position];
}

int nn_handwriting_strokes(float *points, int *stroke_lengths, int *strokes,
                           nn_ink_pen *pen, uint64_t seed, uint64_t index) {
  assert(points && stroke_lengths && strokes && pen);
  drawing d = {points, stroke_lengths, 0, 0};
  const int digit = digit_of(seed, index);
  nn_random random = nn_random_seeded(seed, index);
  writer w = random_writer(&random);
  const nn_stroke_node *nodes = random_template(&random, digit)->nodes;
  for (int is_first = 1; nodes->kind != NN_STROKE_END; is_first = 0) {
    stroke s;
    nodes += jitter_nodes(&s, nodes, &w, &random, is_first);
    vary_start(&s, &random);
    assert(s.count >= 2);
    write_stroke(&d, &s, &w, &random);
  }
  *strokes = d.strokes;
  *pen = w.pen;
  return digit;
}

int nn_handwriting(uint8_t *pixels, uint64_t seed, uint64_t index) {
  assert(pixels);
  float points[2 * NN_HANDWRITING_POINTS], ink[NN_INK_PIXELS];
  int lengths[NN_HANDWRITING_STROKES], strokes;
  nn_ink_pen pen;
  int digit =
      nn_handwriting_strokes(points, lengths, &strokes, &pen, seed, index);
  nn_ink_with_pen(ink, points, lengths, strokes, &pen);
  for (int i = 0; i < NN_INK_PIXELS; i++) {
    pixels[i] = (uint8_t)(ink[i] * 255.0f + 0.5f);
  }
  return digit;
}
