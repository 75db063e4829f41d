#include "description.h"

#include "attack.h"
#include "trainer.h"
#include "writer.h"

#define CHOICE(...) NN_CHOICE(nn_functions, __VA_ARGS__)

/* Widths of layers are checked by the constants above them. */
static const nn_setting network_settings[] = {
    CHOICE(hidden, "hidden", &nn_activation_list),
    CHOICE(output, "output", &nn_output_list),
    CHOICE(cost, "cost", &nn_cost_list),
};
static const nn_settings nn_network_settings = {
    "network", network_settings,
    sizeof network_settings / sizeof *network_settings};

static const nn_list *const lists[] = {
    &nn_activation_list, &nn_output_list, &nn_cost_list,  &nn_optimizer_list,
    &nn_schedule_list,   &nn_noise_list,  &nn_attack_list};

static const nn_settings *const tables[] = {
    &nn_network_settings, &nn_trainer_settings, &nn_attack_settings};

static const struct {
  const char *name;
  int value;
} constants[] = {
    {"pixels", NN_PIXELS},         {"classes", NN_CLASSES},
    {"notADigit", NN_NOT_A_DIGIT}, {"maxLayers", NN_MAX_LAYERS},
    {"maxWidth", NN_MAX_WIDTH},
};

enum { TABLES = sizeof tables / sizeof tables[0] };
enum { LISTS = sizeof lists / sizeof lists[0] };
enum { CONSTANTS = sizeof constants / sizeof *constants };

/* "name": */
static void put_key(nn_writer *to, const char *name) {
  nn_writer_string(to, name);
  nn_writer_byte(to, ':');
}

/* A comma before all but the first. */
static void put_comma(nn_writer *to, int i) {
  if (i > 0) nn_writer_byte(to, ',');
}

static void put_list(nn_writer *to, const nn_list *list) {
  put_key(to, list->key);
  nn_writer_byte(to, '[');
  for (int i = 0; i < list->count; i++) {
    put_comma(to, i);
    nn_writer_string(to, nn_list_name(list, i));
  }
  nn_writer_byte(to, ']');
}

static void put_text(nn_writer *to, const char *name, const char *text) {
  nn_writer_byte(to, ',');
  put_key(to, name);
  nn_writer_string(to, text);
}

static void put_decimal(nn_writer *to, const char *name, double x) {
  nn_writer_byte(to, ',');
  put_key(to, name);
  nn_writer_decimal(to, x);
}

static void put_setting(nn_writer *to, const nn_setting *setting) {
  const int is_real =
      setting->storage == NN_FLOAT || setting->storage == NN_DOUBLE;
  nn_writer_byte(to, '{');
  put_key(to, "name");
  nn_writer_string(to, setting->name);
  put_text(to, "type",
           setting->choices ? "choice"
           : is_real        ? "number"
                            : "integer");
  if (setting->choices) {
    put_text(to, "list", setting->choices->key);
  } else {
    put_decimal(to, "low", setting->low);
    put_decimal(to, "high", setting->high);
  }
  put_decimal(to, "default", setting->usual);
  if (setting->each) put_text(to, "each", setting->each->key);
  if (setting->unit[0]) put_text(to, "unit", setting->unit);
  nn_writer_byte(to, '}');
}

static void put_settings(nn_writer *to, const nn_settings *table) {
  put_key(to, table->key);
  nn_writer_byte(to, '[');
  for (int i = 0; i < table->count; i++) {
    put_comma(to, i);
    put_setting(to, &table->settings[i]);
  }
  nn_writer_byte(to, ']');
}

size_t nn_description_write(char *text, size_t capacity) {
  nn_writer to = {(uint8_t *)text, capacity, 0};
  nn_writer_byte(&to, '{');
  for (int i = 0; i < CONSTANTS; i++) {
    put_key(&to, constants[i].name);
    nn_writer_number(&to, (uint64_t)constants[i].value);
    nn_writer_byte(&to, ',');
  }
  put_key(&to, "lists");
  nn_writer_byte(&to, '{');
  for (int i = 0; i < LISTS; i++) {
    put_comma(&to, i);
    put_list(&to, lists[i]);
  }
  nn_writer_text(&to, "},");
  put_key(&to, "settings");
  nn_writer_byte(&to, '{');
  for (int i = 0; i < TABLES; i++) {
    put_comma(&to, i);
    put_settings(&to, tables[i]);
  }
  nn_writer_text(&to, "}}");
  return to.count;
}
