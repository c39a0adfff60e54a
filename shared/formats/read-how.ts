/** How a file is to be read, as far as it does not say so itself. */

/** What a column of a table may hold. */
export const columnUses = [
  'name',
  'given',
  'family',
  'nickname',
  'mail',
  'phone',
  'url',
  'organisation',
  'title',
  'place',
  'birthday',
  'tags',
  'note',
  'keep',
  'leave',
] as const;
export type ColumnUse = (typeof columnUses)[number];

export const delimiters = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof delimiters)[number];

export interface TableMapping {
  readonly delimiter: Delimiter;
  /** Whether the first row names the columns. */
  readonly hasHeader: boolean;
  /** What each column holds, in their order. */
  readonly uses: readonly ColumnUse[];
}

/** Code pages that address books are found in, by the labels of the Encoding standard. */
export const codePages = [
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'shift_jis',
  'gb18030',
  'big5',
  'euc-kr',
  'iso-8859-2',
  'koi8-r',
  'macintosh',
] as const;
export type CodePage = (typeof codePages)[number];

export interface ReadHow {
  readonly mapping?: TableMapping | undefined;
  readonly letters?: CodePage | undefined;
  /** Those lines alone are in these letters that are not in UTF-8. */
  readonly mixed?: boolean | undefined;
}
