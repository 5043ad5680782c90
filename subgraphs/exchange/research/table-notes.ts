import {
  LEAST_DENOMINATOR,
  LEAST_PUBLISHED,
  LEAST_TRUE,
  MOST_SESSIONS,
  type NoiseLevel,
  noiseLevelOf,
} from '../../../disclosure-control/budget';
import { isOutcome } from '../../../disclosure-control/lattice';
import type { Trilingual } from '../../../protocols/protocol';
import { isRate, type Question } from './read-question';

/** What has to be known to read a table, by what it is a table of. */
export function notesOn({ table, measure, kind }: Question): readonly Trilingual[] {
  const hasOutcome = table.dimensions.some(isOutcome);
  return [
    CONTROLLED,
    kind === 'OWN' ? ownNoise(noiseLevelOf(table)) : totalNoise(noiseLevelOf(table)),
    CONSISTENT,
    ENTRY,
    ...(isRate(measure) ? [RATE] : []),
    ...(measure === 'MEAN_MENTORING_SESSIONS' ? [MEAN] : []),
    ...(hasOutcome ? [PAIRS] : []),
    ...(table.dimensions.includes('REOFFENDED_12M') ? [CENSORED, NO_CONTROL_GROUP] : []),
    ...(kind === 'TOTAL' && hasOutcome ? [MIXED] : []),
  ];
}

const decimals = (value: number): string => value.toFixed(1);

const CONTROLLED: Trilingual = {
  en: 'The figures are disclosure-controlled, not anonymous. Each cell carries random noise that is the same whenever it is asked for. [c]: suppressed, few people or none; [x]: not available; [z]: nobody can be in it.',
  nl: 'De cijfers zijn bewerkt tegen onthulling, niet anoniem. Elke cel bevat toevallige ruis, die bij elke vraag dezelfde is. [c]: onderdrukt, weinig mensen of niemand; [x]: niet beschikbaar; [z]: er kan niemand in zitten.',
  it: 'I dati sono sottoposti a controllo della divulgazione, non anonimi. Ogni cella contiene un rumore casuale, uguale a ogni richiesta. [c]: soppressa, poche persone o nessuna; [x]: non disponibile; [z]: non può contenere nessuno.',
};

const ownNoise = ({ sigma }: NoiseLevel): Trilingual => ({
  en: `Cells of one owner: noise of standard deviation ${String(sigma)}; a count is published from ${String(LEAST_PUBLISHED)} on, and never of fewer than ${String(LEAST_TRUE)} people.`,
  nl: `Cellen van één bronhouder: ruis met standaardafwijking ${String(sigma)}; een aantal wordt gepubliceerd vanaf ${String(LEAST_PUBLISHED)}, en nooit van minder dan ${String(LEAST_TRUE)} mensen.`,
  it: `Celle di un solo titolare: rumore con deviazione standard ${String(sigma)}; un conteggio è pubblicato da ${String(LEAST_PUBLISHED)} in su, e mai di meno di ${String(LEAST_TRUE)} persone.`,
});

const totalNoise = ({ totalSigma, leastTotal }: NoiseLevel): Trilingual => ({
  en: `Totals over the three owners: noise of standard deviation ${decimals(totalSigma)}; a count is published from ${String(leastTotal)} on. No owner and not the hub knows the counts of the others.`,
  nl: `Totalen over de drie bronhouders: ruis met standaardafwijking ${decimals(totalSigma)}; een aantal wordt gepubliceerd vanaf ${String(leastTotal)}. Geen bronhouder en ook de hub niet kent de aantallen van de anderen.`,
  it: `Totali sui tre titolari: rumore con deviazione standard ${decimals(totalSigma)}; un conteggio è pubblicato da ${String(leastTotal)} in su. Nessun titolare, e nemmeno il sistema, conosce i conteggi degli altri.`,
});

