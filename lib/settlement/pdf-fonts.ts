import { join } from 'node:path';
import { Font } from '@react-pdf/renderer';
import { singleton } from '@/lib/platform/singleton';

export const PDF_FONT = 'Pretendard';

/**
 * The fonts of PDFs, once a process. They are read from the package's folder below the app's own, where next.config.ts
 * has them copied to for servers that get only what is traced.
 */
export function pdfFonts(): string {
  return singleton('pdf fonts', () => {
    const folder = join(process.cwd(), 'node_modules', 'pretendard', 'dist', 'public', 'static', 'alternative');
    const font = (weight: string) => join(folder, `Pretendard-${weight}.ttf`);
    Font.register({
      family: PDF_FONT,
      fonts: [
        { src: font('Regular'), fontWeight: 400 },
        { src: font('SemiBold'), fontWeight: 600 },
      ],
    });
    // Korean breaks between any two syllables; Latin words stay whole.
    Font.registerHyphenationCallback((word) =>
      /[가-힣]/.test(word) ? [...word].flatMap((char) => [char, '']) : [word],
    );
    return PDF_FONT;
  });
}
