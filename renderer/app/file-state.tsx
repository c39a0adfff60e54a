/** Whether what one did is on disk. "Saved" is said only when it is. */
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';

export function FileState(): ReactNode {
  const session = useSession();
  const { saved, pending, closing } = useStore(session.state);
  const { hello } = session;
  const trouble = closing ?? saved.trouble ?? hello.readOnly;
  return (
    <div className="k-file" role="status">
      {trouble === undefined ? (
        <>
          <IconCheck
            size={16}
            stroke={1.5}
            aria-hidden="true"
            className="k-quietest"
            data-hidden={pending > 0}
          />
          <span>{pending > 0 ? 'Saving' : savedWords(saved.at, hello.locale)}</span>
          <span className="k-file-name">{folderName(hello.dataFolder)}</span>
        </>
      ) : (
        <span className="k-file-trouble" title={trouble}>
          <IconAlertTriangle size={16} stroke={1.5} aria-hidden="true" />
          <span>{trouble}</span>
        </span>
      )}
    </div>
  );
}

function savedWords(at: string | undefined, locale: string): string {
  if (at === undefined) return 'Saved';
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(at));
  return `Saved ${time}`;
}

/** The last part of a path, of either kind of slash. */
function folderName(path: string): string {
  return (
    path
      .split(/[\\/]/)
      .filter((part) => part !== '')
      .at(-1) ?? path
  );
}
