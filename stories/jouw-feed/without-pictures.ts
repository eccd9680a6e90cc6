/** A feed without anything that a browser would fetch by itself: pictures, and what can be in a text. */
import type { Feed } from '../../src/feed/schema.ts';

const FETCHED = 'img,picture,source,video,audio,track,iframe,embed,object,link,input[type=image]';

/** @returns the same feed; its texts keep everything else */
export function withoutPictures(feed: Feed): Feed {
  return {
    ...feed,
    stories: feed.stories.map(({ image: _image, video, body, ...story }) => ({
      ...story,
      ...(video && { video: { ...(video.title !== undefined && { title: video.title }), url: video.url } }),
      ...(body !== undefined && { body: clean(body) }),
    })),
    sessions: feed.sessions.map(({ body, ...session }) => ({ ...session, ...(body !== undefined && { body: clean(body) }) })),
  };
}

/** A document without a window fetches nothing, so it can be looked through. */
function clean(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll(FETCHED)) element.remove();
  return body.innerHTML;
}
