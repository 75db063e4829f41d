/* Model files: a call against a header's contract ends the program. */
/* fork() of POSIX. NOLINTNEXTLINE(*-reserved-identifier,cert-dcl*) */
#define _POSIX_C_SOURCE 200809L

#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../core/model_header.h"

static int failures = 0;

static nn_model_status status;
static size_t at;
static nn_model_status *no_status_given; /* NULL, unseen by static checks */
static size_t *no_at_given;
static const uint8_t bytes[] = {1, 0, 0, 0, 0, 0, 0, 0, '{'};

static void read_nothing(void) { nn_model_read(NULL, 1, &status, &at); }
static void read_without_status(void) {
  nn_model_read(bytes, 9, no_status_given, &at);
}
static void read_without_at(void) {
  nn_model_read(bytes, 9, &status, no_at_given);
}
static void write_nothing(void) { nn_model_write(NULL, NULL, NULL); }
static void note_of_nothing(void) { nn_model_note(NULL, 0, NULL, 1); }
static void note_to_nowhere(void) { nn_model_note(NULL, 1, bytes, 9); }
static void no_status(void) { nn_model_status_text(NN_MODEL_STATUSES); }

static void check_with_error(void) {
  static nn_model_header header;
  nn_json json = {.error = NN_JSON_MALFORMED};
  nn_model_header_check(&json, &header, 0);
}

static void json_of_nothing(void) {
  nn_json json = {.end = 1};
  nn_json_peek(&json);
}

static void fail_for_no_reason(void) {
  nn_json json = {.end = 0};
  nn_json_fail(&json, 0, 0);
}

static void long_key(void) {
  const nn_json_word word = {.length = 0};
  nn_json_is(&word, "a key of more than 23 bytes");
}

static void wrong_bracket(void) {
  nn_json json = {.end = 0};
  int first = 1;
  nn_json_next(&json, &first, '[');
}

/* Runs it in a process of its own, which must end by an assertion. */
static void check(void (*misuse)(void), const char *title) {
  (void)fflush(stdout);
  pid_t child = fork();
  if (child == 0) {
    if (freopen("/dev/null", "w", stderr) == NULL) _exit(1);
    misuse();
    _exit(0);
  }
  int end = 0;
  int is_caught = child > 0 && waitpid(child, &end, 0) == child &&
                  WIFSIGNALED(end) && WTERMSIG(end) == SIGABRT;
  printf("%s %s\n", is_caught ? "ok" : "FAILED", title);
  failures += !is_caught;
}

int main(void) {
  check(read_nothing, "a file of NULL and one byte");
  check(read_without_status, "no place for the status");
  check(read_without_at, "no place for the byte");
  check(write_nothing, "no network");
  check(note_of_nothing, "a note of no file");
  check(note_to_nowhere, "a note without a buffer");
  check(no_status, "a status that there is not");
  check(check_with_error, "a header that was not read");
  check(json_of_nothing, "JSON of NULL and one byte");
  check(fail_for_no_reason, "an error without a reason");
  check(long_key, "a key too long to be compared");
  check(wrong_bracket, "an opening bracket for the closing one");
  return failures != 0;
}
