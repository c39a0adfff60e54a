/**
 * Short and other forms of given names that are used for one person, in the languages in which address books are most
 * often kept; the first of a line is the one that the others stand for. A form may stand in several lines.
 */
const lines = `
abigail abby gail
adalbert albert bert al
aleksandr alexander alex sasha sascha sander xander sandy alec alejandro alessandro alexandre aleks lex iskander alexandros
aleksandra alexandra alex sasha sandra sandy alejandra alessandra ola lexi
alexei aleksei aleksey alexey alyosha lyosha
alfred alf fred alfie alfredo fredo
amelia amy mia millie
anastasia nastya stacy asya
andreas andrew andy drew andrei andrey andre andres andrea anders andrzej ondrej
anna ann anne annie anja anya ana anita hannah annika asia ania anka
anthony anton antonio tony toni antoine antoni toño toon
arthur art artie artur arturo
barbara barb barbie babs bärbel basia
benjamin ben benny benji benno
bernhard bernard bernd bernie bernardo
beatrice beatrix bea trixie beatriz
bronislaw bronek
carl karl charles charlie chuck carlos carlo karel carlito charly
caroline carolina carolyn carrie karoline karolina caro lina
catherine katherine kathryn katharina katrin kathrin kate kathy katie kat cathy kitty katya katia ekaterina yekaterina catarina caterina catalina karin kasia katarzyna kaja käthe
charlotte lotte lottie charlie carlota
christian chris kristian cristian christiaan
christina christine chris chrissy tina kristina kristin kirsten cristina kerstin stina
christopher chris christoph kit topher christophe cristobal kris krzysztof krzysiek
clara klara claire chiara
claudia klaudia
claus klaus nikolaus nicholas nick nicky nicolas nico niko nikolai nikolay nicola kolya mikolaj
cornelius cor kees niels
cynthia cindy
daniel dan danny daniele dani danilo danek
david dave davey dawid davide
deborah deb debbie debra
diana di diane
dietrich dieter dirk
dimitri dmitri dmitry dmitriy dima mitya dimitrios dimitris mitja
dominic dominik nick dom domenico domingo
dorothea dorothy dot dottie thea dora dorothee
edward ed eddie ted teddy ned eduard eduardo edoardo edu
eleanor ellie nell nora eleonora eleonore lenore elinor
elena helena helen helene lena ellen nell ilona jelena yelena alena lenka
elisabeth elizabeth liz lizzie beth betty eliza lisa liese liesel bettina elise isabel isabella isabelle isabel bella sisi elżbieta ela ilse libby betsy
emanuel emmanuel manuel manny manu manolo
emily emilia emilie em milly millie emmy
ernest ernst ernie ernesto
eugene gene eugen eugenio yevgeny evgeny evgeni zhenya evgenii
evelyn eve evie eva
ferdinand ferdi fernando nando hernando
florence flo florentine
frances francis fran frankie francesca franziska franzi sissy fanny franciszka francisca paca
francis frank francisco paco franz franco francesco pancho curro francois frans ferenc franek franciszek
frederick friedrich fred freddy fritz fredrik frederic federico fryderyk rick
gabriel gabe gabi gabriele
gabriella gabriela gabriele gabi gabby gaby
georg george jorge giorgio jörg juergen jürgen georges yuri jurij juri joris jerzy jurek goran georgios iurii yuriy gyorgy
gerald gerry jerry gerhard gerd gert gerardo
gertrud gertrude trudy gerti
giovanni gianni john jack johnny johann johannes hans hannes juan jean jan ian ivan vanya sean ioannis yannis jannis johan joão joao evan jens hansi yiannis giannis iwan
giuseppe josef joseph joe joey jose josé pepe sepp beppe jozef józef pepito iosif yusuf jef zé ze
giulia julia julie jules juliet juliane julka
grace gracie graziella
gregory greg gregor grigori grigory grisha gregorio
guillermo wilhelm william will bill billy willy willi liam guillaume guglielmo memo wim willem vilhelm helmut
günther gunter guenther
harold harry hal harald
heinrich henry heinz heiner hank harry henri enrique enrico hendrik henrik henryk rik quique kike
hubert bert hubertus huub
ignacio nacho ignatius ignaz ignasi
ilya elias elijah eli ilja
irina ira irene irena
jacqueline jackie
jacob jakob james jim jimmy jamie jake jacques jacopo giacomo diego santiago jaime iago jaap kuba jakub yakov jacek
jennifer jen jenny jenna
jeremy jerry jeremias
jessica jess jessie
joanna johanna joan jo hanna joana giovanna juana asia jana janina joasia
jonathan jon jonny nathan
joachim achim jochen joaquin jochim quim
judith judy judit
katinka kati
kenneth ken kenny
konrad conrad curt kurt conny
konstantin constantine kostya costa kostas dinos
laura laurie lori lauren
lawrence larry laurence lorenz lorenzo lars laurent lars lasse
leonard len lenny leo leon leonardo leonhard leonid lyonya
leopold leo poldi
louis lewis lou luis luigi ludwig lutz lui lodewijk
louise luisa luise lou lulu
lucas luke luca lukas luka lukasz łukasz
lucia lucy lucie lucía luzia
ludmila lyudmila lyuda mila
magdalena magda lena maddie madeleine leni malena magdalene
marcus mark marc marco marcos markus marek marko
margaret margarethe maggie meg peggy greta grete gretel rita margarita margherita marguerite margot małgorzata gosia gretchen
maria mary marie mia molly polly maja mariya masha mariella marion maryam miriam mitzi marijke mariam mascha manya
martha marta patty
martin marty martijn marten marcin martino
matthew matt matthias mattias mateo matteo mathieu matteus mats mathis mateusz hias matze
maximilian max maxim maksim maxi massimo maxime
melanie mel melly
michael mike mick micky mickey mikhail mikhael misha miguel michel michele michal michał mihail mikael micha mischa mikko mihai
monica monika moni monique
nadezhda nadia nadya nadja
natalia natalie natasha nat natascha natalya talia
nathaniel nathan nate
olga olya
olivia liv livvy
oliver ollie olli olivier
oswald ossi
otto udo
pamela pam
patricia pat patty trish tricia patrizia
patrick pat paddy patricio
paul pavel paolo pablo pawel paweł pasha pol pauli
pauline paula paulina polly
peter pete pietro pedro pierre piotr pyotr petr piet pieter perico petros per petya
philip phil philipp filippo felipe philippe filip pip lippe
rachel rachael rae raquel
raymond ray raimund ramon moncho
rebecca becky becca rebekka
richard rich rick dick ricky riccardo ricardo rico ryszard
robert rob bob bobby robbie bert roberto robin rupert ruprecht
roger rüdiger rudiger ruggero
roland orlando
ronald ron ronny reinhold reynaldo
rosa rose rosie rosemary
rudolf rudi rudy rolf rudolph rodolfo
salvador chava salva salvatore toto
samuel sam sammy sami
sarah sara sally sadie
sebastian seb bastian basti bas bastien sebastien seba
sergei sergey sergio seryozha serge sergii
siegfried siggi sigi
simon simone sim szymon
sofia sophia sophie sonja sonia zofia sofie sofya
stanislaw stan stanislav stas staszek
stefan stephan stephen steven steve stephane esteban stefano etienne istvan stepan szczepan
stephanie steph steffi stefanie stefania
susan sue susie suzanne susanna susanne susi sanna zuzanna zuzana susana
svetlana sveta lana
tatiana tanya tania tanja tatjana
theodor theodore ted teddy theo fyodor fjodor fedor teodoro tadeusz tedi
theresa teresa tess terry tessa resi therese tereza
thomas tom tommy tomas tommaso tomasz maas tomek
timothy tim timmy timotheus timo
tobias toby tobi
ulrich uli ueli ulli
ulrike ulli uli rike
ursula uschi ursel ulla
valentin val valentino
veronica vera veronika roni vroni ronnie
victor vic viktor vittorio
victoria vicky tori viktoria vittoria
vincent vince vinny vincenzo vicente vinzenz chente
vladimir volodya vova vlad wladimir volodymyr
walter walt wally wouter valter
wolfgang wolf wolfi
xavier javier javi xaver saverio
yusuf youssef yousef jusuf
zachary zach zack
mohammed muhammad mohamed mohammad mehmet muhammed mohamad mo
ahmed ahmad ahmet
ali aly
hussein husain hossein husayn
fatima fatma fatimah
abdullah abdallah
ayse aisha aicha ayesha
`;

/** By a form, the lines in which it stands. */
export type Nicknames = ReadonlyMap<string, readonly number[]>;

/** @param spelled how forms are compared, so that "josé" is found as "jose". */
export function readNicknames(spelled: (name: string) => string): {
  readonly forms: Nicknames;
  /** The name that each line stands for. */
  readonly heads: readonly string[];
} {
  const forms = new Map<string, number[]>();
  const heads: string[] = [];
  for (const line of lines.trim().split('\n')) {
    const at = heads.length;
    const names = line.split(' ').map(spelled);
    heads.push(names[0] ?? '');
    for (const name of new Set(names)) {
      const standing = forms.get(name);
      if (standing === undefined) forms.set(name, [at]);
      else standing.push(at);
    }
  }
  return { forms, heads };
}
