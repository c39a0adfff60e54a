/** Exports as Monica writes them, for tests. */

interface Thing {
  readonly uuid?: string;
  readonly created_at?: string;
  readonly properties?: object;
  readonly data?: readonly object[];
}

/** Several of one kind. */
export function some(type: string, ...values: readonly unknown[]): object {
  return { count: values.length, type, values };
}

export const contactOf = (uuid: string, properties: object, ...data: readonly object[]): Thing => ({
  uuid,
  created_at: '2020-01-01T10:00:00.000000Z',
  properties: { avatar: { avatar_source: 'default', has_avatar: false }, is_partial: false, ...properties },
  data,
});

export const of = (properties: object, uuid?: string): Thing => ({
  ...(uuid === undefined ? {} : { uuid }),
  created_at: '2020-03-04T10:00:00.000000Z',
  properties,
});

const instance = {
  activity_types: [of({ name: null, translation_key: 'ate_restaurant' }, 'at1')],
  contact_field_types: [
    of({ name: 'Email', type: 'email', protocol: 'mailto:' }, 'ft1'),
    of({ name: 'Phone', type: 'phone', protocol: 'tel:' }, 'ft2'),
    of({ name: 'Twitter' }, 'ft3'),
    of({ name: 'Whatsapp', protocol: 'whatsapp://send?phone=' }, 'ft4'),
  ],
  genders: [of({ name: 'Woman', type: 'F' }, 'g1')],
  life_event_types: [of({ name: 'new_job' }, 'l1')],
};

/** An export with these lists in its account. @param indent as Monica writes it, else on one line */
export function exported(data: readonly object[], indent = true): string {
  const user = of({ locale: 'en', me_contact: 'me' }, 'u1');
  const account = {
    uuid: 'a1',
    data: [some('user', user), ...data],
    properties: { journal_entries: [of({ type: 'entry', title: 'x', post: 'y' })], audit_logs: [{ a: 1 }] },
    instance,
  };
  const whole = {
    version: '1.0-preview.1',
    app_version: '4.0.0',
    export_date: '2026-04-01T00:00:00.000000Z',
    url: 'https://monica.example.org',
    exported_by: 'u1',
    account,
  };
  return JSON.stringify(whole, null, indent ? 4 : undefined);
}
