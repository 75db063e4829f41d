#include "handwriting.h"

#include <assert.h>

#include "elementary.h"
#include "ink.h"
#include "random.h"
#include "strokes.h"

/* How one person writes. Lengths are in halves of the digit's height. */
typedef struct {
  float care;  /* 1 as most people, larger is sloppier */
  float apart; /* how far strokes stray from each other */
  nn_ink_pen pen;
  float roundness; /* of curves */
  int softens;     /* takes corners as curves */
  int haste;       /* how often the line is smoothed */
  float tremor;    /* size of the hand's shaking */
  float affine[4]; /* x' = [0] x + [1] y, y' = [2] x + [3] y */
  float bend_x[5]; /* x' = x + bend_x · (y², xy, x², y³, x²y) */
  float bend_y[5]; /* y' = y + bend_y · (x², xy, y², y³, xy²) */
} writer;

/* One stroke of a template, as this writer places its nodes. */
typedef struct {
  float nodes[2 * NN_STROKE_MAX_NODES];
  int8_t kinds[NN_STROKE_MAX_NODES];
  int count;
} stroke;

/* Strokes being written; what does not fit is dropped. */
typedef struct {
  float *points;
  int *lengths;
  int used, strokes, max_points, max_strokes;
} sheet;

static float normal(nn_random *random, float mean, float deviation) {
  return mean + deviation * nn_random_normal(random);
}

static float clamped(float x, float low, float high) {
  return x < low ? low : x > high ? high : x;
}

/* Against its height, as taught; now and then far wider or narrower. */
static float draw_width(nn_random *random) {
  const float width = normal(random, 0.03f, 0.20f);
  const float kind = nn_random_uniform(random);
  const float more = nn_random_uniform(random);
  if (kind < 0.08f) return nn_exp(width + 0.2f + 0.4f * more);
  if (kind < 0.12f) return nn_exp(width - 0.1f - 0.3f * more);
  return nn_exp(width);
}

/* The pen of the page's canvas, or one of those that MNIST was written with. */
static nn_ink_pen draw_pen(nn_random *random) {
  const int canvas = nn_random_uniform(random) < 0.5f;
  nn_ink_pen pen;
  pen.diameter = clamped(nn_exp(normal(random, 0.90f, 0.30f)), 1.2f, 5.2f);
  pen.aside_x = nn_random_between(random, -0.7f, 0.7f);
  pen.aside_y = nn_random_between(random, -0.7f, 0.7f);
  return canvas ? (nn_ink_pen){NN_INK_PEN, 0.0f, 0.0f} : pen;
}

static writer draw_writer(nn_random *random) {
  writer w;
  w.care = nn_exp(normal(random, 0.0f, 0.4f));
  w.apart = (nn_random_uniform(random) < 0.15f ? 0.16f : 0.07f) * w.care;
  w.pen = draw_pen(random);
  w.roundness = normal(random, 1.0f, 0.12f);
  w.softens = nn_random_uniform(random) < 0.4f;
  w.haste = (int)nn_random_below(random, 4);
  w.tremor = 0.02f * w.care;

  float slant = normal(random, 0.09f, 0.27f);
  float turn = normal(random, 0.0f, 0.13f);
  float width = draw_width(random);
  float sine = (float)nn_sin(turn), cosine = (float)nn_cos(turn);
  w.affine[0] = width * cosine;
  w.affine[1] = -slant * cosine - sine;
  w.affine[2] = width * sine;
  w.affine[3] = cosine - slant * sine;

  static const float deviations_x[5] = {0.06f, 0.16f, 0.06f, 0.06f, 0.06f};
  static const float deviations_y[5] = {0.07f, 0.08f, 0.14f, 0.05f, 0.05f};
  for (int i = 0; i < 5; i++) {
    w.bend_x[i] = normal(random, 0.0f, deviations_x[i]);
    w.bend_y[i] = normal(random, 0.0f, deviations_y[i]);
  }
  return w;
}

