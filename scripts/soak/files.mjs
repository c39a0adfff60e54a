/** Large files, made piece by piece: the same for the same number, whenever they are made. */

const people = 400;
/** Of which a mail has so many, as most letters of today are long. */
const bodyLines = 600;
const body = Buffer.from(
  `${'What a letter of some length says, and what was attached to it: QUJDREVGR0g=\n'.repeat(bodyLines)}\n`,
);
/** How long one mail is, about. */
export const bytesOfMail = body.length + 420;

/** @param {number} count @returns {Generator<Uint8Array>} */
export function* mails(count) {
  for (let i = 0; i < count; i += 1) {
    const date = new Date(Date.UTC(2020, 0, 1) + i * 3_600_000);
    // Every second one is from the first person, whose mailbox it is, and every other one to them.
    const other = 1 + ((i * 7) % (people - 1));
    const [from, to] = (i % 2 === 0 ? [0, other] : [other, 0]).map(personOf);
    const cc = personOf(1 + ((i * 13) % (people - 1)));
    const when = date.toUTCString().replace('GMT', '+0000');
    const head = [
      `From p${i % people}@example.org ${asctime(date)}`,
      `Received: by mail.example.org with SMTP id ${i}; ${when}`,
      `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; b=${'A'.repeat(120)}`,
      `Message-ID: <soak-${i}@example.org>`,
      `From: ${from}`,
      `To: ${to}`,
      ...(i % 3 === 0 ? [`Cc: ${cc}`] : []),
      `Date: ${when}`,
      `Subject: Re: About matter ${i % 997}`,
      '',
      '',
    ].join('\n');
    yield Buffer.from(head);
    yield body;
  }
}

/** @param {number} number */
function personOf(number) {
  return `"Person ${number}" <p${number}@example.org>`;
}

/** @param {Date} date */
function asctime(date) {
  const [week = '', day = '', month = '', year = '', time = ''] = date
    .toUTCString()
    .replace(',', '')
    .split(' ');
  return `${week} ${month} ${day} ${time} ${year}`;
}

/** @param {number} count @returns {Generator<Uint8Array>} */
export function* rows(count) {
  yield Buffer.from('First Name,Last Name,URL,Email Address,Company,Position,Connected On\n');
  for (let from = 0; from < count; from += 500) {
    let text = '';
    for (let i = from; i < Math.min(from + 500, count); i += 1) {
      text += `Given${i % 1_999},Family${i},https://www.linkedin.com/in/soak-${i},s${i}@example.org,Company ${i % 5_000},Engineer,${1 + (i % 28)} Mar 2021\n`;
    }
    yield Buffer.from(text);
  }
}