const CONSISTENT: Trilingual = {
  en: 'A cell has one value everywhere, so that totals may differ from the sum of their parts.',
  nl: 'Een cel heeft overal één waarde, zodat totalen kunnen verschillen van de som van hun delen.',
  it: 'Una cella ha ovunque un solo valore, quindi i totali possono differire dalla somma delle loro parti.',
};

const ENTRY: Trilingual = {
  en: 'Adults, each counted once, as they were at their first entry to a cohort or within the twelve months after it. Cohorts appear a year after entry.',
  nl: 'Volwassenen, ieder eenmaal geteld, zoals zij waren bij hun eerste instroom in een cohort of in de twaalf maanden daarna. Cohorten verschijnen een jaar na instroom.',
  it: 'Adulti, ciascuno contato una volta, com’erano al primo ingresso in una coorte o nei dodici mesi successivi. Le coorti compaiono un anno dopo l’ingresso.',
};

const RATE: Trilingual = {
  en: `Rates are read from published cells alone, to two decimals, where ${String(LEAST_DENOMINATOR)} people or more have a recorded outcome. The interval is one of 95 % and holds chance and noise.`,
  nl: `Percentages worden alleen uit gepubliceerde cellen afgeleid, op twee decimalen, waar van ${String(LEAST_DENOMINATOR)} mensen of meer een uitkomst is vastgelegd. Het interval is dat van 95 % en omvat toeval en ruis.`,
  it: `I tassi sono ricavati dalle sole celle pubblicate, con due decimali, dove ${String(LEAST_DENOMINATOR)} o più persone hanno un esito registrato. L’intervallo è del 95 % e comprende caso e rumore.`,
};

const MEAN: Trilingual = {
  en: `Sessions of one person count up to ${String(MOST_SESSIONS)}. A mean is a noisy sum over a noisy number of people with recorded sessions, of ${String(LEAST_DENOMINATOR)} or more.`,
  nl: `Gesprekken van één persoon tellen tot ${String(MOST_SESSIONS)} mee. Een gemiddelde is een som met ruis over een aantal mensen met ruis van wie gesprekken zijn vastgelegd, ${String(LEAST_DENOMINATOR)} of meer.`,
  it: `Gli incontri di una persona contano fino a ${String(MOST_SESSIONS)}. Una media è una somma con rumore divisa per un numero con rumore di persone con incontri registrati, almeno ${String(LEAST_DENOMINATOR)}.`,
};

const PAIRS: Trilingual = {
  en: 'Outcomes of a group are published only where two of them are, so that no cell says of everybody in it how it went.',
  nl: 'Uitkomsten van een groep worden alleen gepubliceerd waar dat voor twee ervan kan, zodat geen cel van iedereen erin zegt hoe het ging.',
  it: 'Gli esiti di un gruppo sono pubblicati solo se possono esserlo almeno due, così che nessuna cella dica di tutti com’è andata.',
};

const CENSORED: Trilingual = {
  en: 'Whoever was not seen to reoffend, and was at liberty for less than twelve months, is CENSORED and in no rate.',
  nl: 'Wie niet opnieuw in de fout ging voor zover bekend, en minder dan twaalf maanden in vrijheid was, is CENSORED en telt in geen percentage mee.',
  it: 'Chi non risulta recidivo ed è stato in libertà meno di dodici mesi è CENSORED e non entra in alcun tasso.',
};

const NO_CONTROL_GROUP: Trilingual = {
  en: 'There is no control group: a difference between groups is no effect of what was done.',
  nl: 'Er is geen controlegroep: een verschil tussen groepen is geen effect van wat er is gedaan.',
  it: 'Non c’è un gruppo di controllo: una differenza tra gruppi non è un effetto di ciò che è stato fatto.',
};

const MIXED: Trilingual = {
  en: 'This total mixes the definitions of three jurisdictions, which stand beside it. It compares nothing.',
  nl: 'Dit totaal mengt de definities van drie rechtsgebieden, die ernaast staan. Het vergelijkt niets.',
  it: 'Questo totale mescola le definizioni di tre giurisdizioni, riportate accanto. Non confronta nulla.',
};
