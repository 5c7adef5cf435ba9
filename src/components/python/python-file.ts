/** The cells up to one of them as a file that runs without this site. Pure. */

/** The `plot` of the page, in five lines of matplotlib. */
export const MATPLOTLIB_PLOT = `import matplotlib.pyplot as plt
def plot(t, u, label="", xlabel="", ylabel=""):
    plt.plot(t, u, label=label or None)
    plt.xlabel(xlabel), plt.ylabel(ylabel)
    if label: plt.legend()
`;

/** Whether code draws. */
export const plots = (code: string) => /\bplot\s*\(/.test(code.replaceAll(/#.*$/gm, ''));

/** @param cells their code, in the order of the page
 *  @param address of the page */
export function pythonFile(cells: readonly string[], address: string): string {
  const parts = cells.map((code) => code.trimEnd() + (plots(code) ? '\nplt.show()' : ''));
  const head = `# From ${address}\n`;
  return `${head}${cells.some(plots) ? `${MATPLOTLIB_PLOT}\n` : ''}\n${parts.join('\n\n')}\n`;
}
