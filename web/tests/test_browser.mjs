// test_browser.mjs PAGE: the page in Chromium, opened from a file and without a network, at the sizes of
// a Chromebook, a telephone and a tablet, by keys and by fingers. Speaks TAP.
import {Chromium, KEYS} from './driver.mjs';
import {done, holds, load, Run, same} from './run.mjs';
import {address, chromebook, fits, said, shot, testsIn, walk} from './walk.mjs';

const telephone = [390, 844, {mobile: true, scale: 2}], sideways = [844, 390, {mobile: true, scale: 2}];
const browser = await Chromium.open(), inBrowser = testsIn(browser);

await walk(inBrowser, {chromebook, telephone, sideways, tablet: [820, 1180, {mobile: true}]});

/* What those hear who cannot see the screen, as Chromium's accessibility tree has it. */
await inBrowser('what is said', chromebook, async browser => {
  const tree = async () => (await browser.devtools('Accessibility.getFullAXTree')).nodes.filter(node => !node.ignored)
    .map(node => `${node.role?.value} ${node.name?.value}`).join('\n');
  await browser.go(`${address}#aleppo-2016`);
  await browser.type('v..');
  same(await browser.run(said, 'say'), 'China: abstaining.');
  holds(await tree(), 'China: abstaining.');
  for (const name of ['application veto', 'button Menu', 'button Space next', 'status']) holds(await tree(), name);
  await browser.type(' ');
  holds(await browser.run(said, 'say'), 'Draft S/2016/846 (french): vetoed. 11 in favour, 2 against, 2 abstaining.');
  await browser.type(`w${KEYS.Down}`);
  same(await browser.run(said, 'say'), 'Senegal: in favour.');
  await browser.type('9');
  await browser.go(address);
  await browser.type(KEYS.Down);
  const selected = await browser.run(said, 'say');
  same(selected.length > 20, true);
  holds((await browser.screen()).split('\n').find(line => line.startsWith('▸')), selected.slice('2016-10-08 '.length));
});

// ---- fingers ----

/* The middle of what can be tapped and begins with this. */
const spot = async (browser, text) => {
  const at = await browser.run(`const found = [...document.querySelectorAll('[role=button], button')].find(one => one.textContent.trim().startsWith(arguments[0]));
    const box = found?.getBoundingClientRect();
    return box ? [box.x + box.width / 2, box.y + box.height / 2] : null`, text);
  if (!at) throw new Error(`nothing to tap begins with '${text}' in\n${await browser.screen()}`);
  return at;
};
const tap = async (browser, text) => browser.finger(await spot(browser, text));
const swipe = (browser, across, down) => browser.finger([200, 400], [200 + across, 400 + down]);

await inBrowser('taps', telephone, async browser => {
  await browser.go(address);
  await tap(browser, '2018-06-01');
  await browser.shows('▸ 2018-06-01');
  await tap(browser, '▸ 2018-06-01');
  await browser.shows('Press Space to begin');
  await browser.go(`${address}#aleppo-2016`);
  await tap(browser, 'v vote');
  await tap(browser, '. ballot');
  await browser.shows('ballot 1 of 15');
  await tap(browser, '2 S/2016/847');
  await browser.shows('step 29');
  await tap(browser, 'France');
  await browser.shows('France');
  await tap(browser, 'Close');
  await browser.shows('v vote');
  await tap(browser, '? help');
  await browser.shows('What you can do now');
  await tap(browser, 'P');
  await browser.shows('What the class expects');
  await tap(browser, 'Close');
  await browser.type(':council.required_majority=10');
  await tap(browser, 'Enter ok');
  await browser.shows('required majority is now 10');
  await browser.type(':abc');
  await tap(browser, 'Esc cancel');
  await browser.shows('? help');
  await browser.go(address);
  await tap(browser, '? help');
  await tap(browser, 'End');
  await browser.shows('▸ 2024-04-18');
});

await inBrowser('swipes', telephone, async browser => {
  const first = async () => (await browser.screen()).split('\n')[2];
  await browser.go(`${address}#aleppo-2016`);
  await swipe(browser, -150, 10);
  await browser.shows('step 1 ');
  await swipe(browser, -150, -10);
  await browser.shows('step 2');
  await swipe(browser, 150, 0);
  await browser.shows('step 1');
  await tap(browser, '? help');
  await browser.shows('What you can do now');
  const before = await first(), eighth = (await browser.screen()).split('\n')[2 + 8];
  await swipe(browser, 60, -200); // eight times 24
  same(await first(), eighth);
  await swipe(browser, 0, 200);
  same(await first(), before);
});

