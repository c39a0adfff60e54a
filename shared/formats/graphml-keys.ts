/** What marks the attributes of a GraphML file that this app wrote: their lists are separated by line breaks. */
export const exportPrefix = 'kithmap-';
