// Files of whoever typed the command.

import { kMaxLength } from "node:buffer";
import { mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { constants, gunzipSync } from "node:zlib";

/** @type {Record<string, string>} */
const WHY = {
  ENOENT: "there is no such file",
  EACCES: "it may not be opened",
  EPERM: "it may not be opened",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is no folder",
  EEXIST: "a part of its path is no folder",
  ENOSPC: "the disk is full",
  EROFS: "the disk is read-only",
};

/** @param {string} path @param {NodeJS.ErrnoException} error @returns {Error} with a sentence */
const failed = (path, error) =>
  new Error(`${path}: ${WHY[error.code ?? ""] ?? error.message}`, { cause: error });

/** @param {string} path @returns {Promise<Uint8Array<ArrayBuffer>>} */
export async function bytesIn(path) {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw failed(path, error);
  }
}

/** Throws when there is nothing. @param {string} path */
export async function isFolder(path) {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw failed(path, error);
  }
}

/**
 * The whole file, or what was there before.
 * @param {string} path @param {Uint8Array | string} content
 */
export async function write(path, content) {
  const half = `${path}.${process.pid}.part`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(half, content);
    await rename(half, path);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    throw failed(path, error);
  }
}

/**
 * Unpacks a .gz, of several members, too.
 * @type {typeof import("../web/common/own-data/gunzip.js").gunzipped}
 */
export function gunzipped(packed, most = Infinity) {
  const maxOutputLength = Math.min(most, kMaxLength);
  try {
    return { bytes: gunzipSync(packed, { maxOutputLength }), fault: "" };
  } catch (error) {
    if (error.code === "ERR_BUFFER_TOO_LARGE") return { bytes: new Uint8Array(), fault: "large" };
    if (error.code !== "Z_BUF_ERROR") return { bytes: new Uint8Array(), fault: "damaged" };
  }
  const some = { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH };
  return { bytes: gunzipSync(packed, some), fault: "cut" };
}

/** Where what was downloaded is kept. @param {NodeJS.ProcessEnv} env */
export function cacheFolder({ XDG_CACHE_HOME, LOCALAPPDATA } = process.env) {
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, "downhill");
  if (process.platform === "win32" && LOCALAPPDATA) return join(LOCALAPPDATA, "downhill");
  const isMac = process.platform === "darwin";
  return join(homedir(), isMac ? "Library/Caches" : ".cache", "downhill");
}
