#include "kernels.h"

#include <assert.h>

#define INLINE static inline __attribute__((always_inline))

#define V1(x) ((float)(x) / 255.0f)
#define V4(x) V1(x), V1((x) + 1), V1((x) + 2), V1((x) + 3)
#define V16(x) V4(x), V4((x) + 4), V4((x) + 8), V4((x) + 12)
#define V64(x) V16(x), V16((x) + 16), V16((x) + 32), V16((x) + 48)

const float nn_byte_values[256] = {V64(0), V64(64), V64(128), V64(192)};

/*
 * Whether six vectors of the outputs left are taken at once: the most whose
 * sums V8 keeps in registers. Of 32, two fours are better than six and two.
 */
static int takes_six(int left) { return left >= 24 && left != 32; }

/* One row's sums for `width` vectors of outputs, kept in registers. */
INLINE void sparse_tile(float *z, const nn_row row, const float *weights,
                        const float *bias, int N, const int width) {
  v4 sum[6];
  for (int n = 0; n < width; n++) sum[n] = v4_load(bias + 4 * n);
  const uint16_t *index = row.indices;
  const uint8_t *value = row.values, *end = value + row.count;
  for (; value != end; value++, index++) {
    const float *w = weights + (size_t)*index * (size_t)N;
    v4 x = v4_splat(nn_byte_values[*value]);
    for (int n = 0; n < width; n++) sum[n] += x * v4_load(w + 4 * n);
  }
  for (int n = 0; n < width; n++) v4_store(z + 4 * n, sum[n]);
}

INLINE void sparse_tiles(float *z, int S, const nn_row *rows, int B,
                         const float *weights, const float *bias, int N,
                         const int width) {
  for (int b = 0; b < B; b++, z += S) {
    sparse_tile(z, rows[b], weights, bias, N, width);
  }
}

void nn_sparse_forward(float *z, int S, const nn_row *rows, int B,
                       const float *weights, const float *biases, int N) {
  int n = 0;
  for (; takes_six(N - n); n += 24) {
    sparse_tiles(z + n, S, rows, B, weights + n, biases + n, N, 6);
  }
  for (; n + 16 <= N; n += 16) {
    sparse_tiles(z + n, S, rows, B, weights + n, biases + n, N, 4);
  }
  for (; n < N; n += 4) {
    sparse_tiles(z + n, S, rows, B, weights + n, biases + n, N, 1);
  }
}

/* A block of C: `height` rows by `width` vectors, kept in registers. */
INLINE void gemm_tile(float *C, int c_stride, nn_view A, nn_view B,
                      nn_view start, int K, const int height, const int width) {
  const float *a = A.at, *b = B.at;
  v4 sum[2][4];
  for (int m = 0; m < height; m++) {
    for (int n = 0; n < width; n++) {
      sum[m][n] =
          start.at ? v4_load(start.at + m * start.rows + 4 * n) : v4_splat(0);
    }
  }
  for (int k = 0; k < K; k++, a += A.columns, b += B.rows) {
    for (int m = 0; m < height; m++) {
      v4 x = v4_splat(a[(size_t)m * (size_t)A.rows]);
      for (int n = 0; n < width; n++) sum[m][n] += x * v4_load(b + 4 * n);
    }
  }
  for (int m = 0; m < height; m++) {
    float *c = C + (size_t)m * (size_t)c_stride;
    for (int n = 0; n < width; n++) v4_store(c + 4 * n, sum[m][n]);
  }
}

/* `width` vectors of C's columns, for a part of K. */
INLINE void gemm_part(float *C, int c_stride, nn_view A, nn_view B,
                      nn_view start, int M, int K, const int width) {
  int m = 0;
  for (; m + 2 <= M; m += 2) {
    gemm_tile(C, c_stride, A, B, start, K, 2, width);
    C += 2 * (size_t)c_stride;
    A.at += 2 * (size_t)A.rows;
    if (start.at) start.at += 2 * (size_t)start.rows;
  }
  if (m < M) gemm_tile(C, c_stride, A, B, start, K, 1, width);
}

