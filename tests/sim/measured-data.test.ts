import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_ROWS, measuredFromText } from '../../src/sim/measured-data.ts';
import { MAX_SIZE } from '../../src/sim/text-rows.ts';

const spikes = (...times: number[]) => ({ kind: 'spikes', times: Float64Array.from(times) });
const trace = (t: number[], V: number[]) => ({
  kind: 'trace',
  t: Float64Array.from(t),
  V: Float64Array.from(V),
});
const TWO = trace([0, 0.5], [-70, -69.5]);

describe('measuredFromText', () => {
  it.each([
    ['a comma', '0,-70\n0.5,-69.5'],
    ['a comma and a blank', '0, -70\n0.5, -69.5'],
    ['a semicolon', '0;-70\n0.5;-69.5'],
    ['a semicolon, with decimal commas', '0;-70\n0,5;-69,5'],
    ['a tab', '0\t-70\n0.5\t-69.5'],
    ['a tab, with decimal commas', '0,0\t-70,0\n0,5\t-69,5'],
    ['blanks', '  0   -70\n  0.5 -69.5'],
    ['a comma, written with exponents', '0e0,-7E1\n5e-1,-6.95e+1'],
    ['a comma, written with a true minus', '0,\u221270\n0.5,\u221269.5'],
  ])('reads two columns with %s between as a trace in ms and mV', (_, text) =>
    expect(measuredFromText(text)).toEqual(TWO),
  );
  it('reads one column as spike times in ms, whatever ends its rows', () => {
    expect(measuredFromText('12.5\n30\n')).toEqual(spikes(12.5, 30));
    expect(measuredFromText('12.5\r\n30\r\n')).toEqual(spikes(12.5, 30));
    expect(measuredFromText('12.5\r30')).toEqual(spikes(12.5, 30));
  });
  it.each([
    ['time (ms),V (mV)\n0,-70\n0.5,-69.5'],
    ['time (s),V (V)\n0,-0.07\n0.0005,-0.0695'],
    ['time [us];membrane potential [mV]\n0;-70\n500;-69,5'],
    ['time (µs)\tV (mV)\n0\t-70\n500\t-69.5'],
    ['time (s) membrane potential (V)\n0 -0.07\n0.0005 -0.0695'],
    ['"t","u"\n0,-70\n0.5,-69.5'],
    ['t V\n0 -70\n0.5 -69.5'],
    ['\uFEFF# recorded on Monday\n\n# t, V\nt,V\n0,-70\n# a pause\n0.5,-69.5\n\n'],
  ])('converts units that a header has in brackets, and leaves out remarks: %j', (text) => {
    const read = measuredFromText(text);
    if (read.kind !== 'trace') throw new Error('no trace');
    expect([...read.t].map((t, i) => [t, read.V[i]])).toEqual([
      [0, expect.closeTo(-70, 9)],
      [expect.closeTo(0.5, 9), expect.closeTo(-69.5, 9)],
    ]);
  });
  it('of more columns reads those that their units name, such as the table that Save writes', () => {
    const saved = 't (ms),V_m (mV),I_e (nA),spikes (ms)\n0,-70,2.5,0.3\n0.5,-69.5,2.5,\n';
    expect(measuredFromText(saved)).toEqual(TWO);
    expect(measuredFromText('n;I (pA);V (V);t (s)\n1;;-0,07;0\n2;;-0,0695;0,0005')).toEqual(TWO);
  });
  it('gives back every trace that was written, with every separator and in every unit', () => {
    const rows = fc.uniqueArray(
      fc.tuple(fc.integer({ min: 0, max: 1e7 }), fc.integer({ min: -1000, max: 1000 })),
      {
        selector: ([time]) => time,
        minLength: 2,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', ' ', ' , '), (unsorted, separator) => {
        const sorted = [...unsorted].sort(([a], [b]) => a - b);
        const text = sorted.map((row) => row.join(separator)).join('\n');
        const times = sorted.map(([time]) => time);
        const potentials = sorted.map(([, potential]) => potential);
        expect(measuredFromText(text)).toEqual(trace(times, potentials));
      }),
    );
  });

  const SHAPE = 'one column (spike times) or two (time and potential)';
  const NAMED = ', or names above it with units in brackets that say which columns are meant';
  it.each([
    ['', `there must be at least one row of numbers, in ${SHAPE}, got none`],
    ['# nothing\n\n', `there must be at least one row of numbers, in ${SHAPE}, got none`],
    ['time (ms),V (mV)\n', `there must be at least one row of numbers, in ${SHAPE}, got none`],
    ['hello world', `there must be at least one row of numbers, in ${SHAPE}, got none`],
    ['1,2,3', `row 1 must have ${SHAPE}${NAMED}, got 3 columns: "1,2,3"`],
    ['t (ms),I (nA),n\n1,2,3', `row 2 must have ${SHAPE}${NAMED}, got 3 columns: "1,2,3"`],
    ['PK\u0003\u0004\0\0', 'this is no text: a table of numbers is needed, such as CSV'],
    ['<script>alert(1)</script>\n<b>1</b>,2', 'row 1 must hold one name for each column (2), got 1'],
    ['1,2\n2,3,4', 'row 2 must have 2 columns as the rows before it, got 3: "2,3,4"'],
    ['1,2\n2', 'row 2 must have 2 columns as the rows before it, got 1: "2"'],
    ['1\n# two\n2,3', 'row 3 must have 1 column as the rows before it, got 2: "2,3"'],
    ['0,-70\n1,nan', 'row 2: the potential must be a finite number, got "nan"'],
    ['nan,nan\n1,-70', 'row 1: the time must be a finite number, got "nan"'],
    ['0,-70\n1,', 'row 2: the potential must be a finite number, got an empty cell'],
    ['0,-70\n,-70', 'row 2: the time must be a finite number, got an empty cell'],
    ['0,-70\ninf,-70', 'row 2: the time must be a finite number, got "inf"'],
    ['0,-70\n1e999,-70', 'row 2: the time must be a finite number, got "1e999"'],
    ['0,-70\n0x10,-70', 'row 2: the time must be a finite number, got "0x10"'],
    ['t,V\n0,-70\nx,y', 'row 3: the time must be a finite number, got "x"'],
    ['5\n4', 'row 2: the time must be after the one before (5 ms), got 4 ms'],
    ['0,-70\n0,-70', 'row 2: the time must be after the one before (0 ms), got 0 ms'],
    ['-1\n4', 'row 1: the time must be at or after 0 ms, got -1 ms'],
    ['0,-70\n1,1000.5', 'row 2: the potential must be from -1000 to 1000 mV, got 1000.5 mV'],
    ['t,V (V)\n0,-70', 'row 2: the potential must be from -1000 to 1000 mV, got -70000 mV'],
    ['t (min),V\n0,-70', 'row 1: the unit of the time must be ms, s or us, got "min"'],
    ['t (ms),V (uV)\n0,-70', 'row 1: the unit of the potential must be mV or V, got "uV"'],
    ['t (toString),V\n0,-70', 'row 1: the unit of the time must be ms, s or us, got "toString"'],
    ['t (ms),V,w\n0,-70', 'row 1 must hold one name for each column (2), got 3'],
    ['t (ms) V\n0 -70', 'row 1 must hold no units in brackets, or one for each column (2), got 1'],
    ['0,-70', 'a trace must have at least two rows of numbers, got 1'],
  ])('refuses %j with a sentence', (text, message) =>
    expect(() => measuredFromText(text)).toThrow(new RangeError(message)),
  );
  it('takes a million rows, and refuses one more', () => {
    const text = Array.from({ length: MAX_ROWS }, (_, i) => i).join('\n');
    const read = measuredFromText(text);
    expect(read.kind === 'spikes' && read.times.length).toBe(1_000_000);
    expect(() => measuredFromText(`${text}\n1000000`)).toThrow(
      new RangeError('row 1000001: there may be at most 1000000 rows of numbers'),
    );
  });
  it('refuses a text of more than 10 MB before it reads it', () =>
    expect(() => measuredFromText(' '.repeat(MAX_SIZE + 100_000))).toThrow(
      new RangeError('the text must be at most 10 MB, got 10.1 MB'),
    ));
});
