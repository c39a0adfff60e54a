/** What a mail's headers say about its kind: whether a list or a robot sent it, and whether it was thrown away. */
import { decodeWords } from 'postal-mime';
import type { HeadText, MailHead } from './mail-head';

const robots =
  /^(?:mailer-daemon|postmaster|newsletters?|notifications?|alerts?|autoreply|auto-reply|automailer|automated|listserv|majordomo|root|cron|daemon|bounces?)(?:[-+._=]|$)|no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|ne[-_.]?pas[-_.]?repondre|nao[-_.]?responda|no[-_.]?responder|notification/;
const robotDomains = /(?:^|[.@])(?:no-?reply|bounces?|notifications?|mailer|newsletters?)\./;

/** Whether mail from this address is sent by a program or to many at once. */
export function isRobot(address: string): boolean {
  const at = address.lastIndexOf('@');
  return robots.test(address.slice(0, at)) || robotDomains.test(address.slice(at));
}

const listHeaders = [
  ...['list-id', 'list-unsubscribe', 'list-post', 'feedback-id'],
  ...['x-auto-response-suppress', 'x-autoreply', 'x-autorespond'],
];

/** Whether the headers are those of a list, a newsletter or a robot, whoever the sender is. */
export function isBulk(head: MailHead, text: HeadText): boolean {
  if (listHeaders.some((name) => head.has(name))) return true;
  if (/^\s*(?:bulk|list|junk)\b/i.test(head.first('precedence', text))) return true;
  const automatic = head.first('auto-submitted', text);
  if (automatic !== '' && !/^no\b/i.test(automatic)) return true;
  // The sender of what must not be answered: a notice that a mail could not be delivered.
  if (/^<\s*>$/.test(head.first('return-path', text))) return true;
  if (/^multipart\/report\b/i.test(head.first('content-type', text))) return true;
  return labelsOf(head, text).some((label) => /^category (?:promotions|social|forums)$/.test(label));
}

/** Where mail lies that is no mail any more, or not yet. */
export const leftOutKinds = ['spam', 'trash', 'drafts', 'chats', 'deleted'] as const;
export type LeftOut = (typeof leftOutKinds)[number];

/** The names of Gmail's own labels in the languages of its accounts. */
const labelWords: Readonly<Record<Exclude<LeftOut, 'deleted'>, readonly string[]>> = {
  spam: [
    'spam',
    'junk',
    'courrier indésirable',
    'correo no deseado',
    'lixo eletrônico',
    '迷惑メール',
    '垃圾邮件',
    'спам',
  ],
  trash: [
    ...['trash', 'bin', 'papierkorb', 'corbeille', 'papelera', 'lixeira', 'lixo', 'cestino', 'prullenbak'],
    ...[
      'papirkurv',
      'papperskorgen',
      'roskakori',
      'kosz',
      'koš',
      'ゴミ箱',
      '已删除邮件',
      'корзина',
      'çöp kutusu',
    ],
  ],
  drafts: [
    ...['draft', 'drafts', 'entwurf', 'entwürfe', 'brouillon', 'brouillons', 'borrador', 'borradores'],
    ...['rascunho', 'rascunhos', 'bozza', 'bozze', 'concept', 'concepten', 'kladder', 'utkast', 'luonnokset'],
    ...['robocze', 'koncepty', '下書き', '草稿', 'черновики', 'taslaklar'],
  ],
  chats: ['chat', 'chats', 'czat', 'чат', 'チャット', '聊天'],
};

/** Why a mail counts for nothing, where it does; said by labels of Gmail, marks of Thunderbird and of spam filters. */
export function leftOutOf(head: MailHead, text: HeadText): LeftOut | undefined {
  const labels = new Set(labelsOf(head, text));
  for (const kind of leftOutKinds) {
    if (kind !== 'deleted' && labelWords[kind].some((word) => labels.has(word))) return kind;
  }
  if (/^yes\b/i.test(head.first('x-spam-flag', text))) return 'spam';
  // Thunderbird marks what is deleted and takes it out of the file only when it next tidies up.
  const status = /^[0-9a-f]{4}$/i.exec(head.first('x-mozilla-status', text))?.[0] ?? '0';
  return (Number.parseInt(status, 16) & 0x0008) === 0 ? undefined : 'deleted';
}

function labelsOf(head: MailHead, text: HeadText): string[] {
  const labels = decodeWords(head.first('x-gmail-labels', text));
  return labels
    .split(',')
    .map((label) => label.replace(/^[\s"]+|[\s"]+$/g, '').toLowerCase())
    .filter((label) => label !== '');
}
