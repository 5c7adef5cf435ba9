/** Words and numbers as literals of another language. Nothing of an experiment reaches a generated file except
 *  through these: a name can end no literal, no comment and no attribute. */

/** A number as Python, XML and LEMS read it: all digits, `1e-7` where JavaScript writes it so. */
export function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`a file cannot hold the number ${value}`);
  // −0 is written as 0.
  return String(value === 0 ? 0 : value);
}

/** A string literal of Python: plain ASCII, every other character by its code. */
export function pythonString(text: string): string {
  return JSON.stringify(text).replace(
    /[^ -~]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** The value of an XML attribute in double quotes. Characters that XML 1.0 has no place for are left out. */
export function xmlAttribute(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': 'amp',
    '<': 'lt',
    '>': 'gt',
    '"': 'quot',
    "'": 'apos',
  };
  return Array.from(text)
    .filter((c) => c >= ' ' && !/[\uD800-\uDFFF\uFFFE\uFFFF]/.test(c.length === 1 ? c : ''))
    .map((c) => (c in entities ? `&${entities[c]};` : c))
    .join('');
}

/** A list of numbers in lines of at most about 100 characters.
 *  @param indent of the lines after the first */
export function numberList(values: ArrayLike<number>, indent = 4): string {
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < values.length; i++) {
    const item = `${number(values[i] as number)}, `;
    if (line.length + item.length > 96 - indent) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += item;
  }
  lines.push(line.replace(/, $/, ''));
  if (lines.length === 1) return `[${lines[0]}]`;
  const pad = ' '.repeat(indent);
  return `[\n${lines.map((l) => pad + l).join('\n')}\n${' '.repeat(Math.max(0, indent - 4))}]`;
}

/** Lines without the indentation they share, empty ones at the ends left out. */
export function block(text: string): string {
  const lines = text.replace(/^\n+/, '').trimEnd().split('\n');
  const indent = Math.min(
    ...lines.filter((l) => l.trim() !== '').map((l) => l.length - l.trimStart().length),
  );
  return lines.map((l) => l.slice(indent)).join('\n');
}

/** `count things`, with an s unless it is one. */
export function plural(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
