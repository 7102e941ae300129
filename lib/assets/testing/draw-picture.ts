import sharp, { type Sharp } from 'sharp';

/** A picture whose left half is red and whose right half is blue, so that turning and cropping it shows; `seed` makes another one. */
export function drawPicture(width: number, height: number, seed = 0): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels.set(x < width / 2 ? [220, seed, 20] : [20, seed, 220], (y * width + x) * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What is at a point, with the point as parts of width and height: red, blue, or neither. */
export async function colourAt(picture: Uint8Array, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  const [red = 0, , blue = 0] = data.subarray(at, at + 3);
  if (Math.abs(red - blue) < 100) return 'neither';
  return red > blue ? 'red' : 'blue';
}
