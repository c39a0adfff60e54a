/** My own addresses as one types them in one line: mail addresses, phone numbers and profiles, told apart by form. */
import type { MyAddress } from '../../../shared/model/entities';

export interface OwnAddress {
  readonly kind: MyAddress['kind'];
  readonly value: string;
}

/** @returns what was understood, and the parts that are none of the three. */
export function splitAddresses(text: string): { addresses: OwnAddress[]; unknown: string[] } {
  const addresses: OwnAddress[] = [];
  const unknown: string[] = [];
  for (const part of text.split(/[,;\n]/)) {
    const value = part.trim();
    if (value === '') continue;
    const kind = kindOf(value);
    if (kind === undefined) unknown.push(value);
    else addresses.push({ kind, value });
  }
  return { addresses, unknown };
}

function kindOf(value: string): OwnAddress['kind'] | undefined {
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/.test(value)) return 'email';
  if (/^\+?[\d\s()./-]{5,}$/.test(value) && (value.match(/\d/g) ?? []).length >= 5) return 'phone';
  if (/^(https?:\/\/)?[\w-]+(\.[\w-]+)+(\/\S*)?$/i.test(value)) return 'url';
  return undefined;
}