/* Parts of K whose rows of B stay in the first cache: C carries the sums on. */
INLINE void gemm_columns(float *C, int c_stride, nn_view A, nn_view B,
                         nn_view start, int M, int K, int n, const int width) {
  enum { DEPTH = 128 };
  C += n;
  B.at += n;
  if (start.at) start.at += n;
  for (int depth; K > 0; K -= depth) {
    depth = K < DEPTH ? K : DEPTH;
    gemm_part(C, c_stride, A, B, start, M, depth, width);
    A.at += (size_t)depth * (size_t)A.columns;
    B.at += (size_t)depth * (size_t)B.rows;
    start = (nn_view){C, c_stride, 1};
  }
}

void nn_gemm(float *C, int c_stride, nn_view A, nn_view B, nn_view start, int M,
             int N, int K) {
  int n = 0;
  assert(B.columns == 1 && N % V4_LANES == 0 && K > 0);
  for (; n + 16 <= N && N - n != 24; n += 16) {
    gemm_columns(C, c_stride, A, B, start, M, K, n, 4);
  }
  for (; n + 12 <= N; n += 12) {
    gemm_columns(C, c_stride, A, B, start, M, K, n, 3);
  }
  for (; n < N; n += 4) gemm_columns(C, c_stride, A, B, start, M, K, n, 1);
}

void nn_transpose(float *to, const float *matrix, int I, int N) {
  static const float zeros[NN_WIDEST];
  assert(I <= NN_PANEL && N <= NN_WIDEST);
  for (int i = 0; i < I; i += V4_LANES) {
    const float *row[V4_LANES];
    for (int m = 0; m < V4_LANES; m++) {
      row[m] = i + m < I ? matrix + (size_t)(i + m) * (size_t)N : zeros;
    }
    for (int n = 0; n < N; n += V4_LANES) {
      v4 columns[V4_LANES];
      v4_transpose(columns, v4_load(row[0] + n), v4_load(row[1] + n),
                   v4_load(row[2] + n), v4_load(row[3] + n));
      for (int m = 0; m < V4_LANES; m++) {
        v4_store(to + (n + m) * NN_PANEL + i, columns[m]);
      }
    }
  }
}

void nn_scale(float *values, size_t size, float factor) {
  assert(size % V4_LANES == 0);
  for (size_t i = 0; i < size; i += V4_LANES) {
    v4_store(values + i, v4_load(values + i) * factor);
  }
}

void nn_add_rows(float *sums, const float *rows, int N, int B) {
  for (int b = 0; b < B; b++, rows += N) {
    for (int n = 0; n < N; n += V4_LANES) {
      v4_store(sums + n, v4_load(sums + n) + v4_load(rows + n));
    }
  }
}

void nn_copy_rows(float *to, const float *from, int S, int N, int B) {
  for (int b = 0; b < B; b++, to += N, from += S) {
    for (int n = 0; n < N; n += V4_LANES) {
      v4_store(to + n, v4_load(from + n));
    }
  }
}

/* `width` vectors of sums (count, N), one pixel after the other. */
INLINE void add_columns(float *sums, nn_columns columns, int first, int count,
                        const float *deltas, int N, const int width) {
  for (int j = first; j < first + count; j++, sums += N) {
    uint32_t k = columns.starts[j];
    const uint32_t end = columns.starts[j + 1];
    if (k == end) continue;
    v4 sum[6];
    for (int n = 0; n < width; n++) sum[n] = v4_load(sums + 4 * n);
    for (; k < end; k++) {
      const uint32_t entry = columns.entries[k];
      const v4 x = v4_splat(nn_byte_values[entry & 255]);
      const float *d = deltas + (size_t)(entry >> 8) * (size_t)N;
      for (int n = 0; n < width; n++) sum[n] += x * v4_load(d + 4 * n);
    }
    for (int n = 0; n < width; n++) v4_store(sums + 4 * n, sum[n]);
  }
}

void nn_add_columns(float *sums, nn_columns columns, int first, int count,
                    const float *deltas, int N) {
  int n = 0;
  for (; takes_six(N - n); n += 24) {
    add_columns(sums + n, columns, first, count, deltas + n, N, 6);
  }
  for (; n + 16 <= N; n += 16) {
    add_columns(sums + n, columns, first, count, deltas + n, N, 4);
  }
  for (; n < N; n += 4) {
    add_columns(sums + n, columns, first, count, deltas + n, N, 1);
  }
}
