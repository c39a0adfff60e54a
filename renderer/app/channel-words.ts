/** Channels and directions of an interaction as people say them. */
export { channelWords } from '../../shared/story/channel-words';

export const directionWords = { both: 'Both of us', mine: 'I did', theirs: 'They did' } as const;
