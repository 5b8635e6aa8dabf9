// Opens pages in a real browser and says what is wrong with them: `node browser.cjs FOLDER`, where FOLDER has
// `kigali.html`, `corpus.html`, `hostile.html` and `folder/index.html`. Prints nothing and ends with 0 where all is well.
'use strict';
const fs = require('fs');
const path = require('path');
const { chromium } = require('playwright-core');

const folder = process.argv[2];
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const wrong = [];
const is = (what, got, want) => {
  if (JSON.stringify(got) !== JSON.stringify(want)) wrong.push(`${what}: ${JSON.stringify(got)}, not ${JSON.stringify(want)}`);
};

// Serves the pages at an address of their own and notes whatever else a page asks for.
const open = async (browser, options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://pages.test' });
  await context.route('**/*', route => {
    const url = new URL(route.request().url());
    const file = path.join(folder, decodeURIComponent(url.pathname));
    if (url.origin === 'https://pages.test' && route.request().isNavigationRequest() && fs.existsSync(file)) {
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: fs.readFileSync(file) });
    }
    wrong.push(`a page asked for ${url.href}`);
    return route.abort();
  });
  const page = await context.newPage();
  page.on('console', message => wrong.push(`console: ${message.text()}`));
  page.on('pageerror', error => wrong.push(`error: ${error.message}`));
  page.on('dialog', dialog => { wrong.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.at = address => page.goto('https://pages.test/' + address);
  page.seen = selector => page.$$eval(selector, all => all.filter(one => one.checkVisibility()).map(one => one.id));
  page.finds = async words => { await page.fill('#_words', words); return page.seen('.position'); };
  return page;
};

const facts = async page => {
  await page.at('kigali.html');
  is('language', await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['en', 'ltr']);
  is('figures', await page.$$eval('.figures dd', all => all.map(one => one.textContent.trim())), ['9', '8', '1', '3', '7 / 55']);
  is('anchors', await page.$$eval('#KZ, #OP9, #KZ-OP9, #QA-OP5, #HU-entire, #RU-entire', all => all.length), 6);
  is('positions', (await page.seen('.position')).length, 11);
  is('delegations', (await page.seen('.delegation')).length, 9);
  is('paragraphs', (await page.seen('.paragraph')).length, 56);
  is('silence', await page.$eval('#OP1 .silence', one => one.innerText), 'no position recorded · 3 on the entire resolution');
  is('phrase', (await page.$eval('#QA-OP5', one => one.innerText)).includes('labour mobility'), true);
  const broken = await page.$$eval('a[href^="#"]', all => all.map(one => decodeURIComponent(one.hash.slice(1))).filter(id => !document.getElementById(id)));
  is('links that lead nowhere', broken, []);
  const twice = await page.$$eval('[id]', all => all.map(one => one.id).filter((id, at, ids) => ids.indexOf(id) !== at));
  is('anchors given twice', twice, []);
  const cells = await page.$$eval('.matrix tbody tr', rows => rows.map(row => [row.querySelector('.code').textContent,
    ...[...row.querySelectorAll('td > a use')].map(one => one.getAttribute('href'))].join(' ')));
  is('matrix', [cells[1], cells[4], cells[5], cells[6]], ['HU #_reservation-entire', 'KZ #_reservation-named #_reservation-named #_reservation-named', 'QA #_reservation-phrase', 'RU #_opposition-entire']);
  const looks = await page.$$eval('.legend .mark', all => all.slice(0, 4).map(one => getComputedStyle(one).color));
  is('marks of one colour', new Set(looks).size, 4);
};

const filter = async page => {
  await page.at('kigali.html');
  const kz = ['KZ-PP9', 'KZ-PP10', 'KZ-OP9'];
  is('by name', await page.finds('kazakh'), kz);
  is('by code', await page.finds('KZ'), kz);
  is('in another language', await page.finds('كازاخستان'), kz);
  is('without accents', await page.finds('turkiye'), ['TR-PP19']);
  is('by paragraph', await page.finds('OP3'), ['CZ-OP3']);
  is('paragraphs of it', await page.seen('.paragraph'), ['OP3']);
  is('by kind', await page.finds('opposition'), ['RU-entire']);
  is('by kind in Arabic', await page.finds('معارضه'), ['RU-entire']);
  is('by phrase', await page.finds('labour mobility'), ['QA-OP5']);
  is('two words', await page.finds('kazakhstan ukraine'), ['KZ-PP9', 'KZ-PP10']);
  is('nothing', await page.finds('zzz'), []);
  is('nothing said', await page.innerText('#_found'), 'Nothing matches the filter.');
  await page.finds('qatar');
  is('in the address', new URL(page.url()).searchParams.get('q'), 'qatar');
  await page.reload();
  is('after loading again', await page.seen('.position'), ['QA-OP5']);
  await page.click('#KZ-OP9 a', { trial: true, timeout: 300 }).then(() => wrong.push('a hidden link can be clicked'), () => {});
  await page.evaluate(() => { location.hash = '#CZ-OP3'; });
  await page.waitForFunction(() => document.getElementById('CZ-OP3').checkVisibility());
  await page.selectOption('#_kind', 'opposition');
  is('kind chosen', await page.seen('.position'), ['RU-entire']);
  await page.selectOption('#_kind', '');
  is('all again', (await page.seen('.position')).length, 11);
};

const copies = async page => {
  await page.at('kigali.html?q=qatar');
  await page.fill('#_words', '');
  await page.click('.copy[data-copy="KZ-OP9"]');
  await page.waitForSelector('.copy.done');
  is('copied', await page.evaluate(() => navigator.clipboard.readText()), 'https://pages.test/kigali.html#KZ-OP9');
  is('name of the button', await page.getAttribute('.copy[data-copy="KZ-OP9"]', 'aria-label'), 'Copy link KZ-OP9');
  await page.at('kigali.html#KZ-OP9');
  is('target', await page.evaluate(() => document.querySelector(':target').id), 'KZ-OP9');
};

const languages = async page => {
  await page.at('kigali.html');
  await page.check('#_in-ar', { force: true });
  is('switched', await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  is('name', (await page.innerText('#KZ h3')).includes('كازاخستان'), true);
  is('no English left', await page.$$eval('[lang=en]', all => all.filter(one => one.checkVisibility() && one.textContent !== 'English').map(one => one.textContent)), []);
  is('silence', (await page.innerText('#OP1 .silence')).startsWith('لا موقف مسجل'), true);
  is('in the address', new URL(page.url()).searchParams.get('lang'), 'ar');
  await page.reload();
  is('after loading again', await page.evaluate(() => document.documentElement.dir), 'rtl');
};

const withoutScript = async page => {
  await page.at('kigali.html');
  is('positions without a script', (await page.locator('.position').count()), 11);
  is('a position can be read', await page.locator('#KZ-OP9').innerText().then(text => text.includes('reservation') && text.includes('OP9')), true);
  is('no dead filter', await page.locator('#_words').isVisible(), false);
  is('one language', await page.locator('#KZ h3').innerText().then(text => text.includes('كازاخستان')), false);
  await page.locator('#_in-ar').check({ force: true });
  is('the other language', await page.locator('#KZ h3').innerText().then(text => text.includes('كازاخستان')), true);
};

const prints = async page => {
  await page.at('kigali.html');
  await page.emulateMedia({ media: 'print' });
  is('controls in print', await page.seen('.filter, .copy, .languages'), []);
  is('positions in print', (await page.seen('.position')).length, 11);
  is('pages in print', (await page.pdf()).length > 20000, true);
};

const several = async page => {
  await page.at('corpus.html');
  const all = (await page.seen('.position')).length;
  is('resolutions', (await page.seen('.resolution')).length, 2);
  const found = await page.finds('chile');
  is('fewer', found.length > 0 && found.length < all && found.every(id => id.includes('/CL-')), true);
  is('sections with a hit', (await page.seen('.entry')).length, (await page.seen('.resolution')).length);
  await page.at('folder/index.html?q=harbours');
  is('index', await page.$$eval('.entry', list => list.filter(one => one.checkVisibility()).length), 1);
  await page.click('.entry:not(.off) a');
  is('a page of its own', new URL(page.url()).pathname, '/folder/resolutions/assembly-12-votes.html');
  await page.click('.brand a');
  is('and back', new URL(page.url()).pathname, '/folder/index.html');
};

const hostile = async page => {
  await page.at('hostile.html');
  is('no element of a record', await page.$$eval('main script, main style, main img, main iframe', all => all.length), 0);
  is('one script runs', await page.$$eval('script:not([type])', all => all.length), 1);
  is('shown as text', (await page.innerText('main')).includes('<script>alert(1)</script>'), true);
  is('no link that runs', await page.$$eval('a[href]', all => all.filter(one => !['https:', 'http:'].includes(new URL(one.href).protocol)).map(one => one.href)), []);
};

const everywhere = async (browser, file, tags) => {
  for (const colorScheme of ['light', 'dark']) {
    for (const tag of tags) {
      for (const width of [320, 360, 768, 1280]) {
        const page = await open(browser, { colorScheme, viewport: { width, height: 900 } });
        const place = `${file} ${colorScheme} ${tag} ${width}`;
        await page.at(`${file}?lang=${tag}`);
        is(`${place}: scrolls sideways`, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), 0);
        if (width !== 768) {
          await page.evaluate(axe);
          const found = await page.evaluate(() => globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
          is(`${place}: axe`, found.violations.map(one => `${one.id} ${one.nodes[0].html}`), []);
        }
        await page.context().close();
      }
    }
  }
};

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
  for (const look of [facts, filter, copies, languages, prints, several, hostile]) {
    const page = await open(browser);
    await look(page).catch(error => wrong.push(`${look.name}: ${error.message}`));
    await page.context().close();
  }
  const page = await open(browser, { javaScriptEnabled: false });
  await withoutScript(page).catch(error => wrong.push(`withoutScript: ${error.message}`));
  await everywhere(browser, 'kigali.html', ['en', 'ar']);
  await everywhere(browser, 'corpus.html', ['en', 'fr']);
  await everywhere(browser, 'hostile.html', ['en']);
  await everywhere(browser, 'folder/index.html', ['ar']);
  await browser.close();
  if (wrong.length) { console.error(wrong.join('\n')); process.exitCode = 1; }
})();
