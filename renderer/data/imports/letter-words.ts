/** Code pages as people call them. */
import type { CodePage } from '../../../shared/formats/read-how';

export const letterWords: Readonly<Record<CodePage, string>> = {
  'windows-1252': 'Western European (Windows)',
  'windows-1250': 'Central European (Windows)',
  'windows-1251': 'Cyrillic (Windows)',
  'windows-1253': 'Greek (Windows)',
  'windows-1254': 'Turkish (Windows)',
  'windows-1255': 'Hebrew (Windows)',
  'windows-1256': 'Arabic (Windows)',
  'windows-1257': 'Baltic (Windows)',
  shift_jis: 'Japanese (Shift_JIS)',
  gb18030: 'Chinese, simplified (GB 18030)',
  big5: 'Chinese, traditional (Big5)',
  'euc-kr': 'Korean (EUC-KR)',
  'iso-8859-2': 'Central European (ISO 8859-2)',
  'koi8-r': 'Russian (KOI8-R)',
  macintosh: 'Western European (old Mac)',
};
