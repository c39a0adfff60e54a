/** One field of a contact: its value as text, and in its place the means to change it. */
import { NumberInput, Select, Switch, TagsInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { type LinkKind, OutsideLink } from '../../app/link';
import { useSession, useSettings } from '../../network/hooks';
import { type FieldSpec, type Part, recordFrom, shownRecord, type Values, valuesOf } from './field-list';
import { RecordEditor } from './record-editor';
import { TextButton } from './section';

export interface FieldRowProps {
  readonly contact: Contact;
  readonly spec: FieldSpec;
  /** Opened to be filled, from the list of fields that are not. */
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function FieldRow({ contact, spec, opened, onClose }: FieldRowProps): ReactNode {
  return (
    <div className="k-insp-field">
      <dt>{spec.label}</dt>
      <dd>
        <FieldValue contact={contact} spec={spec} opened={opened} onClose={onClose} />
      </dd>
    </div>
  );
}

function FieldValue({ contact, spec, opened, onClose }: FieldRowProps): ReactNode {
  const session = useSession();
  const value: unknown = Reflect.get(contact, spec.field);
  const keep = (next: unknown): void => {
    onClose();
    void session.tell('contact.edit', {
      id: contact.id,
      [spec.field]: next ?? null,
      // What was guessed is no longer once the person has said it.
      ...(spec.field === 'name' ? { nameDoubt: null } : {}),
    });
  };
  const shared = { label: spec.label, opened, onClose, keep };
  const { shape } = spec;
  switch (shape.kind) {
    case 'line':
    case 'date':
    case 'day':
      return <RecordValue {...shared} value={{ value }} parts={[lineOf(spec)]} unwrap />;
    case 'record':
      return <RecordValue {...shared} value={value} parts={shape.parts} />;
    case 'records':
      return <RecordsValue {...shared} value={Array.isArray(value) ? value : []} parts={shape.parts} />;
    case 'words':
      return <WordsValue {...shared} value={value} />;
    case 'circle':
      return <CircleValue value={contact.circle} {...shared} />;
    case 'number':
      return (
        <NumberInput
          size="xs"
          aria-label={`${spec.label} (${shape.unit})`}
          suffix={` ${shape.unit}`}
          min={shape.min}
          max={shape.max}
          allowDecimal={false}
          autoFocus={opened}
          defaultValue={typeof value === 'number' ? value : ''}
          onBlur={(event) => {
            const typed = Number.parseInt(event.currentTarget.value, 10);
            const next = Number.isFinite(typed) ? Math.min(shape.max, Math.max(shape.min, typed)) : undefined;
            if (next !== value) keep(next);
            else onClose();
          }}
        />
      );
    case 'yes':
      return (
        <Switch
          size="xs"
          aria-label={spec.label}
          checked={value === true}
          onChange={(event) => keep(event.currentTarget.checked ? true : undefined)}
        />
      );
  }
}

function lineOf({ label, shape }: FieldSpec): Part {
  return { key: 'value', label, kind: shape.kind === 'date' || shape.kind === 'day' ? shape.kind : 'text' };
}

interface EditorProps {
  readonly label: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly keep: (next: unknown) => void;
}

function RecordValue({
  label,
  value,
  parts,
  unwrap = false,
  opened,
  onClose,
  keep,
}: EditorProps & { value: unknown; parts: readonly Part[]; unwrap?: boolean }): ReactNode {
  const [editing, setEditing] = useState(opened);
  const values = valuesOf(value, parts);
  const leave = (): void => {
    setEditing(false);
    onClose();
  };
  if (editing) {
    return (
      <RecordEditor
        label={label}
        parts={parts}
        values={values}
        onLeave={leave}
        onKeep={(typed) => {
          setEditing(false);
          const record = recordFrom(value, typed, parts);
          keep(unwrap ? (typed['value']?.trim() === '' ? undefined : typed['value']?.trim()) : record);
        }}
      />
    );
  }
  return <ValueButton label={label} shown={shownRecord(values, parts)} onEdit={() => setEditing(true)} />;
}

function ValueButton({
  label,
  shown,
  onEdit,
}: {
  label: string;
  shown: string;
  onEdit: () => void;
}): ReactNode {
  return (
    <button type="button" className="k-insp-value" aria-label={`${label}: ${shown}. Edit`} onClick={onEdit}>
      {shown}
    </button>
  );
}

/** Which of a list is being edited: its place, or one more at the end. */
type Editing = number | 'new' | undefined;

function RecordsValue({
  label,
  value,
  parts,
  opened,
  onClose,
  keep,
}: EditorProps & { value: readonly unknown[]; parts: readonly Part[] }): ReactNode {
  const [editing, setEditing] = useState<Editing>(opened ? 'new' : undefined);
  const leave = (): void => {
    setEditing(undefined);
    onClose();
  };
  const put = (at: number, typed: Values | undefined): void => {
    const record = typed === undefined ? undefined : recordFrom(value[at], typed, parts);
    const next = [...value.slice(0, at), ...(record === undefined ? [] : [record]), ...value.slice(at + 1)];
    setEditing(undefined);
    keep(next);
  };
  const link = linkKindOf(parts);
  return (
    <>
      {value.map((one, at) => {
        const values = valuesOf(one, parts);
        if (editing === at) {
          return (
            <RecordEditor
              key={at}
              label={label}
              parts={parts}
              values={values}
              onLeave={leave}
              onKeep={(typed) => put(at, typed)}
              onRemove={() => put(at, undefined)}
            />
          );
        }
        return (
          <div key={at} className="k-insp-value-links">
            <ValueButton label={label} shown={shownRecord(values, parts)} onEdit={() => setEditing(at)} />
            {link === undefined ? null : (
              <span className="k-small">
                <OutsideLink kind={link} value={values['value'] ?? ''}>
                  {linkWords[link]}
                </OutsideLink>
              </span>
            )}
          </div>
        );
      })}
      {editing === 'new' ? (
        <RecordEditor
          label={label}
          parts={parts}
          values={{}}
          onLeave={leave}
          onKeep={(typed) => put(value.length, typed)}
        />
      ) : (
        <TextButton label={`Add to ${label}`} onClick={() => setEditing('new')}>
          Add
        </TextButton>
      )}
    </>
  );
}

const linkWords: Readonly<Record<LinkKind, string>> = { email: 'Write', phone: 'Call', url: 'Open' };

function linkKindOf(parts: readonly Part[]): LinkKind | undefined {
  switch (parts[0]?.kind) {
    case 'link-email':
      return 'email';
    case 'link-phone':
      return 'phone';
    case 'link-url':
      return 'url';
    default:
      return undefined;
  }
}

function WordsValue({ label, value, opened, onClose, keep }: EditorProps & { value: unknown }): ReactNode {
  const words = Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [];
  return (
    <TagsInput
      size="xs"
      aria-label={label}
      autoFocus={opened}
      value={words}
      placeholder={words.length === 0 ? 'Add, then Enter' : undefined}
      onChange={(next) => keep(next)}
      onBlur={onClose}
    />
  );
}

function CircleValue({
  value,
  label,
  opened,
  onClose,
  keep,
}: EditorProps & { value: string | undefined }): ReactNode {
  const { circles } = useSettings();
  return (
    <Select
      size="xs"
      aria-label={label}
      autoFocus={opened}
      clearable
      placeholder="None"
      data={circles.map(({ id, name }) => ({ value: id, label: name }))}
      value={value ?? null}
      onChange={(next) => keep(next ?? undefined)}
      onBlur={onClose}
    />
  );
}
