/** Plain words for the errors a beginner meets first: what Python found, and what to look at. Pure. */
import type { PythonError } from './messages.ts';

/** What people bring from elsewhere, and what does its work here. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  numpy: 'Use lists and the module math: [x * 2 for x in xs] instead of xs * 2.',
  scipy: 'Use lists and the module math.',
  pandas: 'Use lists and dictionaries.',
  matplotlib: 'Use plot(t, u), which is there without an import.',
};
const NICKNAMES: Readonly<Record<string, string>> = { np: 'numpy', plt: 'matplotlib', pd: 'pandas' };
/** Modules of the standard library that are often forgotten. */
const FORGOTTEN = ['math', 'random', 'statistics', 'itertools', 'time'];

/** The name in quotation marks in a message of Python. */
const quotedIn = (message: string) => /'([^']+)'/.exec(message)?.[1] ?? '';

function ofMissing(module: string): string {
  const name = module.split('.')[0] ?? module;
  const instead = ELSEWHERE[name] ?? 'Look for what you need in the standard library, or write it yourself.';
  return `${name} is not here: the page has Python and its standard library only. ${instead}`;
}

function ofName(message: string): string {
  const name = quotedIn(message);
  const nickname = NICKNAMES[name];
  if (nickname) return ofMissing(nickname);
  if (FORGOTTEN.includes(name)) return `Write import ${name} in a line above.`;
  if (message.includes('cannot access local variable'))
    return `A function that assigns to ${name} has a ${name} of its own, which has no value yet. Hand the value in as an argument.`;
  return `Python knows no ${name} here. Is it spelt as where you gave it a value, capitals included, and does that line come before this one?`;
}

function ofSyntax(message: string, text: string): string {
  if (message.includes('was never closed')) return 'A bracket is opened in this line and never closed.';
  if (message.includes('unterminated string'))
    return 'A text must end with the quotation mark it began with.';
  if (message.includes("expected ':'"))
    return 'A line that begins with if, for, while or def ends with a colon.';
  if (message.includes("Maybe you meant '=='")) return 'To compare, write == ; a single = gives a value.';
  if (/cannot assign to/.test(message))
    return 'The name that is given a value stands alone on the left of =.';
  if (/^print\s+[^(]/.test(text)) return 'What is to be printed stands in brackets: print(u).';
  if (message.includes('leading zeros'))
    return 'A number does not begin with 0, and decimals have a point: 0.5.';
  return 'Python cannot read this line. Look for a missing colon, bracket, operator or comma here or at the end of the line before.';
}

function ofIndentation(message: string): string {
  if (message.startsWith('expected an indented block'))
    return 'What belongs to the if, for, while or def above stands further to the right: four spaces.';
  if (message.startsWith('unexpected indent'))
    return 'This line stands further to the right than the one before, which opened no block with a colon.';
  return 'Lines of one block begin in the same column, with spaces or with tabs, not with both.';
}

function ofType(message: string): string {
  if (message.includes('is not callable'))
    return 'Brackets after a value call it as a function. Is a * missing before the bracket, or is a function’s name used for a number?';
  if (message.includes('sequence by non-int'))
    return 'A list does not take part in arithmetic. Compute each value: [2.5 * x for x in xs].';
  if (message.includes('NoneType'))
    return 'One of the values is None, which is nothing. Does a function end without return?';
  if (message.includes('argument'))
    return 'Compare the number and order of the values in the brackets with the def line of the function.';
  if (
    message.includes('unsupported operand') ||
    message.includes('can only concatenate') ||
    message.includes('not supported between')
  )
    return 'The two values are of kinds that do not go together, a number and a list or a text for example. print(type(x)) says what kind x is.';
  if (message.includes('subscriptable'))
    return 'Only a list, a text or a dictionary has elements in square brackets.';
  return 'A value is of another kind than this line needs. print(type(x)) says what kind x is.';
}

/** @returns a sentence, or nothing when Python's own message says it all */
export function hintFor({ type, message, frames }: PythonError): string | undefined {
  const text = frames[frames.length - 1]?.text ?? '';
  switch (type) {
    case 'NameError':
    case 'UnboundLocalError':
      return ofName(message);
    case 'SyntaxError':
      return ofSyntax(message, text);
    case 'IndentationError':
    case 'TabError':
      return ofIndentation(message);
    case 'TypeError':
      return message.startsWith('plot()') ? undefined : ofType(message);
    case 'IndexError':
      return 'The list has no element of this number. Counting begins at 0: of n elements the last is n − 1, or −1.';
    case 'ZeroDivisionError':
      return 'Something is divided by 0. Print what stands below the fraction line: is a time constant or a step 0?';
    case 'OverflowError':
      return 'A number has grown beyond all bounds. A time step of more than twice the time constant does that to Euler’s method.';
    case 'ModuleNotFoundError':
      return ofMissing(quotedIn(message));
    case 'RecursionError':
      return 'A function calls itself without end. Does it have a case in which it does not?';
    case 'MemoryError':
      return 'This needs more than the 512 MB that the page gives to Python. Is a list longer than it should be?';
    case 'OutputLimit':
      return 'The cell was stopped because it printed more than the page shows. Print less: one line in a hundred, or plot(t, u).';
    case 'EOFError':
      return 'A cell cannot ask for input. Give the value in the code.';
    default:
      return undefined;
  }
}
