/* Settings, lists and written numbers, as JavaScript reads them. */
#include "../../core/settings.h"

#include <stdio.h>
#include <string.h>

#include "../../core/attack.h"
#include "../../core/trainer.h"
#include "../../core/writer.h"
#include "check.h"

static void test_lists(void) {
  enum { LISTS = 4 };
  const nn_list *lists[LISTS] = {&nn_activation_list, &nn_optimizer_list,
                                 &nn_noise_list, &nn_attack_list};
  int found = 1, alone = 1;
  for (int l = 0; l < LISTS; l++) {
    for (int i = 0; i < lists[l]->count; i++) {
      found &= nn_list_find(lists[l], nn_list_name(lists[l], i)) == i;
    }
    alone &= nn_list_find(lists[l], "") == -1 &&
             nn_list_find(lists[l], "sigmoids") == -1;
  }
  check(found && alone, "a name is found at its place, others nowhere");
}

/* Every member gets a number of its own: 1, 2, 3 … */
static void test_read(void) {
  double numbers[64];
  nn_trainer_options training;
  nn_attack_options attack;
  const int size = nn_settings_size(&nn_trainer_settings);
  for (int i = 0; i < 64; i++) numbers[i] = i + 1;
  memset(&training, 0, sizeof training);
  nn_settings_read(&nn_trainer_settings, &training, numbers);
  check(size == nn_trainer_settings.count + NN_NOISE_KINDS - 1 &&
            training.batch_size == 1 && training.learning_rate == 3 &&
            training.total_steps == 7 && training.augment.elastic == 14 &&
            training.noise_kinds[0] == 16 &&
            training.noise_kinds[NN_NOISE_KINDS - 1] == 15 + NN_NOISE_KINDS &&
            training.seed == (uint64_t)size,
        "a trainer's options are read in the table's order");
  memset(&attack, 0, sizeof attack);
  nn_settings_read(&nn_attack_settings, &attack, numbers);
  check(attack.method == 1 && attack.epsilon == 2 &&
            attack.seed == (uint64_t)nn_settings_size(&nn_attack_settings),
        "and so are an attack's");
  nn_settings_default(&nn_attack_settings, &attack);
  check(attack.method == 0 && attack.epsilon > 0 && attack.step_size == -1 &&
            attack.target == -1,
        "which have defaults too");
}

static int writes(double x, const char *expected) {
  char text[64] = "";
  nn_writer to = {(uint8_t *)text, sizeof text - 1, 0};
  nn_writer_decimal(&to, x);
  return to.count == strlen(expected) && strcmp(text, expected) == 0;
}

static void test_decimals(void) {
  check(writes(0, "0") && writes(-1.5, "-1.5") && writes(1e-9, "0.000000001") &&
            writes(9007199254740991.0, "9007199254740991"),
        "decimals have the digits that they need");
  check(writes(4e-10, "0") && writes(0.9999999999, "1") &&
            writes(3.14159265358979, "3.141592654"),
        "nine of them after the point, rounded");
  char text[4] = "abc";
  nn_writer to = {(uint8_t *)text, 2, 0};
  nn_writer_number(&to, 98765);
  check(to.count == 5 && strcmp(text, "98c") == 0,
        "what has no room is counted only");
}

int main(void) {
  test_lists();
  test_read();
  test_decimals();
  return failures != 0;
}
