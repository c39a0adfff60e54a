/** The made-up world of the sample: nine groups, where they are, what their people do, and what they are called. */

export interface GroupPlan {
  readonly key: string;
  readonly people: number;
  readonly place: string;
  /** Organisations that most of the group share, with the usual titles there. */
  readonly organisation?: string;
  readonly titles: readonly string[];
  readonly industry: string;
  readonly tag: string;
  readonly interests: readonly string[];
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly familyFirst?: boolean;
  readonly circle: readonly ('inner' | 'close' | 'wider' | 'acquaintance')[];
  /** Mean days between contacts with somebody of the group. */
  readonly rhythm: number;
}

const words = (text: string): string[] => text.trim().split(/\s*,\s*/);

export const groups: readonly GroupPlan[] = [
  {
    key: 'harbour',
    people: 34,
    place: 'Bergen',
    organisation: 'Halvdan Harbour Works',
    titles: words('Project lead, Naval architect, Buyer, Data engineer, Safety officer, Controller'),
    industry: 'Shipping',
    tag: 'harbour works',
    interests: words('sailing, cold swimming, maps, woodwork'),
    given: words(
      'Ingrid, Sindre, Maren, Torstein, Solveig, Eirik, Ragnhild, Håkon, Åse, Øyvind, Liv, Kjersti, Amund, Gro, Terje, Wenche, Vegard, Synnøve, Odd, Tuva',
    ),
    family: words(
      'Brekke, Lunde, Myhre, Solheim, Tveit, Haugland, Eide, Nygård, Fossum, Vik, Stokke, Røed, Aasen, Dahle, Skaar, Bjørnstad',
    ),
    circle: ['wider', 'wider', 'close', 'acquaintance'],
    rhythm: 60,
  },
  {
    key: 'coimbra',
    people: 30,
    place: 'Coimbra',
    titles: words('Teacher, Translator, Architect, Civil servant, Radio editor, Bookseller'),
    industry: 'Education',
    tag: 'class of 2006',
    interests: words('fado, history, football, cooking'),
    given: words(
      'Inês, Duarte, Filipa, Rui, Matilde, Gonçalo, Leonor, Tomás, Benedita, Afonso, Catarina, Nuno, Beatriz, Vasco, Joana, Henrique, Mafalda, Simão',
    ),
    family: words(
      'Abrantes, Cordeiro, Falcão, Guedes, Lacerda, Mourão, Nóbrega, Pacheco, Quintela, Rebelo, Saldanha, Teles, Valadares, Seixas',
    ),
    circle: ['wider', 'acquaintance', 'wider', 'inner'],
    rhythm: 75,
  },
  {
    key: 'basel',
    people: 28,
    place: 'Basel',
    organisation: 'Rheinquell Analytics',
    titles: words('Chemist, Laboratory lead, Statistician, Quality manager, Patent analyst'),
    industry: 'Pharmaceuticals',
    tag: 'rheinquell',
    interests: words('hiking, chess, baking, statistics'),
    given: words(
      'Reto, Annegret, Urs, Mirjam, Beat, Salome, Jürg, Regula, Lorenz, Flurina, Köbi, Verena, Zoltán, Ágnes, Emeka, Parvati, Sélène, Ursina',
    ),
    family: words(
      'Ammacher, Buol, Caflisch, Dürig, Egloff, Frölich, Gantenbein, Hürzeler, Iseli, Jäggi, Kuster, Lüscher, Nagy, Okafor, Raman',
    ),
    circle: ['close', 'wider', 'wider', 'acquaintance'],
    rhythm: 45,
  },
  {
    key: 'kobe',
    people: 26,
    place: 'Kobe',
    organisation: 'Minato Robotics Lab',
    titles: words('Researcher, Control engineer, Doctoral student, Lab manager, Sensor designer'),
    industry: 'Robotics',
    tag: 'kobe lab',
    interests: words('ceramics, trains, go, climbing'),
    given: words('陽菜, 蓮, 美咲, 健太, 結衣, 翔, 葵, 大輔, 直子, 拓海, 遥, 誠, 千尋, 亮'),
    family: words('佐久間, 三宅, 早川, 西園, 小野寺, 桐山, 白石, 長谷, 真鍋, 若林, 柏木, 水野'),
    familyFirst: true,
    circle: ['wider', 'acquaintance', 'wider'],
    rhythm: 24,
  },
  {
    key: 'accra',
    people: 27,
    place: 'Accra',
    organisation: 'Adinkra Open Workshop',
    titles: words('Maker, Programme lead, Electronics teacher, Grant writer, Product designer'),
    industry: 'Design',
    tag: 'open workshop',
    interests: words('electronics, highlife, gardening, open source'),
    given: words(
      'Akosua, Kwabena, Esi, Yaw, Adwoa, Kofi, Abena, Fiifi, Efua, Selorm, Dzifa, Nii, Naa, Kweku, Ama, Elikem, Mawuli, Araba',
    ),
    family: words(
      'Addae, Boakye, Darkwah, Essien, Fynn, Gyamfi, Hammond, Kpodo, Larbi, Mensima, Nyarko, Opare, Quaye, Tetteh, Wiredu',
    ),
    circle: ['wider', 'close', 'acquaintance'],
    rhythm: 50,
  },
  {
    key: 'lyon',
    people: 24,
    place: 'Lyon',
    titles: words('Baker, Nurse trainer, Cellist, Carpenter, Tax adviser, Shopkeeper, Gardener'),
    industry: 'Crafts',
    tag: 'neighbours',
    interests: words('gardening, cooking, choir, cycling'),
    given: words(
      'Solène, Mathis, Aurore, Bastien, Capucine, Émilien, Faustine, Gaspard, Hélène, Isaure, Loïc, Maëlle, Noé, Océane, Yanis, Samira, Karim',
    ),
    family: words(
      'Arnoux, Bessonnet, Chavanne, Delorme, Estève, Gaillot, Hubin, Jourdan, Lavergne, Meunier, Poncet, Rostand, Benali, Haddad',
    ),
    circle: ['inner', 'close', 'wider', 'close'],
    rhythm: 32,
  },
  {
    key: 'chennai',
    people: 25,
    place: 'Chennai',
    organisation: 'Kaveri Energy',
    titles: words('Grid planner, Solar engineer, Finance manager, Field lead, Policy analyst'),
    industry: 'Energy',
    tag: 'kaveri',
    interests: words('cycling, cricket, carnatic music, maps'),
    given: words(
      'Meenakshi, Karthik, Revathi, Senthil, Anjali, Prakash, Kavitha, Murugan, Lakshmi, Dinesh, Nithya, Gopal, Vasantha, Arun, Deepika, Hari, Yasmin',
    ),
    family: words(
      'Annamalai, Chidambaram, Elango, Ganesan, Iyengar, Jayaraman, Kannan, Murthy, Natarajan, Palaniappan, Sundaram, Thangaraj, Farook',
    ),
    circle: ['wider', 'acquaintance', 'close'],
    rhythm: 55,
  },
  {
    key: 'film',
    people: 22,
    place: 'Reykjavík',
    organisation: 'Norðurljós Pictures',
    titles: words('Producer, Editor, Sound engineer, Camera assistant, Screenwriter, Colourist'),
    industry: 'Media',
    tag: 'film crew',
    interests: words('film, woodwork, cold swimming, knitting'),
    given: words(
      'Sigríður, Björn, Þóra, Gunnar, Ásta, Hrafn, Guðrún, Kári, Freyja, Óðinn, Salka, Ýmir, Elín, Dagur, Bryndís',
    ),
    family: words(
      'Jónsdóttir, Ketilsson, Hallsdóttir, Ívarsson, Egilsdóttir, Steinsson, Orradóttir, Helgason, Bragadóttir, Ármannsson',
    ),
    circle: ['wider', 'acquaintance', 'wider'],
    rhythm: 80,
  },
  {
    key: 'choir',
    people: 24,
    place: 'Montréal',
    organisation: 'Chœur du Canal',
    titles: words('Librarian, Software developer, Actuary, Speech therapist, Urban planner, Journalist'),
    industry: 'Software',
    tag: 'choir',
    interests: words('choir, history, baking, chess'),
    given: words(
      'Maude, Étienne, Geneviève, Olivier, Xavier, Noémie, Félix, Camille, Zhen, Omar, Daniela, Iskra, Pavel, Ruth, Nadia, Thierry, Wei, Amira',
    ),
    family: words(
      'Bouchard, Desrosiers, Gagnon, Lachance, Paradis, Thériault, Vaillancourt, Nguyen, Petrova, Rahmani, Castillo, Lévesque, Zhou, Cohen',
    ),
    circle: ['close', 'wider', 'acquaintance'],
    rhythm: 40,
  },
];

