/** A new introduction: who introduces whom and why. What is refused is said at once, with the one that is under way. */
import { Checkbox, NativeSelect, Switch } from '@mantine/core';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { toErrorMessage } from '../../../shared/errors';
import { channels } from '../../../shared/model/entities/happening';
import { channelWords } from '../../app/channel-words';
import { Button } from '../../app/parts/button';
import { Dialog } from '../../app/parts/dialog';
import { DateField } from '../../app/parts/fields';
import { useSession, useSettings, useToday } from '../../network/hooks';
import { Fault } from '../fault';
import { type Beginning, openIntroduction } from '../introducing';
import { bothOf } from '../moving';
import { IfTheyMeet } from '../suggestions/if-they-meet';
import { argsOf, type Filled, filledFrom, underWay } from './beginning';
import { SaidField } from './said-field';
import { useRefusal } from './use-refusal';
import { WhoField } from './who-field';

interface StartDialogProps {
  readonly beginning: Beginning;
  readonly onClose: () => void;
}

export function StartDialog({ beginning, onClose }: StartDialogProps): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const today = useToday();
  const [filled, setFilled] = useState(() => filledFrom(beginning, me, today));
  const [isTried, setTried] = useState(false);
  const [failed, setFailed] = useState<string>();
  // The fields that come first are there at once, the rest when the page has time.
  const whole = useDeferredValue(true, false);
  const args = argsOf(filled, me, beginning.plan);
  // A reason changes nothing about whether it can be.
  const refusal = useRefusal(argsOf({ ...filled, why: '' }, me, beginning.plan));
  const change = (part: Partial<Filled>): void => {
    setFailed(undefined);
    setFilled((standing) => ({ ...standing, ...part }));
  };
  const start = async (): Promise<void> => {
    setTried(true);
    const { kind, b } = filled;
    const a = kind === 'to-me' ? me : filled.a;
    if (args === undefined || a === undefined || b === undefined || refusal !== undefined) return;
    const names = bothOf(session, { a, b });
    const done = filled.happened ? `Written down: ${names} were introduced` : `Kept as an idea: ${names}`;
    try {
      const { id } = await session.edit('introduction.start', args, { done });
      onClose();
      if (session.navigation.store.getState().screen === 'introductions' && typeof id === 'string') {
        openIntroduction(session, id);
      }
    } catch (error) {
      setFailed(toErrorMessage(error).message);
    }
  };
  return (
    <Dialog
      title="New introduction"
      onClose={onClose}
      submit={filled.happened ? 'Write it down' : 'Keep as an idea'}
      onSubmit={() => void start()}
      width="36rem"
      aside="Nothing is sent. Ask both first, with the words you find beside the introduction."
    >
      <Who filled={filled} me={me} isTried={isTried} onChange={change} />
      <Refused refusal={refusal} filled={filled} me={me} onChange={change} onClose={onClose} />
      {whole ? (
        <>
          <SaidField
            label="Why these two"
            value={filled.why}
            isSecret={filled.isSecret}
            onChange={(why) => change({ why })}
            onSecret={(isSecret) => change({ isSecret })}
          />
          <Foreseen filled={filled} me={me} isRefused={refusal !== undefined} />
          <Switch
            label="It has happened already"
            checked={filled.happened}
            onChange={(event) => change({ happened: event.currentTarget.checked })}
          />
          {filled.happened ? (
            <div className="k-fields">
              <NativeSelect
                classNames={{ label: 'k-mantine-label' }}
                label="How"
                value={filled.channel}
                data={channels.map((value) => ({ value, label: channelWords[value] }))}
                onChange={(event) => {
                  const chosen = channels.find((one) => one === event.currentTarget.value);
                  if (chosen !== undefined) change({ channel: chosen });
                }}
              />
              <DateField label="When" value={filled.day} max={today} onChange={(day) => change({ day })} />
            </div>
          ) : null}
        </>
      ) : null}
      <Fault>{failed}</Fault>
    </Dialog>
  );
}

interface WhoProps {
  readonly filled: Filled;
  readonly me: string | undefined;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<Filled>) => void;
}

function Who({ filled: { kind, a, b, by }, me, isTried, onChange }: WhoProps): ReactNode {
  const others = [me, a, b, by].filter((id) => id !== undefined);
  const lacking = (id: string | undefined, what: string): string | undefined =>
    isTried && id === undefined ? what : undefined;
  return (
    <>
      <NativeSelect
        classNames={{ label: 'k-mantine-label' }}
        label="Who introduces whom"
        value={kind}
        data={[
          { value: 'mine', label: 'I introduce two people' },
          ...(me === undefined ? [] : [{ value: 'to-me', label: 'Somebody introduces me' }]),
          { value: 'theirs', label: 'Somebody introduces two others' },
        ]}
        onChange={({ currentTarget: { value } }) =>
          onChange({ kind: value === 'to-me' || value === 'theirs' ? value : 'mine', sure: false })
        }
      />
      {kind === 'mine' ? null : (
        <WhoField
          label="Who introduces"
          value={by}
          without={others}
          fault={lacking(by, 'Choose who introduces.')}
          autoFocus={by === undefined}
          onChange={(chosen) => onChange({ by: chosen, sure: false })}
        />
      )}
      <div className="k-fields">
        {kind === 'to-me' ? null : (
          <WhoField
            label="One of the two"
            value={a}
            without={others}
            fault={lacking(a, 'Choose one of the two.')}
            autoFocus={a === undefined && (kind === 'mine' || by !== undefined)}
            onChange={(chosen) => onChange({ a: chosen, sure: false })}
          />
        )}
        <WhoField
          label={kind === 'to-me' ? 'To whom' : 'The other'}
          value={b}
          without={others}
          fault={lacking(b, 'Choose whom to meet.')}
          autoFocus={b === undefined && (a !== undefined || (kind === 'to-me' && by !== undefined))}
          onChange={(chosen) => onChange({ b: chosen, sure: false })}
        />
      </div>
    </>
  );
}

interface ForeseenProps extends Pick<WhoProps, 'filled' | 'me'> {
  readonly isRefused: boolean;
}

/** What would come of it, once it is said who meets whom. */
function Foreseen({ filled: { kind, a, b, happened }, me, isRefused }: ForeseenProps): ReactNode {
  const one = kind === 'to-me' ? me : a;
  if (happened || isRefused || one === undefined || b === undefined || one === b) return null;
  return <IfTheyMeet a={one} b={b} />;
}

interface RefusedProps extends Omit<WhoProps, 'isTried'> {
  readonly refusal: ReturnType<typeof useRefusal>;
  readonly onClose: () => void;
}

/** Why not, and what to do instead. */
function Refused({ refusal, filled, me, onChange, onClose }: RefusedProps): ReactNode {
  const session = useSession();
  const { kind, b, sure } = filled;
  const a = kind === 'to-me' ? me : filled.a;
  const standing =
    refusal === undefined || a === undefined || b === undefined
      ? undefined
      : underWay(session.replica.network, a, b);
  if (refusal === undefined && !sure) return null;
  return (
    <div className="k-intro-refused">
      <Fault>{refusal?.text}</Fault>
      {standing === undefined ? null : (
        <Button
          onClick={() => {
            onClose();
            openIntroduction(session, standing);
          }}
        >
          Go on with that one
        </Button>
      )}
      {sure || refusal?.canBeSure === true ? (
        <Checkbox
          label="I am sure: keep it all the same"
          checked={sure}
          onChange={(event) => onChange({ sure: event.currentTarget.checked })}
        />
      ) : null}
    </div>
  );
}
