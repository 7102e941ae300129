import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer';
import { formatNumber } from '@/lib/kernel/format';
import type { Locale } from '@/lib/kernel/locale';
import { pdfFonts } from './pdf-fonts';
import { PdfLines, pdfPagesOf } from './pdf-lines';
import { type StatementFacts, statementFacts } from './statement-facts';
import type { Statement, StatementLine } from './statement-schema';
import { type StatementWords, statementWords } from './statement-words';

/** Setting 500 rows took 2 to 3 s and 2,000 rows 8 to 22 s on 2 busy cores, so the sum of all others is one row. */
const PDF_LINES = 500;

/**
 * A statement to print: its sums, what did not count, and the videos that earned most, with one row for all others, so
 * that every column sums to the statement.
 */
export async function statementPdf(
  statement: Statement,
  lines: AsyncIterable<StatementLine>,
  locale: Locale,
): Promise<Buffer> {
  const shown: StatementLine[] = [];
  for await (const line of lines) {
    shown.push(line);
    if (shown.length === PDF_LINES) break;
  }
  const words = statementWords(locale);
  const facts = statementFacts(statement, words, locale);
  return renderToBuffer(<StatementDocument {...{ statement, shown, words, facts, locale }} />);
}

type DocumentProps = {
  statement: Statement;
  shown: StatementLine[];
  words: StatementWords;
  facts: StatementFacts;
  locale: Locale;
};

function StatementDocument({ statement, shown, words, facts, locale }: DocumentProps) {
  const title = `${words.title} ${statement.month}`;
  const pages = pdfPagesOf(statement, shown, words, locale);
  const footer = <Footer statement={statement} words={words} />;
  return (
    <Document title={`${title} ${statement.creator.name}`} author="Boxoffice" language={locale}>
      <Page size="A4" style={styles.page}>
        <Text style={styles.title}>{title}</Text>
        <Text style={styles.creator}>{statement.creator.name}</Text>
        {statement.state === 'provisional' && <Text style={styles.warning}>{words.provisional}</Text>}
        <Sums sums={facts.sums} words={words} locale={locale} />
        {statement.payee === 'business' && <Text style={styles.note}>{words.noTax}</Text>}
        <Refusals refusals={facts.refusals} words={words} locale={locale} />
        <View style={styles.section}>
          {facts.about.map(([name, text]) => (
            <View key={name} style={styles.fact}>
              <Text style={styles.name}>{name}</Text>
              <Text style={styles.text}>{text}</Text>
            </View>
          ))}
        </View>
        {footer}
      </Page>
      {pages.map((rows) => (
        <Page key={rows[0]?.key} size="A4" style={styles.page}>
          <PdfLines rows={rows} words={words} />
          {footer}
        </Page>
      ))}
    </Document>
  );
}

function Sums({ sums, words, locale }: { sums: StatementFacts['sums']; words: StatementWords; locale: Locale }) {
  return (
    <View style={styles.section}>
      {sums.map(([name, won]) => {
        const strong = name === words.net || name === words.gross ? styles.strong : {};
        return (
          <View key={name} style={styles.sum}>
            <Text style={strong}>{name}</Text>
            <Text style={strong}>
              {formatNumber(won, locale)} {words.won}
            </Text>
          </View>
        );
      })}
    </View>
  );
}

function Refusals({
  refusals,
  words,
  locale,
}: Pick<StatementFacts, 'refusals'> & Pick<DocumentProps, 'words' | 'locale'>) {
  return (
    <View style={styles.section}>
      <Text style={styles.strong}>{words.refusals}</Text>
      {refusals.length === 0 && <Text style={styles.note}>{words.noRefusals}</Text>}
      {refusals.map(([type, reason, count]) => (
        <View key={`${type} ${reason}`} style={styles.sum}>
          <Text>
            {type} · {reason}
          </Text>
          <Text>{formatNumber(count, locale)}</Text>
        </View>
      ))}
    </View>
  );
}

/** On every page: which statement, the checksum of its lines, and the page of how many. */
function Footer({ statement, words }: { statement: Statement; words: StatementWords }) {
  return (
    <View style={styles.footer} fixed>
      <Text>
        {statement.id} · {words.checksum} {statement.checksum.slice(0, 16)}
      </Text>
      <Text render={({ pageNumber, totalPages }) => `${pageNumber} / ${totalPages}`} />
    </View>
  );
}

const styles = StyleSheet.create({
  page: {
    fontFamily: pdfFonts(),
    fontSize: 9,
    color: '#1c1c1e',
    paddingTop: 40,
    paddingHorizontal: 40,
    paddingBottom: 56,
  },
  title: { fontSize: 18, fontWeight: 600 },
  creator: { fontSize: 11, color: '#55555c', marginTop: 4 },
  warning: { marginTop: 12, padding: 8, backgroundColor: '#fff4d6' },
  section: { marginTop: 20 },
  sum: {
    flexDirection: 'row',
    justifyContent: 'space-between',
    paddingVertical: 5,
    borderBottomWidth: 0.5,
    borderBottomColor: '#d9d9de',
  },
  strong: { fontWeight: 600, fontSize: 10 },
  note: { color: '#55555c', marginTop: 6 },
  fact: { flexDirection: 'row', paddingVertical: 3 },
  name: { width: 130, color: '#55555c' },
  text: { flex: 1 },
  footer: {
    position: 'absolute',
    left: 40,
    right: 40,
    bottom: 28,
    flexDirection: 'row',
    justifyContent: 'space-between',
    fontSize: 8,
    color: '#55555c',
  },
});
