// Two receivers as their makers describe them, for tests of the worked examples in docs/join-receivers.md: what they take, what they check
// and what they answer. Written from Formspree's help pages and its public client, and from the source of Contact Form 7 (6.2): see that
// page. They stand in for services that a test must not call; what they do beyond what is described there is not known here.

/** The parts of a `multipart/form-data` body, in order: `[name, value]`. */
export function partsOf(text, type) {
  const boundary = /boundary=(.*)$/.exec(type)?.[1];
  return text.split(`--${boundary}`).flatMap((part) => {
    const found = /name="([^"]*)"\r\n\r\n([\s\S]*)\r\n$/.exec(part);
    return found ? [[found[1], found[2]]] : [];
  });
}

/** The whole body of a request, as text. */
export const textOf = (request) =>
  new Promise((resolve) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (piece) => (text += piece));
    request.on('end', () => resolve(text));
  });

const reply = (response, status, body, headers = {}) =>
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

/**
 * A form of Formspree: any field is taken; `rules` are those set in its dashboard. With `Accept: application/json` it answers with
 * `{ next, ok }` or `{ error, errors }`, else it sends the visitor to a page. Twenty forms a minute.
 * @param {{ required?: string[], email?: string[] }} rules
 */
export function formspree({ required = [], email = [] } = {}) {
  const kept = [];
  let times = 0;
  const handle = async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    // its own client sends these two, no other header is described
    response.setHeader('Access-Control-Allow-Headers', 'content-type, formspree-client');
    if (request.method === 'OPTIONS') return response.writeHead(204).end();
    const text = await textOf(request);
    const type = request.headers['content-type'] ?? '';
    if (!/json/.test(request.headers.accept ?? '')) return response.writeHead(302, { Location: '/thanks' }).end();
    if (++times > 20) return reply(response, 429, { error: 'Too many requests' });
    const fields = type.startsWith('application/json') ? Object.entries(JSON.parse(text)) : partsOf(text, type);
    const refuse = (errors) => reply(response, 422, { error: errors.map(({ message }) => message).join(', '), errors });
    const own = fields.filter(([name]) => !name.startsWith('_'));
    if (!own.length) return refuse([{ code: 'EMPTY', message: 'empty form' }]);
    const values = (name) => own.filter(([key]) => key === name).map(([, value]) => value);
    const wrong = [
      ...required
        .filter((field) => !values(field).join(''))
        .map((field) => ({ code: 'REQUIRED_FIELD_MISSING', field, message: 'is required' })),
      ...email
        .filter((field) => values(field).some((value) => !/^\S+@\S+\.\S+$/.test(value)))
        .map((field) => ({ code: 'TYPE_EMAIL', field, message: 'should be an email' })),
    ];
    if (wrong.length) return refuse(wrong);
    kept.push(own);
    return reply(response, 200, { next: '/thanks', ok: true });
  };
  return { handle, kept };
}

/** As PHP puts a form in `$_POST`: of a name that comes twice the last, but with `[]` all of them. */
function postOf(parts) {
  const post = new Map();
  for (const [name, value] of parts) {
    const list = /^(.*)\[\]$/.exec(name)?.[1];
    if (list === undefined) post.set(name, value);
    else post.set(list, [...(post.get(list) ?? []), value]);
  }
  return post;
}

/**
 * The feedback address of a form of Contact Form 7 (`/wp-json/contact-form-7/v1/contact-forms/<id>/feedback`), by its REST controller
 * (`includes/rest-api.php`) and submission (`includes/submission.php`): multipart only, a unit tag is needed, every answer that is about
 * what was filled in has status 200.
 * @param {Record<string, { type: 'text' | 'email' | 'textarea', required?: boolean, maxlength?: number }>} tags of its form
 * @param {string} mail its mail, with the names of fields in square brackets
 */
export function contactForm7(tags, mail) {
  const sent = [];
  const handle = async (request, response) => {
    // WordPress core: rest_send_cors_headers()
    if (request.headers.origin) response.setHeader('Access-Control-Allow-Origin', request.headers.origin);
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type');
    if (request.method === 'OPTIONS') return response.writeHead(200).end();
    const text = await textOf(request);
    const type = request.headers['content-type'] ?? '';
    const error = (status, code, message) => reply(response, status, { code, message, data: { status } });
    if (!type.startsWith('multipart/form-data'))
      return error(415, 'wpcf7_unsupported_media_type', 'The request payload format is not supported.');
    const post = postOf(partsOf(text, type));
    const tag = post.get('_wpcf7_unit_tag') ?? new URL(request.url, 'http://localhost').searchParams.get('_wpcf7_unit_tag') ?? '';
    const unit = tag.replace(/[^A-Za-z0-9_-]/g, '');
    if (!unit) return error(400, 'wpcf7_unit_tag_not_found', 'There is no valid unit tag.');
    const invalid = Object.entries(tags).flatMap(([field, { type, required, maxlength = type === 'textarea' ? 2000 : 400 }]) => {
      const value = [post.get(field) ?? ''].flat().join('');
      const message =
        required && !value
          ? 'Please fill out this field.'
          : type === 'email' && value && !/^\S+@\S+\.\S+$/.test(value)
            ? 'Please enter an email address.'
            : value.length > maxlength
              ? 'This field has a too long input.'
              : '';
      return message ? [{ field, message, idref: null, error_id: `${unit}-ve-${field}` }] : [];
    });
    const result = { contact_form_id: 123, into: `#${unit}`, invalid_fields: invalid, posted_data_hash: '' };
    if (invalid.length)
      return reply(response, 200, {
        ...result,
        status: 'validation_failed',
        message: 'One or more fields have an error. Please check and try again.',
      });
    // any field that came in can stand in the mail, but those that start with an underscore
    sent.push(
      mail.replace(/\[([\w-]+)\]/g, (whole, name) =>
        name.startsWith('_') || !post.has(name) ? whole : [post.get(name)].flat().join(', '),
      ),
    );
    return reply(response, 200, {
      ...result,
      status: 'mail_sent',
      message: 'Thank you for your message. It has been sent.',
      posted_data_hash: 'f00',
    });
  };
  return { handle, sent };
}
