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
 * z (B, N) = b (N) + Σ_i x_i W_i over each sparse row, W (784, N). The rows of
 * z are S apart.
 */
void nn_sparse_forward(float *z, int S, const nn_row *rows, int B,
                       const float *weights, const float *biases, int N);

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

enum {
  NN_PANEL = 16,  /* the width that nn_gemm is best at */
  NN_WIDEST = 64, /* that nn_transpose takes */
};

/*
 * to (N, NN_PANEL) = the transpose of matrix (I, N), with zeros from I ≤
 * NN_PANEL on to the next multiple of four. N ≤ NN_WIDEST.
 */
void nn_transpose(float *to, const float *matrix, int I, int N);

/* values (size) *= factor. */
void nn_scale(float *values, size_t size, float factor);

/* sums (N) += Σ_b rows (B, N). */
void nn_add_rows(float *sums, const float *rows, int N, int B);

/* to (B, N) = the rows of `from`, which are S apart. */
void nn_copy_rows(float *to, const float *from, int S, int N, int B);

/*
 * sums (count, N) += Σ_b x d of pixels first…first + count − 1, deltas (B, N).
 */
void nn_add_columns(float *sums, nn_columns columns, int first, int count,
                    const float *deltas, int N);

#endif
