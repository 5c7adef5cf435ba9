/** The words of a command line, told apart. */
import { UserError } from './files.ts';

export interface Arguments {
  readonly words: readonly string[];
  has(flag: string): boolean;
  /** @throws UserError unless the option was given a number */
  number(option: string): number;
  text(option: string): string | undefined;
}

/** @param flags options without a value, e.g. `--csv`
 *  @param options options with one, as the word after or behind an equals sign
 *  @throws UserError naming an option that the command does not have */
export function readArguments(
  args: readonly string[],
  flags: readonly string[] = [],
  options: readonly string[] = [],
): Arguments {
  const words: string[] = [];
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    const [name = '', ...value] = arg.split('=');
    if (!arg.startsWith('--')) words.push(arg);
    else if (flags.includes(arg)) given.set(arg, '');
    else if (!options.includes(name)) throw new UserError(`unknown option ${name}`);
    else given.set(name, value.length > 0 ? value.join('=') : (args[++i] ?? ''));
  }
  return {
    words,
    has: (flag) => given.has(flag),
    text: (option) => given.get(option),
    number: (option) => {
      const text = given.get(option);
      const value = Number(text);
      if (text !== undefined && text.trim() !== '' && Number.isFinite(value)) return value;
      throw new UserError(
        text === undefined
          ? `${option} is missing: it takes a number`
          : `${option} takes a number, got "${text}"`,
      );
    },
  };
}
