// Files of whoever typed the command.

import { kMaxLength } from "node:buffer";
import { mkdir, readdir, readFile, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
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
  ELOOP: "it is a link that leads to itself",
  ENAMETOOLONG: "its name is too long",
  EMFILE: "too many files are open",
  EBUSY: "it is in use",
  ERR_FS_FILE_TOO_LARGE: "it is larger than 2 GB",
};

/** Why a file could not be used, half a sentence. @param {NodeJS.ErrnoException} error */
export const reasonOf = (error) => WHY[error.code ?? ""] ?? error.message;

/** @param {string} path @param {NodeJS.ErrnoException} error @returns {Error} with a sentence */
const failed = (path, error) => new Error(`${path}: ${reasonOf(error)}`, { cause: error });

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
 * What is in a folder, and in those in it: of links, what they lead to.
 * @param {string} path @returns {Promise<string[]>} paths of files, sorted
 */
export async function filesUnder(path) {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    const paths = [];
    for (const entry of entries) {
      const full = join(entry.parentPath, entry.name);
      const isLink = entry.isSymbolicLink();
      if (entry.isFile() || (isLink && (await stat(full)).isFile())) paths.push(full);
    }
    return paths.sort();
  } catch (error) {
    throw failed(error.path ?? path, error);
  }
}

/** What a path leads to; null: nothing is there yet. @param {string} path */
async function target(path) {
  try {
    const real = await realpath(path);
    return { real, stats: await stat(real) };
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw failed(path, error);
  }
}

/**
 * Throws unless a file can be written there; what is there stays.
 * @param {string} path
 */
export async function checkWritable(path) {
  const there = await target(path);
  if (there?.stats.isDirectory() || /[\\/]\.?$/.test(path)) {
    throw new Error(`${path}: ${WHY.EISDIR}`);
  }
  if (there && !there.stats.isFile()) return;
  const half = `${there?.real ?? path}.${process.pid}.part`;
  try {
    await mkdir(dirname(half), { recursive: true });
    await writeFile(half, "");
  } catch (error) {
    throw failed(path, error);
  } finally {
    await rm(half, { force: true }).catch(() => {});
  }
}

/**
 * The whole file, or what was there before; devices and pipes are written to.
 * @param {string} path @param {Uint8Array | string} content
 */
export async function write(path, content) {
  const there = await target(path);
  const half = `${there?.real ?? path}.${process.pid}.part`;
  try {
    if (there && !there.stats.isFile()) return await writeFile(there.real, content);
    await mkdir(dirname(half), { recursive: true });
    await writeFile(half, content, { mode: there?.stats.mode });
    await rename(half, there?.real ?? path);
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
