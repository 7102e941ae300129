import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';

/**
 * Makes the fonts of PDFs known and gives their name; again is once. They are read from the package's folder below the
 * app's own, where next.config.ts has them copied to for servers that get only what is traced.
 */
export function pdfFonts(): string {
  if (!Font.getRegisteredFontFamilies().includes(FAMILY)) register();
  return FAMILY;
}

const FAMILY = 'Pretendard';

function register(): void {
  const folder = join(process.cwd(), 'node_modules', 'pretendard', 'dist', 'public', 'static', 'alternative');
  const font = (weight: string) => join(folder, `Pretendard-${weight}.ttf`);
  Font.register({
    family: FAMILY,
    fonts: [
      { src: font('Regular'), fontWeight: 400 },
      { src: font('SemiBold'), fontWeight: 600 },
    ],
  });
  // Korean breaks between any two syllables; Latin words stay whole.
  Font.registerHyphenationCallback((word) => (/[가-힣]/.test(word) ? [...word].flatMap((char) => [char, '']) : [word]));
}
