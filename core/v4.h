/*
 * v4: four floats side by side. WebAssembly SIMD in the browser, SSE or NEON
 * natively, and plain scalar code where a compiler has neither: the vector
 * extensions of GCC and Clang give the same bits in each case.
 *
 * Never fused: core is compiled with -ffp-contract=off, so a * b + c rounds
 * twice on every machine. The pragma says so too, but GCC has none;
 * nn_selftest finds out.
 */
#ifndef NN_V4_H
#define NN_V4_H

#include <float.h>
#include <stdint.h>
#include <string.h>

#if defined(__FAST_MATH__) || \
    (defined(__FINITE_MATH_ONLY__) && __FINITE_MATH_ONLY__)
#error "Fast-math changes the bits, and NaN must stay NaN: do without it."
#endif
/* 16 is 0 with a narrower type besides. */
#if FLT_EVAL_METHOD != 0 && FLT_EVAL_METHOD != 16
#error "Floats must be computed as floats: on x86, use -msse2 -mfpmath=sse."
#endif
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

#define V4_LANES 4

typedef float v4 __attribute__((vector_size(16)));
typedef int32_t v4i __attribute__((vector_size(16)));

/* Any float address may be loaded from and stored to. */
typedef float v4_unaligned
    __attribute__((vector_size(16), aligned(4), may_alias));

static inline v4 v4_load(const float *p) { return *(const v4_unaligned *)p; }

static inline void v4_store(float *p, v4 a) { *(v4_unaligned *)p = a; }

static inline v4 v4_splat(float x) { return (v4){x, x, x, x}; }

/* a where mask is all ones, b where it is zero. */
static inline v4 v4_select(v4i mask, v4 a, v4 b) {
  return (v4)(((v4i)a & mask) | ((v4i)b & ~mask));
}

/* The smaller and the larger; b where either is not a number. */
#ifdef __wasm_simd128__
static inline v4 v4_min(v4 a, v4 b) {
  return (v4)__builtin_wasm_pmin_f32x4((v4)b, (v4)a);
}
static inline v4 v4_max(v4 a, v4 b) {
  return (v4)__builtin_wasm_pmax_f32x4((v4)b, (v4)a);
}
#else
static inline v4 v4_min(v4 a, v4 b) { return v4_select(a < b, a, b); }
static inline v4 v4_max(v4 a, v4 b) { return v4_select(a > b, a, b); }
#endif

/* Each lane's square root, correctly rounded. */
#if defined(__wasm_simd128__)
#include <wasm_simd128.h>
static inline v4 v4_sqrt(v4 x) { return (v4)wasm_f32x4_sqrt((v128_t)x); }
#elif defined(__SSE__)
#include <xmmintrin.h>
static inline v4 v4_sqrt(v4 x) { return (v4)_mm_sqrt_ps((__m128)x); }
#else
static inline v4 v4_sqrt(v4 x) {
  return (v4){__builtin_sqrtf(x[0]), __builtin_sqrtf(x[1]),
              __builtin_sqrtf(x[2]), __builtin_sqrtf(x[3])};
}
#endif

/* Vector i of the result has lane i of each of the four. */
static inline void v4_transpose(v4 *to, const v4 a, const v4 b, const v4 c,
                                const v4 d) {
  const v4 low_ab = __builtin_shufflevector(a, b, 0, 4, 1, 5);
  const v4 low_cd = __builtin_shufflevector(c, d, 0, 4, 1, 5);
  const v4 high_ab = __builtin_shufflevector(a, b, 2, 6, 3, 7);
  const v4 high_cd = __builtin_shufflevector(c, d, 2, 6, 3, 7);
  to[0] = __builtin_shufflevector(low_ab, low_cd, 0, 1, 4, 5);
  to[1] = __builtin_shufflevector(low_ab, low_cd, 2, 3, 6, 7);
  to[2] = __builtin_shufflevector(high_ab, high_cd, 0, 1, 4, 5);
  to[3] = __builtin_shufflevector(high_ab, high_cd, 2, 3, 6, 7);
}

/* n rounded up to a whole number of vectors. */
static inline int v4_padded(int n) {
  return (n + V4_LANES - 1) / V4_LANES * V4_LANES;
}

#endif
