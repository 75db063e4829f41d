#include "kernels.h"

#include <assert.h>

#define INLINE static inline __attribute__((always_inline))

#define V1(x) ((float)(x) / 255.0f)
#define V4(x) V1(x), V1((x) + 1), V1((x) + 2), V1((x) + 3)
#define V16(x) V4(x), V4((x) + 4), V4((x) + 8), V4((x) + 12)
#define V64(x) V16(x), V16((x) + 16), V16((x) + 32), V16((x) + 48)

const float nn_byte_values[256] = {V64(0), V64(64), V64(128), V64(192)};

/* One row's sums for `width` vectors of outputs, kept in registers. */
INLINE void sparse_tile(float *z, const nn_row row, const float *matrix,
                        const float *bias, int S, const int width) {
  v4 sum[6];
  for (int n = 0; n < width; n++) sum[n] = v4_load(bias + 4 * n);
  const uint16_t *index = row.indices;
  const uint8_t *value = row.values, *end = value + row.count;
  for (; value != end; value++, index++) {
    const float *w = matrix + (size_t)*index * (size_t)S;
    v4 x = v4_splat(nn_byte_values[*value]);
    for (int n = 0; n < width; n++) sum[n] += x * v4_load(w + 4 * n);
  }
  for (int n = 0; n < width; n++) v4_store(z + 4 * n, sum[n]);
}

INLINE void sparse_tiles(float *z, const nn_row *rows, int B,
                         const float *matrix, const float *bias, int S,
                         const int width) {
  for (int b = 0; b < B; b++, z += S) {
    sparse_tile(z, rows[b], matrix, bias, S, width);
  }
}

void nn_sparse_forward(float *z, const nn_row *rows, int B, const float *matrix,
                       int I, int N, int S) {
  const float *bias = matrix + (size_t)I * (size_t)S;
  int n = 0;
  for (; nn_takes_six(N - n); n += 24) {
    sparse_tiles(z + n, rows, B, matrix + n, bias + n, S, 6);
  }
  for (; n + 16 <= N; n += 16) {
    sparse_tiles(z + n, rows, B, matrix + n, bias + n, S, 4);
  }
  for (; n < N; n += 4) {
    sparse_tiles(z + n, rows, B, matrix + n, bias + n, S, 1);
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

INLINE void gemm_columns(float *C, int c_stride, nn_view A, nn_view B,
                         nn_view start, int M, int K, int n, const int width) {
  int m = 0;
  C += n;
  B.at += n;
  if (start.at) start.at += n;
  for (; m + 2 <= M; m += 2) {
    gemm_tile(C, c_stride, A, B, start, K, 2, width);
    C += 2 * (size_t)c_stride;
    A.at += 2 * (size_t)A.rows;
    if (start.at) start.at += 2 * (size_t)start.rows;
  }
  if (m < M) gemm_tile(C, c_stride, A, B, start, K, 1, width);
}

void nn_gemm(float *C, int c_stride, nn_view A, nn_view B, nn_view start, int M,
             int N, int K) {
  int n = 0;
  assert(B.columns == 1 && N % V4_LANES == 0);
  for (; n + 16 <= N; n += 16) {
    gemm_columns(C, c_stride, A, B, start, M, K, n, 4);
  }
  for (; n + 12 <= N; n += 12) {
    gemm_columns(C, c_stride, A, B, start, M, K, n, 3);
  }
  for (; n < N; n += 4) gemm_columns(C, c_stride, A, B, start, M, K, n, 1);
}

void nn_transpose(float *to, int to_stride, const float *matrix, int S, int I,
                  int O) {
  for (int o = 0; o < O; o++) {
    float *row = to + (size_t)o * (size_t)to_stride;
    const float *column = matrix + o;
    for (int i = 0; i < I; i++) row[i] = column[(size_t)i * (size_t)S];
    for (int i = I; i < to_stride; i++) row[i] = 0;
  }
}

void nn_scale(float *values, size_t size, float factor) {
  assert(size % V4_LANES == 0);
  for (size_t i = 0; i < size; i += V4_LANES) {
    v4_store(values + i, v4_load(values + i) * factor);
  }
}

void nn_add_rows(float *sums, const float *rows, int S, int B) {
  for (int b = 0; b < B; b++, rows += S) {
    for (int n = 0; n < S; n += V4_LANES) {
      v4_store(sums + n, v4_load(sums + n) + v4_load(rows + n));
    }
  }
}
