import type { ArticleInput } from '../articles/save.ts'

/** What readers type, and where the first answer must lead: over the demo magazine. */
export const demoQueries: readonly (readonly [query: string, path: string])[] = [
  // Plural and singular
  ['violons neufs', '/elise-varambon-luthiere/#prix'],
  ['apprenti', '/elise-varambon-luthiere/#apprentis'],
  ['poisson', '/cinq-chantiers-pour-une-riviere/#passe'],
  ['méandre', '/cinq-chantiers-pour-une-riviere/#meandres'],
  ['certificat d’obsolescence', '/une-nuit-au-cafe-reparation/#refus'],
  ['toison', '/retisser-pont-louvise/#laine'],
  ['onduleurs', '/malik-derouet-le-soleil-en-commun/#vous-avez-pourtant-connu-une-panne-memorable'],
  ['traverse pourrie', '/le-viaduc-de-rocherolle-reprend-le-train/#chantier'],
  ['filigranes', '/papier-de-chiffon-mode-demploi/#lexique'],
  ['moineau', '/quatre-idees-recues-sur-les-bles-de-pays/#et-vous'],
  // Forms of a verb
  ['replanter une rivière', '/cinq-chantiers-pour-une-riviere/#ombre'],
  ['affûtent', '/elise-varambon-luthiere/#apprentis'],
  ['fermenter chiffons', '/papier-de-chiffon-mode-demploi/#pourrir'],
  ['presser les feuilles', '/papier-de-chiffon-mode-demploi/#secher'],
  ['souder condensateur radio', '/une-nuit-au-cafe-reparation/#etabli'],
  ['tissons', '/retisser-pont-louvise/#couple'],
  ['creuser une cave', '/solenne-ambazac-affineuse/#part'],
  ['brûler laine', '/retisser-pont-louvise/#laine'],
  // Accents, case, ligatures
  ['luthiere', '/elise-varambon-luthiere/'],
  ['MÉANDRES', '/cinq-chantiers-pour-une-riviere/#meandres'],
  ['epicea gramaille', '/elise-varambon-luthiere/#boisdulieu'],
  ['ecluse', '/la-veillee-des-metiers-sept-minutes-et-une-lanterne/#ecluse'],
  ['securite', '/assises-de-la-reparation-qui-a-le-droit-douvrir/#question-du-public-et-la-securite'],
  ['premiere piece tissee', '/retisser-pont-louvise/#premierepiece'],
  ['hygrometrie', '/elise-varambon-luthiere/#mesure'],
  ['DEFINITION D’UNE PASSE A BASSINS', '/cinq-chantiers-pour-une-riviere/#passe'],
  // Elisions
  ['l’aspirateur', '/une-nuit-au-cafe-reparation/#aspirateur'],
  ["d'ombre", '/cinq-chantiers-pour-une-riviere/#ombre'],
  ["qu'est-ce que l'affinage", '/solenne-ambazac-affineuse/#levage'],
  ["l'art de refuser", '/une-nuit-au-cafe-reparation/#refus'],
  [
    "producteur d'électricité",
    '/malik-derouet-le-soleil-en-commun/#tu-etais-couvreur-qu-est-ce-qui-t-a-pris-de-devenir',
  ],
  ['l’éclusière et l’âne', '/la-veillee-des-metiers-sept-minutes-et-une-lanterne/#ecluse'],
  // One or two typos
  ['vioduc rocherole', '/le-viaduc-de-rocherolle-reprend-le-train/'],
  ['glutten', '/quatre-idees-recues-sur-les-bles-de-pays/#gluten'],
  ['aspirrateur', '/une-nuit-au-cafe-reparation/#aspirateur'],
  ['luthirèe', '/elise-varambon-luthiere/'],
  ['rabbot', '/la-veillee-des-metiers-sept-minutes-et-une-lanterne/#apprentie'],
  ['onduleru', '/malik-derouet-le-soleil-en-commun/#vous-avez-pourtant-connu-une-panne-memorable'],
  ['ragodnin', '/cinq-chantiers-pour-une-riviere/#passe'],
  ['fillygrane', '/papier-de-chiffon-mode-demploi/#lexique'],
  ['carrriers vauccreuse', '/la-veillee-des-metiers-sept-minutes-et-une-lanterne/#carriers'],
  // People and places, names with particles
  ['Élise Varambon', '/elise-varambon-luthiere/'],
  ['malik derouet', '/malik-derouet-le-soleil-en-commun/'],
  ['Ambazac Solenne', '/solenne-ambazac-affineuse/'],
  ['Odile Marsanne', '/le-viaduc-de-rocherolle-reprend-le-train/#depart'],
  ['Clarisse Abrevent', '/la-forge-qui-rallume-ses-feux-le-mardi/#transmission'],
  ['Berthe Caussanel', '/la-veillee-des-metiers-sept-minutes-et-une-lanterne/#ecluse'],
  ['Achard-Viguier', '/le-viaduc-de-rocherolle-reprend-le-train/#viaduc'],
  ['lamblard', '/retisser-pont-louvise/'],
  // Phrases
  ['"papier de verre" apprentis', '/elise-varambon-luthiere/#apprentis'],
  ['« la météo des machines »', '/malik-derouet-le-soleil-en-commun/#et-les-soirs-d-hiver-sans-soleil'],
  ['"passe à bassins"', '/cinq-chantiers-pour-une-riviere/#passe'],
  ['"point Louvise"', '/retisser-pont-louvise/#premierepiece'],
  ['pain -violon prix', '/quatre-idees-recues-sur-les-bles-de-pays/#prix'],
  // Questions
  ['pourquoi la coopérative refuse de grandir ?', '/solenne-ambazac-affineuse/#part'],
  ['d’où vient la laine ?', '/retisser-pont-louvise/#laine'],
  ['combien coûte un violon ?', '/elise-varambon-luthiere/#prix'],
  [
    'à qui appartient l’installation',
    '/malik-derouet-le-soleil-en-commun/#concretement-a-qui-appartient-l-installation',
  ],
  ['est-ce que le lait change avec le climat ?', '/solenne-ambazac-affineuse/#lait'],
  ['quel est le prix du pain de pays ?', '/quatre-idees-recues-sur-les-bles-de-pays/#prix'],
]

