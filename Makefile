# Downhill. `make` alone lists what there is.
#
# Everything generated goes to build/ (the engine, MNIST, test programs) and
# dist/ (the page, ready to be copied to any static host).

PORT ?= 8080
HOST ?= localhost
EMCC ?= $(or $(shell command -v emcc),build/emsdk/upstream/emscripten/emcc)
EMCCFLAGS ?= -DNDEBUG
CLANG_FORMAT ?= $(or $(shell command -v clang-format-14),clang-format)
# This version alone: .clang-tidy takes whole groups, which grow with others.
CLANG_TIDY ?= clang-tidy-14
CPPCHECK ?= cppcheck

# Bits must be the same everywhere: 128-bit vectors, nothing fused. -O3 where
# the time goes, -Os where none does; vectors are core's own business;
# unrolling and inlining elsewhere cost 12 kB and gain nothing. Augmentation
# gains a tenth from unrolled loops, for 1.6 kB; -O3 would cost another 3.
ENGINE_CFLAGS = $(OPTIMIZE) $(EMCCFLAGS) -fno-vectorize -fno-slp-vectorize -std=c11 -msimd128 -mnontrapping-fptoint -ffp-contract=off -Wall -Wextra $(WERROR) -Icore
OPTIMIZE = -O2 -fno-unroll-loops -mllvm -inline-threshold=0
HOT = kernels activation gradient optimizer
WARM = augment
COLD = model_file model_header model_status json network noise order description settings list writer
$(HOT:%=build/obj/core/%.o): OPTIMIZE = -O3 -mllvm -unroll-runtime=false
$(WARM:%=build/obj/core/%.o): OPTIMIZE = -O2 -mllvm -inline-threshold=0 -mllvm -unroll-runtime=false
$(COLD:%=build/obj/core/%.o): OPTIMIZE = -Os
build/engine.wasm build/description.wasm: private OPTIMIZE = -Os
# The library for C programs has the same bits.
LIB_CFLAGS = -std=c11 -O3 -ffp-contract=off -DNDEBUG -Wall -Wextra $(WERROR)

# Grows to 2 GB; the one import is the notice that it has grown.
ENGINE_LDFLAGS = --no-entry -sALLOW_MEMORY_GROWTH -sMAXIMUM_MEMORY=2147483648 \
  -sTOTAL_STACK=262144 -sMALLOC=emmalloc