/** Two people who hold groups together: whom they know elsewhere. */
export const connectorPlans = [
  {
    group: 'harbour',
    name: 'Signe Aurland',
    given: 'Signe',
    family: 'Aurland',
    reaches: ['coimbra', 'basel', 'kobe', 'film'],
  },
  {
    group: 'accra',
    name: 'Yaa Asantewaa Ofori',
    given: 'Yaa Asantewaa',
    family: 'Ofori',
    reaches: ['chennai', 'lyon', 'choir', 'basel'],
  },
] as const;

/** Nobody in the sample works in it, and the owner would like some. */
export const missingIndustry = 'Law';
/** Who could lead there: one worked in it once, one beside it, one cares about it. */
export const leadPlans: readonly {
  readonly group: string;
  readonly nth: number;
  readonly interest?: string;
  readonly job?: {
    readonly organisation: string;
    readonly title: string;
    readonly from: string;
    readonly to: string;
  };
}[] = [
  {
    group: 'lyon',
    nth: 4,
    job: { organisation: 'Office of notaries Rostand', title: 'Law clerk', from: '2009', to: '2016' },
  },
  {
    group: 'accra',
    nth: 6,
    job: { organisation: 'Legon Law Centre', title: 'Interpreter', from: '2014', to: '2021' },
  },
  { group: 'harbour', nth: 9, interest: 'maritime law' },
];
/** Nobody of this group has been spoken to for most of a year. */
export const neglectedGroup = 'kobe';

export const summaries: readonly string[] = [
  'Talked about the move and the new flat.',
  'Lunch near the station; wants to start something of their own.',
  'Caught up after the holidays.',
  'Asked for advice on a job offer.',
  'Long walk; spoke about books and the children.',
  'Sent photographs from the trip.',
  'Compared notes on hiring.',
  'Helped me with a form.',
  'Planned a visit in summer.',
  'Spoke about the concert and who might come.',
  'Told me about the new project.',
  'Short hello; all well.',
];

export const promises: readonly string[] = [
  'send the slides',
  'look over the draft',
  'pass on the recipe',
  'introduce them to the workshop',
  'return the book',
  'send the address of the carpenter',
  'call about the summer house',
  'read the proposal',
];

export const helps: readonly string[] = [
  'grant writing',
  'finding a flat',
  'data pipelines',
  'boat repair',
  'translation into Portuguese',
  'patents',
  'solar planning',
  'sound editing',
  'tax questions',
  'school choice',
];
