/*
 * What one core of this machine can do with 128-bit vectors in WebAssembly.
 * Compiled with -msimd128 alone: no fused and no relaxed operations.
 */
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <wasm_simd128.h>

#define EXPORT(name) __attribute__((export_name(#name)))

/* Two buffers of 64 MB, far larger than any cache. */
enum { BYTES = 64 << 20, VECTORS = BYTES / 16 };
static v128_t from[VECTORS], to[VECTORS];

/*
 * Twelve independent chains x = x * a + b: enough to hide the latency of
 * multiply and add, few enough for sixteen registers.
 *
 *   rounds: multiply-adds per chain, each 2 x 4 FLOP
 *
 * Returns the sum of the chains, so that nothing is optimised away.
 */
EXPORT(multiply_add) float multiply_add(int rounds, float a, float b) {
  enum { CHAINS = 12 };
  const v128_t va = wasm_f32x4_splat(a), vb = wasm_f32x4_splat(b);
  v128_t x[CHAINS];
  for (int c = 0; c < CHAINS; c++) x[c] = wasm_f32x4_splat((float)c);
  for (int r = 0; r < rounds; r++) {
#pragma clang loop unroll(full)
    for (int c = 0; c < CHAINS; c++)
      x[c] = wasm_f32x4_add(wasm_f32x4_mul(x[c], va), vb);
  }
  for (int c = 1; c < CHAINS; c++) x[0] = wasm_f32x4_add(x[0], x[c]);
  return wasm_f32x4_extract_lane(x[0], 0) + wasm_f32x4_extract_lane(x[0], 1) +
         wasm_f32x4_extract_lane(x[0], 2) + wasm_f32x4_extract_lane(x[0], 3);
}

/* Reads 64 MB once, in four streams; returns a checksum. */
EXPORT(read_all) uint32_t read_all(void) {
  v128_t x[4] = {from[0], from[1], from[2], from[3]};
  for (size_t i = 0; i < VECTORS; i += 4)
    for (size_t k = 0; k < 4; k++) x[k] = wasm_v128_xor(x[k], from[i + k]);
  x[0] = wasm_v128_xor(wasm_v128_xor(x[0], x[1]), wasm_v128_xor(x[2], x[3]));
  return (uint32_t)wasm_i32x4_extract_lane(x[0], 0);
}

/* Copies 64 MB once: as many bytes read as written. */
EXPORT(copy_all) void copy_all(void) {
  for (size_t i = 0; i < VECTORS; i++) to[i] = from[i];
  /* The copy is observable: the compiler may not drop it. */
  __asm__ volatile("" : : "r"(to) : "memory");
}

/* Touches every page once, before the clock starts. */
EXPORT(fill) void fill(int value) {
  memset(from, value, sizeof from);
  memset(to, value, sizeof to);
}
