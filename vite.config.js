import { createReadStream, existsSync } from "node:fs";
import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";

const mnist = new URL("./build/data/", import.meta.url);

/**
 * `make dev` serves ./data/ from build/data, as dist/data does in the built page.
 *
 * @returns {import("vite").Plugin}
 */
function mnistInDevelopment() {
  return {
    name: "mnist",
    configureServer({ middlewares }) {
      middlewares.use("/data/", (request, response) => {
        const name = /^\/([a-z0-9-]+\.gz)$/.exec(request.url ?? "")?.[1];
        const file = name && new URL(name, mnist);
        if (!file || !existsSync(file)) {
          response.writeHead(404).end();
          return;
        }
        response.setHeader("Content-Type", "application/gzip");
        createReadStream(file).pipe(response);
      });
    },
  };
}

export default defineConfig({
  root: "web",
  base: "./",
  build: {
    outDir: "../dist",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  worker: { format: "es" },
  assetsInclude: ["**/*.safetensors"],
  server: { strictPort: true, fs: { allow: [".."] } },
  plugins: [
    mnistInDevelopment(),
    VitePWA({
      registerType: "autoUpdate",
      injectRegister: "script-defer",
      manifest: {
        name: "Downhill",
        short_name: "Downhill",
        description: "Watch a neural network learn to read digits, by gradient descent",
        display: "standalone",
        background_color: "#0c0f14",
        theme_color: "#0c0f14",
        icons: [{ src: "icon.svg", sizes: "any", type: "image/svg+xml" }],
      },
      // The page works offline after the first visit, whatever follows the "?" of its address;
      // MNIST and the large network once they were asked for.
      workbox: {
        skipWaiting: true,
        clientsClaim: true,
        ignoreURLParametersMatching: [/./],
        runtimeCaching: [
          {
            urlPattern: /\/data\/[^/]+\.gz$|\.safetensors$/,
            handler: "CacheFirst",
            options: { cacheName: "data" },
          },
        ],
        globPatterns: ["**/*.{html,js,css,wasm,svg,woff2}", "assets/lesson-*.safetensors"],
        globIgnores: ["data/**"],
        navigateFallback: null,
      },
    }),
  ],
});
