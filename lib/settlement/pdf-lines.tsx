import { StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatNumber } from '@/lib/kernel/format';
import type { Locale } from '@/lib/kernel/locale';
import { adjustmentNote } from './statement-facts';
import type { Statement, StatementLine } from './statement-schema';
import type { StatementWords } from './statement-words';

/** Rows of one height fill pages without being measured, which is what makes long tables slow. */
const ROWS_A_PAGE = 38;

export type PdfRow = { key: string; kind: 'line' | 'note' | 'rest' | 'total'; title: string; figures: string[] };

/** The rows of the videos, page by page: each line, its adjustments below it, one row for the others, the total. */
export function pdfPagesOf(
  statement: Statement,
  shown: StatementLine[],
  words: StatementWords,
  locale: Locale,
): PdfRow[][] {
  const figuresOf = ({ views, adViews, videoAmount, adAmount, total }: Figures) =>
    [views, adViews, videoAmount, adAmount, total].map((n) => formatNumber(n, locale));
  const rows = shown.flatMap((line): PdfRow[] => [
    { key: `${line.contentId}`, kind: 'line', title: `#${line.contentId} ${line.title}`, figures: figuresOf(line) },
    ...line.adjustments.map(
      (one): PdfRow => ({
        key: `${line.contentId} ${one.day} ${one.forDay}`,
        kind: 'note',
        title: adjustmentNote(one, words),
        figures: figuresOf(one),
      }),
    ),
  ]);
  const others = statement.videos - shown.length;
  if (others > 0) {
    const title = words.more.replace('{count}', formatNumber(others, locale));
    rows.push({ key: 'rest', kind: 'rest', title, figures: figuresOf(restOf(statement, shown)) });
  }
  rows.push({ key: 'total', kind: 'total', title: words.total, figures: figuresOf(statement) });
  return Array.from({ length: Math.ceil(rows.length / ROWS_A_PAGE) }, (_, page) =>
    rows.slice(page * ROWS_A_PAGE, (page + 1) * ROWS_A_PAGE),
  );
}

type Figures = Pick<StatementLine, 'views' | 'adViews' | 'videoAmount' | 'adAmount' | 'total'>;

/** What the statement has besides the lines that are shown. */
function restOf(statement: Statement, shown: StatementLine[]): Figures {
  const left = (name: keyof Figures) => shown.reduce((rest, line) => rest - line[name], statement[name]);
  return {
    views: left('views'),
    adViews: left('adViews'),
    videoAmount: left('videoAmount'),
    adAmount: left('adAmount'),
    total: left('total'),
  };
}

/** One page of the table, with its head. */
export function PdfLines({ rows, words }: { rows: PdfRow[]; words: StatementWords }) {
  const head = [words.views, words.adViews, words.videoAmount, words.adAmount, words.total];
  return (
    <View>
      <View style={[styles.row, styles.head]}>
        <Text style={styles.title}>{words.video}</Text>
        <Cells figures={head} />
      </View>
      {rows.map((row) => (
        <View key={row.key} style={[styles.row, styles[row.kind]]}>
          <Text style={styles.title}>{row.title}</Text>
          <Cells figures={row.figures} />
        </View>
      ))}
    </View>
  );
}

function Cells({ figures }: { figures: string[] }) {
  return figures.map((figure, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the place is the column
    <Text key={place} style={styles.figure}>
      {figure}
    </Text>
  ));
}

const styles = StyleSheet.create({
  row: {
    flexDirection: 'row',
    height: 18.5,
    alignItems: 'center',
    borderBottomWidth: 0.5,
    borderBottomColor: '#d9d9de',
    fontSize: 8,
  },
  head: { fontWeight: 600, borderBottomColor: '#1c1c1e', borderBottomWidth: 1 },
  line: {},
  note: { color: '#55555c', paddingLeft: 10 },
  rest: { color: '#55555c' },
  total: { fontWeight: 600, borderBottomWidth: 0 },
  title: { flex: 1, maxLines: 1, textOverflow: 'ellipsis', paddingRight: 6 },
  figure: { width: 62, textAlign: 'right' },
});
