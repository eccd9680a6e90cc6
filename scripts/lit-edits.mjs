// What the drop-in bundle leaves out of Lit, because nothing in src/ uses it: a list by feature, which the plugin withoutUnusedLit
// (vite-plugins.mjs) carries out. Knows the text of Lit's minified modules and how a source would use what is cut; the npm package has
// all of Lit, and so do the tests of the sources, which would not notice.
//
// Each edit is [find, instead, times = 1]: the build fails when Lit has `find` in another number of places. A feature may say
//   forbids            what no source of ours may have, tested on its code as compiled, without comments
//   forbidsInTemplate  the same, tested on each template by itself, like html`<p class=${}>${}</p>`: each value is `${}`
//   forbidsModules     which modules of a package may not come into the bundle, whoever imports them
//   needs              what at least one source of ours must have
// To use a feature, take it out of this list; the bundle then weighs more.

/** What Lit leaves in the global scope; all of it is for warnings and for decorators of a kind that ours are not. */
export const litGlobals = ['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'litPropertyMetadata', 'Symbol.metadata'];

export const litFeatures = [
  {
    feature: 'lists of versions in the global scope',
    forbids: /\b(litHtml|litElement|reactiveElement)Versions\b/,
    edits: [[/\(\w+\.(litHtml|litElement|reactiveElement)Versions\?\?=\[\]\)\.push\("[^"]*"\)/, '0', 3]],
  },
  {
    feature: 'standard decorators', // ours are of the older kind; staticProperties refuses what is not
    forbids: /\bSymbol\.metadata\b|\blitPropertyMetadata\b|\bstandardProperty\b/,
    edits: [
      [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
      [/const \w+=this\[Symbol\.metadata\];if\(null!==\w+\)\{.*?\}(?=this\.)/, ''],
    ],
  },
  {
    feature: 'browsers without adopted style sheets',
    needs: /["']adoptedStyleSheets["'] in Document\.prototype/, // the guard keeps them out
    forbids: /\blitNonce\b|\bShadyCSS\b|\bsupportsAdoptingStyleSheets\b/,
    edits: [[/\w\.ShadowRoot&&\(void 0===\w\.ShadyCSS\|\|.*?"replace"in CSSStyleSheet\.prototype/, '!0']],
  },
  {
    feature: 'polyfills and hydration', // a name of the page could switch them on
    forbids: /PolyfillSupport\b|HydrateSupport\b|["'](@lit-labs\/ssr|lit\/polyfill-support|lit\/experimental-hydrate)/,
    edits: [
      [/(\w=)\w\.(?:litHtml|reactiveElement)PolyfillSupport\b/, '$1void 0', 2],
      [/,\w\.litElementHydrateSupport\?\.\(\{LitElement:\w\}\);const \w=\w\.litElementPolyfillSupport;\w\?\.\(\{LitElement:\w\}\);/, ';'],
    ],
  },
  {
    feature: 'values in css`…`', // numbers and texts would come out as “undefined”
    forbids: /\bnew CSSResult\b/,
    forbidsInTemplate: /^css`[^]*\$\{\}/,
    edits: [
      [/const o=1===t\.length\?t\[0\]:e\.reduce\(.*?,t\[0\]\);return new n\(o,t,s\)/, 'return new n(t[0])'],
      [/if\(this\._\$cssResult\$=!0,o!==s\)throw Error\("CSSResult is not constructable[^"]*"\);/, ''],
      [/(this\.cssText=t),this\.t=e/, '$1'],
      [/const s=this\.t;if\(e&&void 0===t\)\{.*?\}return t/, 'if(!t){(this.o=t=new CSSStyleSheet).replaceSync(this.cssText)}return t'],
      [/toString\(\)\{return this\.cssText\}/, ''],
    ],
  },
  {
    feature: 'styles of an element that are no list',
    forbids: /\bstyles\s*=\s*css`|\bfinalizeStyles\b/,
    edits: [[/static finalizeStyles\(s\)\{.*?return i\}/, 'static finalizeStyles(s){return[...new Set(s.flat(1/0).reverse())].reverse()}']],
  },

  // tasks (@lit/task)
  {
    feature: 'tasks that run by themselves, or know what to run with', // ours are told with each run
    forbids:
      /\bnew Task\((?!\s*[\w.#]+,\s*\{\s*autoRun: false,\s*args: \(\) => \[\],\s*task: \(\[\w+\]\))|\bextends Task\b|\bTask as\b|\bargsEqual\b|\.autoRun\b|[tT]ask\.run\(\)/,
    edits: [
      [/hostUpdate\(\)\{!0===this\.autoRun.*?async run\(t\)\{let s,h;t\?\?=this\.T\(\),this\.O=t,/, 'async run(t){'],
      [/const h="object"==typeof s\?s:.*?this\.v=h\.task,.*?h\.autoRun\?\?!0/, 'this.v=s.task'],
      [/"afterUpdate"===this\.autoRun\?queueMicrotask.*?:(?=this\._\.requestUpdate\(\);const r)/, ''],
    ],
  },
  {
    feature: 'stopping a task', // ours has a signal of its own, which also says when what came is no longer used
    forbids: /[tT]ask\??\.abort\b/,
    edits: [
      [/1===this\.i\?this\.q\?\.abort\(\):\(this\.t=void 0,this\.o=void 0,this\.h=void 0\),this\.i=1,/, ''],
      [/this\.q=new AbortController;/, ''],
      [/,\{signal:this\.q\.signal\}/, ''],
      [/abort\(t\)\{1===this\.i&&this\.q\?\.abort\(t\)\}/, ''],
    ],
  },
  {
    feature: 'what a task gives: its value, error and state', // ours puts down itself what it loaded
    forbids:
      /[tT]ask\??\.(value|error|status|render|taskComplete)\b|\b(TaskStatus|initialState|taskComplete)\b|\b(initialValue|onComplete|onError)["']?\s*[:(,}]/,
    edits: [
      [/,"initialValue"in h&&\(this\.u=h\.initialValue,this\.i=2,this\.O=this\.T\?\.\(\)\)/, ''],
      [/get taskComplete\(\)\{.*?,this\.t\}/, ''],
      [/this\.p=0,this\.i=0,/, 'this.p=0,'],
      [/let e=!1;(?=try\{)/, ''],
      [/s=(?=await this\.v\()/, ''],
      [/catch\(t\)\{e=!0,h=t\}(?=if\(this\.p===r\))/, 'catch{}'],
      [/if\(s===i\)this\.i=0;else\{if\(!1===e\)\{.*?this\.u=s,this\.l=h\}/, ''],
      [/get value\(\)\{return this\.u\}get error\(\)\{return this\.l\}get status\(\)\{return this\.i\}/, ''],
      [/render\(t\)\{switch\(this\.i\)\{.*?default:throw Error\("Unexpected status: "\+this\.i\)\}\}/, ''],
    ],
  },

  // elements and their properties (reactive-element, lit-element)
  {
    feature: 'initializers of a class',
    forbids: /\baddInitializer\b/,
    edits: [
      [/static addInitializer\(t\)\{.*?\.push\(t\)\}/, ''],
      [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
      [/void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\),/, ''],
    ],
  },
  {
    feature: 'accessors of one’s own, and properties named by a symbol', // staticProperties refuses what is not a plain field
    forbids: /\bnoAccessor\b|\bgetPropertyDescriptor\b|\bcreateProperty\b/,
    edits: [
      [/,this\.prototype\.hasOwnProperty\(t\)&&\(\(s=Object\.create\(s\)\)\.wrapped=!0\)/, ''],
      [
        /!s\.noAccessor\)\{const i=Symbol\(\),h=this\.getPropertyDescriptor\(t,i,s\);void 0!==h&&e\(this\.prototype,t,h\)\}/,
        '1){e(this.prototype,t,this.getPropertyDescriptor(t,Symbol(),s))}',
      ],
      [
        /const\{get:e,set:r\}=h\(this\.prototype,t\)\?\?.*?;return\{get:e,set\(s\)\{.*?this\.requestUpdate\(t,h,i\)\}/,
        'return{get(){return this[s]},set(e){const h=this[s];this[s]=e,this.requestUpdate(t,h,i)}',
      ],
      [/reflect:e,wrapped:h\}/, '}'],
      [/,!0!==h\|\|void 0!==r\)/, ',!0)'],
      [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(const\[s,i\]of t\)\{.*?this\.C\(s,void 0,i,e\)\}/, ''],
      [/s=\[\.\.\.r\(t\),\.\.\.o\(t\)\]/, 's=r(t)'],
      [/\bd\(("[a-zA-Z]+")\)/, '$1', 5],
    ],
  },
  {
    feature: 'what an element may say of its first update, or of whether and until when it updates',
    forbids: /\b(firstUpdated|shouldUpdate|getUpdateComplete)\b/,
    edits: [
      [/this\.hasUpdated\|\|\((this\.hasUpdated=!0),this\.firstUpdated\(t\)\)/, '$1'],
      [/firstUpdated\(t\)\{\}/, ''],
      [/return this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{/, ''],
      [/let t=!1;(?=const s=this\._\$AL;try)/, ''],
      [/t=this\.shouldUpdate\(s\),t\?\((this\.willUpdate\(s\),.*?,this\.update\(s\))\):this\._\$EM\(\)(?=\}catch)/, '$1'],
      [/throw t=!1,/, 'throw '],
      [/t&&(?=this\._\$AE\(s\))/, ''],
      [/shouldUpdate\(t\)\{return!0\}/, ''],
    ],
  },
  {
    feature: 'taking a controller away',
    forbids: /\bremoveController\b/,
    edits: [[/removeController\(t\)\{.*?\}/, '']],
  },
  {
    feature: 'reflecting properties',
    forbids: /\breflect["']?\s*[:,}=]|\btoAttribute\b/,
    edits: [
      [/_\$ET\(t,s\)\{.*?this\._\$Em=null\}\}/, ''],
      [/toAttribute\(t,s\)\{switch.*?return t\},(?=fromAttribute)/, ''],
      [/,c=a\.trustedTypes,l=c\?c\.emptyScript:""/, ''],
      [/\|\|i\.useDefault&&i\.reflect&&.*?_\$Eu\(t,i\)\)/, ''],
      [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
      [/this\._\$Eq&&=.*?,(?=this\._\$EM\(\)\}updated)/, ''],
    ],
  },
  {
    feature: 'converters of one’s own',
    forbids: /\bconverter["']?\s*[:,}=(]|\bfromAttribute\b|\bdefaultConverter\b/,
    edits: [[/"function"==typeof t\.converter\?.*?t\.converter:u(?=;)/, 'u']],
  },
  {
    feature: 'properties of type Object or Array',
    forbids: /\btype["']?\s*:\s*(Object|Array)\b/,
    edits: [[/case Object:case Array:try\{i=JSON\.parse\(t\)\}catch\(t\)\{i=null\}/, '']],
  },

  // templates (lit-html)
  {
    feature: 'directives, and what they ask of a part',
    // the rest of lit/directives are plain functions
    forbids:
      /["']lit(-html)?\/((async-)?directive\b|directives\/(?!(choose|if-defined|join|map|range|when)\.js))|\bsetConnected\b|\bisConnected\s*:|\.(start|end)Node\b|_\$litPart\$/,
    forbidsModules: /\/node_modules\/lit-html\/(async-)?directive\.js$/,
    edits: [
      [/t=M\(this,t,i(,0)?\),/, '', 2],
      [/M\(this,(e\[s\+n\]|t),i,(n|0)\)/, '$1', 3],
      [/get _\$AU\(\)\{.*?\}/, '', 4],
      [/this\._\$AN=void 0,/, '', 4],
      [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
      [/this\._\$AP\?\.\(!1,!0,s\)/, ''],
      [/get parentNode\(\)\{return this\._\$AM\.parentNode\}/, ''],
      [/get parentNode\(\)\{let t=.*?,t\}get startNode\(\)\{.*?\}get endNode\(\)\{.*?\}/, ''],
      [/get tagName\(\)\{return this\.element\.tagName\}/, ''],
      [/setConnected\(t\)\{.*?\}/, ''],
      [/connectedCallback\(\)\{super\.connectedCallback\(\),this\._\$Do\?.*?setConnected\(!1\)\}/, ''],
      [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
      [/,this\._\$Do=void 0/, ''],
      [/this\._\$Do=(?=e\(r,)/, ''],
      [/this\.type=[12],/, '', 2],
      [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=[34]\}/, '', 2],
      [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
    ],
  },
  {
    feature: 'rendering before what is there',
    forbids: /\brenderBefore\b/,
    edits: [
      [/createRenderRoot\(\)\{const t=super\.createRenderRoot\(\);return this\.renderOptions\.renderBefore\?\?=t\.firstChild,t\}/, ''],
      [
        /const e=s\?\.renderBefore\?\?i;let h=e\._\$litPart\$;.*?new k\(i\.insertBefore\(c\(\),t\),t,/,
        'let h=i._$litPart$;if(void 0===h){i._$litPart$=h=new k(i.appendChild(c()),null,',
      ],
    ],
  },
  {
    feature: 'values in the place of an attribute',
    forbidsInTemplate: /^html`[^]*<[a-z][\w-]*(\s+[^\s"'>=]+(=("[^"]*"|'[^']*'|[^\s"'>]*))?)*\s+\$\{\}/i,
    edits: [
      [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, ''],
      [/:6===r\.type&&\(i=new Z\(h,this,t\)\)/, ':0'],
    ],
  },
  {
    feature: 'values as children of textarea, title, style or script',
    forbidsInTemplate: /^html`[^]*<(textarea|title|style|script)(?![\w-])[^>]*>((?!<\/\1)[^])*\$\{\}/i,
    edits: [[/if\(y\.test\(r\.tagName\)\)\{.*?r\.append\(t\[i\],c\(\)\)\}\}/, '']],
  },
  {
    feature: 'values in a comment',
    forbidsInTemplate: /^html`[^]*<!--((?!-->)[^])*\$\{\}/,
    edits: [[/else\{let t=-1;for\(;-1!==.*?t\+=o\.length-1\}/, '']],
  },
  {
    feature: 'svg`…` and mathml`…`', // an <svg> with all that is in it is fine in html`…`
    forbids: /\b(svg|mathml)`|\bimport\s*\{[^}]*\b(svg|mathml)\b[^}]*\}\s*from\s*["']lit/,
    edits: [
      [/2===i\?"<svg>":3===i\?"<math>":""/, '""'],
      [/\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, '""'],
      [/if\((this\.el=S\.createElement\(f,e\),P\.currentNode=this\.el\.content),2===i.*?\.childNodes\)\}/, '$1;'],
    ],
  },
  {
    feature: 'compiled templates',
    forbids: /_\$litType\$["']?\s*[:=](?!=)/,
    edits: [[/"number"==typeof s\?(this\._\$AC\(t\)):.*?,s\)(?=;)/, '$1']],
  },
  {
    feature: 'listeners that are objects, or have options',
    forbids: /@[\w-]+=["']?\$\{\s*\{|\bhandleEvent\b|\beventOptions\b/,
    edits: [
      [/\|\|t\.capture!==s\.capture.*?s\.passive/, ''],
      [/"function"==typeof this\._\$AH\?(this\._\$AH\.call\(.*?,t\)):this\._\$AH\.handleEvent\(t\)/, '$1'],
    ],
  },
];