await inBrowser('a wheel, and a touchpad', chromebook, async browser => {
  const turn = (deltaX, deltaY) => browser.devtools('Input.dispatchMouseEvent', {type: 'mouseWheel', x: 300, y: 300, deltaX, deltaY});
  await browser.go(`${address}#aleppo-2016`);
  await browser.type(' ?');
  const lines = (await browser.screen()).split('\n');
  const starts = line => browser.until(lines[line], 'return document.querySelectorAll(".row-of-cells")[2].textContent.trimEnd() === arguments[0]', lines[line]);
  await turn(0, 120);
  await starts(3);
  for (let i = 0; i < 12; i++) await turn(i, 4);
  await starts(5);
  await turn(0, -120);
  await starts(4);
});

const focus = 'return document.activeElement.id';

/* What a telephone's keyboard does, from a word that is being made up to one that is taken back. */
await inBrowser('a keyboard on the screen', telephone, async browser => {
  const types = text => browser.devtools('Input.insertText', {text});
  const makesUp = text => browser.devtools('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
  await browser.go(address);
  await tap(browser, 'Keyboard');
  same(await browser.run(focus), 'type');
  await makesUp('al');
  await makesUp('alep');
  await browser.shows('Search: alep');
  await types('aleppo');
  await browser.shows('Search: aleppo');
  await browser.type(KEYS.Enter);
  await browser.shows('Press Space to begin');
  await types('v');
  await types(':');
  await types('añb c');
  await browser.shows('Change: añb c ');
  await browser.type(KEYS.Backspace);
  await browser.run('document.execCommand("delete")'); // as the keyboard of a telephone does, without a key
  await browser.shows('Change: añb  ');
  await tap(browser, 'Close');
  await tap(browser, 'q quit');
  await browser.shows('Search:');
  same(await browser.run(focus), 'screen');
});

await inBrowser('a keyboard where text is asked for', sideways, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  await browser.type(`vw${KEYS.Down}y${KEYS.Esc}c`);
  await tap(browser, 's save');
  await browser.shows('Enter ok');
  same(await browser.run(focus), 'type');
});

// ---- what is seen ----

/* Every style of the program, and all that the page writes itself, by their contrast (WCAG 2.2). */
const contrasts = `const channels = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => channels(colour).slice(0, 3).map(c => c / 255).map(c => c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [.2126, .7152, .0722][i], 0);
  const behind = one => { const {backgroundColor} = getComputedStyle(one); return channels(backgroundColor)[3] === 0 ? behind(one.parentElement) : backgroundColor; };
  const line = document.querySelector('.row-of-cells');
  for (const name of arguments[0]) line.append(Object.assign(document.createElement('span'), {className: name, textContent: name}));
  return [...document.querySelectorAll('#screen span, button, dialog *')].filter(one => one.textContent).map(one => {
    const [more, less] = [light(getComputedStyle(one).color), light(behind(one))].sort((a, b) => b - a);
    return [one.className || one.textContent, (more + .05) / (less + .05)];
  })`;

for (const scheme of ['light', 'dark'])
  await inBrowser(`contrast of every style, ${scheme}`, chromebook, async browser => {
    await browser.media('prefers-color-scheme', scheme);
    await browser.go(`${address}#aleppo-2016`);
    await browser.type('v.......');
    await shot(browser, `chromebook-${scheme}`);
    const styles = await browser.run(contrasts, new Run(load()).styles());
    same(styles.length > 100, true);
    same(styles.filter(([, contrast]) => contrast < 4.5).join('\n'), '');
  });

await inBrowser('forced colours', chromebook, async browser => {
  const style = (selector, name) => browser.run('return getComputedStyle(document.querySelector(arguments[0]))[arguments[1]]', selector, name);
  await browser.media('forced-colors', 'active');
  await browser.go(`${address}#aleppo-2016`);
  await browser.type('v.......');
  await shot(browser, 'chromebook-forced');
  for (const [ballot, badge] of [['yes', ' Y+ '], ['no', ' N- '], ['abstain', ' A= ']]) {
    same(await browser.run('return document.querySelector(arguments[0]).textContent', `#screen .${ballot}`), badge);
    same(await style(`#screen .${ballot}`, 'outlineStyle'), 'solid');
  }
  same(await style('#screen .selected', 'backgroundColor') === await style('#screen', 'backgroundColor'), false);
});

