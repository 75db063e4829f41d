#include "ink.h"

#include <assert.h>

#include "v4.h"

/* The final image is drawn on CELLS × CELLS cells in each pixel. */
enum { SIDE = NN_INK_SIDE, PIXELS = NN_INK_PIXELS, CELLS = 2 };

/* Longer side of the inked bounding box; its centre of mass. In pixels. */
static const double box_side = 20.0;
static const double centre = 14.0;

/* A point closer than this to the last one drawn adds nothing, cells. */
static const float shortest_segment = 0.1f;

typedef struct {
  const float *points;
  const int *stroke_lengths;
  int strokes;
} drawing;

/* Sums of ink, exact in double: any order gives the same bits. */
typedef double v4d __attribute__((vector_size(32)));

/* Drawing → image: (x − middle_x) scale + centre_x, and y alike. */
typedef struct {
  double scale, middle_x, middle_y, centre_x, centre_y;
  double half_width, half_height; /* of the box without the pen, pixels */
} placement;

/* Cells as squared distances to the nearest stroke so far; unit: a cell. */
typedef struct {
  float *squares; /* (side, side) */
  int side;
  int top, bottom; /* first and last row within reach of a stroke */
  float reach;     /* from this distance on there is no ink */
} canvas;

static int is_finite(float x) { return x - x == 0.0f; }

static double larger(double a, double b) { return a > b ? a : b; }

static double clamped(double x, double low, double high) {
  return x < low ? low : x > high ? high : x;
}

/* low ≤ x rounded down ≤ high; also for x that no int can hold. */
static int floor_within(float x, int low, int high) {
  if (!(x > (float)low)) return low;
  return x < (float)high ? (int)x : high;
}

/* Bounding box of all finite points: low and high (2). 0 without any. */
static int find_box(double *low, double *high, const drawing *d) {
  const float *p = d->points;
  int found = 0;
  for (int s = 0; s < d->strokes; s++) {
    for (int i = 0; i < d->stroke_lengths[s]; i++, p += 2) {
      if (!is_finite(p[0]) || !is_finite(p[1])) continue;
      for (int k = 0; k < 2; k++) {
        if (!found || p[k] < low[k]) low[k] = p[k];
        if (!found || p[k] > high[k]) high[k] = p[k];
      }
      found = 1;
    }
  }
  return found;
}

/* Scales the bounding box, and puts it in the middle of the image. */
static placement place_box(const double *low, const double *high, float pen) {
  double width = high[0] - low[0], height = high[1] - low[1];
  double side = larger(width, height);
  double scale = side > 0.0 ? (box_side - pen) / side : 0.0;
  return (placement){
      .scale = scale,
      .middle_x = low[0] + width / 2,
      .middle_y = low[1] + height / 2,
      .centre_x = centre,
      .centre_y = centre,
      .half_width = scale * width / 2,
      .half_height = scale * height / 2,
  };
}

/* Lowers each cell's squared distance to the segment a…b. */
static void draw_segment(canvas *c, float ax, float ay, float bx, float by) {
  const float reach = c->reach;
  const int last = c->side - 1;
  float left = (ax < bx ? ax : bx) - reach, right = (ax < bx ? bx : ax) + reach;
  float top = (ay < by ? ay : by) - reach, bottom = (ay < by ? by : ay) + reach;
  /* Rounds up to the first cell in reach; 0.99 leaves rounding errors room. */
  const float up = 0.99f;
  int x0 = floor_within(left + up, 0, last) / V4_LANES * V4_LANES;
  int x1 = floor_within(right, 0, last);
  int y0 = floor_within(top + up, 0, last);
  int y1 = floor_within(bottom, 0, last);

  c->top = y0 < c->top ? y0 : c->top;
  c->bottom = y1 > c->bottom ? y1 : c->bottom;
  float dx = bx - ax, dy = by - ay, square = dx * dx + dy * dy;
  float per_square = square > 0.0f ? 1.0f / square : 0.0f;
  const v4 zero = v4_splat(0.0f), one = v4_splat(1.0f);
  const v4 along_x = v4_splat(dx), along_y = v4_splat(dy);
  const v4 t_per_x = v4_splat(dx * per_square);
  const v4 t_per_y = v4_splat(dy * per_square);
  const v4 steps = {0.0f, 1.0f, 2.0f, 3.0f};

  /* Columns are equally long, so that the inner loop's branch is predicted. */
  for (int x = x0; x <= x1; x += V4_LANES) {
    const v4 px = v4_splat((float)x - ax) + steps, t_of_x = px * t_per_x;
    float *at = c->squares + y0 * c->side + x;
    v4 row = v4_splat((float)y0);
    for (int y = y0; y <= y1; y++, at += c->side) {
      v4 py = row - v4_splat(ay);
      v4 t = v4_min(v4_max(t_of_x + py * t_per_y, zero), one);
      v4 ex = px - t * along_x, ey = py - t * along_y;
      v4_store(at, v4_min(ex * ex + ey * ey, v4_load(at)));
      row += one;
    }
  }
}

/* Draws all strokes; segments too short to matter join the next one. */
static void draw_strokes(canvas *c, const drawing *d, const placement *at) {
  const float *p = d->points;
  const float shortest = shortest_segment * shortest_segment;
  for (int s = 0; s < d->strokes; s++) {
    float from_x = 0.0f, from_y = 0.0f, x = 0.0f, y = 0.0f;
    int started = 0, pending = 0;
    for (int i = 0; i < d->stroke_lengths[s]; i++, p += 2) {
      if (!is_finite(p[0]) || !is_finite(p[1])) continue;
      x = (float)((p[0] - at->middle_x) * at->scale + at->centre_x);
      y = (float)((p[1] - at->middle_y) * at->scale + at->centre_y);
      float dx = x - from_x, dy = y - from_y;
      pending = !started || dx * dx + dy * dy < shortest;
      if (!pending) draw_segment(c, from_x, from_y, x, y);
      if (!started || !pending) from_x = x, from_y = y;
      started = 1;
    }
    if (pending) draw_segment(c, from_x, from_y, x, y);
  }
}

