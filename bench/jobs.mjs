// What visitors do on a page, done the same way on ours and on the page made by hand. Functions for page.evaluate(): each stands alone and
// gets what it needs; `bench` is put into the page by `install`.

/**
 * Puts `window.bench` into a page: its root, a way to wait for frames, the presses of a visitor, and what can be seen.
 * @param {string} host the element that holds the widget, in its shadow root if it has one
 */
export function install(host) {
  const element = document.querySelector(host);
  const root = element.shadowRoot ?? element;
  const one = (selector, at = 0) => {
    const all = root.querySelectorAll(selector);
    const found = all[at < 0 ? all.length + at : at];
    if (!found) throw new Error(`There is no ${selector} here.`);
    return found;
  };
  /** Until what happened is on screen. */
  const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
  const wait = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const choose = async (selector, value) => {
    const field = one(selector);
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true, composed: true }));
    await frames();
  };
  const type = async (selector, text) => {
    const field = one(selector);
    field.value = '';
    for (const character of text || [''].values()) {
      field.value += character;
      field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
      await frames();
    }
  };
  /** Presses something; `until` is what has to be there then, which may have to be loaded first. */
  const press = async (selector, at, until) => {
    one(selector, at).click();
    for (let n = 0; until && n < 1000 && !root.querySelector(until); n++) await wait(5);
    await frames();
  };
  /** All text, without white space, and how many there are of the elements that a visitor meets. */
  const visible = () => {
    let text = '';
    const counts = {};
    const TAGS =
      /^(a|button|h\d|li|tr|th|td|option|article|section|input|select|textarea|img|label|details|dialog|time|mark|svg|blockquote|fieldset)$/;
    const walk = (node) => {
      if (node.nodeType === Node.TEXT_NODE) text += node.data.replace(/\s+/g, '');
      if (node.nodeType === Node.ELEMENT_NODE) {
        if (node.matches('slot, style, [hidden], [role=status], dialog:not([open]), .fold')) return;
        const name = node.localName.replace(/^h\d$/, 'heading');
        if (TAGS.test(node.localName)) counts[name] = (counts[name] ?? 0) + 1;
      }
      for (const child of node.childNodes) walk(child);
    };
    walk(root);
    return { text, counts };
  };
  Object.assign(window, { bench: { root, frames, wait, choose, type, press, visible } });
}

/** What is there when a widget has its first content. */
export const ready = { sessions: '.session', contacts: 'tbody tr', stories: '.card', join: 'form' };

/** How long the number of results waits before it is said, and a little. */
const SAID = 800;

const filter = (name, first, second) => ({
  name: 'filter',
  run: async (again) => window.bench.choose(again.selector, again.value),
  each: [first, second, first].map((value) => ({ selector: `[name=${name}]`, value })),
  undo: { selector: `[name=${name}]`, value: '' },
});
const search = (word) => ({
  name: `search “${word}”`,
  run: async ({ text, said }) => {
    await window.bench.type('[name=text]', text);
    // what is said to a screen reader once typing pauses belongs to it
    await window.bench.wait(said);
    await window.bench.frames();
  },
  each: [{ text: word, said: SAID }],
  undo: { text: '', said: 0 },
});
const presses = (name, selector, at = 0, { times = 1, until } = {}) => ({
  name,
  run: async (again) => window.bench.press(again.selector, again.at, again.until),
  each: Array.from({ length: times }, () => ({ selector, at, until })),
});

/** A visitor's pointer passes over something before it is pressed: then what opens is fetched, once. */
const near = {
  name: 'come near',
  run: async () => {
    window.bench.root.firstElementChild.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    await window.bench.wait(300);
  },
  each: [{}],
};

/**
 * The jobs of each widget, in the order in which they are done. `run` gets each of `each` in turn, and `undo` unmeasured; `from`: only
 * from this size on.
 */
export const jobs = {
  sessions: [
    near,
    filter('sector', 'mbo', 'po'),
    search('rooster'),
    { ...presses('show more', '.more button'), from: 500 },
    presses('switch to month', '.views button', 1, { until: 'table' }),
    presses('next month', '.step', 1, { times: 4 }),
    presses('switch to list', '.views button', 0),
  ],
  contacts: [near, filter('sector', 'mbo', 'po'), presses('sort', '.sort', 0, { times: 2 }), search('testema')],
  stories: [
    near,
    filter('sector', 'mbo', 'po'),
    search('rooster'),
    { ...presses('open a story', '.card-link', 1, { until: 'dialog[open] .body p' }), close: '.close' },
  ],
  join: [
    {
      name: 'type a name',
      run: async ({ text }) => window.bench.type('[name=name]', text),
      each: [{ text: 'Anna Voorbeeld' }],
      undo: { text: '' },
    },
    presses('send it empty', '[type=submit]'),
  ],
};

/** What other libraries can't do, or not in a way that compares. */
export const without = {
  fullcalendar: ['show more'],
  'event-calendar': ['show more'],
};
