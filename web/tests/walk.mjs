// What a class does with the page, in any browser: opened from a file, at some sizes of screens. With
// VETO_SHOTS=FOLDER it leaves pictures there.
import fs from 'node:fs';
import path from 'node:path';
import {KEYS} from './driver.mjs';
import {holds, page, same, test} from './run.mjs';

export const address = `file://${page}`, chromebook = [1366, 768];
export const said = 'return document.getElementById(arguments[0]).textContent';

const shots = process.env.VETO_SHOTS;
export const shot = (browser, name) => shots ? browser.shot(path.join(shots, `${name}.png`)) : undefined;

/* What tests in this browser: each begins with nothing stored, and nothing may be complained of. */
export const testsIn = browser => (title, size, work) => test(title, async () => {
  await browser.go(address);
  await browser.afresh();
  await browser.size(...size);
  await browser.complaints();
  await work(browser);
  same(await browser.complaints(), '');
});

/* Type that can be read, and all of the frame at once. */
export const fits = browser => browser.until('all of it in type of 12 pixels', `const screen = document.getElementById('screen');
  return parseFloat(screen.style.fontSize) >= 12 && screen.scrollWidth <= screen.clientWidth && screen.scrollHeight <= screen.clientHeight`);

/* As a drop has it. */
const drop = `const [name, text] = arguments, data = new DataTransfer();
  data.items.add(new File([text], name));
  document.getElementById('screen').dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true, dataTransfer: data}))`;

export async function walk(inBrowser, sizes) {
  /* As in a lesson: chosen, predicted, the roll called, why, a change, and to the end. */
  for (const [name, size] of Object.entries(sizes))
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
      await fits(browser);
    });

  await inBrowser('a link opens what it says', chromebook, async browser => {
    await browser.go(`${address}#aleppo-2016&--mode=recorded&members.RUS.veto_tendency=0`);
    await browser.shows('Two drafts on Aleppo');
    await browser.type('c');
    await browser.shows('veto.html#aleppo-2016&--mode=recorded&members.RUS.veto_tendency=0');
  });

  await inBrowser('a session goes into a link', chromebook, async browser => {
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
    await inBrowser(`a hostile link is text: ${link.slice(0, 40)}`, chromebook, async browser => {
      await browser.go(`${address}#${link}`);
      await browser.until('what is wrong', 'return document.getElementById("message").open');
      same(await browser.run('return document.title'), 'veto: votes in the Security Council');
      same(await browser.run('return document.querySelectorAll("img, iframe[src]").length + document.scripts.length'), 2);
    });

  await inBrowser('a scenario of one\'s own, with a mistake', chromebook, async browser => {
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

  await inBrowser('a voting record, searched and replayed', chromebook, async browser => {
    const name = 'sciencespo.csv';
    await browser.go(address);
    await browser.run(drop, name, fs.readFileSync(`tests/history/${name}`, 'utf8'));
    await browser.shows('Recorded votes');
    await browser.type(KEYS.Enter);
    await browser.shows('recorded');
  });

  await inBrowser('hand-outs', chromebook, async browser => {
    await browser.go(`${address}#aleppo-2016`);
    await browser.click('#menu');
    await browser.click('[data-sheet=class]');
    await browser.until('the sheet', 'return document.getElementById("paper").contentDocument?.body?.innerText.includes(arguments[0])', 'Two drafts on Aleppo');
    await shot(browser, 'chromebook-handout');
    await browser.run('window.printed = 0; document.getElementById("paper").contentWindow.print = () => window.printed++');
    await browser.click('#print');
    same(await browser.run('return window.printed'), 1);
  });

  await inBrowser('licences', chromebook, async browser => {
    await browser.go(address);
    await browser.click('#menu');
    await browser.click('[data-does=licences]');
    for (const part of ['MIT License', 'GNU LESSER GENERAL PUBLIC LICENSE', 'Unicode, Inc.', 'Permission is hereby granted'])
      holds(await browser.run(said, 'said'), part);
  });

  await inBrowser('what is unfinished is offered again', chromebook, async browser => {
    await browser.go(`${address}#aleppo-2016`);
    await browser.type(`vw${KEYS.Down}y${KEYS.Esc}`);
    await browser.shows('1 change');
    await browser.go(address);
    await browser.shows('1 change, left');
    await browser.type(KEYS.Enter);
    await browser.shows('Taken up where it was left');
  });
}
