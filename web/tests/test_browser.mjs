// test_browser.mjs PAGE: the page in Chromium, opened from a file and without a network, at the sizes of
// a Chromebook, a telephone and a tablet. With VETO_SHOTS=FOLDER it leaves pictures there. Speaks TAP.
import fs from 'node:fs';
import path from 'node:path';
import {Browser, KEYS} from './driver.mjs';
import {done, holds, page, same, test} from './run.mjs';

const address = `file://${page}`, shots = process.env.VETO_SHOTS;
const shot = (browser, name) => shots ? browser.shot(path.join(shots, `${name}.png`)) : undefined;

async function inBrowser(title, size, work) {
  await test(title, async () => {
    const browser = await Browser.open(...size);
    try {
      await work(browser);
      same((await browser.log()).map(entry => entry.message).join('\n'), '');
    } finally {
      await browser.close();
    }
  });
}

const SIZES = {chromebook: [1366, 768], telephone: [390, 844, {mobile: true, scale: 2}], tablet: [820, 1180, {mobile: true}]};
const said = 'return document.getElementById(arguments[0]).textContent';

/* As in a lesson: chosen, predicted, the roll called, why, a change, and to the end. */
for (const [name, size] of Object.entries(SIZES))
  await inBrowser(`a class hour: ${name}`, size, async browser => {
    await browser.go(address);
    await browser.shows('Choose what to play');
    await shot(browser, `${name}-browser`);
    await browser.type('aleppo');
    await browser.shows('Two drafts on Aleppo');
    await browser.type(KEYS.Enter);
    await browser.shows('begin');
    await shot(browser, `${name}-title`);
    await browser.type('vP');
    await shot(browser, `${name}-predict`);
    await browser.type(`y${KEYS.Esc}${'.'.repeat(8)}`);
    await browser.shows('ballot');
    await shot(browser, `${name}-ballots`);
    await browser.type('w');
    await shot(browser, `${name}-why`);
    await browser.type(`${KEYS.Down}y${KEYS.Esc}`);
    await browser.shows('1 change');
    for (const [key, view] of [['o', 'odds'], ['W', 'power'], ['d', 'drafts'], ['C', 'compare'], ['c', 'command'], ['?', 'help']]) {
      await browser.type(key);
      await shot(browser, `${name}-${view}`);
      await browser.type(KEYS.Esc);
    }
    await browser.type('v v');
    await browser.type('L');
    await shot(browser, `${name}-large`);
    await browser.type('LG');
    await shot(browser, `${name}-end`);
    const [type, wide, high] = await browser.run(`const screen = document.getElementById('screen');
      return [parseFloat(screen.style.fontSize), screen.scrollWidth - screen.clientWidth, screen.scrollHeight - screen.clientHeight]`);
    same(type >= 12, true);
    same(wide, 0);
    same(high <= 0, true);
  });

await inBrowser('a link opens what it says', SIZES.chromebook, async browser => {
  await browser.go(`${address}#aleppo-2016&--mode=recorded&members.RUS.veto_tendency=0`);
  await browser.shows('Two drafts on Aleppo');
  await browser.type('c');
  await browser.shows('veto.html#aleppo-2016&--mode=recorded&members.RUS.veto_tendency=0');
});

await inBrowser('a session goes into a link', SIZES.chromebook, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  await browser.type(`vw${KEYS.Down}y${KEYS.Esc}`);
  await browser.shows('1 change');
  await browser.run('navigator.clipboard.writeText = async text => { window.copied = text; }');
  await browser.click('#menu');
  await browser.click('[data-does=link]');
  await browser.until('the link', 'return document.getElementById("message").open');
  holds(await browser.run(said, 'said'), 'The link is copied');
  const link = await browser.run('return window.copied');
  holds(link, '#session=');
  await browser.go(link);
  await browser.shows('1 change');
  await browser.shows('Taken up where it was left');
});

for (const link of ['<img src=x onerror=document.title=1>', 'javascript:document.title=1', 'aleppo-2016&"><script>document.title=1</script>',
  'session=AAAA', 'session=%', '%', '-', '--keys=x', 'aleppo-2016&--output=x', `aleppo-2016&${'a=b&'.repeat(500)}`])
  await inBrowser(`a hostile link is text: ${link.slice(0, 40)}`, SIZES.chromebook, async browser => {
    await browser.go(`${address}#${link}`);
    await browser.until('what is wrong', 'return document.getElementById("message").open');
    same(await browser.run('return document.title'), 'veto: votes in the Security Council');
    same(await browser.run('return document.querySelectorAll("img, iframe[src]").length + document.scripts.length'), 2);
  });

/* What those hear who cannot see the screen, as Chromium's accessibility tree has it. */
await inBrowser('what is said', SIZES.chromebook, async browser => {
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

/* As a drop has it. */
const drop = `const [name, text] = arguments, data = new DataTransfer();
  data.items.add(new File([text], name));
  document.getElementById('screen').dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))`;

await inBrowser('a scenario of one\'s own, with a mistake', SIZES.chromebook, async browser => {
  await browser.go(address);
  await browser.click('#menu');
  await browser.click('[data-does=write]');
  const text = await browser.run('return document.getElementById("text").value');
  await browser.click('#editor [data-does=close]');
  await browser.run(drop, 'mine.yaml', text.replace('title:', 'titel:'));
  await browser.until('the mistake', 'return document.getElementById("mistakes").textContent.includes(arguments[0])', 'did you mean \'title\'?');
  await shot(browser, 'chromebook-mistakes');
  await browser.run('const t = document.getElementById("text"); t.value = arguments[0]; t.dispatchEvent(new Event("input"))', text);
  await browser.until('no mistake', 'return !document.getElementById("mistakes").textContent.includes("error")');
  await browser.click('#play');
  await browser.shows('begin');
  await browser.type(' s');
  await browser.shows('Enter ok');
});

await inBrowser('a voting record, searched and replayed', SIZES.chromebook, async browser => {
  const name = 'sciencespo.csv';
  await browser.go(address);
  await browser.run(drop, name, fs.readFileSync(`tests/history/${name}`, 'utf8'));
  await browser.shows('Recorded votes');
  await browser.type(KEYS.Enter);
  await browser.shows('recorded');
});

await inBrowser('hand-outs', SIZES.chromebook, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  await browser.click('#menu');
  await browser.click('[data-sheet=class]');
  await browser.until('the sheet', 'return document.getElementById("paper").contentDocument?.body?.innerText.includes(arguments[0])', 'Two drafts on Aleppo');
  await shot(browser, 'chromebook-handout');
  await browser.run('window.printed = 0; document.getElementById("paper").contentWindow.print = () => window.printed++');
  await browser.click('#print');
  same(await browser.run('return window.printed'), 1);
});

await inBrowser('licences', SIZES.chromebook, async browser => {
  await browser.go(address);
  await browser.click('#menu');
  await browser.click('[data-does=licences]');
  for (const part of ['MIT License', 'GNU LESSER GENERAL PUBLIC LICENSE', 'Unicode, Inc.', 'Permission is hereby granted'])
    holds(await browser.run(said, 'said'), part);
});

await inBrowser('what is unfinished is offered again', SIZES.chromebook, async browser => {
  await browser.go(`${address}#aleppo-2016`);
  await browser.type(`vw${KEYS.Down}y${KEYS.Esc}`);
  await browser.shows('1 change');
  await browser.go(address);
  await browser.shows('1 change, left');
  await browser.type(KEYS.Enter);
  await browser.shows('Taken up where it was left');
});


done();
