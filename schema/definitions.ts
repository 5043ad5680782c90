/**
 * The definitions by which the jurisdictions count, and the rules of the hub, each with its version: the one source for
 * every number that states its definition and for the list `definitions` of the graph. Source: DOMAIN.md A.5 and A.6,
 * as C.0 mends them. A definition is never changed: another wording is another version.
 */
import type { Jurisdiction } from './organisations';

export const DEFINITION_CONCEPTS = {
  PROLIFIC_OFFENDER: 'Prolific offender',
  REOFFENDING: 'Reoffending',
  GRAVITY: 'Gravity of offences',
  SUCCESS: 'Success of a programme',
  DESISTANCE: 'Desistance from extremism',
  COST_OF_CRIME: 'Cost of crime as CORVUS states it',
  CORVUS_SCORE: 'Score by the CORVUS matrix',
  YOUTH: 'Who counts as young',
  ROUTE_ELIGIBILITY: 'Who may take a housing or work route',
  PROGRAMME_ELIGIBILITY: 'Who may join the Life Change Programme',
  PROGRAMME_ATTENDANCE: 'Attendance of the Life Change Programme',
  MENTOR_WORKLOAD: 'How much a mentor does',
  REFERRAL_COUNTS: 'Referrals by source and outcome',
  INVENTORY_COMPLETION: 'Completion of progress inventories',
  TARGET_RATING: 'How a target stands: red, amber, green',
} as const;

export type DefinitionConcept = keyof typeof DEFINITION_CONCEPTS;

export interface DefinitionWords {
  readonly concept: DefinitionConcept;
  /** `ALL`: of the project as a whole. */
  readonly jurisdiction: Jurisdiction | 'ALL';
  readonly text: { readonly en: string; readonly nl: string; readonly it: string };
  /** What the sources say, word for word; null: no words of theirs. */
  readonly quote: string | null;
  /** The document that says it, by its number; says so where it is not noted. */
  readonly source: string;
  /** In a form that can be computed; says so where it cannot be. */
  readonly computableForm: string;
  /** What this hub changed or proposes, and why; null: as the sources have it. */
  readonly mended: string | null;
}

const NOT_NOTED = 'reports of the project; which of them is not noted';