/* A template of the digit, as likely as its weight. */
static const nn_stroke_template *draw_template(nn_random *random, int digit) {
  const nn_stroke_ways *ways = nn_stroke_ways_of(digit);
  int total = 0, chosen = 0;
  for (int i = 0; i < ways->count; i++) total += ways->templates[i].weight;
  int place = (int)nn_random_below(random, (uint32_t)total);
  while (place >= ways->templates[chosen].weight) {
    place -= ways->templates[chosen++].weight;
  }
  return &ways->templates[chosen];
}

/* The stroke that begins at nodes, moved and jittered. Returns its count. */
static int place_nodes(stroke *s, const nn_stroke_node *nodes, const writer *w,
                       nn_random *random, int first_stroke) {
  const float apart = first_stroke ? 0.0f : w->apart;
  const float apart_x = normal(random, 0.0f, apart);
  const float apart_y = normal(random, 0.0f, apart);
  const float jitter = 0.06f * w->care;
  const float follow = 0.55f; /* neighbours stray together */
  float away_x = normal(random, 0.0f, jitter);
  float away_y = normal(random, 0.0f, jitter);
  s->count = 0;
  for (const nn_stroke_node *n = nodes;
       n->kind != NN_STROKE_END && (n == nodes || n->kind != NN_STROKE_START);
       n++) {
    float *at = s->nodes + 2 * s->count;
    away_x = follow * away_x + normal(random, 0.0f, jitter);
    away_y = follow * away_y + normal(random, 0.0f, jitter);
    at[0] = (float)(n->x - 42) / 50.0f + apart_x + away_x;
    at[1] = (float)(n->y - 50) / 50.0f + apart_y + away_y;
    s->kinds[s->count++] = (int8_t)(w->softens ? NN_STROKE_SMOOTH : n->kind);
  }
  return s->count;
}

/* Now and then a closed line begins at another of its nodes than taught. */
static void begin_elsewhere(stroke *s, nn_random *random) {
  const int last = s->count - 1;
  float x = s->nodes[2 * last] - s->nodes[0];
  float y = s->nodes[2 * last + 1] - s->nodes[1];
  if (s->count < 8 || x * x + y * y > 0.06f) return;
  if (nn_random_uniform(random) >= 0.25f) return;

  const stroke taught = *s;
  const int first = 1 + (int)nn_random_below(random, (uint32_t)(last - 1));
  for (int i = 0; i < s->count; i++) {
    const int from = (first + i) % last; /* the last node is the first one */
    s->nodes[2 * i] = taught.nodes[2 * from];
    s->nodes[2 * i + 1] = taught.nodes[2 * from + 1];
    s->kinds[i] = NN_STROKE_SMOOTH;
  }
}

/* Begins and ends the stroke a little early or late, along its direction. */
static void vary_end(float *end, const float *next, float deviation,
                     nn_random *random) {
  float x = end[0] - next[0], y = end[1] - next[1];
  float length = __builtin_sqrtf(x * x + y * y) + 0.1f;
  float further = normal(random, 0.0f, deviation) / length;
  if (further < -0.6f) further = -0.6f;
  end[0] += further * x;
  end[1] += further * y;
}

/* Haste: points are drawn towards their neighbours, so that kinks round off. */
static void smooth_points(float *points, int count, int times) {
  for (; times > 0; times--) {
    float x = points[0], y = points[1];
    for (int i = 1; i + 1 < count; i++) {
      float *p = points + 2 * i, was_x = p[0], was_y = p[1];
      p[0] = 0.5f * was_x + 0.25f * (x + p[2]);
      p[1] = 0.5f * was_y + 0.25f * (y + p[3]);
      x = was_x;
      y = was_y;
    }
  }
}

/* Shaking: a random walk that is drawn back to the line. */
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