/* Four cells' squared distances → the fraction of each that the pen covers. */
static v4 ink_of(const float *squares, v4 reach) {
  v4 ink = v4_min(reach - v4_sqrt(v4_load(squares)), v4_splat(1.0f));
  return v4_max(ink, v4_splat(0.0f));
}

/* sum + left of each pair of neighbours + right of it, in that order. */
static v4 add_pairs(v4 sum, v4 a, v4 b) {
  v4 even = {a[0], a[2], b[0], b[2]}, odd = {a[1], a[3], b[1], b[3]};
  return sum + even + odd;
}

/* pixels (28, 28) from one cell each. */
static void ink_cells(float *pixels, const canvas *c) {
  for (int i = c->top * SIDE; i < (c->bottom + 1) * SIDE; i += V4_LANES) {
    v4_store(pixels + i, ink_of(c->squares + i, v4_splat(c->reach)));
  }
}

/* pixels (28, 28) from CELLS × CELLS cells each: their mean. */
static void average_cells(float *pixels, const canvas *c) {
  const v4 reach = v4_splat(c->reach);
  for (int y = c->top / CELLS; y <= c->bottom / CELLS; y++) {
    const float *upper = c->squares + y * CELLS * c->side;
    for (int x = 0; x < SIDE; x += V4_LANES, upper += CELLS * V4_LANES) {
      const float *lower = upper + c->side;
      v4 sum = add_pairs(v4_splat(0.0f), ink_of(upper, reach),
                         ink_of(upper + V4_LANES, reach));
      sum =
          add_pairs(sum, ink_of(lower, reach), ink_of(lower + V4_LANES, reach));
      v4_store(pixels + y * SIDE + x, sum * v4_splat(0.25f));
    }
  }
}

/* pixels (28, 28) drawn on cells_per_pixel² cells each. */
static void draw(float *pixels, const drawing *d, const placement *at,
                 float pen, int cells_per_pixel) {
  float squares[CELLS * CELLS * PIXELS];
  memset(pixels, 0, PIXELS * sizeof *pixels);
  canvas c = {squares, SIDE * cells_per_pixel, SIDE * cells_per_pixel - 1, 0,
              0.5f * pen * (float)cells_per_pixel + 0.5f};
  for (int i = 0; i < c.side * c.side; i += V4_LANES) {
    v4_store(squares + i, v4_splat(c.reach * c.reach));
  }

  placement cells = *at;
  cells.scale *= cells_per_pixel;
  cells.centre_x = (at->centre_x + 0.5) * cells_per_pixel - 0.5;
  cells.centre_y = (at->centre_y + 0.5) * cells_per_pixel - 0.5;
  draw_strokes(&c, d, &cells);
  if (cells_per_pixel > 1) {
    average_cells(pixels, &c);
  } else {
    ink_cells(pixels, &c);
  }
}

/*
 * Moves the placement so that the centre of mass of the pixels drawn with it
 * comes to the centre plus the pen's offset.
 */
static void centre_mass(placement *at, const float *pixels,
                        const nn_ink_pen *pen) {
  double mass = 0.0, mass_x = 0.0, mass_y = 0.0;
  v4d columns[SIDE / V4_LANES] = {0};
  for (int y = 0; y < SIDE; y++) {
    v4d row = {0};
    for (int k = 0; k < SIDE / V4_LANES; k++) {
      v4d ink = __builtin_convertvector(
          v4_load(pixels + y * SIDE + k * V4_LANES), v4d);
      columns[k] += ink;
      row += ink;
    }
    double sum = row[0] + row[1] + row[2] + row[3];
    mass += sum;
    mass_y += sum * y;
  }
  for (int x = 0; x < SIDE; x++) {
    mass_x += columns[x / V4_LANES][x % V4_LANES] * x;
  }
  if (!(mass > 0.0)) return;

  /* The image ends half a pixel before pixel 0 and after pixel 27. */
  double low_x = at->half_width + 0.5 * pen->diameter - 0.5 - centre;
  double low_y = at->half_height + 0.5 * pen->diameter - 0.5 - centre;
  at->centre_x +=
      clamped(centre + pen->offset_x - mass_x / mass, low_x, -1.0 - low_x);
  at->centre_y +=
      clamped(centre + pen->offset_y - mass_y / mass, low_y, -1.0 - low_y);
}

void nn_ink_with_pen(float *pixels, const float *points,
                     const int *stroke_lengths, int strokes,
                     const nn_ink_pen *pen) {
  assert(pixels && strokes >= 0 && (strokes == 0 || stroke_lengths));
  assert(pen && pen->diameter > 0 && pen->diameter < box_side);
  drawing d = {points, stroke_lengths, strokes};
  double low[2] = {0.0, 0.0}, high[2] = {0.0, 0.0};
  if (!find_box(low, high, &d)) {
    for (int i = 0; i < PIXELS; i++) pixels[i] = 0.0f;
    return;
  }
  placement at = place_box(low, high, pen->diameter);
  draw(pixels, &d, &at, pen->diameter, 1);
  centre_mass(&at, pixels, pen);
  draw(pixels, &d, &at, pen->diameter, CELLS);
}

void nn_ink(float *pixels, const float *points, const int *stroke_lengths,
            int strokes) {
  const nn_ink_pen pen = {NN_INK_PEN, 0.0f, 0.0f};
  nn_ink_with_pen(pixels, points, stroke_lengths, strokes, &pen);
}
