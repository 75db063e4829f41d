// @ts-nocheck The run of numerics.md, section 3. f rounds every float32 operation (section 2).
const f = Math.fround, u64 = x => BigInt.asUintN(64, x), seed = 1n;
function hash(x) {                                              // 3.1
  x = u64((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n);
  x = u64((x ^ (x >> 27n)) * 0x94d049bb133111ebn);
  return x ^ (x >> 31n);
}
function sequence(stream, counter = 0n) {                       // 3.1: a function that draws a u32
  const G = 0x9e3779b97f4a7c15n, key = hash(hash(u64(seed + G)) ^ hash(u64(~stream)));
  return () => hash(u64(key + ++counter * G)) >> 32n;
}
const [L, H, T, M, ...C] = new Float32Array(new Uint32Array([0x3fb8aa3b, 0x3f318000, 0xb95e8083,
  0x4b400000, 0x39506967, 0x3ab743ce, 0x3c088908, 0x3d2aa9c1, 0x3e2aaaaa, 0x3f000000]).buffer);
function exp(x) {                                               // 3.2
  x = Math.min(Math.max(x, -87), 88);
  const n = f(f(f(x * L) + M) - M), r = f(f(x - f(n * H)) - f(n * T));
  const p = C.reduce((p, c) => f(f(p * r) + c));
  return f(f(f(f(p * f(r * r)) + r) + 1) * 2 ** n);
}
function initial(I, O, stream) {                                // 3.3
  const u32 = sequence(stream), limit = f(Math.sqrt(f(3 / I))), b = new Float32Array(O);
  const draw = () => f(-limit + f(f(limit - -limit) * (Number(u32() >> 8n) / 2 ** 24)));
  return { W: Array.from(b, () => new Float32Array(I).map(draw)), b };
}
function block(x, R, e, h = 1n) {                               // 3.4: permutation of blocks
  while (4n ** h < R) h++;
  const K = hash(seed ^ (e << 40n)), mask = 2n ** h - 1n;
  for (let round = 0n; round < 4n; round++) {                   // x is left and right together
    const right = x & mask, bits = hash(u64(K + ((round << 32n) | right))) >> 40n;
    x = (right << h) | ((x >> h) ^ (bits & mask));
  }
  return x < R ? x : block(x, R, e);
}
function epoch(order, n, e, v = []) {                           // 3.4: windows of 64 blocks
  for (let R = BigInt(Math.ceil(n / 32)), d = 1n; d <= R; d++) {
    const first = 32 * Number(block(d - 1n, R, e)), u32 = sequence((e << 32n) | d);
    for (let j = first; j < first + 32 && j < n; j++) v.push(j);
    if (d % 64n !== 0n && d < R) continue;                      // the window is not full yet
    for (let i = v.length - 1; i > 0; i--) {
      const j = Number((u32() * BigInt(i + 1)) >> 32n);
      [v[i], v[j]] = [v[j], v[i]];
    }
    order.push(...v.splice(0));
  }
}
const forward = ({ W, b }, x) => b.map((b, o) =>                // 3.5: a sum is a reduce
  f(1 / f(1 + exp(-W[o].reduce((z, w, i) => f(z + f(x[i] * w)), b)))));
const output = (a, y) => a.map((a, o) => f(f(f(a - (o === y ? 1 : 0)) * 2) * f(a * f(1 - a))));
const hidden = (a, W, δ) => a.map((a, i) =>                     // 3.7, both; W, δ: one layer up
  f(W.reduce((s, w, o) => f(s + f(δ[o] * w[i])), 0) * f(a * f(1 - a))));
function step({ W, b }, batch) {                                // 3.8: a batch of [x, δ]
  const η = 3, λ = f(0.0001), k = f(1 - f(η * λ)), factor = -f(η * f(1 / 10));
  for (let o = 0; o < b.length; o++) {
    W[o] = W[o].map(w => f(w * k));
    for (const [x, δ] of batch) {
      const scaled = f(δ[o] * factor), d = Math.abs(scaled) < 2 ** -80 ? 0 : scaled;
      for (let i = 0; i < x.length; i++) W[o][i] = f(W[o][i] + f(x[i] * d));
      b[o] = f(b[o] + d);
    }
  }
}
function fingerprint(net, h = 0xcbf29ce484222325n) {            // 3.9, on a little-endian machine
  const bytes = net.flatMap(({ W, b }) => [...W, b].flatMap(p => [...new Uint8Array(p.buffer)]));
  for (const byte of bytes) h = u64((h ^ BigInt(byte)) * 0x100000001b3n);
  return h.toString(16).padStart(16, "0");
}
export function train(images, labels) {                         // 3: 200 steps of 10 examples
  const net = [initial(784, 16, 0n), initial(16, 16, 1n), initial(16, 10, 2n)], order = [];
  for (let t = 0, e = 1n; t < 200; t++) {
    while (order.length < 10) epoch(order, labels.length, e++);
    const batch = order.splice(0, 10).map(j => {                // [x, δ] for each layer
      const x = Float32Array.from(images.subarray(784 * j, 784 * j + 784), v => f(v / 255));
      const a0 = forward(net[0], x), a1 = forward(net[1], a0), a2 = forward(net[2], a1);
      const δ2 = output(a2, labels[j]), δ1 = hidden(a1, net[2].W, δ2);
      return [[x, hidden(a0, net[1].W, δ1)], [a0, δ1], [a1, δ2]];
    });
    net.forEach((layer, l) => step(layer, batch.map(pairs => pairs[l])));
  }
  return fingerprint(net);
}
