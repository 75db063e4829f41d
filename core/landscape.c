#include "landscape.h"

#include <stdlib.h>
#include <string.h>

#include "gradient.h"
#include "kernels.h"

enum { CHUNK = 64 }; /* examples at once */

/* to = start + factor · direction, over `size` floats. */
static void move(float *to, const float *start, const float *direction,
                 float factor, size_t size) {
  const v4 f = v4_splat(factor);
  for (size_t i = 0; i < size; i += V4_LANES) {
    v4_store(to + i, v4_load(start + i) + f * v4_load(direction + i));
  }
}

/*
 * A point of the plane, or a direction: parameters of the layers after the
 * first, and the first layer's weighted sums of a chunk of examples.
 */
typedef struct {
  const float *parameters, *sums;
} nn_point;

typedef struct {
  nn_network *moved; /* its first layer is not used */
  nn_workspace *workspace;
  size_t later;                     /* floats of the layers after the first */
  size_t at;                        /* where they begin */
  int is_line;                      /* there is no v */
  float *sums[3];                   /* of θ, u and v */
  float *row_parameters, *row_sums; /* of θ + b v */
} nn_plane;

/* start + factor · direction. */
static nn_point moved(const nn_plane *plane, float *parameters, float *sums,
                      nn_point start, nn_point direction, float factor, int B) {
  const size_t S = (size_t)plane->moved->layers[0].stride;
  move(parameters, start.parameters, direction.parameters, factor,
       plane->later);
  move(sums, start.sums, direction.sums, factor, (size_t)B * S);
  return (nn_point){parameters, sums};
}

/* costs (b_count, a_count) += those of B examples whose sums are known. */
static void add_costs(const nn_plane *plane, const nn_point *points,
                      const uint8_t *labels, int B, const float *as,
                      int a_count, const float *bs, int b_count,
                      double *costs) {
  for (int j = 0; j < b_count; j++) {
    nn_point row = points[0];
    if (!plane->is_line) {
      row = moved(plane, plane->row_parameters, plane->row_sums, row, points[2],
                  bs[j], B);
    }
    for (int i = 0; i < a_count; i++) {
      moved(plane, plane->moved->parameters + plane->at,
            plane->workspace->activations[0], row, points[1], as[i], B);
      nn_network_forward_sums(plane->moved, plane->workspace, B);
      *costs++ +=
          nn_network_costs(plane->moved, plane->workspace, labels, B, 0);
    }
  }
}

/* The memory that the plane points into; NULL when there is none. */
static float *make_plane(nn_plane *plane, const nn_network *net) {
  const size_t at = net->layer_count > 1 ? net->layers[1].offset : net->stored;
  const size_t sums = (size_t)CHUNK * (size_t)net->layers[0].stride;
  const size_t size = 4 * sums + (net->stored - at);
  float *memory = calloc(size, sizeof *memory);
  plane->moved = nn_network_clone(net);
  plane->workspace = nn_workspace_new(net, CHUNK);
  plane->later = net->stored - at;
  plane->at = at;
  for (size_t i = 0; memory && i < 3; i++) plane->sums[i] = memory + i * sums;
  plane->row_sums = memory ? memory + 3 * sums : NULL;
  plane->row_parameters = memory ? memory + 4 * sums : NULL;
  if (memory && plane->moved && plane->workspace) return memory;
  free(memory);
  return NULL;
}

static void free_plane(nn_plane *plane, float *memory) {
  nn_workspace_free(plane->workspace);
  nn_network_free(plane->moved);
  free(memory);
}

int nn_network_cost_plane(const nn_network *net, const nn_dataset *data,
                          int from, int count, const float *u, const float *v,
                          const float *as, int a_count, const float *bs,
                          int b_count, double *costs) {
  const size_t points = (size_t)a_count * (size_t)b_count;
  const float *parameters[] = {net->parameters, u, v};
  nn_plane plane = {.is_line = !v};
  nn_point spanned[3] = {{0}};
  nn_row rows[CHUNK];
  float *memory = make_plane(&plane, net);
  if (!memory) {
    free_plane(&plane, NULL);
    return 0;
  }
  memset(costs, 0, points * sizeof *costs);
  for (int done = 0; done < count; done += CHUNK) {
    const int B = count - done < CHUNK ? count - done : CHUNK;
    for (int b = 0; b < B; b++) rows[b] = nn_dataset_row(data, from + done + b);
    for (int i = 0; i < (v ? 3 : 2); i++) {
      nn_network_first_sums(net, plane.sums[i], parameters[i], rows, B);
      spanned[i] = (nn_point){parameters[i] + plane.at, plane.sums[i]};
    }
    add_costs(&plane, spanned, data->labels + from + done, B, as, a_count, bs,
              b_count, costs);
  }
  for (size_t i = 0; i < points; i++) costs[i] /= count;
  free_plane(&plane, memory);
  return 1;
}

void nn_network_mean_gradient(const nn_network *net, nn_workspace *workspace,
                              const nn_dataset *data, int from, int count,
                              float *gradient, double *sums) {
  enum { MOST = 64, BLOCK = 1024 }; /* of floats no more are added in a row */
  nn_row rows[MOST];
  const int chunk = workspace->capacity < MOST ? workspace->capacity : MOST;
  memset(sums, 0, net->stored * sizeof *sums);
  for (int block = 0; block < count; block += BLOCK) {
    const int end = count - block < BLOCK ? count : block + BLOCK;
    memset(gradient, 0, net->stored * sizeof *gradient);
    for (int done = block; done < end; done += chunk) {
      const int B = end - done < chunk ? end - done : chunk;
      for (int b = 0; b < B; b++) {
        rows[b] = nn_dataset_row(data, from + done + b);
      }
      nn_network_forward_rows(net, workspace, rows, B);
      nn_network_costs(net, workspace, data->labels + from + done, B, 1);
      nn_network_backward(net, workspace, B);
      nn_gradient_add(net, workspace, rows, gradient, B);
    }
    for (size_t i = 0; i < net->stored; i++) sums[i] += (double)gradient[i];
  }
  for (size_t i = 0; i < net->stored; i++) {
    gradient[i] = (float)(sums[i] / count);
  }
}
