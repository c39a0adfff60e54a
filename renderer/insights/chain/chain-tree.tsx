/**
 * The tree of who brought whom: only the lines in view are drawn. One tab stop; arrows or j and k move, right and left
 * unfold and fold, Enter shows who it is beside.
 */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';
import { useRootFontSize } from '../../app/root-font-size';
import { ContactMark } from '../../app/parts/mark';
import { useSelectedContact, useSession } from '../../network/hooks';
import { light } from '../map/light';
import { type TreeLine, treeStep, unknownKey } from './tree-lines';

/** In rem. */
const rowHeight = 2.25;
const indent = 1.375;

interface ChainTreeProps {
  readonly lines: readonly TreeLine[];
  readonly onTurn: (key: string) => void;
}

export function ChainTree({ lines, onTurn }: ChainTreeProps): ReactNode {
  const session = useSession();
  const selected = useSelectedContact();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [activeKey, setActiveKey] = useState<string>();
  const height = rowHeight * useRootFontSize();
  // The list is small while it is drawn and changes with every scroll; there is nothing to memoise.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 10,
  });
  const at = lines.findIndex(({ key }) => key === activeKey);
  const choose = (line: TreeLine): void => {
    setActiveKey(line.key);
    if (line.key === unknownKey) onTurn(line.key);
    else session.select(line.key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[at];
    const step = treeStep(event.key, lines, at);
    if (step !== undefined && 'goTo' in step) {
      setActiveKey(lines[step.goTo]?.key);
      virtual.scrollToIndex(step.goTo);
    } else if (step !== undefined) onTurn(step.turn);
    else if ((event.key === 'Enter' || event.key === ' ') && line !== undefined) choose(line);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="k-chain"
      ref={scroller}
      role="tree"
      tabIndex={0}
      aria-label="Who brought whom"
      aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      onKeyDown={onKeyDown}
    >
      <div className="k-grid-body" role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <Line
              key={line.key}
              id={`${id}-${index}`}
              line={line}
              top={start}
              isHere={index === at}
              isSelected={line.key === selected}
              onChoose={() => choose(line)}
              onTurn={() => {
                setActiveKey(line.key);
                onTurn(line.key);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

interface LineProps {
  readonly id: string;
  readonly line: TreeLine;
  readonly top: number;
  readonly isHere: boolean;
  readonly isSelected: boolean;
  readonly onChoose: () => void;
  readonly onTurn: () => void;
}

function Line({ id, line, top, isHere, isSelected, onChoose, onTurn }: LineProps): ReactNode {
  const { key, name, level, count, isOnlyBetween, isOpen, place, of } = line;
  const isUnknown = key === unknownKey;
  return (
    <div
      id={id}
      className="k-chain-row"
      role="treeitem"
      aria-level={level}
      aria-setsize={of}
      aria-posinset={place}
      aria-expanded={isOpen}
      aria-selected={isSelected}
      data-here={isHere}
      data-light={isUnknown ? undefined : light.person(key)}
      style={{ transform: `translateY(${top}px)`, paddingLeft: `${(level - 1) * indent}rem` }}
      onClick={onChoose}
    >
      {isOpen === undefined ? (
        <span className="k-chain-leaf" />
      ) : (
        <span
          className="k-chain-fold"
          data-open={isOpen}
          onClick={(event) => {
            event.stopPropagation();
            onTurn();
          }}
        />
      )}
      {isUnknown ? null : <ContactMark contact={key} box={26} />}
      <span className={isOnlyBetween || isUnknown ? 'k-chain-name k-quiet' : 'k-chain-name'}>{name}</span>
      {count === 0 ? null : (
        <span className="k-number k-quietest k-small">
          {' '}
          {isUnknown ? count.toLocaleString('en') : `${count.toLocaleString('en')} below`}
        </span>
      )}
    </div>
  );
}
