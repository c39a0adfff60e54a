/** A part of a long screen: its name, a sentence, what can be done, and the rest below. */
import { type ReactNode, useId } from 'react';
import './section.css';

interface SectionProps {
  readonly title: string;
  readonly text?: ReactNode;
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

export function Section({ title, text, tools, children }: SectionProps): ReactNode {
  const id = useId();
  return (
    <section className="k-section" aria-labelledby={id}>
      <div className="k-section-head">
        <div className="k-section-words">
          <h2 className="k-heading-name" id={id}>
            {title}
          </h2>
          {text === undefined ? null : <p className="k-quiet">{text}</p>}
        </div>
        {tools === undefined ? null : <div className="k-section-tools">{tools}</div>}
      </div>
      {children}
    </section>
  );
}
