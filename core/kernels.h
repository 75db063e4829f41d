/*
 * The loops that take the time. Every sum runs over its terms in rising
 * order, one float addition after the other, starting from the bias, the weight
 * or zero; vectors lie across outputs, never along a sum. So blocking changes
 * nothing in the bits, and neither does leaving out a term that is zero.
 *
 * Strides and widths N, S are multiples of four floats. Arrays must not
 * overlap.
 */
#ifndef NN_KERNELS_H
#define NN_KERNELS_H

#include "network.h"
#include "v4.h"

/* The float of a byte pixel: nn_byte_values[v] = v / 255. */
extern const float nn_byte_values[256];

/*
 * Whether six vectors of the outputs left are taken at once: the most whose
 * sums V8 keeps in registers. Of 32, two fours are better than six and two.
 */
static inline int nn_takes_six(int left) { return left >= 24 && left != 32; }

/*
 * z (B, N) = b + Σ_i x_i W_i over each sparse row; matrix (I + 1, N). The rows
 * of both are S apart.
 */
void nn_sparse_forward(float *z, const nn_row *rows, int B, const float *matrix,
                       int I, int N, int S);

/*
 * C (M, N) = start + A B:  C[m][n] = start[m][n] + Σ_k A[m][k] B[k][n], where
 * A[m][k] = A[m * a_row + k * a_step], B (K, N) has rows b_stride apart, C
 * c_stride. start's rows are start_row apart, 0 being one row for all; it may
 * be C itself, or NULL for zero.
 */
void nn_gemm(float *C, int c_stride, const float *A, int a_row, int a_step,
             const float *B, int b_stride, const float *start, int start_row,
             int M, int N, int K);

/* to (O, to_stride) = the first I rows and O columns of matrix, turned. */
void nn_transpose(float *to, int to_stride, const float *matrix, int S, int I,
                  int O);

/* values (size), a multiple of four: weighted sums in, activations out. */
void nn_activate(float *values, size_t size, nn_hidden kind);

/* deltas *= f'(z), from the activations: a (1 − a), or 1 where a > 0. */
void nn_activate_backward(float *deltas, const float *activations, size_t size,
                          nn_hidden kind);

/* values (B, S): a softmax over the first O of each row. */
void nn_softmax(float *values, int B, int O, int S);

#endif
