import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { AdVideoReport } from './ad-video-schema';

/** The same report for a spreadsheet, one figure a line. UTF-8 with BOM; a cell that would be taken for a formula is quoted. */
export function adVideoReportCsv(report: AdVideoReport): ReadableStream<Uint8Array> {
  const text = Readable.from(linesOf(report)).pipe(stringify({ bom: true, escape_formulas: true }));
  return Readable.toWeb(text) as ReadableStream<Uint8Array>;
}

type Line = [figure: string, of: string, title: string, value: string | number];

function* linesOf({ title, id, views, days, videos }: AdVideoReport): Generator<Line> {
  yield ['figure', 'of', 'title', 'value'];
  yield ['views', String(id), title, views];
  for (const day of days) yield ['views of the day', day.day, day.final ? '' : 'provisional', day.views];
  for (const video of videos) yield ['views in the video', String(video.contentId), video.title, video.views];
}
