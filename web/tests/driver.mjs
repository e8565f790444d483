// A browser, driven by Debian's chromedriver as WebDriver (W3C) has it; no packages.
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'; // of the standard

export class Browser {
  static async open(width, height, more = {}) {
    const browser = new Browser();
    browser.folder = fs.mkdtempSync(path.join(os.tmpdir(), 'veto-browser-'));
    browser.driver = spawn('chromedriver', ['--port=0'], {stdio: ['ignore', 'pipe', 'ignore']});
    browser.port = await new Promise((resolve, reject) => {
      let said = '';
      browser.driver.stdout.on('data', data => {
        said += data;
        const port = /started successfully on port (\d+)/.exec(said);
        if (port) resolve(+port[1]);
      });
      browser.driver.on('error', reject);
      browser.driver.on('exit', () => reject(new Error(`chromedriver ended: ${said}`)));
    });
    const args = ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
      '--disable-background-networking', '--disable-component-update', '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND', // no network
      `--user-data-dir=${browser.folder}`, `--window-size=${width},${height}`, ...more.args ?? []];
    const options = {args, ...more.options};
    const made = await browser.ask('POST', '/session', {capabilities: {alwaysMatch: {'goog:chromeOptions': options,
      'goog:loggingPrefs': {browser: 'ALL'}}}});
    browser.session = made.sessionId;
    await browser.devtools('Emulation.setDeviceMetricsOverride', {width, height, deviceScaleFactor: more.scale ?? 1, mobile: !!more.mobile});
    if (more.mobile) await browser.devtools('Emulation.setTouchEmulationEnabled', {enabled: true});
    return browser;
  }

  async close() {
    await this.at('DELETE', '').catch(() => undefined);
    this.driver.removeAllListeners('exit');
    this.driver.kill();
    await new Promise(resolve => this.driver.on('close', resolve));
    fs.rmSync(this.folder, {recursive: true, force: true});
  }

  async ask(method, where, body) {
    const answer = await fetch(`http://127.0.0.1:${this.port}${where}`,
      {method, body: body && JSON.stringify(body), headers: {'content-type': 'application/json'}});
    const {value} = await answer.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }
  at(method, where, body) { return this.ask(method, `/session/${this.session}${where}`, body); }
  devtools(cmd, params = {}) { return this.at('POST', '/goog/cdp/execute', {cmd, params}); }

  /* Also where only what is behind the # is another: the page is loaded anew. */
  async visit(address) {
    await this.at('POST', '/url', {url: 'about:blank'});
    await this.at('POST', '/url', {url: address});
  }
  async go(address) {
    await this.visit(address);
    await this.until('the first frame', 'return !!document.querySelector("#screen .row-of-cells")');
  }
  run(script, ...args) { return this.at('POST', '/execute/sync', {script, args}); }
  async until(what, script, ...args) {
    for (let i = 0; i < 600; i++) {
      if (await this.run(script, ...args)) return;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    throw new Error(`waited in vain for ${what}; on screen:\n${await this.screen()}`);
  }

  screen() {
    return this.run(`return [...document.querySelectorAll("#screen .row-of-cells")]
      .map(line => line.textContent.replace(/ +$/, "")).join("\\n") + "\\n"`);
  }
  shows(text) { return this.until(`'${text}'`, 'return document.getElementById("screen").textContent.includes(arguments[0])', text); }

  /* Characters, or keys by their code points in the standard (U+E000 and on). */
  async type(text) {
    const actions = [...text].flatMap(value => [{type: 'keyDown', value}, {type: 'keyUp', value}]);
    await this.at('POST', '/actions', {actions: [{type: 'key', id: 'keys', actions}]});
  }
  async element(selector) {
    return (await this.at('POST', '/element', {using: 'css selector', value: selector}))[ELEMENT];
  }
  async click(selector) { await this.at('POST', `/element/${await this.element(selector)}/click`, {}); }
  async fill(selector, text) { await this.at('POST', `/element/${await this.element(selector)}/value`, {text}); }
  async shot(file) { fs.writeFileSync(file, Buffer.from(await this.at('GET', '/screenshot'), 'base64')); }
  log() { return this.at('POST', '/se/log', {type: 'browser'}); }
}

export const KEYS = {Enter: '\uE007', Esc: '\uE00C', Tab: '\uE004', Backspace: '\uE003', Left: '\uE012', Right: '\uE014',
  Up: '\uE013', Down: '\uE015', PageUp: '\uE00E', PageDown: '\uE00F', F6: '\uE036'};
