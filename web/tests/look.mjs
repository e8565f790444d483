// What is wrong with a page of HTML: sideways scrolling, text that is cut, overlaps or is hard to read, on
// screens and on paper; headings that leave out a level.
import zlib from 'node:zlib';

const SCREENS = [[390, 844, true], [1366, 768, false]];
const SCHEMES = ['light', 'dark'];
const INCH = 25.4, PX = 96, EDGE = 32; // millimetres an inch, units an inch, both margins of a sheet
const LEAST = 8; // units of the smallest letters on paper: 6 points
const SHEETS = {A4: [210, 297], Letter: [215.9, 279.4]};

/* Runs in the page; what is wrong, a line each. `width`: of the sheet, or 0 on a screen. */
function lookAt(width, wide, least) {
  const root = document.documentElement, found = new Set();
  const say = (what, text) => found.add(`${what}: ${text.trim().replace(/\s+/g, ' ').slice(0, 60)}`);

  /* Texts as they stand: each line of each, where it is not there for those only who hear. */
  const texts = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode());) {
    const element = node.parentElement;
    if (!node.data.trim() || element.closest('.unseen, title, desc')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const squeezed = element.hasAttribute('textLength'); // of which a range does not know
    for (const rect of squeezed ? [element.getBoundingClientRect()] : range.getClientRects())
      if (rect.width > 0) texts.push({node, element, rect, text: node.data});
  }

  /* Nothing beyond the right edge but in a box that scrolls, and nothing beyond that of a drawing. */
  const room = element => {
    const drawing = element.closest('svg'), box = element.closest('.table');
    if (drawing) return drawing.getBoundingClientRect();
    if (!width && box) return {left: box.getBoundingClientRect().left, right: Infinity};
    return {left: 0, right: box?.classList.contains('wide') ? wide : root.clientWidth};
  };
  if (!width && root.scrollWidth > root.clientWidth) say('the page scrolls sideways', `${root.scrollWidth} of ${root.clientWidth}`);
  for (const {element, rect, text} of texts) {
    const {left, right} = room(element);
    if (rect.left < left - 1 || rect.right > right + 1) say('is cut', text);
  }
  for (const element of document.querySelectorAll(':is(main, main *):not(svg, svg *, .unseen, .table)'))
    if (element.clientWidth && element.scrollWidth > element.clientWidth + 1 && (!element.closest('.table') || width))
      if (!element.querySelector('.table.wide')) say('is wider than its box', element.textContent);

  /* The middle of a line, since letters have room above and below; the lines in order downwards. */
  const lines = texts.map(({node, rect, text}) => ({node, text, left: rect.left + 1, right: rect.right - 1,
    top: rect.top + rect.height / 4, bottom: rect.bottom - rect.height / 4})).sort((a, b) => a.top - b.top);
  lines.forEach((one, i) => {
    for (let j = i + 1; j < lines.length && lines[j].top < one.bottom; j++)
      if (one.left < lines[j].right && lines[j].left < one.right && one.node !== lines[j].node)
        say('stand on each other', `${one.text.trim().slice(0, 25)} | ${lines[j].text.trim().slice(0, 25)}`);
  });

  for (const {element, text} of texts)
    if (width && !element.closest('svg') && parseFloat(getComputedStyle(element).fontSize) < least) say('is too small', text);

  let level = 0;
  for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const next = +heading.tagName[1];
    if (next > level + 1) say(`a heading of level ${next} behind one of ${level}`, heading.textContent);
    level = next;
  }
  if (!level) say('there is no heading', '');

  for (const line of document.querySelectorAll('.line'))
    if (getComputedStyle(line).fill !== 'none') say('a line is filled', line.closest('figure').textContent);

  /* Contrast as WCAG has it. */
  const channels = colour => {
    const [red, green, blue, alpha = 1] = (colour.match(/[\d.]+/g) ?? [0, 0, 0, 0]).map(Number);
    return {rgb: [red, green, blue], alpha};
  };
  const over = (colour, alpha, under) => colour.map((value, i) => value * alpha + under[i] * (1 - alpha));
  const luminance = rgb => rgb.map(value => value / 255).map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)
    .reduce((sum, value, i) => sum + value * [0.2126, 0.7152, 0.0722][i], 0);
  const paper = element => {
    const above = element.parentElement ? paper(element.parentElement) : [255, 255, 255];
    const {rgb, alpha} = channels(getComputedStyle(element).backgroundColor);
    return over(rgb, alpha, above);
  };
  const shapes = (element, rect) => [...element.closest('svg').querySelectorAll('circle, rect')].filter(shape => {
    const box = shape.getBoundingClientRect(), x = (rect.left + rect.right) / 2, y = (rect.top + rect.bottom) / 2;
    return x > box.left && x < box.right && y > box.top && y < box.bottom;
  });
  const checked = new Set();
  for (const {element, rect, text} of texts) {
    const style = getComputedStyle(element), drawn = !!element.closest('svg');
    const edged = style.paintOrder.startsWith('stroke') && style.stroke !== 'none';
    let under = edged ? channels(style.stroke).rgb : paper(element);
    for (const shape of drawn && !edged ? shapes(element, rect) : []) {
      const {fill, fillOpacity} = getComputedStyle(shape);
      if (fill !== 'none') under = over(channels(fill).rgb, channels(fill).alpha * fillOpacity, under);
    }
    const {rgb} = channels(drawn ? style.fill : style.color), key = `${rgb} ${under}`;
    if (checked.has(key)) continue;
    checked.add(key);
    const [dark, light] = [luminance(rgb), luminance(under)].sort((a, b) => a - b), contrast = (light + 0.05) / (dark + 0.05);
    if (contrast < 4.5) say(`contrast ${contrast.toFixed(2)}`, text);
  }
  return [...found];
}

