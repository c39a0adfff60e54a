/** The fields of something worth sharing. What is pasted goes where it belongs: an address to the link, the rest to the text. */
import { Textarea, TextInput } from '@mantine/core';
import { type ClipboardEvent, type ReactNode, useState } from 'react';
import { noTitle, noWebAddress, webAddress } from '../../../shared/sharing/matter';
import { Button } from '../../app/parts/button';
import { TagField } from '../../app/parts/tag-field';

/** What is written in each field; empty where there is nothing. */
export interface Written {
  readonly title: string;
  readonly url: string;
  readonly text: string;
  readonly tags: readonly string[];
}

interface MatterFormProps {
  readonly label: string;
  readonly keep: string;
  readonly values?: Written;
  readonly onKeep: (written: Written) => void;
  readonly onLeave?: () => void;
}

const nothing: Written = { title: '', url: '', text: '', tags: [] };

export function MatterForm({ label, keep, values = nothing, onKeep, onLeave }: MatterFormProps): ReactNode {
  const [written, setWritten] = useState(values);
  const [isTried, setTried] = useState(false);
  const clean = {
    ...written,
    title: written.title.trim(),
    url: written.url.trim(),
    text: written.text.trim(),
  };
  const titleFault = clean.title === '' ? noTitle : undefined;
  const urlFault = clean.url !== '' && webAddress(clean.url) === undefined ? noWebAddress : undefined;
  const change = (part: Partial<Written>): void => setWritten({ ...written, ...part });
  const submit = (): void => {
    setTried(true);
    if (titleFault === undefined && urlFault === undefined) onKeep(clean);
  };
  const onPaste = (event: ClipboardEvent<HTMLElement>): void => {
    const pasted = event.clipboardData.getData('text/plain').trim();
    const field = event.target instanceof HTMLElement ? event.target.dataset['field'] : undefined;
    const isAddress = webAddress(pasted) !== undefined;
    if (field === 'url' && !isAddress && /\s/u.test(pasted) && clean.text === '') change({ text: pasted });
    else if ((field === 'title' || field === 'text') && isAddress && clean.url === '')
      change({ url: pasted });
    else return;
    event.preventDefault();
  };
  return (
    <form
      className="k-share-form"
      aria-label={label}
      noValidate
      onPaste={onPaste}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextInput
        label="Link"
        data-field="url"
        inputMode="url"
        autoComplete="off"
        autoFocus
        placeholder="https://…"
        maxLength={1_000}
        value={written.url}
        error={isTried ? urlFault : undefined}
        onChange={(event) => change({ url: event.currentTarget.value })}
      />
      <TextInput
        label="Title"
        data-field="title"
        autoComplete="off"
        maxLength={1_000}
        value={written.title}
        error={isTried ? titleFault : undefined}
        onChange={(event) => change({ title: event.currentTarget.value })}
      />
      <TagField label="Tags" value={written.tags} onChange={(tags) => change({ tags })} />
      <Textarea
        label="Your note, or its text"
        description="Helps to find who might care, and goes into no draft."
        data-field="text"
        autosize
        minRows={2}
        maxRows={8}
        maxLength={200_000}
        value={written.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <div className="k-share-acts">
        <Button type="submit" look="filled">
          {keep}
        </Button>
        {onLeave === undefined ? null : <Button onClick={onLeave}>Cancel</Button>}
      </div>
    </form>
  );
}
