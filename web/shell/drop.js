/** Files dropped on the page: a model, or digits of one's own as IDX files, gzipped or not. */
import { unzipped } from "../common/idx.js";

const IMAGES = 3;
const LABELS = 1;
/** Share of one's own digits that is kept back when only one pair of files comes. */
const KEPT_BACK = 1 / 7;

/** @param {import("../model/session.js").Session} session */
export function listenToDrops(session) {
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", async (event) => {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (!files.length) return;
    try {
      await take(session, files);
    } catch (error) {
      session.say(`This could not be used: ${error.message}`);
    }
  });
}

/** @param {import("../model/session.js").Session} session @param {File[]} files */
async function take(session, files) {
  const model = files.find(({ name }) => name.endsWith(".safetensors"));
  if (model) return session.load(new Uint8Array(await model.arrayBuffer()), "file");
  const idx = await Promise.all(files.map(readIdx));
  const images = idx.filter(({ kind }) => kind === IMAGES).sort(byCount);
  const labels = idx.filter(({ kind }) => kind === LABELS).sort(byCount);
  if (!images.length || images.length !== labels.length) {
    throw new Error("images and their labels are needed, as two IDX files");
  }
  const pairs = images.map((each, i) => ({ images: each.bytes, labels: labels[i].bytes }));
  await session.useIdx({
    train: pairs[0],
    test: pairs[1] ?? null,
    name: files[0].name,
    keptBack: KEPT_BACK,
  });
}

/** @param {{ count: number }} a @param {{ count: number }} b  more digits first: they are to learn from */
const byCount = (a, b) => b.count - a.count;

/** @param {File} file */
async function readIdx(file) {
  const bytes = new Uint8Array(
    await new Response(await unzipped(file.stream(), file.name)).arrayBuffer(),
  );
  if (bytes.length < 8 || bytes[0] || bytes[1] || bytes[2] !== 8)
    throw new Error(`${file.name} is not an IDX file`);
  return { kind: bytes[3], count: new DataView(bytes.buffer).getUint32(4), bytes };
}
