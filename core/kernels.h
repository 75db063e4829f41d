/*
 * The loops that take the time, on floats and strides alone. Every sum runs
 * over its terms in rising order, one float addition after the other, starting
 * from the bias, the weight or zero; vectors lie across outputs, never along a
 * sum. So blocking changes nothing in the bits, and for finite weights neither
 * does leaving out a term that is zero.
 *
 * Strides and widths N, S are multiples of four floats. Arrays must not
 * overlap, unless it says so.
 */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "sparse.h"
#include "v4.h"

/*
 * Whether six vectors of the outputs left are taken at once: the most whose
 * sums V8 keeps in registers. Of 32, two fours are better than six and two.
 */
static inline int nn_takes_six(int left) { return left >= 24 && left != 32; }

/*
 * z (B, N) = b + Σ_i x_i W_i over each sparse row; matrix (I + 1, N), the last
 * row being b. The rows of both are S apart.
 */
void nn_sparse_forward(float *z, const nn_row *rows, int B, const float *matrix,
                       int I, int N, int S);

/* A matrix to be read: element (r, c) is at[r * rows + c * columns]. */
typedef struct {
  const float *at;
  int rows, columns; /* floats from one row, one column to the next */
} nn_view;

/*
 * C (M, N) = start + A B:  C[m][n] = start[m][n] + Σ_k A[m][k] B[k][n], with
 * A (M, K) and B (K, N). The columns of B and start are adjacent; start.rows
 * is 0 where one row serves all, and start.at may be C itself, or NULL for
 * zero. The rows of C are c_stride apart.
 */
void nn_gemm(float *C, int c_stride, nn_view A, nn_view B, nn_view start, int M,
             int N, int K);

/* to (O, to_stride) = the transpose of matrix (I, O), rows S apart; then 0. */
void nn_transpose(float *to, int to_stride, const float *matrix, int S, int I,
                  int O);

/* values (size) *= factor. */
void nn_scale(float *values, size_t size, float factor);

/* sums (S) += Σ_b rows (B, S). */
void nn_add_rows(float *sums, const float *rows, int S, int B);

/* sum (4 · width) += Σ_b x d of pixel j: d are rows of deltas, S apart. */
static inline __attribute__((always_inline)) void nn_add_column(
    v4 *sum, nn_columns columns, int j, const float *deltas, int S,
    const int width) {
  const uint32_t end = columns.starts[j + 1];
  for (uint32_t k = columns.starts[j]; k < end; k++) {
    const uint32_t entry = columns.entries[k];
    const v4 x = v4_splat(nn_byte_values[entry & 255]);
    const float *d = deltas + (size_t)(entry >> 8) * (size_t)S;
    for (int n = 0; n < width; n++) sum[n] += x * v4_load(d + 4 * n);
  }
}

#endif
