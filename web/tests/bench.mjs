// bench.mjs PAGE [COUNT]: how long the page takes, in Chromium, as medians of COUNT (20): from opening to the
// first frame that is painted, beside a page of the same size that does nothing; from a key to what it
// paints; and from a change to the odds that follow. Plain, and slowed four times.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {Chromium, KEYS} from './driver.mjs';

const page = path.resolve(process.argv[2] ?? 'build-web/veto.html'), count = +(process.argv[3] ?? 20);

/* In the page before anything else: what is painted, and when. */
const PROBE = `window.times = {};
  const painted = done => requestAnimationFrame(() => setTimeout(done, 0));
  new MutationObserver((changes, observer) => {
    if (!document.querySelector('#screen .row-of-cells')) return;
    observer.disconnect();
    painted(() => { times.opened = performance.now(); });
  }).observe(document, {childList: true, subtree: true});
  addEventListener('DOMContentLoaded', () => painted(() => { times.loaded = performance.now(); }));
  addEventListener('keydown', () => {
    const from = performance.now();
    times.key = 0;
    painted(() => { times.key = performance.now() - from; });
  }, true);`;

const median = times => times.sort((a, b) => a - b)[times.length >> 1].toFixed(0).padStart(6) + ' ms';

async function time(browser, what) {
  await browser.until(what, `return times.${what} > 0`);
  return browser.run(`return times.${what}`);
}

async function opened(browser, address, what) {
  await browser.at('POST', '/url', {url: 'about:blank'});
  await browser.at('POST', '/url', {url: address});
  return time(browser, what);
}

async function pressed(browser, key) {
  await browser.type(key);
  return time(browser, 'key');
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'veto-bench-')), empty = path.join(folder, 'empty.html');
fs.writeFileSync(empty, `<!DOCTYPE html><title>empty</title><script type="text/plain">${'x'.repeat(fs.statSync(page).size - 70)}</script>`);
console.log(`${fs.statSync(page).size} bytes; medians of ${count}`);
for (const rate of [1, 4]) {
  const browser = await Chromium.open();
  try {
    await browser.size(1366, 768);
    await browser.devtools('Page.addScriptToEvaluateOnNewDocument', {source: PROBE});
    await browser.devtools('Emulation.setCPUThrottlingRate', {rate});
    const times = {'an empty page': [], 'opening to painted': [], 'a key to its frame': [], 'a change to its odds': []};
    for (let i = 0; i < count; i++) {
      times['an empty page'].push(await opened(browser, `file://${empty}`, 'loaded'));
      times['opening to painted'].push(await opened(browser, `file://${page}#aleppo-2016`, 'opened'));
    }
    await browser.type(`vw${KEYS.Down}`);
    for (let i = 0; i < count; i++) {
      times['a change to its odds'].push(await pressed(browser, 'yna'[i % 3]));
      times['a key to its frame'].push(await pressed(browser, KEYS.Down));
    }
    for (const [what, all] of Object.entries(times)) console.log(`${rate === 1 ? 'plain' : 'slowed'}  ${what.padEnd(22)}${median(all)}`);
  } finally {
    await browser.close();
  }
}
fs.rmSync(folder, {recursive: true, force: true});
