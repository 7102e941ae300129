import { type Random, randomOf } from './random';

export type Motif = keyof typeof MOTIFS;
/** `hue` in degrees, as in CSS. */
export type DemoPicture = { motif: Motif; hue: number };

const WIDTH = 960;
const HEIGHT = 540;

/** A quiet picture of a few shapes as SVG, 16 to 9; the same one for the same motif and hue. */
export function buildPicture({ motif, hue }: DemoPicture): string {
  const tint = (turn: number, lightness: number, saturation = 46) =>
    `hsl(${(hue + turn + 360) % 360}, ${saturation}%, ${lightness}%)`;
  const shapes = MOTIFS[motif](tint, randomOf(`${motif} ${hue}`));
  return `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="450" viewBox="0 0 ${WIDTH} ${HEIGHT}">
<defs><linearGradient id="sky" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="${tint(-14, 88)}"/><stop offset="1" stop-color="${tint(18, 74)}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#sky)"/>${shapes}</svg>`;
}

type Tint = (turn: number, lightness: number, saturation?: number) => string;

const circle = (x: number, y: number, r: number, fill: string, opacity = 1) =>
  `<circle cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="${r.toFixed(1)}" fill="${fill}" opacity="${opacity}"/>`;
const box = (x: number, y: number, width: number, height: number, round: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" fill="${fill}"/>`;
const times = (n: number, draw: (i: number) => string) => Array.from({ length: n }, (_, i) => draw(i)).join('');

/** A long wave from one edge to the other, filled down to the ground. */
const wave = (y: number, rise: number, fill: string) =>
  `<path d="M0 ${y} C 240 ${y - rise}, 320 ${y + rise}, 480 ${y} S 760 ${y - rise}, 960 ${y} V 540 H 0 Z" fill="${fill}"/>`;

const MOTIFS = {
  sun: (tint: Tint) =>
    circle(660, 235, 190, tint(8, 92), 0.5) +
    circle(660, 235, 128, tint(6, 64, 78)) +
    wave(390, 70, tint(-20, 58)) +
    wave(452, 46, tint(-34, 44)),
  waves: (tint: Tint) =>
    circle(250, 170, 74, tint(-150, 90, 60)) + times(4, (i) => wave(300 + i * 62, 44, tint(i * 6, 62 - i * 9))),
  night: (tint: Tint, random: Random) =>
    box(0, 0, WIDTH, HEIGHT, 0, tint(0, 22)) +
    times(46, () =>
      circle(
        random.below(WIDTH),
        random.below(360),
        1 + random.fraction() * 2.2,
        '#fff',
        0.4 + random.fraction() * 0.5,
      ),
    ) +
    circle(700, 170, 84, tint(-190, 88, 62)) +
    circle(736, 150, 80, tint(0, 22)) +
    wave(420, 60, tint(8, 15)),
  leaves: (tint: Tint, random: Random) =>
    times(15, (i) => {
      const turn = -64 + i * 9 + random.below(7);
      const size = 150 + random.below(120);
      return `<path d="M0 0 C ${size * 0.32} ${-size * 0.35}, ${size * 0.3} ${-size * 0.8}, 0 ${-size} C ${-size * 0.3} ${-size * 0.8}, ${-size * 0.32} ${-size * 0.35}, 0 0" fill="${tint(random.below(30) - 15, 34 + random.below(26))}" opacity="0.86" transform="translate(${90 + i * 57} ${548 + random.below(24)}) rotate(${turn * 0.5})"/>`;
    }),
  cup: (tint: Tint) =>
    `<path d="M636 262 h44 a58 58 0 0 1 0 116 h-60" fill="none" stroke="${tint(0, 34)}" stroke-width="26"/>
<path d="M306 214 h348 v104 a140 140 0 0 1 -140 140 h-68 a140 140 0 0 1 -140 -140 Z" fill="${tint(0, 34)}"/>
<ellipse cx="480" cy="216" rx="174" ry="34" fill="${tint(4, 20)}"/>` +
    times(3, (i) => {
      const x = 410 + i * 70;
      return `<path d="M${x} 156 c -26 -34 26 -52 0 -92" fill="none" stroke="${tint(0, 96)}" stroke-width="12" stroke-linecap="round"/>`;
    }),
  film: (tint: Tint) =>
    box(150, 120, 660, 300, 22, tint(0, 24)) +
    times(11, (i) => box(174 + i * 57, 136, 34, 26, 6, tint(-14, 88))) +
    times(11, (i) => box(174 + i * 57, 378, 34, 26, 6, tint(-14, 88))) +
    times(3, (i) => box(176 + i * 208, 182, 192, 176, 10, tint(i * 22, 58 + i * 9))) +
    `<path d="M446 228 L 524 270 L 446 312 Z" fill="${tint(0, 97)}"/>`,
  rings: (tint: Tint) =>
    times(6, (i) => circle(480, 270, 300 - i * 48, tint(i * 9, i % 2 === 0 ? 66 - i * 4 : 86, 50))) +
    circle(480, 270, 26, tint(0, 30)),
  confetti: (tint: Tint, random: Random) =>
    times(70, () => {
      const at = `translate(${random.below(WIDTH)} ${random.below(HEIGHT)}) rotate(${random.below(180)})`;
      const fill = tint(random.below(140) - 70, 52 + random.below(30), 70);
      return `<rect width="${12 + random.below(26)}" height="${8 + random.below(8)}" rx="3" fill="${fill}" transform="${at}"/>`;
    }),
};
