/** Everything a contact holds, each in its place to be changed; what is empty waits in a list. */
import { Menu } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { contactFields, type FieldSpec } from './field-list';
import { FieldRow } from './field-row';
import { Section } from './section';

export function DetailsSection({ contact }: { contact: Contact }): ReactNode {
  const [opened, setOpened] = useState<string>();
  const filled = contactFields.filter((spec) => isFilled(contact, spec) || spec.field === opened);
  const empty = contactFields.filter((spec) => !filled.includes(spec));
  return (
    <Section title="Details">
      <dl className="k-insp-fields">
        {filled.map((spec) => (
          <FieldRow
            key={spec.field}
            contact={contact}
            spec={spec}
            opened={spec.field === opened}
            onClose={() => setOpened(undefined)}
          />
        ))}
      </dl>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <Button look="quiet">Add a detail</Button>
        </Menu.Target>
        <Menu.Dropdown mah={320} className="k-insp-menu">
          {empty.map(({ field, label }) => (
            <Menu.Item key={field} onClick={() => setOpened(field)}>
              {label}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Section>
  );
}

function isFilled(contact: Contact, { field }: FieldSpec): boolean {
  const value: unknown = Reflect.get(contact, field);
  if (Array.isArray(value)) return value.length > 0;
  return value !== undefined && value !== false;
}
