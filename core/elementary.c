#include "elementary.h"

float nn_exp(float x) { return nn_exp4(v4_splat(x))[0]; }

float nn_log(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  int exponent = (int)(bits >> 23) - 126;
  bits = (bits & 0x007fffffu) | 0x3f000000u; /* mantissa in 0.5…1 */
  float m;
  memcpy(&m, &bits, sizeof m);
  if (m < 0.707106781f) {
    exponent -= 1;
    m = m + m - 1.0f;
  } else {
    m = m - 1.0f;
  }

  static const float coefficients[] = {
      7.0376836292e-2f,  -1.1514610310e-1f, 1.1676998740e-1f,
      -1.2420140846e-1f, 1.4249322787e-1f,  -1.6668057665e-1f,
      2.0000714765e-1f,  -2.4999993993e-1f, 3.3333331174e-1f};
  float p = 0.0f;
  for (int i = 0; i < 9; i++) p = p * m + coefficients[i];

  float z = m * m, e = (float)exponent;
  float y = p * m * z + e * -2.12194440e-4f - 0.5f * z;
  return m + y + e * 0.693359375f;
}

/* Taylor series of sine on -π/2…π/2: below 1e-15 with these terms. */
static double sine_near_zero(double x) {
  double square = x * x, term = x, sum = x;
  for (int k = 1; k <= 10; k++) {
    term = -term * square / (double)((2 * k) * (2 * k + 1));
    sum += term;
  }
  return sum;
}

double nn_sin(double x) {
  const double pi = 3.14159265358979323846;
  double turns = x / pi;
  long n = (long)(turns + (turns < 0 ? -0.5 : 0.5));
  double r = x - (double)n * pi;
  return n % 2 == 0 ? sine_near_zero(r) : -sine_near_zero(r);
}

double nn_cos(double x) { return nn_sin(x + 1.57079632679489661923); }