/* Bends, slants, turns and widens all points. */
static void distort(float *points, int count, const writer *w) {
  for (int i = 0; i < count; i++) {
    float x = points[2 * i], y = points[2 * i + 1];
    float xx = x * x, xy = x * y, yy = y * y;
    float u = x + w->bend_x[0] * yy + w->bend_x[1] * xy + w->bend_x[2] * xx +
              w->bend_x[3] * yy * y + w->bend_x[4] * xx * y;
    float v = y + w->bend_y[0] * xx + w->bend_y[1] * xy + w->bend_y[2] * yy +
              w->bend_y[3] * yy * y + w->bend_y[4] * x * yy;
    points[2 * i] = w->affine[0] * u + w->affine[1] * v;
    points[2 * i + 1] = w->affine[2] * u + w->affine[3] * v;
  }
}

/* Now and then the pen lands with a small hook. */
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
  s->nodes[0] += normal(random, 0.0f, 0.10f * w->care);
  s->nodes[1] += normal(random, 0.0f, 0.10f * w->care);
}

static void write_stroke(sheet *page, stroke *s, const writer *w,
                         nn_random *random) {
  if (page->strokes == page->max_strokes) return;
  if (page->used == page->max_points) return;

  float *nodes = s->nodes, *last = nodes + 2 * (s->count - 1);
  vary_end(nodes, nodes + 2, 0.22f * w->care, random);
  vary_end(last, last - 2, 0.24f * w->care, random);
  add_hook(s, w, random);

  float *points = page->points + 2 * page->used;
  int written = nn_stroke_trace(points, page->max_points - page->used, nodes,
                                s->kinds, s->count, w->roundness, 0.12f);
  smooth_points(points, written, w->haste);
  add_tremor(points, written, w->tremor, random);
  distort(points, written, w);
  page->lengths[page->strokes++] = written;
  page->used += written;
}

/* Every ten samples are the ten digits in some order. */
static int digit_of(uint64_t seed, uint64_t index) {
  int order[10] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};
  const int place = (int)(index % 10);
  nn_random random = nn_random_seeded(~seed, index / 10);
  for (int i = 0; i <= place; i++) {
    int j = i + (int)nn_random_below(&random, (uint32_t)(10 - i));
    int swapped = order[i];
    order[i] = order[j];
    order[j] = swapped;
  }
  return order[place];
}

/* Writes a sample. Returns its digit, and its writer's pen. */
static int write_sample(sheet *page, nn_ink_pen *pen, uint64_t seed,
                        uint64_t index) {
  const int digit = digit_of(seed, index);
  nn_random random = nn_random_seeded(seed, index);
  writer w = draw_writer(&random);
  const nn_stroke_node *nodes = draw_template(&random, digit)->nodes;
  for (int first = 1; nodes->kind != NN_STROKE_END; first = 0) {
    stroke s;
    nodes += place_nodes(&s, nodes, &w, &random, first);
    begin_elsewhere(&s, &random);
    assert(s.count >= 2);
    write_stroke(page, &s, &w, &random);
  }
  *pen = w.pen;
  return digit;
}

int nn_handwriting_strokes(float *points, int *stroke_lengths, int *strokes,
                           int max_points, int max_strokes, uint64_t seed,
                           uint64_t index) {
  sheet page = {points, stroke_lengths, 0, 0, max_points, max_strokes};
  nn_ink_pen pen;
  int digit = write_sample(&page, &pen, seed, index);
  *strokes = page.strokes;
  return digit;
}

int nn_handwriting(uint8_t *pixels, uint64_t seed, uint64_t index) {
  float points[2 * NN_HANDWRITING_POINTS], ink[NN_INK_PIXELS];
  nn_ink_pen pen;
  int lengths[NN_HANDWRITING_STROKES];
  sheet page = {
      points, lengths, 0, 0, NN_HANDWRITING_POINTS, NN_HANDWRITING_STROKES};
  int digit = write_sample(&page, &pen, seed, index);
  nn_ink_with_pen(ink, points, lengths, page.strokes, &pen);
  for (int i = 0; i < NN_INK_PIXELS; i++) {
    pixels[i] = (uint8_t)(ink[i] * 255.0f + 0.5f);
  }
  return digit;
}