export const DEFINITIONS = {
  'NL-PROLIFIC-1': {
    concept: 'PROLIFIC_OFFENDER',
    jurisdiction: 'NL',
    text: {
      en: 'Convicted of at least ten criminal offences in the past five years, with at least one offence in the past twelve months.',
      nl: 'Veroordeeld voor ten minste tien strafbare feiten in de afgelopen vijf jaar, met ten minste één feit in de afgelopen twaalf maanden.',
      it: 'Condannato per almeno dieci reati negli ultimi cinque anni, con almeno un reato negli ultimi dodici mesi.',
    },
    quote:
      'The base definition in the Netherlands, on the other hand, is an individual who had been convicted of 10 criminal offence in the past five last, one of which had been committed in the past 12 months',
    source: NOT_NOTED,
    computableForm: 'convictions60m >= 10 AND offences12m >= 1',
    mended: null,
  },
  'UK-KNOWSLEY-PROLIFIC-A-1': {
    concept: 'PROLIFIC_OFFENDER',
    jurisdiction: 'UK',
    text: {
      en: 'Knowsley (a): at least twenty criminal offences in the last five years, four or five of them in the last year; counted from four.',
      nl: 'Knowsley (a): ten minste twintig strafbare feiten in de laatste vijf jaar, waarvan vier of vijf in het laatste jaar; geteld vanaf vier.',
      it: 'Knowsley (a): almeno venti reati negli ultimi cinque anni, quattro o cinque nell’ultimo anno; contati da quattro.',
    },
    quote:
      'In Knowsley a prolific offender is someone who has 20 criminal offences in the last five years, with four or five committed in the last year',
    source: NOT_NOTED,
    computableForm: 'offences60m >= 20 AND offences12m >= 4 (threshold 4 or 5: configurable)',
    mended: null,
  },
  'UK-KNOWSLEY-PROLIFIC-B-1': {
    concept: 'PROLIFIC_OFFENDER',
    jurisdiction: 'UK',
    text: {
      en: 'Knowsley (b): by the matrix score, or added by hand with a reason, where intelligence suggests more than one or two convictions show.',
      nl: 'Knowsley (b): op grond van de matrixscore, of met een reden handmatig toegevoegd, waar politie-informatie op meer wijst dan een of twee veroordelingen tonen.',
      it: 'Knowsley (b): secondo il punteggio della matrice, oppure inserito a mano con una motivazione, quando le informazioni di polizia indicano più di quanto mostrino una o due condanne.',
    },
    quote:
      'an individual with only one or two convictions but who police intelligence suggests are more criminally active than their convictions indicate',
    source: NOT_NOTED,
    computableForm: 'score >= band threshold OR manualInclusion (with reason)',
    mended: null,
  },
  'IT-PROLIFIC-1': {
    concept: 'PROLIFIC_OFFENDER',
    jurisdiction: 'IT',
    text: {
      en: 'None stated: Italy has no definition of a prolific offender, so that nobody is one and nobody is not. The value is not recorded, never "no".',
      nl: 'Niet vastgesteld: Italië kent geen definitie van een veelpleger, zodat niemand het is en niemand het niet is. De waarde is niet vastgelegd, nooit "nee".',
      it: 'Non stabilita: l’Italia non ha una definizione di autore prolifico, quindi nessuno lo è e nessuno non lo è. Il valore non è registrato, mai «no».',
    },
    quote: 'in Italy imprisonment tended to be reserved for those who had committed the most serious crimes',
    source: NOT_NOTED,
    computableForm: 'undefined: return null with reason, never false',
    mended: null,
  },
  'UK-PROJECT-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'UK',
    text: {
      en: 'Any new offence, by the date of the offence, after the first engagement with MALS and within 3, 6 or 12 months of it; baseline: offences in the 36 months up to the first engagement. The spans are unequal and there is no control group. With no offence observed and less than the window at liberty a person is censored, not counted as zero.',
      nl: 'Elk nieuw feit, naar de datum van het feit, na het eerste contact met MALS en binnen 3, 6 of 12 maanden daarna; nulmeting: feiten in de 36 maanden tot en met het eerste contact. De perioden zijn ongelijk en er is geen controlegroep. Zonder waargenomen feit en met minder dan de periode in vrijheid is iemand gecensureerd en geldt niet als nul.',
      it: 'Ogni nuovo reato, secondo la data del reato, dopo il primo contatto con MALS ed entro 3, 6 o 12 mesi; valore di partenza: i reati nei 36 mesi fino al primo contatto. I periodi sono disuguali e non c’è un gruppo di controllo. Senza reati osservati e con meno della finestra in libertà una persona è censurata, non contata come zero.',
    },
    quote:
      'it was appropriate that the dates used in the case studies were the offending dates rather than the conviction dates as there is a significant time lapse between the two',
    source: NOT_NOTED,
    computableForm: 'count(offence.offenceDate in (first, first+N months])',
    mended:
      'Censored only where no offence is observed and less than N months were spent at liberty: an observed offence always counts.',
  },
  'NL-AFTERCARE-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'NL',
    text: {
      en: 'Return to prison within twelve months of release: custody that began for a new offence after the day of release. Recall, remand and unpaid fines are none. Without such a return, a person who was not at liberty for the whole twelve months is censored, not counted as zero.',
      nl: 'Terugkeer in de gevangenis binnen twaalf maanden na vrijlating: detentie die na de dag van vrijlating voor een nieuw feit begon. Herroeping, voorarrest en onbetaalde boetes tellen niet. Wie zonder zo’n terugkeer niet de volle twaalf maanden in vrijheid was, is gecensureerd en geldt niet als nul.',
      it: 'Ritorno in carcere entro dodici mesi dalla scarcerazione: detenzione iniziata per un nuovo reato dopo il giorno della scarcerazione. Revoca, custodia cautelare e multe non pagate non contano. Senza un tale ritorno, chi non è stato in libertà per tutti i dodici mesi è censurato, non contato come zero.',
    },
    quote: 'all reoffending that results in a return to prison is counted in these results',
    source: NOT_NOTED,
    computableForm: 'exists(custodyEpisode.start in (release, release+12m], startReason NEW_OFFENCE)',
    mended: 'Custody that began for a new offence only: recall, remand and unpaid fines are none.',
  },
  'UK-COHORT-REOFFENDING-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'UK',
    text: {
      en: 'For statistics about the whole Knowsley cohort: any offence, by the date of the offence, after entry and within twelve months of it. Entry is the first engagement with MALS; of a person who never engaged it is the first day in the cohort, so that these are people to compare with, who were not chosen by chance. With no offence observed and a part of the twelve months in custody a person is censored, not counted as zero.',
      nl: 'Voor statistieken over het hele cohort van Knowsley: elk feit, naar de datum van het feit, na de instroom en binnen twaalf maanden daarna. De instroom is het eerste contact met MALS; van wie nooit contact had is het de eerste dag in het cohort, zodat dit mensen zijn om mee te vergelijken, die niet door loting zijn gekozen. Zonder waargenomen feit en met een deel van de twaalf maanden in detentie is iemand gecensureerd en geldt niet als nul.',
      it: 'Per le statistiche sull’intera coorte di Knowsley: ogni reato, secondo la data del reato, dopo l’ingresso ed entro dodici mesi. L’ingresso è il primo contatto con MALS; per chi non l’ha mai avuto è il primo giorno nella coorte: sono persone di confronto, non scelte a caso. Senza reati osservati e con una parte dei dodici mesi in detenzione una persona è censurata, non contata come zero.',
    },
    quote: null,
    source: 'this hub',
    computableForm:
      'entry = coalesce(first engagement, cohort member from); exists(offence.offenceDate in (entry, entry+12 months])',
    mended: 'Proposed: UK-PROJECT-1 for everybody in the cohort, whether or not they engaged with MALS.',
  },
  'NL-COHORT-REOFFENDING-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'NL',
    text: {
      en: 'For statistics about the whole Safety House: detention that began for a new offence within twelve months after entry. Entry is the release of a prisoner whom aftercare knows, or the day on which a case was opened, whichever came first. Recall, remand and unpaid fines are none. Without such a detention, a person who spent a part of the twelve months in detention is censored, not counted as zero.',
      nl: 'Voor statistieken over het hele Veiligheidshuis: detentie die binnen twaalf maanden na de instroom voor een nieuw feit begon. De instroom is de vrijlating van een gedetineerde die nazorg kent, of de dag waarop een casus werd geopend, wat het eerst kwam. Herroeping, voorarrest en onbetaalde boetes tellen niet. Wie zonder zo’n detentie een deel van de twaalf maanden vastzat, is gecensureerd en geldt niet als nul.',
      it: 'Per le statistiche sull’intera Casa della sicurezza: detenzione iniziata per un nuovo reato entro dodici mesi dall’ingresso. L’ingresso è la scarcerazione di un detenuto noto all’assistenza, oppure il giorno in cui un caso fu aperto, se precedente. Revoca, custodia cautelare e multe non pagate non contano. Senza una tale detenzione, chi ha passato in detenzione una parte dei dodici mesi è censurato, non contato come zero.',
    },
    quote: null,
    source: 'this hub',
    computableForm:
      'entry = least(release, case opened); exists(detention.start in (entry, entry+12 months], startReason NEW_OFFENCE)',
    mended:
      'Proposed: NL-AFTERCARE-1 for everybody at the Safety House, whether or not they were released from prison.',
  },
  'UK-NATIONAL-RECONVICTION-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'UK',
    text: {
      en: 'National, planned at the time: reconviction data for Payment by Results. The hub does not count by it.',
      nl: 'Landelijk, destijds voorgenomen: gegevens over nieuwe veroordelingen voor betaling naar resultaat. De hub telt er niet mee.',
      it: 'Nazionale, allora prevista: dati sulle nuove condanne per il pagamento in base ai risultati. Il sistema non conta in questo modo.',
    },
    quote: 'most likely to mirror those of the project in using reconviction data',
    source: NOT_NOTED,
    computableForm: 'not used',
    mended: null,
  },
  'IT-REOFFENDING-1': {
    concept: 'REOFFENDING',
    jurisdiction: 'IT',
    text: {
      en: 'Return to prison after the first engagement with the programme and within 3, 6 or 12 months of it, for an offence that was not committed before that engagement. Without such a return, a person of whom less than the window at liberty is known is censored, not counted as zero.',
      nl: 'Terugkeer in de gevangenis na het eerste contact met het programma en binnen 3, 6 of 12 maanden daarna, voor een feit dat niet vóór dat contact is gepleegd. Wie zonder zo’n terugkeer niet aantoonbaar de hele periode in vrijheid was, is gecensureerd en geldt niet als nul.',
      it: 'Ritorno in carcere dopo il primo contatto con il programma ed entro 3, 6 o 12 mesi, per un reato non commesso prima di quel contatto. Senza un tale ritorno, chi non risulta in libertà per tutta la finestra è censurato, non contato come zero.',
    },
    quote:
      'only one of those who attended the LCP has been returned to prison (for an offence committed prior to their engagement in the programme)',
    source: NOT_NOTED,
    computableForm:
      'exists(return in (first, first+N months], offence not before first); exclude where offenceDate < firstEngagement',
    mended:
      'The source states no window: those of the project are offered. Censored where no return is observed and less than N months at liberty are known.',
  },
  'UK-GRAVITY-1': {
    concept: 'GRAVITY',
    jurisdiction: 'UK',
    text: {
      en: 'Whether the gravity of offences stabilised, decreased or increased. No scale is published, so that the hub computes none.',
      nl: 'Of de ernst van de feiten gelijk bleef, afnam of toenam. Er is geen schaal gepubliceerd, zodat de hub er geen berekent.',
      it: 'Se la gravità dei reati è rimasta stabile, diminuita o aumentata. Nessuna scala è pubblicata, perciò il sistema non la calcola.',
    },
    quote: 'in only one case is it possible to see an increase in the gravity of offence type',
    source: NOT_NOTED,
    computableForm: 'max(gravity post) vs max(gravity prior): scale must be configured and versioned, none is given',
    mended: null,
  },
  'IT-SUCCESS-1': {
    concept: 'SUCCESS',
    jurisdiction: 'IT',
    text: {
      en: 'Full participation in a voluntary programme: every weekly meeting of the run attended, an attendance rate of 1. Securing employment is told apart from it.',
      nl: 'Volledige deelname aan een vrijwillig programma: elke wekelijkse bijeenkomst van de reeks bijgewoond, een aanwezigheid van 1. Werk vinden staat daar los van.',
      it: 'Piena partecipazione a un programma volontario: presenza a ogni incontro settimanale del ciclo, un tasso di presenza pari a 1. Trovare lavoro è indicato a parte.',
    },
    quote:
      'The ERI felt full participation in the LCP could be an indicator of success because the programme is voluntary',
    source: NOT_NOTED,
    computableForm: 'attendanceRate = 1; employment outcome',
    mended: null,
  },
  'NL-SUCCESS-1': {
    concept: 'SUCCESS',
    jurisdiction: 'NL',
    text: {
      en: 'Evidence from case studies, and how sought after the approach is among organisations. Told, not counted.',
      nl: 'Bewijs uit casestudies, en hoe gewild de aanpak bij organisaties is. Verteld, niet geteld.',
      it: 'Prove da studi di caso e quanto l’approccio è apprezzato dalle organizzazioni. Raccontato, non contato.',
    },
    quote: 'Success is measured by a case study evidence based approach',
    source: NOT_NOTED,
    computableForm: 'narrative',
    mended: null,
  },
  'NL-DESISTANCE-1': {
    concept: 'DESISTANCE',
    jurisdiction: 'NL',
    text: {
      en: 'Extremism: the point at which somebody has desisted cannot be pinpointed. No case is closed by computation; review dates are set.',
      nl: 'Extremisme: het moment waarop iemand is gestopt is niet aan te wijzen. Geen casus wordt door een berekening gesloten; er worden toetsdata vastgesteld.',
      it: 'Estremismo: il momento in cui qualcuno ha desistito non è determinabile. Nessun caso si chiude per calcolo; si fissano date di riesame.',
    },
    quote: "pinpointing the precise point at which someone has 'desisted' and is no longer deemed a risk",
    source: NOT_NOTED,
    computableForm: 'no automatic closure; review dates',
    mended: null,
  },
  'UK-COST-OF-CRIME-1': {
    concept: 'COST_OF_CRIME',
    jurisdiction: 'UK',
    text: {
      en: 'CORVUS: policing, prison, probation and the estimated financial impact, in pounds; the primary offence is carried for up to two years beyond the date at liberty.',
      nl: 'CORVUS: politie, gevangenis, reclassering en de geschatte financiële gevolgen, in ponden; het hoofdfeit telt mee tot twee jaar na de datum van vrijlating.',
      it: 'CORVUS: polizia, carcere, probation e impatto finanziario stimato, in sterline; il reato principale è riportato fino a due anni dopo la data di libertà.',
    },
    quote:
      "CORVUS carries through these factors for up to 2 years beyond the 'at liberty' date at the end of the sentence",
    source: NOT_NOTED,
    computableForm: 'amount + asAt + carriedUntil',
    mended: null,
  },
  'UK-CORVUS-SCORE-1': {
    concept: 'CORVUS_SCORE',
    jurisdiction: 'UK',
    text: {
      en: 'A weighted matrix of offences by gravity and of intelligence reports, which differs from area to area: scores of two schemes are never compared. Drug tests are health and no component.',
      nl: 'Een gewogen matrix van feiten naar ernst en van politie-informatie, die per gebied verschilt: scores van twee schema’s worden nooit vergeleken. Drugstesten zijn gezondheid en geen onderdeel.',
      it: 'Una matrice ponderata di reati per gravità e di informazioni di polizia, diversa da un’area all’altra: i punteggi di due schemi non si confrontano mai. I test antidroga sono salute e non una componente.',
    },
    quote:
      'diverse criteria for producing the scoring matrices (i.e. different areas prioritise different types of offences)',
    source: NOT_NOTED,
    computableForm: 'score + scoringScheme{area,version} + components; never compare across schemes',
    mended: 'Drug testing data belong to the category health, and are no component of the score that is shown.',
  },
  'NL-YOUTH-1': {
    concept: 'YOUTH',
    jurisdiction: 'NL',
    text: {
      en: 'Under 27, for the youth intervention team.',
      nl: 'Jonger dan 27, voor het jeugdinterventieteam.',
      it: 'Sotto i 27 anni, per il gruppo di intervento giovanile.',
    },
    quote: 'this is for people aged under twenty-seven years',
    source: NOT_NOTED,
    computableForm: 'age < 27',
    mended: null,
  },
  'UK-YOUTH-1': {
    concept: 'YOUTH',
    jurisdiction: 'UK',
    text: {
      en: 'Young offender: up to the age of 21.',
      nl: 'Jonge dader: tot de leeftijd van 21 jaar.',
      it: 'Giovane autore di reato: fino ai 21 anni.',
    },
    quote: null,
    source: NOT_NOTED,
    computableForm: 'offender age 21 (YO)',
    mended: null,
  },
  'IT-YOUTH-1': {
    concept: 'YOUTH',
    jurisdiction: 'IT',
    text: {
      en: 'Provision after release is meant for people over 25.',
      nl: 'Voorzieningen na vrijlating zijn bedoeld voor mensen boven de 25.',
      it: 'Le misure dopo la scarcerazione sono pensate per chi ha più di 25 anni.',
    },
    quote: 'assuming the person was over 25 years of age',
    source: NOT_NOTED,
    computableForm: '25 (post-release provision)',
    mended: null,
  },
  'NL-HOUSING-ROUTE-1': {
    concept: 'ROUTE_ELIGIBILITY',
    jurisdiction: 'NL',
    text: {
      en: 'Housing route: aged 18 to 35, both included, homeless, not on probation and without outstanding prosecutions; four months of assisted living, which can be extended. What the public prosecutor or probation has not stated is not assumed.',
      nl: 'Woonroute: 18 tot en met 35 jaar, dakloos, niet onder toezicht van de reclassering en zonder openstaande vervolgingen; vier maanden begeleid wonen, met mogelijkheid van verlenging. Wat de officier van justitie of de reclassering niet heeft verklaard, wordt niet aangenomen.',
      it: 'Percorso abitativo: da 18 a 35 anni compresi, senza casa, non in probation e senza procedimenti pendenti; quattro mesi di abitare assistito, prorogabili. Ciò che il pubblico ministero o la probation non hanno dichiarato non si presume.',
    },
    quote:
      'The qualifying criteria for a place on the housing element of the project are the candidate must be aged 18-35 years',
    source: '001+002',
    computableForm:
      '18 <= age <= 35 AND exOffender AND NOT onProbation AND NOT outstandingProsecutions AND homeless; 4 months, extendable',
    mended: null,
  },
  'NL-WORK-ROUTE-1': {
    concept: 'ROUTE_ELIGIBILITY',
    jurisdiction: 'NL',
    text: {
      en: 'Work route: aged 18 to 27, both included, not homeless and without outstanding prosecutions; probation is not asked for. What the public prosecutor has not stated is not assumed.',
      nl: 'Werkroute: 18 tot en met 27 jaar, niet dakloos en zonder openstaande vervolgingen; naar reclassering wordt niet gevraagd. Wat de officier van justitie niet heeft verklaard, wordt niet aangenomen.',
      it: 'Percorso lavorativo: da 18 a 27 anni compresi, non senza casa e senza procedimenti pendenti; la probation non è richiesta. Ciò che il pubblico ministero non ha dichiarato non si presume.',
    },
    quote: null,
    source: '001+002',
    computableForm: '18 <= age <= 27 AND exOffender AND NOT outstandingProsecutions AND NOT homeless',
    mended: null,
  },
  'UK-LCP-ELIGIBILITY-1': {
    concept: 'PROGRAMME_ELIGIBILITY',
    jurisdiction: 'UK',
    text: {
      en: 'In prison, with an expected release today or within the 183 days after today: the 183rd day is within, the day after it is not. Days are calendar days in Europe/London, whatever the length of the months. Who has no expected release, or whose expected release is past, is not counted.',
      nl: 'In de gevangenis, met een verwachte vrijlating vandaag of binnen de 183 dagen na vandaag: de 183e dag telt mee, de dag erna niet. Dagen zijn kalenderdagen in Europe/London, hoe lang de maanden ook zijn. Wie geen verwachte vrijlating heeft, of van wie die voorbij is, telt niet mee.',
      it: 'In carcere, con una scarcerazione prevista oggi o nei 183 giorni successivi: il 183º giorno è compreso, il giorno dopo no. I giorni sono di calendario, fuso Europe/London, qualunque sia la lunghezza dei mesi. Chi non ha una data prevista, o l’ha già passata, non è contato.',
    },
    quote: 'those on the course are those who are nearing release (i.e. within six months)',
    source: '000+002',
    computableForm: 'today <= expectedRelease <= today + 183 days',
    mended: 'Six months are counted as 183 days, so that the border does not move with the months.',
  },
  'UK-LCP-ATTENDANCE-1': {
    concept: 'PROGRAMME_ATTENDANCE',
    jurisdiction: 'UK',
    text: {
      en: 'Days of the course that the participant attended, of the days up to today for which it is recorded whether the participant was there. A day that is still to come, or of which nothing is recorded, is no absence.',
      nl: 'Cursusdagen waarop de deelnemer aanwezig was, van de dagen tot en met vandaag waarvan is vastgelegd of de deelnemer er was. Een dag die nog komt, of waarvan niets is vastgelegd, is geen afwezigheid.',
      it: 'Giorni del corso a cui il partecipante è stato presente, tra quelli fino a oggi per cui è registrata la presenza o l’assenza. Un giorno futuro, o di cui nulla è registrato, non è un’assenza.',
    },
    quote: null,
    source: 'this hub',
    computableForm: 'daysAttended / daysRecorded',
    mended: null,
  },
  'UK-MENTOR-WORKLOAD-1': {
    concept: 'MENTOR_WORKLOAD',
    jurisdiction: 'UK',
    text: {
      en: 'Active matches: those that have begun and whose last day, if there is one, is not past. Hours: the length of the mentoring sessions that the mentor noted in the 28 days up to and with today, Europe/London.',
      nl: 'Actieve koppelingen: die begonnen zijn en waarvan de laatste dag, als die er is, niet voorbij is. Uren: de duur van de mentorgesprekken die de mentor noteerde in de 28 dagen tot en met vandaag, Europe/London.',
      it: 'Abbinamenti attivi: quelli iniziati il cui ultimo giorno, se c’è, non è passato. Ore: la durata degli incontri annotati dal tutor nei 28 giorni fino a oggi compreso, Europe/London.',
    },
    quote: null,
    source: 'this hub',
    computableForm: 'count(matches active today); sum(sessions.durationHours in the last 28 days)',
    mended: null,
  },
  'UK-REFERRALS-1': {
    concept: 'REFERRAL_COUNTS',
    jurisdiction: 'UK',
    text: {
      en: 'Referrals by how they came about and how far they are: offered, accepted or declined. Each referral counts once, at its present stage; only those are counted that the one who asks may see one by one.',
      nl: 'Aanmeldingen naar hoe ze tot stand kwamen en hoe ver ze zijn: aangeboden, aanvaard of afgewezen. Elke aanmelding telt één keer, in de huidige fase; alleen die tellen mee die de vrager ook afzonderlijk mag zien.',
      it: 'Segnalazioni per origine e per stato: offerte, accettate o rifiutate. Ognuna conta una volta, nello stato attuale; si contano solo quelle che chi chiede può vedere una per una.',
    },
    quote: null,
    source: 'this hub',
    computableForm: 'count(*) by source, stage',
    mended: null,
  },
  'UK-MALS-REFERRALS-1': {
    concept: 'REFERRAL_COUNTS',
    jurisdiction: 'UK',
    text: {
      en: 'Clients of MALS by how they came and what MALS answered to their referral. Who came without a referral has no answer; whose referral was declined is no client and counts with the source not recorded.',
      nl: 'Cliënten van MALS naar hoe zij kwamen en wat MALS op hun aanmelding antwoordde. Wie zonder aanmelding kwam, heeft geen antwoord; wiens aanmelding werd afgewezen, is geen cliënt en telt met een niet vastgelegde herkomst.',
      it: 'Utenti di MALS per come sono arrivati e per la risposta di MALS alla segnalazione. Chi è arrivato senza segnalazione non ha risposta; chi è stato rifiutato non è utente e conta con origine non registrata.',
    },
    quote: null,
    source: 'this hub',
    computableForm: 'count(*) by cameBy, accepted',
    mended: null,
  },
  'UK-INVENTORY-COMPLETION-1': {
    concept: 'INVENTORY_COMPLETION',
    jurisdiction: 'UK',
    text: {
      en: 'Inventories that were completed up to today, of those that were given out up to today. All versions together.',
      nl: 'Vragenlijsten die tot en met vandaag zijn ingevuld, van die tot en met vandaag zijn uitgereikt. Alle versies samen.',
      it: 'Questionari compilati fino a oggi, tra quelli consegnati fino a oggi. Tutte le versioni insieme.',
    },
    quote:
      'the tailing off in the completions of the bespoke project progress inventories has not generated the anticipated basic social impact measurements',
    source: '004',
    computableForm: 'completed / issued',
    mended: null,
  },
  'TARGET-RATING-PROPOSED-1': {
    concept: 'TARGET_RATING',
    jurisdiction: 'ALL',
    text: {
      en: 'Proposed: green where the target is reached, amber where at least half of it is, red below that. Without a target or an achieved number nothing is computed. A rating that a report prints stands beside it, unchanged.',
      nl: 'Voorgesteld: groen waar het doel is bereikt, oranje waar ten minste de helft is bereikt, daaronder rood. Zonder doel of bereikt aantal wordt niets berekend. Een kleur die een verslag afdrukt, staat er ongewijzigd naast.',
      it: 'Proposta: verde se l’obiettivo è raggiunto, giallo se ne è raggiunta almeno la metà, rosso al di sotto. Senza un obiettivo o un numero raggiunto non si calcola nulla. Il colore stampato da un rapporto resta accanto, invariato.',
    },
    quote:
      'green where the project remains on course to achieve target / Amber indicates more work is required to reach the targets set / Red is not meeting target',
    source: '000',
    computableForm: 'achieved >= target: GREEN; 2 x achieved >= target: AMBER; else RED; null without either',
    mended:
      'The sources state no numbers. Whether a target remains on course depends on the time left, which they do not state either: the proposed rule takes a target for green when it is reached.',
  },
} as const satisfies Readonly<Record<string, DefinitionWords>>;

export type DefinitionVersion = keyof typeof DEFINITIONS;
