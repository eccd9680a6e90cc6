/**
 * Imitates forced colours (the contrast themes of Windows), which a page can't ask for: the browser's own system colours for
 * everything, and our rules for `@media (forced-colors: active)` as if it were so. Pictures of the real thing: `npm run shots`.
 */

/** What a browser does to colours then, as far as a style sheet can say it. */
const FORCED = new CSSStyleSheet();
FORCED.replaceSync(`
  *, ::before, ::after {
    border-color: currentcolor !important;
    background-color: Canvas !important;
    box-shadow: none !important;
    text-shadow: none !important;
    color: CanvasText !important;
    outline-color: currentcolor !important;
    text-decoration-color: currentcolor !important;
    fill: currentcolor;
  }
  a, a * { color: LinkText !important; }
  button, button *, summary { color: ButtonText !important; }
  :disabled { color: GrayText !important; }
  mark, mark * { color: MarkText !important; background-color: Mark !important; }
  img { background-color: transparent !important; }
`);

let forced = false;
const roots = new Set<ShadowRoot>();
const changed = new Map<CSSMediaRule, string>();

/** Switches the imitation on or off, for what is on the page and what is still to come. */
export function forceColours(on: boolean): void {
  forced = on;
  const elements = [...document.querySelectorAll('*')];
  for (const { shadowRoot } of elements) if (shadowRoot) roots.add(shadowRoot);
  for (const root of roots) dress(root);
  if (on) return;
  for (const [rule, text] of changed) rule.media.mediaText = text;
  changed.clear();
}

/** Must run before the first element is made: a shadow root gets its style sheets after this. */
export function watchShadowRoots(): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called on the element below
  const attach = Element.prototype.attachShadow;
  Element.prototype.attachShadow = function (this: Element, init) {
    const root = attach.call(this, init);
    if (this.localName.startsWith('meedoen-')) {
      roots.add(root);
      queueMicrotask(() => dress(root));
    }
    return root;
  };
}

function dress(root: ShadowRoot): void {
  if (!root.host.isConnected && !forced) roots.delete(root);
  const own = root.adoptedStyleSheets.filter((sheet) => sheet !== FORCED);
  if (forced) for (const sheet of own) activate(sheet.cssRules);
  if (forced || own.length !== root.adoptedStyleSheets.length) root.adoptedStyleSheets = forced ? [...own, FORCED] : own;
}

function activate(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule && rule.media.mediaText.includes('forced-colors: active')) {
      changed.set(rule, rule.media.mediaText);
      rule.media.mediaText = 'all';
    }
    if ('cssRules' in rule) activate(rule.cssRules as CSSRuleList);
  }
}