/* 200 %: half the width and height, twice the dots; and turned while something is played. */
await inBrowser('enlarged and turned', chromebook, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  await browser.type('v.......');
  const place = async () => /ballot \d+ of \d+/.exec(await browser.screen())[0], before = await place();
  for (const [name, size] of Object.entries({enlarged: [683, 384, {scale: 2}], telephone, sideways, large: [1920, 1080]})) {
    await browser.size(...size);
    await browser.until('the size', 'return innerWidth === arguments[0]', size[0]);
    await fits(browser);
    same(await place(), before);
    await shot(browser, name);
  }
});

/* Where the least layout is larger than the screen, a finger moves it, and the whole can be seen. */
await inBrowser('a telephone, enlarged', [195, 422, {mobile: true, scale: 4}], async browser => {
  const state = () => browser.run(`const screen = document.getElementById('screen'), last = screen.querySelector('.row-of-cells').getBoundingClientRect();
    return [parseFloat(screen.style.fontSize), last.left < 0 ? 0 : last.left, last.right > innerWidth, document.getElementById('bar').scrollWidth > innerWidth]`);
  await browser.go(`${address}#aleppo-2016`);
  await shot(browser, 'telephone-enlarged');
  same(String(await state()), '12,0,true,false');
  await browser.finger([180, 200], [10, 200]);
  await browser.finger([180, 200], [10, 200]);
  await browser.until('the right end', `return document.querySelector('.row-of-cells').getBoundingClientRect().right <= innerWidth + 1`);
  same((await browser.screen()).includes('Press Space to begin'), true); // that was no swipe
});

/* Two fingers that enlarge do not lay it out anew. */
await inBrowser('pinched', telephone, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  const rows = () => browser.run('return document.querySelectorAll(".row-of-cells").length'), before = await rows();
  await browser.devtools('Emulation.setPageScaleFactor', {pageScaleFactor: 2});
  await browser.until('the scale', 'return visualViewport.scale > 1.9');
  same(await rows(), before);
  await browser.devtools('Emulation.setPageScaleFactor', {pageScaleFactor: 1});
});

// ---- the end of memory ----

/* Before the page: what of the program is started is at hand. */
const KEPT = `window.started = [];
  WebAssembly.Instance = new Proxy(WebAssembly.Instance, {construct: (Instance, words) => started[started.push(new Instance(...words)) - 1]});`;
const spoil = 'new Uint8Array(started.at(-1).exports.memory.buffer).fill(255)';

await inBrowser('a trap goes on with what was kept, then from the beginning, then says so', chromebook, async browser => {
  const {identifier} = await browser.devtools('Page.addScriptToEvaluateOnNewDocument', {source: KEPT});
  await browser.go(`${address}#aleppo-2016`);
  await browser.devtools('Page.removeScriptToEvaluateOnNewDocument', {identifier});
  await browser.type(`vw${KEYS.Down}y${KEYS.Esc}`);
  await browser.run('const {room} = started.at(-1).exports; for (let size = 1 << 24; size >= 16; size >>= 1) while (room(size)) continue');
  const words = 'Something went wrong, such as memory that ran out; this is where you were';
  for (let i = 0; i < 200 && !(await browser.screen()).includes(words); i++) await browser.type('wo'[i % 2]);
  await browser.shows(words);
  await browser.shows('1 change');
  await browser.type('.');
  await browser.run(spoil);
  await browser.type('.');
  await browser.shows('this is where you were');
  await browser.run(spoil);
  await browser.type('.');
  await browser.shows('Choose what to play');
  await browser.shows('1 change, left');
  await browser.run(spoil);
  await browser.type('.');
  await browser.until('words', 'return document.getElementById("message").open');
  holds(await browser.run(said, 'said'), 'load this one again');
  holds(await browser.complaints(), 'RuntimeError');
  await browser.go(address);
  await browser.type(KEYS.Enter);
  await browser.shows('Taken up where it was left');
});

await browser.close();
done();
