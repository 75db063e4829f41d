#include "writer.h"

void nn_writer_byte(nn_writer *to, unsigned byte) {
  if (to->bytes && to->count < to->capacity) {
    to->bytes[to->count] = (uint8_t)byte;
  }
  to->count++;
}

void nn_writer_text(nn_writer *to, const char *text) {
  for (; *text; text++) nn_writer_byte(to, (uint8_t)*text);
}

void nn_writer_string(nn_writer *to, const char *text) {
  nn_writer_byte(to, '"');
  for (; *text; text++) {
    const unsigned byte = (uint8_t)*text;
    if (byte < 0x20) {
      nn_writer_text(to, "\\u00");
      nn_writer_byte(to, '0' + byte / 16);
      nn_writer_byte(to, (uint8_t) "0123456789abcdef"[byte % 16]);
    } else {
      if (byte == '"' || byte == '\\') nn_writer_byte(to, '\\');
      nn_writer_byte(to, byte);
    }
  }
  nn_writer_byte(to, '"');
}

void nn_writer_number(nn_writer *to, uint64_t n) {
  uint64_t unit = 1;
  while (n / unit >= 10) unit *= 10;
  for (; unit > 0; unit /= 10) {
    nn_writer_byte(to, '0' + (unsigned)(n / unit % 10));
  }
}

void nn_writer_decimal(nn_writer *to, double x) {
  if (x < 0) nn_writer_byte(to, '-');
  const double size = x < 0 ? -x : x;
  uint64_t whole = (uint64_t)size;
  uint64_t billionths = (uint64_t)((size - (double)whole) * 1e9 + 0.5);
  whole += billionths / 1000000000;
  billionths %= 1000000000;
  nn_writer_number(to, whole);
  if (billionths == 0) return;
  nn_writer_byte(to, '.');
  for (; billionths > 0; billionths = billionths * 10 % 1000000000) {
    nn_writer_byte(to, '0' + (unsigned)(billionths * 10 / 1000000000));
  }
}
