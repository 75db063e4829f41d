#include "kernels.h"

#include "elementary.h"

#define INLINE static inline __attribute__((always_inline))

#define V1(x) ((float)(x) / 255.0f)
#define V4(x) V1(x), V1(x + 1), V1(x + 2), V1(x + 3)
#define V16(x) V4(x), V4(x + 4), V4(x + 8), V4(x + 12)
#define V64(x) V16(x), V16(x + 16), V16(x + 32), V16(x + 48)

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
INLINE void gemm_tile(float *C, int c_stride, const float *A, int a_row,
                      int a_step, const float *B, int b_stride,
                      const float *start, int start_row, int K,
                      const int height, const int width) {
  v4 sum[2][4];
  for (int m = 0; m < height; m++) {
    for (int n = 0; n < width; n++) {
      sum[m][n] = start ? v4_load(start + m * start_row + 4 * n) : v4_splat(0);
    }
  }
  for (int k = 0; k < K; k++, A += a_step, B += b_stride) {
    for (int m = 0; m < height; m++) {
      v4 x = v4_splat(A[(size_t)m * (size_t)a_row]);
      for (int n = 0; n < width; n++) sum[m][n] += x * v4_load(B + 4 * n);
    }
  }
  for (int m = 0; m < height; m++) {
    float *c = C + (size_t)m * (size_t)c_stride;
    for (int n = 0; n < width; n++) v4_store(c + 4 * n, sum[m][n]);
  }
}

INLINE void gemm_columns(float *C, int c_stride, const float *A, int a_row,
                         int a_step, const float *B, int b_stride,
                         const float *start, int start_row, int M, int K,
                         const int width) {
  int m = 0;
  for (; m + 2 <= M; m += 2) {
    gemm_tile(C, c_stride, A, a_row, a_step, B, b_stride, start, start_row, K,
              2, width);
    C += 2 * (size_t)c_stride;
    A += 2 * (size_t)a_row;
    if (start) start += 2 * (size_t)start_row;
  }
  if (m < M) {
    gemm_tile(C, c_stride, A, a_row, a_step, B, b_stride, start, start_row, K,
              1, width);
  }
}

void nn_gemm(float *C, int c_stride, const float *A, int a_row, int a_step,
             const float *B, int b_stride, const float *start, int start_row,
             int M, int N, int K) {
  int n = 0;
  for (; n + 16 <= N; n += 16) {
    gemm_columns(C + n, c_stride, A, a_row, a_step, B + n, b_stride,
                 start ? start + n : NULL, start_row, M, K, 4);
  }
  for (; n + 12 <= N; n += 12) {
    gemm_columns(C + n, c_stride, A, a_row, a_step, B + n, b_stride,
                 start ? start + n : NULL, start_row, M, K, 3);
  }
  for (; n < N; n += 4) {
    gemm_columns(C + n, c_stride, A, a_row, a_step, B + n, b_stride,
                 start ? start + n : NULL, start_row, M, K, 1);
  }
}

void nn_transpose(float *to, int to_stride, const float *matrix, int S, int I,
                  int O) {
  for (int o = 0; o < O; o++) {
    float *row = to + (size_t)o * (size_t)to_stride;
    for (int i = 0; i < I; i++) row[i] = matrix[(size_t)i * (size_t)S + o];
    for (int i = I; i < to_stride; i++) row[i] = 0;
  }
}

static v4 sigmoid(v4 z) {
  const v4 one = v4_splat(1.0f);
  return one / (one + nn_exp4(-z));
}

void nn_activate(float *values, size_t size, nn_hidden kind) {
  const v4 zero = v4_splat(0), one = v4_splat(1.0f);
  for (size_t i = 0; i < size; i += 4) {
    v4 z = v4_load(values + i), a;
    if (kind == NN_SIGMOID) {
      a = sigmoid(z);
    } else if (kind == NN_RELU) {
      a = v4_max(zero, z); /* NaN stays NaN */
    } else {
      a = v4_select(z < zero, zero, one);
    }
    v4_store(values + i, a);
  }
}

void nn_activate_backward(float *deltas, const float *activations, size_t size,
                          nn_hidden kind) {
  const v4 zero = v4_splat(0), one = v4_splat(1.0f);
  for (size_t i = 0; i < size; i += 4) {
    v4 d = v4_load(deltas + i), a = v4_load(activations + i);
    if (kind == NN_SIGMOID) {
      d = d * (a * (one - a));
    } else if (kind == NN_RELU) {
      d = v4_select(a > zero, d, zero);
    } else {
      d = zero;
    }
    v4_store(deltas + i, d);
  }
}

void nn_softmax(float *values, int B, int O, int S) {
  for (int b = 0; b < B; b++, values += S) {
    float highest = values[0];
    for (int o = 1; o < O; o++) {
      highest = values[o] > highest ? values[o] : highest;
    }
    for (int o = 0; o < S; o += 4) {
      v4_store(values + o, nn_exp4(v4_load(values + o) - v4_splat(highest)));
    }
    float total = 0;
    for (int o = 0; o < O; o++) total += values[o];
    for (int o = 0; o < O; o++) values[o] /= total;
  }
}
