/** A list at the side of Today under its head; j and k step through its entries. */
import { type ReactNode, useId } from 'react';
import { useStepping } from '../insights/gaps/use-stepping';

export function OwedSection({ title, children }: { title: string; children: ReactNode }): ReactNode {
  const id = useId();
  const { onKeyDown } = useStepping();
  return (
    <section className="k-today-section" aria-labelledby={id}>
      <h2 className="k-heading" id={id}>
        {title}
      </h2>
      <ul onKeyDown={onKeyDown}>{children}</ul>
    </section>
  );
}

/** One entry: what it is, a quiet line below, a day at the right, and what can be done. */
export function OwedLine({
  name,
  detail,
  aside,
  late = false,
  children,
}: {
  readonly name: ReactNode;
  readonly detail: ReactNode;
  readonly aside?: { readonly text: string; readonly title?: string };
  readonly late?: boolean;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <li className="k-today-line" data-step tabIndex={-1}>
      <div className="k-today-line-head">
        <span>{name}</span>
        {aside === undefined ? null : (
          <span className="k-small k-number" data-late={late} title={aside.title}>
            {aside.text}
          </span>
        )}
      </div>
      <div className="k-small k-quietest">{detail}</div>
      {children === undefined ? null : <div className="k-today-line-acts">{children}</div>}
    </li>
  );
}
