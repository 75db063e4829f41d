#include "settings.h"

#include <string.h>

/* Numbers that a setting takes. */
static int size_of(const nn_setting *setting) {
  return setting->each ? setting->each->count : 1;
}

int nn_settings_size(const nn_settings *table) {
  int size = 0;
  for (int i = 0; i < table->count; i++) size += size_of(&table->settings[i]);
  return size;
}

/* Sets element i of a member. */
static void store(const nn_setting *setting, void *options, int i,
                  double number) {
  static const size_t sizes[] = {[NN_INT] = sizeof(int),
                                 [NN_BYTE] = sizeof(uint8_t),
                                 [NN_UINT64] = sizeof(uint64_t),
                                 [NN_FLOAT] = sizeof(float),
                                 [NN_DOUBLE] = sizeof(double)};
  void *member =
      (char *)options + setting->offset + (size_t)i * sizes[setting->storage];
  switch (setting->storage) {
    case NN_INT:
      *(int *)member = (int)number;
      break;
    case NN_BYTE:
      *(uint8_t *)member = (uint8_t)number;
      break;
    case NN_UINT64:
      *(uint64_t *)member = (uint64_t)number;
      break;
    case NN_FLOAT:
      *(float *)member = (float)number;
      break;
    case NN_DOUBLE:
      *(double *)member = number;
      break;
  }
}

void nn_settings_read(const nn_settings *table, void *options,
                      const double *numbers) {
  for (int s = 0; s < table->count; s++) {
    const nn_setting *setting = &table->settings[s];
    for (int i = 0; i < size_of(setting); i++) {
      store(setting, options, i, *numbers++);
    }
  }
}

void nn_settings_default(const nn_settings *table, void *options) {
  for (int s = 0; s < table->count; s++) {
    const nn_setting *setting = &table->settings[s];
    const int is_grouped = strchr(setting->name, '.') != NULL;
    for (int i = 0; i < size_of(setting); i++) {
      store(setting, options, i, is_grouped ? 0 : setting->usual);
    }
  }
}
