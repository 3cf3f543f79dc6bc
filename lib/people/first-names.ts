/** First names common in France, without accents: evidence that two capital words are somebody. */
const COMMON = `
abdel achille adam adele adeline adrien agathe agnes ahmed aicha aime alain alban albane albert alex alexandra alexandre
alexis alfred ali alice alicia aline alix alphonse amandine ambre amelie amina amine anais anatole andre andrea andree
angele angelique anissa anita ann anna annabelle anne annette annick annie anouk antoine antoinette antonin apolline
ariane arlette armand armelle arnaud arthur arthus astrid aude audrey auguste augustin aurelie aurelien aurore axel axelle
aya baptiste barbara barnabe bastien basile beatrice benedicte benjamin benoit berenger berenice bernadette bernard berthe
bertrand blaise blanche boris brahim brice brigitte bruno camille capucine carine carl carla carole caroline catherine
cecile cedric celestin celia celine chantal charles charlie charline charlotte chloe christelle christian christiane
christine christophe claire clara claude claudette claudie claudine clea clemence clement clementine clotilde clovis colette
coline colombe come constance constant coralie corentin corinne cyprien cyril cyrille damien daniel daniele danielle daphne
david deborah delphine denis denise diane didier dimitri djamel dominique donatien dora doriane dorothee edgar edith
edmond edouard edwige elena eleonore elias eliane elie eliette elina eline elisa elisabeth elise ella elodie eloise elsa elvire
emeline emeric emile emilie emilien emma emmanuel emmanuelle enzo eric erika ernest estelle esteban esther ethan etienne
eugene eugenie eva evan eve evelyne fabien fabienne fabrice fadila fanny farid fatima fatou faustine felicie felix ferdinand
fernand fiona firmin flavie flora florence florent florian florie france francine francis franck francois francoise frank
frederic frederique gabin gabriel gabrielle gael gaelle gaetan garance gaspard gaston gauthier gautier genevieve geoffrey
geoffroy georges georgette gerald geraldine gerard germain germaine gerome ghislain ghislaine gilbert gilberte gildas gilles
gisele gregoire gregory guenole guilhem guillaume gustave guy gwenael gwenaelle gwendoline habib hadrien hakim hamid hannah
harold hassan hector helene heloise henri henriette herve hippolyte honore honorine hortense hubert hugo hugues huguette
ibrahim idriss igor ilan imane ines ingrid irene iris irma isaac isabelle isaline ismael ivan jacky jacqueline jacques jade
jamel jamila jane janine jasmine jean jeanne jeannine jennifer jeremie jeremy jerome jessica jihane joan joachim jocelyn
jocelyne joel joelle joeven johan johanna jonathan jordan jordane jose joseph josephine josette josiane josselin joyce
juan judith jules julia julian juliane julie julien juliette justin justine kamel karim karima karine karl katia kelly kevin
khadija khaled khalid killian kim lara larbi laura laure laurence laurent laurie lazare lea leandre leila lena leo leon leonard
leonce leonie leonore leopold leslie lila lilas liliane lilian lily lina lionel lisa lise loic lola lorenzo lou louane louis
louise louison lubin luc luca lucas lucette lucie lucien lucienne lucile ludivine ludovic lydia lydie lyna mae maelle maeva
magali mahaut malik malika malo manon manuel marc marceau marcel marcelle marcelline margaux margot marguerite maria marian
marianne marie marielle marin marina marine mario marion marius marjorie marlene marthe martial martin martine maryline
maryse maryvonne mateo mathias mathieu mathilde mathis matteo matthias matthieu maud maurice max maxence maxime maximilien
maya mehdi melaine melanie melina melissa melodie merlin michael michel michele micheline mickael mila mireille modeste
mohamed mohammed moise mona monique morgan morgane moussa mourad muriel mustapha myriam nabil nadege nadia nadine nais nael
nanette naomi narcisse nassim natacha natalia natalie nathalie nathan nelly nestor nicolas nicole nina ninon noa noah noe
noel noelie noelle noemie nolwenn nora norbert norman octave octavie odette odile odilon olga olivia olivier olympe oriane
orlane oscar otto ousmane pablo pascal pascale pascaline patrice patricia patrick paul paule paulette paulin pauline perrette
perrine peter petra philibert philippe philomene pierre pierrette pierrick priscilla prosper prudence quentin rachel rachid
rachida rafael raoul raphael raphaelle raymond raymonde rebecca regine regis reine remi remy rene renaud renee reynald richard
rita robert robin roch roger roland rolande romain romane romaric romuald romy rosalie rose roselyne roxane ruben ruth sabine
sabrina sacha said salim salome salima sam samia samir samira samuel sandra sandrine sara sarah sebastien segolene selim selma
serge severin severine sibylle sidonie sigrid simeon simon simone sixtine slimane sofia soizic solal solange solene solenne
soline sonia sophia sophie soraya stanislas stephane stephanie steve steven suzanne suzette suzie sybille sylvain sylvaine
sylvestre sylvette sylvia sylviane sylvie tanguy tania tanya tatiana telma teo teresa tessa theo theodore theophile therese
thibault thibaut thierry thomas tim timothe timothee tiphaine titouan tobias toni toussaint tristan ugo ulysse urbain ursule
valentin valentine valerie valery vanessa vera verane veronique victoire victor victoria vincent violaine violette virgile
virginie viviane vladimir wanda warren wassim wilfrid wilfried william willy xavier yael yan yanis yann yannick yannis yasmina
yasmine yassine yoann yohan yolande youcef youssef yves yvan yvette yvon yvonne alexia alexandrine allan alfredo ana angela anthony anton antonia antonio beatriz bob brad carlos charly chris cindy claudia cristina dave davide diana diego dylan edith elisabetta elliot emily emilio enrico eva federico felipe fernando francesca francesco frida giovanni giulia giuseppe greg hans harry helena henry herman ines jack james jan jason jeff jeremi jerry jim joe john johnny jorge josh juan kate kathleen kenneth larry lars laszlo lorena luigi luis luisa maeline manuela marco marta mary massimo matt mark mike minter nancy nick oliver ornella pablo paola paolo pedro peter philip rafaele ralph ricardo roberto rodrigo roberta ron rosa sally santiago sean sergio silvia stefan stefano stephen susan sven ted tom tony ursula viktor walter wolfgang yvonne zacharie zelie zoe zohra`

const NAMES: ReadonlySet<string> = new Set(COMMON.trim().split(/\s+/))

const bare = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** True when the first word of a name is a first name, alone or in a compound ("Marie-Ève"). */
export function opensWithFirstName(name: string): boolean {
  const [first = ''] = name.split(' ')
  return bare(first)
    .split(/[-.]/)
    .some((part) => NAMES.has(part))
}
