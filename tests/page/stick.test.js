/** The page on a stick: one zip, unpacked and served by the line that its text tells. */
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { findBrowser, launch, openPage } from "../support/browser.js";
import { byId, DIGITS, draw, press, stateOf, until, untilAtLeast } from "../support/visitor.js";

const tool = fileURLToPath(new URL("../../tools/zip.js", import.meta.url));
const python = spawnSync("python3", ["--version"]).status === 0;
const skip = !python ? "there is no python3" : !findBrowser("chromium") && "there is no Chromium";

describe("the page on a stick", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "downhill-stick-"));
  /** @type {import("node:child_process").ChildProcess} */
  let server;
  let url = "";

  before(async () => {
    execFileSync(process.execPath, [tool, join(folder, "downhill.zip")]);
    execFileSync("python3", ["-m", "zipfile", "-e", join(folder, "downhill.zip"), folder]);
    // Port 0 is any that is free.
    const args = ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1"];
    server = spawn("python3", args, { cwd: join(folder, "Downhill") });
    const [said] = await once(/** @type {any} */ (server.stdout), "data");
    url = `http://localhost:${/port (\d+)/.exec(String(said))?.[1]}/`;
  });
  after(() => {
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  test("tells how it is started on each system", () => {
    const text = readFileSync(join(folder, "Downhill/HOW TO START.txt"), "utf8");
    for (const system of ["Windows", "macOS", "ChromeOS", "Linux"]) {
      assert.match(text, new RegExp(`^${system} +[^]+?http.server 8080\r\n`, "m"));
    }
  });

  test("works from the server that the text tells: it reads, and trains", async () => {
    const browser = await launch("chromium");
    try {
      const { page, errors } = await openPage(browser, url);
      await until(page, "status", "ready");
      await draw(page, DIGITS[3]);
      await page.waitForFunction(() =>
        document.querySelector("dh-prediction")?.textContent?.includes("3"),
      );
      const untrained = await openPage(browser, url, { path: "#start=random&seed=1" });
      await press(untrained.page, byId("train"));
      await untilAtLeast(untrained.page, "steps", 100);
      assert.match(await stateOf(untrained.page, "data.kind"), /^(mnist|handwriting)$/);
      assert.deepEqual([...errors, ...untrained.errors], []);
    } finally {
      await browser.close();
    }
  });
});
