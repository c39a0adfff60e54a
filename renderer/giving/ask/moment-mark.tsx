/** Whether it is a good moment, in words with a sign beside them. */
import { IconCircleCheck, IconCircleDashed, IconClockHour4 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Moment } from '../../../shared/asking/answers';

const icons = { good: IconCircleCheck, after: IconClockHour4, 'not-yet': IconCircleDashed } as const;

export function MomentMark({ moment, headline }: { moment: Moment; headline: string }): ReactNode {
  const Icon = icons[moment];
  return (
    <span className="k-moment" data-moment={moment}>
      <Icon size={16} stroke={1.6} aria-hidden="true" />
      {headline}
    </span>
  );
}
