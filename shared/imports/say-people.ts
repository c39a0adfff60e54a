/** What a review says of whom a row means. */
export const apart = 'The two are kept apart until you say so.';

export const newWords = {
  named: 'new',
  organisation: 'new; the card names an organisation and no person',
  guessed: 'new; the row has no name, so an address stands for it',
};
export const matchWords = {
  me: 'this is you: ',
  source: '',
  address: 'the same mail address or profile: ',
  phone: 'the same number and name: ',
  name: 'the same name: ',
};
