/** One thing that is kept: what it is, to whom it went, and who might care for it. */
import { type ReactNode, useState } from 'react';
import type { Shareable } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { OutsideLink } from '../../app/link';
import { useSession } from '../../network/hooks';
import { LivePart } from '../live-part';
import { useLive } from '../use-live';
import { Caring } from './caring';
import { MatterForm } from './matter-form';
import { Sharing } from './sharing';
import { WentTo } from './went-to';

/** People who are shown. */
const most = 30;

export function OpenShareable({ shareable }: { shareable: Shareable }): ReactNode {
  const live = useLive('whoCares', { shareable: shareable.id, limit: most });
  return (
    <>
      <Head shareable={shareable} />
      <LivePart live={live} waiting="Looking who might care" failed="Who might care could not be found out">
        {(answer) => <Caring shareable={shareable} answer={answer} />}
      </LivePart>
    </>
  );
}

function Head({ shareable }: { shareable: Shareable }): ReactNode {
  const session = useSession();
  const [isEdited, setEdited] = useState(false);
  const { id, title, url, text, tags, sent } = shareable;
  if (isEdited) {
    return (
      <MatterForm
        label={`Change ${title}`}
        keep="Keep"
        values={{ title, url: url ?? '', text: text ?? '', tags }}
        onLeave={() => setEdited(false)}
        onKeep={(written) => {
          setEdited(false);
          const { url: address, text: words } = written;
          const args = {
            id,
            title: written.title,
            tags: written.tags,
            url: address === '' ? null : address,
            text: words === '' ? null : words,
          };
          void session.tell('shareable.edit', args, { done: `Changed: ${written.title}` });
        }}
      />
    );
  }
  return (
    <section className="k-share-head" aria-label={title}>
      <h2 className="k-heading-name">{title}</h2>
      {url === undefined ? null : (
        <p className="k-share-link">
          <OutsideLink kind="url" value={url} />
        </p>
      )}
      {tags.length === 0 ? null : (
        <p className="k-share-tags">
          {tags.map((tag) => (
            <span className="k-tag" key={tag}>
              {tag}
            </span>
          ))}
        </p>
      )}
      {text === undefined || text === '' ? null : <p className="k-quiet k-share-text">{text}</p>}
      <WentTo sent={sent} />
      <div className="k-share-acts">
        <Button onClick={() => Sharing.of(session).open(undefined)}>Something new</Button>
        {session.hello.readOnly === undefined ? (
          <>
            <Button look="quiet" onClick={() => setEdited(true)}>
              Change
            </Button>
            <Button
              look="quiet"
              onClick={() => void session.tell('shareable.remove', { id }, { done: `Removed: ${title}` })}
            >
              Remove
            </Button>
          </>
        ) : null}
      </div>
    </section>
  );
}
