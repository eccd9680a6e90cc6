/** Files made in the page, for the visitor to keep. Knows the platform's ways to save one; knows not what is in it. */

/** Browsers on iOS other than Safari, and web views inside apps: they show a file made in the page as text, or not at all. */
const NO_FILES = /CriOS|FxiOS|EdgiOS|GSA\/|; wv\)|FBA[NV]|Instagram|LinkedInApp|iP(hone|ad|od)(?!.*Safari)/;

/** Whether a page may save a file here: not in some apps, and not in a sandboxed frame, where nothing happens without a word. */
export function canSaveFiles(): boolean {
  return !NO_FILES.test(navigator.userAgent) && !(origin === 'null' && parent !== window);
}

/**
 * Saves a file, and forgets it a minute later: some browsers read it late.
 * @param name what it is about; the file's name is made of it
 * @param extension with the dot
 */
export function saveFile(text: string, type: string, name: string, extension: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name.replace(/[^\p{L}\p{N}]+/gu, '-').slice(-60) + extension;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
