/** The dialogs about introductions: a new one, a step that asks for something, an answer, an edit, a template. */
import type { ReactNode } from 'react';
import { useDialog, useEntity, useSession } from '../network/hooks';
import { AnswerDialog } from './dialogs/answer-dialog';
import { EditDialog } from './dialogs/edit-dialog';
import { StartDialog } from './dialogs/start-dialog';
import { StepDialog } from './dialogs/step-dialog';
import { TemplateDialog } from './dialogs/template-dialog';
import { Introducing } from './introducing';
import './introductions.css';
import { useFocusBack } from './use-focus-back';

export function IntroductionDialogs(): ReactNode {
  const session = useSession();
  const introducing = Introducing.of(session);
  const start = useDialog('introduction-start');
  const step = useDialog('introduction-step');
  const answer = useDialog('introduction-answer');
  const edit = useDialog('introduction-edit');
  const template = useDialog('introduction-template');
  const [id, side] = (answer ?? edit)?.contacts ?? [];
  const [changed] = template?.contacts ?? [];
  const introduction = useEntity('introductions', step === undefined ? id : introducing.asking?.id);
  const standing = useEntity('templates', changed);
  const close = (): void => session.dialogs.close();
  useFocusBack();
  return (
    <>
      {start === undefined ? null : <StartDialog beginning={introducing.beginning} onClose={close} />}
      {step === undefined || introduction === undefined || introducing.asking === undefined ? null : (
        <StepDialog introduction={introduction} asking={introducing.asking} onClose={close} />
      )}
      {answer === undefined || introduction === undefined ? null : (
        <AnswerDialog introduction={introduction} side={side === 'b' ? 'b' : 'a'} onClose={close} />
      )}
      {edit === undefined || introduction === undefined ? null : (
        <EditDialog introduction={introduction} onClose={close} />
      )}
      {template === undefined ? null : (
        <TemplateDialog standing={standing} beginning={introducing.template} onClose={close} />
      )}
    </>
  );
}
