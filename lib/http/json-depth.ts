const QUOTE = 34;
const BACKSLASH = 92;

/** Whether brackets nest deeper than `limit`, told from the text before it is parsed; what is no JSON is for the parser to say. */
export function isDeeperThan(text: string, limit: number): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // `[` and `{` differ in one bit, as their twins do.
    if ((code | 32) === 123) depth += 1;
    else if ((code | 32) === 125) depth -= 1;
    else if (code === QUOTE) i = endOfString(text, i);
    if (depth > limit) return true;
  }
  return false;
}

/** Where the string that begins at `start` ends; past the end of the text when it does not. */
function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let escapes = 0;
    while (text.charCodeAt(end - 1 - escapes) === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return end;
  }
  return text.length;
}
