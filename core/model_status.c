#include <assert.h>

#include "model_header.h"

/* Those of the settings are composed below. */
static const char *const sentences[NN_MODEL_STATUSES] = {
    [NN_MODEL_OK] = "",
    [NN_MODEL_NO_MEMORY] = "there is not enough memory",
    [NN_MODEL_TRUNCATED] = "the file ends too early",
    [NN_MODEL_LENGTH] = "the header is longer than the file",
    [NN_MODEL_JSON] = "the header is not the JSON of a safetensors file",
    [NN_MODEL_TWICE] = "the header has the same key twice",
    [NN_MODEL_NO_METADATA] = "the header has no __metadata__",
    [NN_MODEL_METADATA] = "__metadata__ has more than 256 entries",
    [NN_MODEL_NAME] = "a tensor is not layers.N.weight or layers.N.bias",
    [NN_MODEL_NO_TENSOR] = "a layer's weight or bias is missing",
    [NN_MODEL_LAYERS] = "there are more than 8 layers",
    [NN_MODEL_DTYPE] = "a tensor's dtype is not F32",
    [NN_MODEL_SHAPE] = "a tensor's shape does not fit its neighbours",
    [NN_MODEL_WIDTH] = "a layer is wider than 4096",
    [NN_MODEL_ENDS] = "the network does not lead from 784 to 10",
    [NN_MODEL_OFFSETS] =
        "a tensor's data_offsets leave a hole, overlap or do not fit its shape",
    [NN_MODEL_TRAILING] = "there are bytes after the last tensor",
    [NN_MODEL_NOT_FINITE] = "a parameter is not finite",
};

_Static_assert(NN_MODEL_MAX_METADATA == 256 && NN_MAX_LAYERS == 8 &&
                   NN_MAX_WIDTH == 4096 && NN_PIXELS == 784 && NN_CLASSES == 10,
               "the sentences name these");

/* Appends as much as fits before `limit`, and a zero; returns the end. */
static char *append(char *end, const char *limit, const char *more) {
  while (*more && end < limit) *end++ = *more++;
  *end = 0;
  return end;
}

const char *nn_model_status_text(nn_model_status status) {
  static _Thread_local char text[256];
  const char *limit = text + sizeof text - 1;
  assert((int)status >= 0 && status < NN_MODEL_STATUSES);
  for (int s = 0; s < NN_MODEL_SETTINGS; s++) {
    const nn_model_setting *setting = &nn_model_settings[s];
    const int is_missing = status == setting->missing;
    if (!is_missing && status != setting->unknown) continue;
    char *end =
        append(text, limit, is_missing ? "__metadata__ has no \"" : "\"");
    end = append(end, limit, setting->key);
    end = append(end, limit, is_missing ? "\"" : "\" is not one of ");
    for (int i = 0; !is_missing && i < setting->list->count; i++) {
      if (i > 0) end = append(end, limit, ", ");
      end = append(end, limit, nn_list_name(setting->list, i));
    }
    return text;
  }
  return sentences[status];
}
