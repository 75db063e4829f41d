/* Text and numbers as bytes, into memory or only counted. */
#ifndef NN_WRITER_H
#define NN_WRITER_H

#include <stddef.h>
#include <stdint.h>

/* `bytes` is NULL to count alone; what is beyond `capacity` is counted only. */
typedef struct {
  uint8_t *bytes;
  size_t capacity, count;
} nn_writer;

void nn_writer_byte(nn_writer *to, unsigned byte);
void nn_writer_text(nn_writer *to, const char *text);

/* text as a JSON string. */
void nn_writer_string(nn_writer *to, const char *text);

/* A whole number, in decimal. */
void nn_writer_number(nn_writer *to, uint64_t n);

/* x in decimal, |x| < 2⁶³, rounded to nine digits after the point. */
void nn_writer_decimal(nn_writer *to, double x);

#endif
