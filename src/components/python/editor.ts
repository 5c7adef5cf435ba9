/** The editor of a cell: CodeMirror, fetched when a reader first goes into the code. It lives in a shadow root,
 *  where its style sheets are objects and not elements, which the policy of the site would not let in. */
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { pythonLanguage } from '@codemirror/lang-python';
import {
  HighlightStyle,
  bracketMatching,
  indentOnInput,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import { EditorView, drawSelection, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface EditorOptions {
  readonly text: string;
  /** For screen readers. */
  readonly label: string;
  /** Id of the words that say which keys there are; outside the shadow root, so they are given as text. */
  readonly help: string;
  /** Where the caret stood. */
  readonly caret: number;
  readonly changed: (text: string) => void;
  readonly run: () => void;
  readonly leave: () => void;
}
export interface Editor {
  setText(text: string): void;
  focus(): void;
  destroy(): void;
}

/** The page's own ink: colours mean quantities here, so code is told apart by weight and slope. */
const STYLE = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.controlKeyword, tags.definitionKeyword, tags.operatorKeyword],
    fontWeight: '700',
  },
  { tag: tags.comment, fontStyle: 'italic', color: 'var(--ink-soft)' },
  { tag: [tags.string, tags.number, tags.bool, tags.null], color: 'var(--q-leak-text)' },
]);

const THEME = EditorView.theme({
  '&': { color: 'var(--ink-strong)', fontSize: 'inherit', backgroundColor: 'transparent' },
  '&.cm-focused': { outline: '2px solid var(--ink-strong)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--font-code)', lineHeight: '1.5' },
  '.cm-content': { padding: '0.75rem 0', caretColor: 'var(--ink-strong)' },
  '.cm-line': { padding: '0 0.75rem 0 0.4rem' },
  '.cm-cursor': { borderLeftColor: 'var(--ink-strong)' },
  '.cm-gutters': {
    backgroundColor: 'transparent',
    borderRight: '1px solid var(--rule)',
    color: 'var(--ink-soft)',
  },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--q-leak) 25%, transparent)',
  },
  '&.cm-focused .cm-matchingBracket': {
    backgroundColor: 'transparent',
    outline: '1px solid var(--rule-strong)',
  },
});

export function createEditor(host: HTMLElement, options: EditorOptions): Editor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const { text, caret, label, help, changed, run, leave } = options;
  const key = (name: string, action: () => void) => ({ key: name, run: () => (action(), true) });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      selection: { anchor: Math.min(caret, text.length) },
      extensions: [
        keymap.of([key('Mod-Enter', run), key('Escape', leave)]),
        lineNumbers(),
        history(),
        drawSelection(),
        pythonLanguage,
        indentUnit.of('    '),
        indentOnInput(),
        bracketMatching(),
        syntaxHighlighting(STYLE),
        keymap.of([...defaultKeymap, ...historyKeymap, indentWithTab]),
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ 'aria-label': label, 'aria-description': help }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) changed(update.state.doc.toString());
        }),
        THEME,
      ],
    }),
  });
  return {
    setText: (next) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: next } }),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}
