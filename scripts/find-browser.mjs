/** Finds a Chromium for the browser tests, so that they never skip: an environment variable,
 *  Playwright's own, one on the system, Debian's package where it can be installed, and at last the
 *  one inside the npm package @sparticuz/chromium. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function onSystem() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC];
  return candidates.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

// With the font that Debian's chromium recommends: without any, text is set wider than on a reader's machine.
function installFromDebian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  const run = (...args) => spawnSync('apt-get', args, { stdio: 'ignore' }).status === 0;
  return run('update') && run('install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation')
    ? onSystem()
    : undefined;
}

async function insideNpmPackage() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  // The package unpacks the system libraries it brings (NSS and others, which a bare machine lacks)
  // and adds them to LD_LIBRARY_PATH only where it believes to run on AWS Lambda.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x';
  const { default: sparticuz } = await import('@sparticuz/chromium');
  return sparticuz.executablePath();
}

/** @returns {Promise<string>} the path of a Chromium that can be started
 *  @throws Error saying what to do, when there is none */
export async function findBrowser() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!existsSync(given)) throw new Error(`CHROMIUM_PATH is ${given}, but there is no such file.`);
    return given;
  }
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  const found = onSystem() ?? installFromDebian() ?? (await insideNpmPackage());
  if (found) return found;
  throw new Error(
    'The browser tests need a Chromium and found none. Install one (npx playwright install chromium, ' +
      'or your system’s Chrome or Chromium), or set CHROMIUM_PATH to its program.',
  );
}
