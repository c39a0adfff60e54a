/** Worth sharing: something new to keep, or one of those that are kept with who might care for it. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useEntity, useSession } from '../../network/hooks';
import { Earlier } from './earlier';
import { MatterForm } from './matter-form';
import { OpenShareable } from './open-shareable';
import './share.css';
import { Sharing } from './sharing';

export function ShareView(): ReactNode {
  const sharing = Sharing.of(useSession());
  const { shareable: id } = useStore(sharing.store);
  const shareable = useEntity('shareables', id);
  return (
    <div className="k-giving-columns">
      <div className="k-giving-main">
        {shareable === undefined ? <New /> : <OpenShareable key={shareable.id} shareable={shareable} />}
      </div>
      <div className="k-giving-beside">
        <Earlier open={shareable?.id} />
      </div>
    </div>
  );
}

function New(): ReactNode {
  const session = useSession();
  const keep = async (matter: Readonly<Record<string, unknown>>, title: string): Promise<void> => {
    const answer = await session.tell('shareable.add', matter, { done: `Kept: ${title}` });
    const id = answer?.['id'];
    if (typeof id === 'string') Sharing.of(session).open(id);
  };
  return (
    <section aria-labelledby="share-new">
      <h2 className="k-heading" id="share-new">
        Something worth sharing
      </h2>
      <p className="k-quiet k-share-lead">
        Paste a link or a text, and see who might care for it: not those who had it, and nobody who had much
        from you lately. Nothing is sent from here.
      </p>
      {session.hello.readOnly === undefined ? (
        <MatterForm
          label="Something worth sharing"
          keep="Keep it, and see who might care"
          onKeep={({ title, url, text, tags }) =>
            void keep(
              { title, tags, ...(url === '' ? {} : { url }), ...(text === '' ? {} : { text }) },
              title,
            )
          }
        />
      ) : (
        <p className="k-quiet">The network can only be read just now.</p>
      )}
    </section>
  );
}
