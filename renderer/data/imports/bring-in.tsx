import type { ReactNode } from 'react';
import { ActionButton } from '../../app/parts/button';
import { Section } from '../../app/parts/section';

/** What files can be brought in, and how. */
export function BringIn(): ReactNode {
  return (
    <Section
      title="Bring people in"
      text="Drop files anywhere in this window, or choose them. You see what would happen first, and can take all of it back later."
      tools={
        <>
          <ActionButton id="data.import" look="filled" />
          <ActionButton id="data.import-folder" />
        </>
      }
    >
      <dl className="k-formats">
        <div>
          <dt>LinkedIn</dt>
          <dd>
            The archive (.zip) from Settings, Data privacy, Get a copy of your data, or its Connections.csv,
            messages.csv and Invitations.csv
          </dd>
        </div>
        <div>
          <dt>Phones and address books</dt>
          <dd>
            vCards (.vcf) and tables (.csv) from Google, Apple, Outlook, Thunderbird and others; people
            related to each other there become ties
          </dd>
        </div>
        <div>
          <dt>Tables of your own</dt>
          <dd>Any .csv or .tsv: you say what its columns hold, and it is remembered</dd>
        </div>
        <div>
          <dt>Mail</dt>
          <dd>
            Mailboxes and single mails (.mbox, .eml), also Gmail’s from Google Takeout: who wrote to whom
          </dd>
        </div>
        <div>
          <dt>Calendars</dt>
          <dd>iCalendar (.ics) from Google, Apple, Outlook and others: who met whom, and when</dd>
        </div>
        <div>
          <dt>Monica</dt>
          <dd>Its export as JSON: people with all that was noted of them, what happened, who knows whom</dd>
        </div>
        <div>
          <dt>Who knows whom</dt>
          <dd>
            Lists of pairs (.csv, .tsv, .txt), and networks as GraphML, GEXF (Gephi), Pajek (.net, .paj) or
            Cytoscape (.cyjs): these bring the ties
          </dd>
        </div>
      </dl>
    </Section>
  );
}
