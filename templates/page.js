(() => {
  'use strict';
  const root = document.documentElement;
  const say = JSON.parse(document.getElementById('_say').textContent);
  const words = document.getElementById('_words');
  const kind = document.getElementById('_kind');
  const found = document.getElementById('_found');
  const said = document.getElementById('_copy-said');
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const radios = all('input[name=language]');
  root.classList.add('scripted');

  // The same letters as the program's look-up takes for one another.
  const alike = {};
  say.alike.forEach(([from, to]) => [...from].forEach(letter => { alike[letter] = to; }));
  const plain = new RegExp('[' + Object.keys(alike).join('') + ']', 'gu');
  const fold = text => text.normalize('NFKD').replace(/[\p{Mn}\p{Me}\p{Cf}\u0640]/gu, '').toLowerCase()
    .replace(plain, letter => alike[letter]).replace(/\s+/gu, ' ').trim();

  const language = () => (radios.find(radio => radio.checked) || { value: root.lang }).value;

  // What can be found, each with all that is said of it in every language, folded.
  let items = null;
  const codes = new Set();
  const read = () => {
    if (items) return items;
    const kinds = name => say.languages.map(tag => say.words[tag].kinds[name]).join(' ');
    const haystack = text => ' ' + fold(text).replace(/["'()\[\]«»“”.,;:!?،؛·/]/gu, ' ') + ' ';
    items = [];
    all('.delegation').forEach(owner => {
      const head = owner.firstElementChild.textContent;
      codes.add(owner.querySelector('.code').textContent);
      all('.position', owner).forEach(element => {
        const name = element.dataset.kind;
        items.push({ element, owner, kind: name, code: owner.querySelector('.code').textContent,
          text: haystack(head + ' ' + element.textContent + ' ' + kinds(name)) });
      });
    });
    all('.paragraph').forEach(element => {
      const holders = all('.holders li', element);
      items.push({ element, owner: null, kinds: holders.map(one => one.dataset.kind),
        codes: holders.map(one => one.querySelector('.code').textContent),
        text: haystack(element.textContent + ' ' + holders.map(one => kinds(one.dataset.kind)).join(' ')) });
    });
    all('[data-entry]').forEach(element => {
      items.push({ element, owner: null, entry: true, codes: all('.code', element).map(one => one.textContent),
        text: haystack(element.textContent) });
    });
    return items;
  };

  // A term is a delegation's code in capitals, else the beginning of a word; where words run together, any part of one.
  const test = term => {
    if (codes.has(term)) return item => item.code === term || (item.codes || []).includes(term);
    const folded = fold(term);
    if (!folded) return () => true;
    if (/[\u0600-\u06ff\u3040-\u30ff\u4e00-\u9fff]/u.test(folded)) return item => item.text.includes(folded);
    const start = ' ' + folded.replace(/["'()\[\].,;:!?]/gu, ' ').trim();
    const ends = /\d$/.test(start);
    return item => {
      for (let at = item.text.indexOf(start); at >= 0; at = item.text.indexOf(start, at + 1)) {
        if (!ends || !/[\p{L}\p{N}]/u.test(item.text[at + start.length] || '')) return true;
      }
      return false;
    };
  };

  const show = (element, on) => { if (element.classList.contains('off') === on) element.classList.toggle('off', !on); };

  const filter = () => {
    const typed = words.value.trim();
    const asked = kind.value;
    if (!typed && !asked && !items) return tell(null);
    const list = read();
    const tests = typed.split(/\s+/u).filter(Boolean).map(test);
    const owners = new Map();
    const sections = new Map();
    let positions = 0;
    let others = 0;
    for (const item of list) {
      const right = !asked || item.entry || item.kind === asked || (item.kinds || []).includes(asked);
      const on = Boolean(right) && tests.every(passes => passes(item));
      show(item.element, on);
      if (item.owner) owners.set(item.owner, (owners.get(item.owner) || false) || on);
      const section = item.element.closest('.resolution');
      if (section) sections.set(section, (sections.get(section) || false) || on);
      if (on) { if (item.owner) positions += 1; else others += 1; }
    }
    owners.forEach((on, owner) => show(owner, on));
    sections.forEach((on, section) => {
      show(section, on);
      const entry = document.querySelector('.entry a[href="#' + CSS.escape(section.querySelector('h2').id) + '"]');
      if (entry) show(entry.closest('.entry'), on);
    });
    all('[data-of]').forEach(line => {
      const owner = document.getElementById(line.dataset.of);
      if (owner) show(line, owners.get(owner) !== false);
    });
    tell(typed || asked ? [positions, others] : null);
  };

  let shown = null;
  const tell = counts => {
    shown = counts;
    const own = say.words[language()];
    found.textContent = !counts ? '' : counts[0] + counts[1] === 0 ? own.nothing
      : say.index ? own.resolutions + ': ' + counts[1]
        : own.positions + ': ' + counts[0] + ' · ' + own.paragraphs + ': ' + counts[1];
  };

  // The filter and the language stand in the address, so that they can be shared.
  const keep = () => {
    const asked = new URLSearchParams(location.search);
    const set = (name, value) => { if (value) asked.set(name, value); else asked.delete(name); };
    set('q', words.value.trim());
    set('kind', kind.value);
    set('lang', radios.length && !radios[0].checked ? language() : '');
    const query = asked.toString();
    try { history.replaceState(null, '', location.pathname + (query ? '?' + query : '') + location.hash); } catch { /* An address that may not be changed stays. */ }
  };

  const speak = () => {
    const tag = language();
    const own = say.words[tag];
    const chosen = radios.find(radio => radio.checked);
    root.lang = tag;
    if (chosen) root.dir = chosen.dataset.dir;
    words.placeholder = own.hint;
    const kept = kind.value;
    kind.replaceChildren(...[['', own.all], ...say.kinds.map(name => [name, own.kinds[name]])].map(([value, text]) => new Option(text, value)));
    kind.value = kept;
    all('.copy').forEach(button => {
      button.setAttribute('aria-label', own.copy + ' ' + button.dataset.copy);
      button.title = own.copy;
    });
    tell(shown);
  };

  const copy = async button => {
    const address = new URL(location.href);
    address.search = '';
    address.hash = button.dataset.copy;
    const own = say.words[language()];
    try {
      await navigator.clipboard.writeText(address.href);
    } catch {
      const box = document.createElement('textarea');
      box.value = address.href;
      box.className = 'unseen';
      document.body.append(box);
      box.select();
      document.execCommand('copy');
      box.remove();
      button.focus();
    }
    button.classList.add('done');
    said.textContent = own.copied;
    setTimeout(() => { button.classList.remove('done'); said.textContent = ''; }, 1600);
  };

  // What a link leads to is shown, whatever the filter says.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest('.off')) return;
    words.value = '';
    kind.value = '';
    filter();
    keep();
    target.scrollIntoView();
  };

  const asked = new URLSearchParams(location.search);
  const wanted = radios.find(radio => radio.value === asked.get('lang'));
  if (wanted) wanted.checked = true;
  speak();
  words.value = asked.get('q') || '';
  kind.value = say.kinds.includes(asked.get('kind')) ? asked.get('kind') : '';
  filter();
  reveal();
  words.addEventListener('input', () => { filter(); keep(); });
  kind.addEventListener('change', () => { filter(); keep(); });
  radios.forEach(radio => radio.addEventListener('change', () => { speak(); keep(); }));
  addEventListener('hashchange', reveal);
  document.addEventListener('click', event => {
    const button = event.target.closest('.copy');
    if (button) copy(button);
  });
  (window.requestIdleCallback || setTimeout)(read);
})();
