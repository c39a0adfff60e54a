/** Answers searches over an abstract line, so that a worker is a few lines and a test needs none. */
import { type FromSearch, ToSearch } from './messages';
import { PeopleSearch } from './people-search';

/** @returns what to do with each message that comes in. */
export function searchService(answer: (message: FromSearch) => void): (message: unknown) => void {
  let search = new PeopleSearch();
  return (received) => {
    const message = ToSearch.parse(received);
    switch (message.type) {
      case 'put':
        for (const document of message.documents) search.put(document);
        break;
      case 'remove':
        for (const contact of message.contacts) search.remove(contact);
        break;
      case 'notes':
        for (const { id, contact, text } of message.notes) {
          if (text === undefined) search.removeNote(id);
          else search.putNote(id, text, contact);
        }
        break;
      case 'clear':
        search = new PeopleSearch();
        break;
      case 'find':
        answer({
          type: 'found',
          request: message.request,
          contacts: search.find(message.query, message.limit),
        });
    }
  };
}
