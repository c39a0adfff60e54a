/**
 * Who of those in meetings, mails and messages becomes a contact: whom I met in a small meeting, whom I wrote to, and who
 * is on three or more personal mails. The many others of a mailbox are left out and counted.
 */
import type { ContactRecord, EncounterRecord } from '../formats/record';
import type { PlannedFile } from './context';
import { type Company, type Face, type Faces, usualName } from './participants';

export const smallMeeting = { least: 2, most: 12 };
const fewRecipients = 10;
const personalMails = 3;

/** Takes down what one record says of those in it. */
export function countFaces(record: EncounterRecord, company: Company): void {
  const { others, sender, size, recipients, me } = company;
  if (record.bulk === true || sender === 'robot') return;
  const isMeeting = record.sort === 'meeting';
  // A calendar that names one other than me is mine: the meeting is of two.
  const people = isMeeting && !me ? size + 1 : size;
  const isSmall = isMeeting
    ? people >= smallMeeting.least && people <= smallMeeting.most
    : recipients >= 1 && recipients <= fewRecipients;
  const isTold = isMeeting ? others.length > 1 : others.length > 0;
  for (const face of others) {
    if (isSmall) {
      if (isMeeting) face.meetings += 1;
      else face.mails += 1;
      if (!isMeeting && sender === 'me') face.fromMe += 1;
      if (!isMeeting && sender === face && me) face.toMe += 1;
    }
    if (!me && isTold) {
      face.unclaimed += 1;
      if (sender !== face) face.received += 1;
    }
  }
}

export interface Newcomers {
  /** Records of those who become contacts, by file. */
  readonly byFile: ReadonlyMap<PlannedFile, ContactRecord[]>;
  readonly faces: readonly Face[];
  /** How many others there are. */
  readonly left: number;
}

/** @param not somebody who is most likely me */
export function newcomers(faces: Faces, not: Face | undefined): Newcomers {
  const byFile = new Map<PlannedFile, ContactRecord[]>();
  const found: Face[] = [];
  let left = 0;
  for (const face of faces.all()) {
    if (face.mine || face.robot || face.contact !== undefined || face.shared || face === not) continue;
    if (!isWorthIt(face)) {
      left += 1;
      continue;
    }
    found.push(face);
    const records = byFile.get(face.file);
    if (records === undefined) byFile.set(face.file, [recordOf(face)]);
    else records.push(recordOf(face));
  }
  return { byFile, faces: found, left };
}

function isWorthIt({ meetings, fromMe, mails }: Face): boolean {
  return meetings > 0 || fromMe > 0 || mails >= personalMails;
}

/** The record's id is the key, by which the contact that becomes of it is found. */
function recordOf(face: Face): ContactRecord {
  const { key, email, url, line } = face;
  const name = usualName(face);
  return {
    kind: 'contact',
    line,
    key,
    id: key,
    identity: [key],
    fields: {
      name: { full: name ?? email ?? url ?? key },
      ...(email === undefined ? {} : { emails: [{ value: email }] }),
      ...(url === undefined ? {} : { urls: [{ value: url }] }),
    },
    notes: [],
    relations: [],
    ...(name === undefined ? { nameGuessed: true } : {}),
  };
}
