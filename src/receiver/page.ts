/** The pages behind the links of letters: one sheet of paper, no script, nothing from elsewhere. Knows HTML and its headers; no joins. */
import { Html, markup } from './html.ts';

export interface Page {
  readonly status: number;
  readonly language: string;
  readonly title: string;
  readonly main: Html;
}

const STYLE = `
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; --line: #bbb; --action: #0b4f8a; --paper: #fff }
@media (prefers-color-scheme: dark) { :root { --line: #666; --action: #a8d1ff; --paper: #101214 } }
body { margin: 0; padding: clamp(1.5rem, 6vw, 5rem) 1.25rem; background: var(--paper) }
main { max-inline-size: 34rem; margin-inline: auto; overflow-wrap: anywhere; hyphens: auto }
h1 { font-size: clamp(1.75rem, 6vw, 2.5rem); line-height: 1.15; margin-block: 0 1.5rem; text-wrap: balance }
p { margin-block: 0 1.25rem }
a { color: var(--action); text-underline-offset: .15em }
section { border-block-start: 1px solid var(--line); margin-block-start: 2.5rem; padding-block-start: 1.25rem }
section p { margin-block-end: .25rem }
button { font: inherit; font-weight: 600; min-block-size: 3rem; padding: .5rem 1.5rem; margin-block-end: 1.25rem; cursor: pointer;
  color: var(--paper); background: var(--action); border: 2px solid var(--action); border-radius: .25rem }
:focus-visible { outline: 3px solid currentColor; outline-offset: 3px }
@media (forced-colors: active) { button { border-color: ButtonText } }
`;

let styleHash: Promise<string> | undefined;
const hashOf = async (text: string): Promise<string> =>
  btoa(String.fromCharCode(...new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))));

/** The page as an answer: not kept, not indexed, not framed, and its address (which holds the link's key) told to nobody. */
export async function pageResponse({ status, language, title, main }: Page): Promise<Response> {
  styleHash ??= hashOf(STYLE);
  const text = markup`<html lang="${language}">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${title}</title>
      ${new Html(`<style>${STYLE}</style>`)}
    </head>
    <body>
      <main>
        <h1>${title}</h1>
        ${main}
      </main>
    </body>
  </html> `;
  return new Response(`<!doctype html>\n${text.toString()}`, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': `default-src 'none'; style-src 'sha256-${await styleHash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });
}
