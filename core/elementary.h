/*
 * exp, log, sine and cosine of our own, so that every compiler and every
 * browser computes the same bits. Polynomials after Cephes (Moshier),
 * relative error below 2e-7 for the float functions.
 */
#ifndef NN_ELEMENTARY_H
#define NN_ELEMENTARY_H

#include "v4.h"

/* e^x, four at once. x is clamped to -87…88; NaN stays NaN. */
static inline v4 nn_exp4(v4 x) {
  const v4 lo = v4_splat(-87.0f), hi = v4_splat(88.0f);
  x = v4_min(hi, v4_max(lo, x));

  /*
   * x = n ln 2 + r, with n rounded to nearest by the 1.5·2²³ trick; power is
   * 2ⁿ, put together from n as its exponent.
   */
  const v4 magic = v4_splat(12582912.0f), one = v4_splat(1.0f);
  const v4i one_less = (v4i)magic - 127;
  v4 shifted = x * v4_splat(1.44269504f) + magic;
  v4 power = (v4)(((v4i)shifted - one_less) << 23);
  v4 fn = shifted - magic;
  v4 r = (x - fn * v4_splat(0.693359375f)) - fn * v4_splat(-2.12194440e-4f);

  v4 p = v4_splat(1.9875691500e-4f);
  p = p * r + v4_splat(1.3981999507e-3f);
  p = p * r + v4_splat(8.3334519073e-3f);
  p = p * r + v4_splat(4.1665795894e-2f);
  p = p * r + v4_splat(1.6666665459e-1f);
  p = p * r + v4_splat(5.0000001201e-1f);
  return (p * (r * r) + r + one) * power;
}

/* e^x. */
float nn_exp(float x);

/* Natural logarithm of a positive, normal x. */
float nn_log(float x);

/* Sine and cosine; x in radians, |x| up to a few thousand. */
double nn_sin(double x);
double nn_cos(double x);

#endif
