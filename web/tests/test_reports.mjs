// test_reports.mjs PAGE PROGRAM: what the program of this machine writes as HTML, in Chromium: every
// scenario, and every report. With VETO_SHOTS=FOLDER it leaves pictures and sheets there. Speaks TAP.
import fs from 'node:fs';
import path from 'node:path';
import {Chromium} from './driver.mjs';
import {faults, print, showings} from './look.mjs';
import {done, here, scratch, test} from './run.mjs';

const record = name => path.resolve('tests/history', `${name}.csv`);
const MOST_CARD_SHEETS = 10; // 4 of A4 and 5 of Letter, and one for a browser with other fonts
const scenarios = fs.readdirSync('scenarios').filter(name => name.endsWith('.yaml')).map(name => path.basename(name, '.yaml'));
const RUSSIA = 'members.RUS.veto_tendency';

const reports = [
  ...scenarios.map(name => `run ${name}`),
  'run korea-1950 --why',
  'odds aleppo-2016',
  `whatif aleppo-2016 --set ${RUSSIA}=0`,
  'flips aleppo-2016',
  'power charter-1965 g4 ufc african-union two-vetoes --bars',
  'power --in gaza-2023-october',
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1`,
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1 --chart`,
  `sweep aleppo-2016 --vary ${RUSSIA}=0:1:0.1 --vary members.CHN.openness=0:1:0.1 --chart`,
  'who 1950-06-25',
  'lesson',
  ...['class', 'teacher', 'roles', 'board'].map(sheet => `handout bangladesh-1971 --sheet ${sheet}`),
  ...['list', 'topics', 'show S/2016/846', 'check --problems', 'chart', 'under two-vetoes', `compare ${record('undl')}`]
    .map(action => `history ${record('sciencespo')} ${action}`),
  `history ${record('meetings')} meeting S/PV.7785`,
  `history ${record('made')} expect --date 1995-01-01`,
  `history ${record('made')} calibrate --from 1991`,
];

const browser = await Chromium.open(), shots = process.env.VETO_SHOTS;
for (const words of reports) {
  const title = words.replaceAll(path.resolve('tests/history') + '/', '');
  const keep = (where, pdf) => {
    const file = path.join(shots, `${title.replaceAll('/', '-')} ${where}`);
    return pdf ? fs.writeFileSync(`${file}.pdf`, pdf) : browser.shot(`${file}.png`);
  };
  await test(title, async () => {
    const [status, html, said] = here([...words.split(' '), '--html']), file = path.join(scratch, 'report.html');
    if (status) throw new Error(said);
    fs.writeFileSync(file, html);
    const found = await faults(browser, `file://${file}`, shots && keep);
    if (found.length) throw new Error(found.join('\n'));
  });
}
await test('role cards stand close', async () => {
  const [, html] = here(['handout', 'aleppo-2016', '--sheet', 'roles', '--html']), file = path.join(scratch, 'cards.html');
  fs.writeFileSync(file, html);
  await browser.visit(`file://${file}`);
  let sheets = 0;
  for (const size of ['A4', 'Letter']) sheets += showings(await print(browser, size)).length;
  if (sheets > MOST_CARD_SHEETS) throw new Error(`the cards of 15 members take ${sheets} sheets of A4 and Letter together`);
});
await browser.close();
done();
