/** A run's test accuracy over its epochs, small: the error on a logarithmic scale, 50% to 0.5%. */
import { nothing, svg } from "lit";

const [WIDTH, HEIGHT] = [96, 28];
const [MOST, LEAST] = [0.5, 0.005];

/** @param {import("./run.js").Run} run */
export function sparkline({ curve }) {
  const end = curve.at(-1)?.[0];
  if (!end) return nothing;
  const points = curve.map(([epoch, , accuracy]) => {
    const error = Math.min(MOST, Math.max(LEAST, 1 - accuracy));
    const height = Math.log(MOST / error) / Math.log(MOST / LEAST);
    const [x, y] = [(epoch / end) * WIDTH, HEIGHT - 2 - height * (HEIGHT - 4)];
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return svg`<svg class="spark" viewBox="0 0 ${WIDTH} ${HEIGHT}" width=${WIDTH} height=${HEIGHT}
    aria-hidden="true"><polyline points=${points.join(" ")} /></svg>`;
}