C_FILES = $(sort $(filter-out core/description.c,$(wildcard core/*.c))) wasm/exports.c
DESCRIPTION_FILES = $(sort $(wildcard core/*.c)) wasm/description.c
C_ALL = $(sort $(wildcard core/*.[ch] wasm/*.[ch] examples/*.c tests/*/*.[ch]))
C_LINTED = $(sort $(C_FILES) $(DESCRIPTION_FILES)) $(sort $(wildcard tests/core/*.c tests/fuzz/*.c))
OBJECTS = $(C_FILES:%.c=build/obj/%.o)
DESCRIPTION_OBJECTS = $(DESCRIPTION_FILES:%.c=build/obj/%.o)
BUNDLED = $(shell find wasm cli web/common web/texts/en -name '*.js') tools/mnist.js tools/download.js
PAGE_FILES = $(shell find web wasm tools/page -type f -not -name '*.c') vite.config.js
# Besides English.
LANGUAGES = $(filter-out en,$(patsubst web/texts/%/page.js,%,$(wildcard web/texts/*/page.js)))
TESTS = $(sort $(foreach room,core data engine cli package worker session labs page fuzz bench,$(wildcard tests/$(room)/*.test.js)))
# Each browser waits for its frames now and then: three files keep two cores busy.
RUN_TESTS = node --test --test-reporter=spec --test-concurrency=3 --test-timeout=600000
NODE_MODULES = node_modules/.package-lock.json

.NOTPARALLEL:
.PHONY: help serve dev dist page docs figures wasm lib bundle package test thorough types check format data models fuzz bits coverage bench bench-builds bench-page accuracy sweep noise memorise \
  clean kept-data soak emscripten test-tools
.DELETE_ON_ERROR:

help: ## what there is to make
	@sed -n 's/^\([a-z-]*\):.* ## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

serve: dist ## build the page and serve it on http://localhost:8080 (PORT=… HOST=… to change)
	@node tools/serve.js --port $(PORT) --host $(HOST) dist

dev: wasm data $(NODE_MODULES) ## serve the sources, reloading as they change
	npx vite --port $(PORT) --host $(HOST)

dist: page data ## a folder to copy to any static host: dist/, and build/downhill.zip of it
	@rm -rf dist/data && if [ -d build/data ]; then cp -r build/data dist/data; fi
	@node tools/zip.js build/downhill.zip

page: dist/index.html dist/docs/index.html

docs: dist/docs/index.html ## the documentation: dist/docs/

wasm: build/engine.wasm build/scalar.wasm build/tables.js build/models/lesson.planes build/models/modern.planes ## the engine: build/engine.wasm, and its lists for JavaScript

lib: build/lib/libdownhill.a ## the engine for C programs: build/lib/libdownhill.a, downhill.h, downhill.c

bundle: lib/downhill.js

package: bundle types ## the engine for npm: build/downhill-VERSION.tgz
	npm pack --ignore-scripts --pack-destination build

test: WERROR = -Werror
test: test-tools wasm page bundle check kept-data ## everything: build, lint, types, tests in Node and in two browsers
	$(RUN_TESTS) $(TESTS)

thorough: test-tools wasm page bundle types kept-data ## what takes long: every lab at every size, by axe, translated; the rest in Firefox; bundlers
	$(RUN_TESTS) $(sort $(wildcard tests/thorough/*.test.js))
	THOROUGH=1 $(RUN_TESTS) $$(grep -lE 'thorough: (true|"firefox")' $(TESTS))

types: build/types/wasm/exports.d.ts build/tables.js $(NODE_MODULES) ## TypeScript's view of the engine: build/types/wasm/engine.d.ts
	npx tsc -p tsconfig.types.json

check: types build/cppcheck.ok build/clang-tidy.ok ## lint, formatting, types and who may import whom
	npx biome ci --colors=off --error-on-warnings .
	npx tsc
	npx depcruise web wasm cli
	@echo "$(CLANG_FORMAT) --dry-run -Werror core wasm examples tests"
	@$(CLANG_FORMAT) --dry-run -Werror $(C_ALL)

# Not asked for: guesses (--inconclusive), which here are all wrong. Not used,
# as far as cppcheck sees, are what JavaScript, native.js and libFuzzer
# call; nothing else may be.
CPPCHECK_FLAGS = --std=c11 --enable=warning,style,performance,portability,unusedFunction \
  --inline-suppr --quiet --error-exitcode=1 --template=gcc -Icore \
  --suppress=unusedFunction:wasm/exports.c --suppress=unusedFunction:wasm/description.c \
  --suppress=unusedFunction:tests/core/allocations.c \
  --suppress=unusedFunction:tests/fuzz/*.c

# Neither tool runs again until C changes. clang-tidy reads .clang-tidy and
# compile_flags.txt; what it says on stderr counts warnings of other headers.
build/cppcheck.ok: $(C_LINTED) $(filter %.h,$(C_ALL)) Makefile
	@if command -v $(CPPCHECK) >/dev/null; then \
	  echo "$(CPPCHECK) core wasm tests" && mkdir -p $(@D) && \
	  $(CPPCHECK) $(CPPCHECK_FLAGS) $(C_LINTED) && touch $@; \
	else $(call skipped,$(CPPCHECK)); fi

build/clang-tidy.ok: $(C_LINTED) $(filter %.h,$(C_ALL)) .clang-tidy tests/.clang-tidy compile_flags.txt Makefile
	@if command -v $(CLANG_TIDY) >/dev/null; then \
	  echo "$(CLANG_TIDY) core wasm tests" && mkdir -p $(@D) && \
	  if echo $(C_LINTED) | xargs -P $$(nproc) -n 2 $(CLANG_TIDY) --quiet 2>$@.log; then touch $@; \
	  else grep -v 'warnings\? generated' $@.log; exit 1; fi; \
	else $(call skipped,$(CLANG_TIDY)); fi

skipped = echo "$(1) is not installed, its check is skipped: tools/setup.sh compilers installs it"

format: $(NODE_MODULES) ## put the formatting right
	npx biome check --write .
	$(CLANG_FORMAT) -i $(C_ALL)

data: ## MNIST, from MNIST_DIR or a mirror, verified, to build/data/
	@node tools/data.js

kept-data:
	@node tools/data.js --offline

models: wasm data ## train the committed models again, to the bit
	node tools/models.js

fuzz: test-tools wasm ## libFuzzer over files, drawings and options, FUZZ_SECONDS=10 each
	node tests/fuzz/fuzz.js $(FUZZ_SECONDS)

bits: test-tools wasm ## every build beside the promised bits, ARM in an emulator too: ten minutes
	@tools/setup.sh arm
	node tests/engine/bits.js

coverage: test-tools ## what the C tests reach of core/, by lines and branches
	@tools/setup.sh llvm
	node tests/core/coverage.js

soak: page data test-tools ## use the page at random, SECONDS=600 in each browser, from SEED=1
	node tests/soak/soak.js --seconds $(or $(SECONDS),600) --seed $(or $(SEED),1)

bench: wasm data ## speed beside the peers, as shares of what this machine can do
	tests/bench/run

bench-builds: wasm data ## speed of the files here against a commit's: OLD=HEAD
	node tests/bench/builds.js $(OLD)

bench-page: page test-tools ## how quickly the page answers, in Chromium
	node tests/bench/page.js

accuracy: wasm data ## every recipe over five seeds on the test digits
	node tools/accuracy.js

sweep: wasm data ## search for better recipes on a validation part
	node tools/sweep.js

noise: wasm data ## confidence on noise, before and after teaching, over five seeds
	node tools/noise.js

memorise: wasm data ## true against shuffled labels, over five seeds
	node tools/memorise.js

figures: page package data ## what is measured in two minutes, on one page: docs/figures.md
	node tools/figures.js

clean: ## remove what was built (MNIST and an installed Emscripten stay)
	rm -rf dist lib $(filter-out build/data% build/emsdk,$(wildcard build/*))

emscripten:
	@tools/setup.sh emscripten

test-tools:
	@tools/setup.sh emscripten compilers browsers

$(NODE_MODULES): package-lock.json
	@tools/setup.sh packages

build/types/wasm/exports.d.ts: tools/exports.js wasm/exports.c $(wildcard core/*.h)
	@node tools/exports.js

build/engine.wasm: $(OBJECTS) build/tables.js
	@echo "emcc → $@"
	@$(EMCC) $(ENGINE_CFLAGS) $(ENGINE_LDFLAGS) $(OBJECTS) -o $@
	@node tools/tables.js --mark build/tables.js $@

# Its lists and settings, read from a module that is for this alone; the engine
# is marked with their hash.
build/description.wasm: $(DESCRIPTION_OBJECTS)
	@echo "emcc → $@"
	@$(EMCC) $(ENGINE_CFLAGS) $(ENGINE_LDFLAGS) $^ -o $@

build/tables.js: build/description.wasm tools/tables.js
	@echo "node tools/tables.js → $@"
	@node tools/tables.js $< $@

# For machines without vectors: v4.h promises the same bits from plain scalar
# code, and a test holds this module to them.
build/scalar.wasm: $(C_FILES) $(wildcard core/*.h) build/tables.js Makefile | emscripten
	@mkdir -p $(@D)
	@echo "emcc → $@"
	@$(EMCC) $(filter-out -msimd128,$(ENGINE_CFLAGS)) $(ENGINE_LDFLAGS) $(C_FILES) -o $@
	@node tools/tables.js --mark build/tables.js $@

# The package's models.
build/models/lesson.planes: web/models/lesson.safetensors tools/planes.js wasm/byte-planes.js
	@node tools/planes.js $< $@

build/models/modern.planes: web/models/pretrained.safetensors tools/planes.js wasm/byte-planes.js
	@node tools/planes.js $< $@

# What the package runs.
lib/downhill.js: build/engine.wasm build/scalar.wasm build/tables.js build/models/lesson.planes build/models/modern.planes tools/bundle.js $(BUNDLED) $(NODE_MODULES)
	node tools/bundle.js
	@touch $@

build/obj/%.o: %.c Makefile | emscripten
	@mkdir -p $(@D)
	@echo "emcc $<"
	@$(EMCC) $(ENGINE_CFLAGS) -MMD -c $< -o $@

build/lib/downhill.c: tools/amalgamate.js $(wildcard core/*.[ch]) LICENSE
	node tools/amalgamate.js build/lib

build/lib/libdownhill.a: build/lib/downhill.c Makefile
	$(CC) $(LIB_CFLAGS) $(CFLAGS) -c $< -o build/lib/downhill.o
	rm -f $@ && $(AR) rcs $@ build/lib/downhill.o

# It is out of date until the last language is there: a build may be killed.
dist/index.html: build/engine.wasm build/scalar.wasm build/tables.js $(PAGE_FILES) $(NODE_MODULES)
	npx vite build --logLevel warn
	@touch -t 197001020000 $@
	@for language in $(LANGUAGES); do \
	  echo "vite build, $$language"; \
	  PAGE_LANGUAGE=$$language npx vite build --logLevel warn || exit 1; \
	done
	@touch $@

DOCS_FILES = $(wildcard *.md docs/* core/README.md web/labs/README.md web/texts/README.md \
  examples/* tools/docs/*) tools/docs.js package.json

# Vite empties dist/ first.
dist/docs/index.html: dist/index.html $(DOCS_FILES) build/lib/downhill.c
	@$(MAKE) --no-print-directory types
	node tools/docs.js

# A header that was removed since the last build.
core/%.h: ;

-include $(sort $(OBJECTS:.o=.d) $(DESCRIPTION_OBJECTS:.o=.d))
