/** The dialogs for what has a date: they open from Today, from people, from the inspector and from the palette. */
import type { ReactNode } from 'react';
import { useDialog, useEntity, useSession } from '../network/hooks';
import { GroupDialog } from './group-dialog';
import { ReplyDialog } from './reply-dialog';
import { StayDialog } from './stay-dialog';
import { TripDialog } from './trip-dialog';

export function ReminderDialogs(): ReactNode {
  const { dialogs } = useSession();
  const newGroup = useDialog('new-group');
  const newTrip = useDialog('new-trip');
  const [guest] = useDialog('new-stay')?.contacts ?? [];
  const reply = useDialog('owe-reply');
  const group = useEntity('groupReminders', useDialog('edit-group')?.contacts[0]);
  const trip = useEntity('trips', useDialog('edit-trip')?.contacts[0]);
  const stay = useEntity('stays', useDialog('edit-stay')?.contacts[0]);
  const close = (): void => dialogs.close();
  return (
    <>
      {newGroup === undefined ? null : <GroupDialog people={newGroup.contacts} onClose={close} />}
      {group === undefined ? null : (
        <GroupDialog key={group.id} group={group} people={group.contacts} onClose={close} />
      )}
      {newTrip === undefined ? null : <TripDialog onClose={close} />}
      {trip === undefined ? null : <TripDialog key={trip.id} trip={trip} onClose={close} />}
      {guest === undefined ? null : <StayDialog contact={guest} onClose={close} />}
      {stay === undefined ? null : (
        <StayDialog key={stay.id} stay={stay} contact={stay.contact} onClose={close} />
      )}
      {reply === undefined ? null : <ReplyDialog people={reply.contacts} onClose={close} />}
    </>
  );
}
