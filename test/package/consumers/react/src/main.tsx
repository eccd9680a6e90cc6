import { StrictMode, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'meedoen/register';
import type { MeedoenStoryList } from 'meedoen';

function Page() {
  const list = useRef<MeedoenStoryList>(null);
  const [sector, setSector] = useState<string | undefined>('po');
  const [loaded, setLoaded] = useState('');
  const [submitted, setSubmitted] = useState('');
  return (
    <main data-loaded={loaded} data-submitted={submitted}>
      <button type="button" onClick={() => setSector(undefined)}>
        Alle sectoren
      </button>
      <meedoen-story-list
        ref={list}
        className="stories"
        src="/meedoen.json"
        today="2021-09-20"
        limit={3}
        controls
        heading-level="3"
        sector={sector}
        onmeedoen-load={({ feed, currentTarget }) => {
          const known: MeedoenStoryList = currentTarget;
          setLoaded(`${feed.stories.length} ${known === list.current}`);
        }}
        onmeedoen-story-opened={({ story }) => story.title.trim()}
      >
        <a href="/verhalen">Bekijk de verhalen</a>
      </meedoen-story-list>
      <meedoen-story-card src="/meedoen.json" story="ashley" layout="wide" />
      <meedoen-join-form
        feed={{ meedoen: 1, join: { action: '/join', fields: [{ name: 'name', label: 'Je naam' }] } }}
        onmeedoen-join-submit={(event) => {
          event.preventDefault();
          setSubmitted(event.values.name ?? '');
        }}
      />
    </main>
  );
}

/** What the types must not let through; never called. */
export const mistakes = () => [
  // @ts-expect-error there is no such layout
  <meedoen-story-card key="1" layout="huge" />,
  // @ts-expect-error a limit is a number
  <meedoen-session-calendar key="2" limit="many" />,
  // @ts-expect-error the element has no such property
  <meedoen-contact-table key="3" colums="name" />,
  // @ts-expect-error the event has its own fields, no detail
  <meedoen-story-list key="4" onmeedoen-load={({ detail }) => void detail} />,
  // @ts-expect-error there is no such element
  <meedoen-story key="5" />,
];

createRoot(document.querySelector('#app')!).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
