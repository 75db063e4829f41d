/* Preconditions: a call that breaks one stops the sanitized build at once. */
#define _POSIX_C_SOURCE 200809L /* NOLINT: fork() wants it */

#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../core/augment.h"
#include "../../core/handwriting.h"
#include "../../core/noise.h"
#include "../../core/order.h"
#include "../../core/strokes.h"
#include "../../core/trainer.h"

static nn_dataset *data; /* two images */
static float pixels[NN_PIXELS];
static uint8_t bytes[2 * NN_PIXELS], labels[2] = {3, 7};
static uint16_t indices[NN_PIXELS];
static size_t at;

static void append_to_null(void) {
  nn_dataset_append(NULL, bytes, labels, 2, &at);
}

static void append_minus_one(void) {
  nn_dataset_append(data, bytes, labels, -1, &at);
}

static void append_no_labels(void) {
  nn_dataset_append(data, bytes, NULL, 1, &at);
}

static void train_on_nothing(void) {
  const int width = 1;
  const nn_trainer_options how = {.batch_size = 1};
  nn_network *net = nn_network_new(&width, 1, (nn_functions){0, 0, 0}, 1);
  nn_trainer_train(nn_trainer_new(net, nn_dataset_new(), &how), 1);
}

static void append_no_files(void) {
  nn_dataset_append_idx(data, NULL, 0, NULL, 0, &at);
}

static void row_past_end(void) { nn_dataset_row(data, 2); }

static void row_minus_one(void) { nn_dataset_row(data, -1); }

static void copy_past_end(void) { nn_dataset_copy(data, 1, 2, 0, 1); }

static void copy_fraction_nan(void) { nn_dataset_copy(data, 0, 1, NAN, 1); }

static void unpack_to_null(void) {
  nn_row_unpack(NULL, nn_dataset_row(data, 0));
}

static void unknown_status(void) { nn_data_status_text(NN_DATA_STATUSES); }

static void order_of_none(void) {
  nn_order order;
  nn_order_start(&order, 1);
  nn_order_next(&order, 0);
}

static void random_below_zero(void) {
  nn_random random = nn_random_seeded(1, 1);
  nn_random_below(&random, 0);
}

static void noise_of_unknown_kind(void) {
  nn_noise_image(pixels, NN_NOISE_KINDS, 1, 0, NULL);
}

static void noise_of_empty_data(void) {
  nn_noise_dataset(pixels, NN_NOISE_SHUFFLED, 1, 0, 1, nn_dataset_new());
}

static void augment_in_groups(int group) {
  nn_row row = nn_dataset_row(data, 0);
  nn_augment_rows(&row, indices, bytes, 1, group, &(nn_augment){0}, 1, 0);
}

static void augment_in_groups_of_zero(void) { augment_in_groups(0); }

static void augment_in_groups_of_nine(void) { augment_in_groups(9); }

static void augment_empty_batch(void) { nn_augment_group(0); }

static void templates_of_ten(void) { nn_digit_templates_of(10); }

static void trace_of_nothing(void) {
  nn_stroke_trace(pixels, 9, pixels, (int8_t[]){0}, 0, 1, 0.1f);
}

static void ink_without_lengths(void) { nn_ink(pixels, pixels, NULL, 1); }

static void ink_of_wide_pen(void) {
  nn_ink_with_pen(pixels, pixels, (int[]){1}, 1, &(nn_ink_pen){20, 0, 0});
}

static void handwriting_to_null(void) { nn_handwriting(NULL, 1, 1); }

static const struct {
  const char *name;
  void (*call)(void);
} misuses[] = {
    {"append to NULL", append_to_null},
    {"append −1 images", append_minus_one},
    {"append without labels", append_no_labels},
    {"append no files", append_no_files},
    {"training on no images", train_on_nothing},
    {"a row past the end", row_past_end},
    {"row −1", row_minus_one},
    {"a copy past the end", copy_past_end},
    {"a fraction that is not a number", copy_fraction_nan},
    {"a row unpacked to NULL", unpack_to_null},
    {"an unknown status", unknown_status},
    {"the order of no examples", order_of_none},
    {"a random number below 0", random_below_zero},
    {"noise of an unknown kind", noise_of_unknown_kind},
    {"noise of empty data", noise_of_empty_data},
    {"groups of 0", augment_in_groups_of_zero},
    {"groups of 9", augment_in_groups_of_nine},
    {"the group of an empty batch", augment_empty_batch},
    {"templates of digit 10", templates_of_ten},
    {"a stroke without nodes", trace_of_nothing},
    {"strokes without lengths", ink_without_lengths},
    {"a pen as wide as the digit", ink_of_wide_pen},
    {"handwriting to NULL", handwriting_to_null},
};

/* 1 when an assert ends the call, rather than a crash or nothing. */
static int is_asserted(void (*call)(void)) {
  int status;
  if (fflush(stdout)) exit(1);
  pid_t child = fork();
  if (child < 0) exit(1);
  if (child == 0) {
    if (!freopen("/dev/null", "w", stderr)) _exit(2);
    call();
    _exit(0);
  }
  if (waitpid(child, &status, 0) != child) exit(1);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

int main(void) {
  int failures = 0;
  data = nn_dataset_new();
  if (!data || nn_dataset_append(data, bytes, labels, 2, &at) != NN_DATA_OK) {
    return 1;
  }
  for (size_t i = 0; i < sizeof misuses / sizeof *misuses; i++) {
    const int asserted = is_asserted(misuses[i].call);
    printf("%s %s\n", asserted ? "ok" : "FAILED", misuses[i].name);
    failures += !asserted;
  }
  nn_dataset_free(data);
  return failures != 0;
}
