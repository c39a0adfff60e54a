/** Channels of an interaction as people say them. */
import type { Channel } from '../model/entities';

export const channelWords: Readonly<Record<Channel, string>> = {
  'in-person': 'Met in person',
  meal: 'Had a meal',
  call: 'Called',
  video: 'Video call',
  mail: 'Mail',
  message: 'Message',
  letter: 'Letter',
  event: 'Event',
  gift: 'Gift',
};
