/**
 * How far apart two colours look, to whom. Colours are `#rrggbb` in sRGB (IEC 61966-2-1), white point D65.
 *
 * Colour-blindness: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color Vision
 * Deficiency", IEEE TVCG 15(6), 2009, severity 1.0, on linear RGB. Distance: CIEDE2000 as in Sharma, Wu, Dalal, "The
 * CIEDE2000 Color-Difference Formula", Color Research and Application 30(1), 2005. Contrast: WCAG 2.2, 1.4.3.
 */

const MACHADO = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};
const LUMINANCE = [0.2126, 0.7152, 0.0722];
const TO_XYZ = [0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.072175, 0.0193339, 0.119192, 0.9503041];
const D65 = [0.95047, 1, 1.08883];

/** Eyes that see all colours, those that lack one kind of cone, and a print in grey. */
export const EYES = ['all', 'protanopia', 'deuteranopia', 'tritanopia', 'grey'];

/** @param {string} hex `#rrggbb` or `#rgb` @returns {number[]} linear RGB from 0 to 1 */
export function linear(hex) {
  const long = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex;
  if (!/^#[0-9a-f]{6}$/i.test(long)) throw new Error(`no colour: ${hex}`);
  return [1, 3, 5].map((i) => {
    const c = parseInt(long.slice(i, i + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
}

/** Linear RGB as one of the EYES sees it. */
export function seen(rgb, eyes) {
  if (eyes === 'all') return rgb;
  if (eyes === 'grey') return Array(3).fill(dot(LUMINANCE, rgb));
  return times(MACHADO[eyes], rgb).map((c) => Math.min(1, Math.max(0, c)));
}

/** CIELAB of linear RGB. */
export function lab(rgb) {
  const [x, y, z] = times(TO_XYZ, rgb).map((c, i) => {
    const t = c / D65[i];
    return t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 of two colours for one of the EYES; 1 is about what can just be told apart side by side. */
export function apart(one, other, eyes) {
  return ciede2000(lab(seen(linear(one), eyes)), lab(seen(linear(other), eyes)));
}

export function ciede2000([l1, a1, b1], [l2, a2, b2]) {
  const rad = Math.PI / 180;
  const c7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7;
  const g = 0.5 * (1 - Math.sqrt(c7 / (c7 + 25 ** 7)));
  const [p1, p2] = [a1 * (1 + g), a2 * (1 + g)];
  const [c1, c2] = [Math.hypot(p1, b1), Math.hypot(p2, b2)];
  const hue = (b, a) => (a || b ? (Math.atan2(b, a) / rad + 360) % 360 : 0);
  const [h1, h2] = [hue(b1, p1), hue(b2, p2)];
  const coloured = c1 * c2 !== 0;
  let dh = coloured ? h2 - h1 : 0;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  let h = h1 + h2;
  if (coloured) h = (Math.abs(h1 - h2) <= 180 ? h : h + (h < 360 ? 360 : -360)) / 2;
  const dl = l2 - l1;
  const dc = c2 - c1;
  const dH = 2 * Math.sqrt(c1 * c2) * Math.sin((dh / 2) * rad);
  const l50 = ((l1 + l2) / 2 - 50) ** 2;
  const c = (c1 + c2) / 2;
  const t = 1 - 0.17 * Math.cos((h - 30) * rad) + 0.24 * Math.cos(2 * h * rad) + 0.32 * Math.cos((3 * h + 6) * rad) - 0.2 * Math.cos((4 * h - 63) * rad);
  const turn = 60 * Math.exp(-(((h - 275) / 25) ** 2));
  const rc = 2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const [x, y, z] = [dl / (1 + (0.015 * l50) / Math.sqrt(20 + l50)), dc / (1 + 0.045 * c), dH / (1 + 0.015 * c * t)];
  return Math.sqrt(x * x + y * y + z * z - Math.sin(turn * rad) * rc * y * z);
}

/** Contrast ratio, from 1 to 21. */
export function contrast(one, other) {
  const [low, high] = [one, other].map((hex) => dot(LUMINANCE, linear(hex))).sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

function dot(a, b) {
  return a.reduce((sum, x, i) => sum + x * b[i], 0);
}

function times(matrix, v) {
  return [0, 3, 6].map((i) => dot(matrix.slice(i, i + 3), v));
}
