import type { DestinationStream } from 'pino';

type Line = { level: string; time: string; msg?: string; pid?: number; error?: { stack?: string[] } } & Record<
  string,
  unknown
>;

/** Lines of the log as a developer reads them: `14:03:10 info request GET /api/v1/stats 200`. */
export function readableLines(): DestinationStream {
  return {
    write: (text) => {
      const { level, time, msg = '', pid: _, error, ...facts }: Line = JSON.parse(text);
      const told = Object.entries(facts).map(
        ([name, value]) => `${name}=${typeof value === 'object' ? JSON.stringify(value) : value}`,
      );
      const lines = [`${time.slice(11, 19)} ${level} ${[msg, ...told].join(' ')}`, ...wordsOf(error)];
      sinkOf(level)(lines.join('\n'));
    },
  };
}

const sinkOf = (level: string) =>
  level === 'error' || level === 'fatal' ? console.error : level === 'warn' ? console.warn : sayPlainly;

const sayPlainly = (text: string) =>
  void process.stdout.write(`${text}
`);

function wordsOf(error: Line['error']): string[] {
  if (!error) return [];
  const { stack = [], ...facts } = error;
  return [`  ${JSON.stringify(facts)}`, ...stack.map((frame) => `    ${frame}`)];
}
