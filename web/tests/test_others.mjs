// test_others.mjs PAGE: the walk in Firefox and in WebKit, where Debian's packages of them are. Speaks TAP.
import {spawnSync} from 'node:child_process';
import {Firefox, WebKit} from './driver.mjs';
import {done} from './run.mjs';
import {chromebook, testsIn, walk} from './walk.mjs';

const others = [
  {name: 'firefox', Browser: Firefox, needs: ['firefox-esr']},
  {name: 'webkit', Browser: WebKit, needs: ['WebKitWebDriver', 'Xvfb']},
];
for (const {name, Browser, needs} of others) {
  const missing = needs.find(program => spawnSync(program, ['--version']).error);
  if (missing) { console.log(`# ${missing} is not here: ${name} left out`); continue; }
  const browser = await Browser.open();
  await walk(testsIn(browser), {[name]: chromebook});
  await browser.close();
}
done();
