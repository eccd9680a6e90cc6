/** Attributes are untrusted input: a wrong value, an empty one or one that is taken away leaves the element working. */
import { expect } from '@open-wc/testing';
import type { FeedElement } from '../../src/elements/feed-element.ts';
import { names } from '../../src/names.ts';
import '../../src/register.ts';
import { settled } from '../define.ts';

const feed = {
  meedoen: 1,
  email: 'voorbeeld@example.org',
  stories: [{ id: 'a', title: 'Voorbeeldverhaal' }],
  sessions: [{ id: 'a', title: 'Voorbeeldsessie', start: '2021-10-01' }],
  contacts: [{ id: 'a', name: 'Voorbeeld' }],
  join: { title: 'Doe mee', action: 'https://example.org/join' },
};
/** These choose what is shown, so a wrong value shows something else on purpose. */
const CHOOSING = new Set(['src', 'sector', 'theme', 'region', 'story']);

for (const name of names) {
  describe(`<meedoen-${name}>`, () => {
    const { observedAttributes } = customElements.get(`meedoen-${name}`) as unknown as { observedAttributes: string[] };

    for (const attribute of observedAttributes) {
      it(`survives any ${attribute}`, async () => {
        const errors: string[] = [];
        const note = (event: ErrorEvent | PromiseRejectionEvent): void => {
          errors.push(String('reason' in event ? event.reason : event.message));
          event.preventDefault();
        };
        addEventListener('error', note);
        addEventListener('unhandledrejection', note);
        const element = document.createElement(`meedoen-${name}`) as FeedElement;
        element.setAttribute('deep-link', 'off');
        element.setAttribute('today', '2021-09-20');
        element.feed = feed;
        document.body.append(element);
        await settled(element);
        for (const value of ['§ nonsense', '', '-1', 'constructor', '9'.repeat(400)]) {
          element.setAttribute(attribute, value);
          await settled(element);
          if (!CHOOSING.has(attribute)) expect(element.matches(':state(ready)'), `${attribute}="${value.slice(0, 20)}"`).to.equal(true);
        }
        element.removeAttribute(attribute);
        await settled(element);
        expect(element.matches(':state(ready)'), 'without it').to.equal(true);
        await new Promise((resolve) => setTimeout(resolve));
        element.remove();
        removeEventListener('error', note);
        removeEventListener('unhandledrejection', note);
        expect(errors).to.deep.equal([]);
      });
    }

    it('survives what frameworks set as properties: nothing for what they take back, true for a bare attribute, digits', async () => {
      const element = document.createElement(`meedoen-${name}`) as FeedElement;
      element.feed = feed;
      element.today = '2021-09-20';
      document.body.append(element);
      const { elementProperties } = customElements.get(`meedoen-${name}`) as unknown as typeof FeedElement;
      for (const [property, { attribute, state }] of elementProperties) {
        if (attribute === false || state || property === 'today') continue;
        for (const value of [null, false, 3, '3', true, undefined]) {
          Object.assign(element, { [property]: value });
          await element.updateComplete; // rejects when the element could not be rendered
        }
      }
      await settled(element);
      expect(element.matches(':state(ready)')).to.equal(true);
      element.remove();
    });
  });
}