const look = `return (${lookAt})(arguments[0], arguments[1], ${LEAST})`;
const units = millimetres => Math.floor((millimetres - EDGE) / INCH * PX);

async function resize(browser, width, height, mobile) {
  await browser.devtools('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: 1, mobile});
}
const show = (browser, media, scheme) =>
  browser.devtools('Emulation.setEmulatedMedia', {media, features: [{name: 'prefers-color-scheme', value: scheme}]});

/* How often each sheet shows text. Skia writes an object a line, and packs what is on a sheet. */
export function showings(pdf) {
  const all = pdf.toString('latin1'), objects = new Map();
  for (const {1: number, index} of all.matchAll(/(?:^|\n)(\d+) 0 obj\n/g)) objects.set(number, index);
  return [...all.matchAll(/\/Type \/Page\n[^]*?\/Contents (\d+) 0 R/g)].map(({1: number}) => {
    const start = all.indexOf('stream\n', objects.get(number)) + 'stream\n'.length;
    const [, length] = /\/Length (\d+)/.exec(all.slice(objects.get(number), start));
    return (zlib.inflateSync(pdf.subarray(start, start + +length)).toString('latin1').match(/T[jJ]\n/g) ?? []).length;
  });
}

export async function print(browser, sheet) {
  const [width, height] = SHEETS[sheet].map(size => size / INCH);
  return Buffer.from((await browser.devtools('Page.printToPDF',
    {paperWidth: width, paperHeight: height, printBackground: true, preferCSSPageSize: false})).data, 'base64');
}

/* `seen`: what is called with each screen and sheet, to keep pictures. */
export async function faults(browser, address, seen = () => undefined) {
  const found = [];
  const add = (where, lines) => found.push(...lines.map(line => `${where}: ${line}`));
  await browser.visit(address);
  for (const [width, height, mobile] of SCREENS)
    for (const scheme of SCHEMES) {
      await resize(browser, width, height, mobile);
      await show(browser, 'screen', scheme);
      add(`${width} ${scheme}`, await browser.run(look, 0, 0));
      await seen(`${width}-${scheme}`);
    }
  for (const [sheet, [width, height]] of Object.entries(SHEETS)) {
    await resize(browser, units(width), units(height), false);
    await show(browser, 'print', 'light');
    add(sheet, await browser.run(look, units(width), units(height)));
    await show(browser, '', 'light');
    const pdf = await print(browser, sheet), shown = showings(pdf);
    add(sheet, shown.length ? [] : ['no page is found']);
    add(sheet, shown.flatMap((count, i) => count > 1 ? [] : [`page ${i + 1} of ${shown.length} is empty`])); // one is its number
    await seen(sheet, pdf);
  }
  add('console', [await browser.complaints()].filter(text => text));
  return found;
}