const bots = '/compte-rendu-afterwork-squarelab-chatbots-et-intelligence-artificielle/'
const poncier =
  '/anthony-poncier-publicis-consultants-chaque-salarie-de-lentreprise-a-vocation-a-devenir-community-manager/'
const soleillant =
  '/eric-soleillant-fondamenti-chaque-periode-de-crise-est-un-moment-cle-pour-le-renouvellement-des-idees/'
const campaign = '/focus-strategie-digitale-dune-campagne-legislative/'
const advice = '/5-conseils-pour-inspirer-vos-collaborateurs-a-utiliser-les-medias-sociaux-en-entreprise/'

/** The same over the 38 articles of five magazines that moved from WordPress. */
export const movedQueries: readonly (readonly [query: string, path: string])[] = [
  [
    'télétravail retard',
    '/2011/01/le-teletravail-en-france-une-vraie-opportunite-a-saisir/#le-teletravail-tres-en-retard-en-france',
  ],
  [
    'teletravaille interêt stratégique',
    '/2011/01/le-teletravail-en-france-une-vraie-opportunite-a-saisir/#le-teletravail-un-reel-interet-strategique',
  ],
  [
    'propriété intellectuelle',
    '/2011/01/entretien-avec-frederic-bourguet-bamboo-bees-le-droit-linnovation-et-linternet/#le-droit-et-l-immateriel-comment-proteger-la-propriete',
  ],
  [
    'slogan du management de demain',
    '/2011/01/lacher-prise-arreter-de-tout-controler-mot-dordre-pour-le-management-2-0/#un-slogan-pour-le-management-de-demain',
  ],
  [
    'Massimo Fubini',
    '/2011/02/interview-avec-massimo-fubini-pdg-et-fondateur-de-contactlab-email-marketing-leader-en-italie/',
  ],
  [
    'eduPad',
    '/2011/01/interview-avec-jerome-serre-fondateur-dexplolab-incubateur-pour-linnovation-linternet-le-mobile/#gagnez-une-appli-une-offre-pour-vous',
  ],
  [
    'avocat droit social',
    '/2011/02/nicolas-sauvage-avocat-et-expert-dans-le-droit-social-et-droit-au-travail/',
  ],
  ['jeremi lepetit', '/2011/02/entretien-avec-jeremi-lepetit/'],
  ['montrer l’exemple', `${advice}#section-1-montrer-l-exemple`],
  ['règle éthique transparence', `${advice}#n-omettons-pas-les-regles-d-ethique-et-de-transparence`],
  ['community managers évolution du poste', `${poncier}#quelles-ont-ete-les-recentes-evolutions-de-ce-poste`],
  ['créativité et réseau social', `${soleillant}#comment-la-creativite-peut-elle-profiter-de-l-essor-des`],
  [
    'différence entre créativité et innovation',
    `${soleillant}#cela-voudrait-dire-que-creativite-et-innovation-ce-n-est-pas`,
  ],
  ['gamification', '/le-potentiel-social-des-rse-encore-peu-exploite/#benefices-directs-et-gamification'],
  ['hackathons', '/2015/05/29/du-hackathon-a-la-disruption/'],
  ['université d’été du medef', '/2015/09/03/un-tour-a-luniversite-dete-du-medef/'],
  ['quel budget pour un bot ?', `${bots}#question-du-public-quel-budget-pour-un-premier-bot`],
  ['cobotique', `${bots}#conclusion-cobotique`],
  ['comment choisir un prestataire', `${bots}#question-du-public-comment-choisir-le-bon-prestataire`],
  ['messagerie internet', `${bots}#une-evolution-de-fond-de-l-internet-le-retour-de-la`],
  [
    'agilité messages courts',
    `${campaign}#section-2e-enseignement-des-messages-courts-pertinents-avec-une-dose`,
  ],
  ['récurence visibilité', `${campaign}#section-5e-enseignement-jouer-avec-la-recurrence-pour-amplifier`],
  ['charles marginier', '/entretien-charles-marginier-pour-le-pire-et-surtout-pour-le-meilleur/'],
  [
    'facebook dépublie pages',
    '/entretien-charles-marginier-pour-le-pire-et-surtout-pour-le-meilleur/#depublication',
  ],
  ['biniou', '/philippe-metais/#biniou'],
  ['pirate de l’innovation', '/philippe-metais/'],
  ['outils collaboratifs exemple', '/philippe-metais/#peux-tu-nous-donner-un-exemple-d-outil-collaboratif'],
  [
    'métiers du digital',
    '/2014/11/10/les-metiers-du-digital-ne-soyez-pas-le-marteau-pour-lequel-tout-ressemble-a-un-clou/',
  ],
  ['OVH', '/2014/11/24/ovh-what/'],
  ['fréquence e-mailing', '/e-marketing-btob-frequence-denvoi-des-e-mailings/'],
]

/** A published article of one paragraph. */
export function articleInput(title: string, text: string, path = '/a/'): ArticleInput {
  const paragraph = { type: 'paragraph', attrs: { align: null }, content: [{ type: 'text', text }] }
  return {
    type: 'article',
    path,
    slug: path.replaceAll('/', ''),
    kind: null,
    series: [],
    featuredAt: null,
    heldOn: null,
    heldAt: null,
    title,
    legacyTitle: title,
    standfirst: '',
    status: 'published',
    publishedAt: new Date('2026-01-01T00:00:00Z'),
    updatedAt: null,
    sourceModifiedAt: null,
    commentsOpen: false,
    sticky: false,
    seoTitle: null,
    seoDescription: null,
    canonical: null,
    noindex: false,
    coverId: null,
    credits: [],
    tags: [],
    categories: [],
    document: { type: 'doc', content: [paragraph] },
  }
}
