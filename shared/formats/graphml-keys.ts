/** What marks the attributes of a GraphML file that this app wrote: their lists are separated by line breaks. */
export const exportPrefix = 'kithmap-';
/** Who wrote a file, as one for graph tools that this app wrote says it. */
export const exportCreator = 'Kithmap';
