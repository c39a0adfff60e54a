/** What the columns of tables of people are called, in the languages of those who export them. */

export const commonColumns = [
  'given',
  'family',
  'url',
  'email',
  'company',
  'position',
  'connectedOn',
] as const;
export type CommonColumn = (typeof commonColumns)[number];

/** Headers, folded: English, German, French, Spanish, Portuguese, Italian, Dutch and some more. */
export const columnWords: Readonly<Record<CommonColumn, RegExp>> = {
  given:
    /^(first name|given name|vorname|prenom|nombre|nombres|nome|primeiro nome|nome proprio|voornaam|fornavn|fornamn|etunimi|imie|jmeno|prenume|ad|nama depan|имя|名|이름)$/,
  family:
    /^(last name|family name|surname|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|apelido|ultimo nome|cognome|achternaam|etternavn|efternavn|efternamn|sukunimi|nazwisko|prijmeni|nume|nume de familie|soyad|soyadi|nama belakang|фамилия|姓|성)$/,
  url: /^(url|profile url|profil-url|profile|linkedin url|url du profil|url del perfil|url do perfil|url del profilo|profiel-url)$/,
  email:
    /^(e-?mail|e-?mail address|e-?mail-?adresse|adresse e-?mail|courriel|correo|correo electronico|direccion de (correo electronico|e-?mail|correo)|e-?mail-?adres|endereco de e-?mail|indirizzo e-?mail|e-?mailadres|e-?postadress|e-?postadresse|adres e-?mail|электронная почта|电子邮件|メールアドレス)$/,
  company:
    /^(company|organisation|organization|unternehmen|firma|entreprise|societe|empresa|azienda|societa|bedrijf|virksomhed|foretag|yritys|spolka|компания|公司|会社)$/,
  position:
    /^(position|title|job title|stelle|jobtitel|poste|fonction|intitule du poste|cargo|puesto|posicion|posizione|qualifica|ruolo|functie|positie|stilling|befattning|stanowisko|должность|职位|役職)$/,
  connectedOn:
    /^(connected( on)?|connection date|verbunden (am|seit)|vernetzt (am|seit)|kontakt seit|datum der vernetzung|connecte(\(?e?\)?)? (le|depuis)|date de connexion|en relation depuis|relation depuis|fecha de (la )?conexion|conectado( el| en)?|data d[ae] conexao|conectado em|conexao em|data di (collegamento|connessione)|collegat[oa]( il| dal)?|conness[oa] il|verbonden (op|sinds)|connectie (op|sinds)|datum connectie|ansluten den|forbundet( den)?|дата установления контакта)$/,
};

/** A header without marks, in lower case, its blanks alike. */
export function foldedHeader(cell: string): string {
  return cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}
