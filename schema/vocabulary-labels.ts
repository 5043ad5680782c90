/**
 * The vocabularies in Dutch and Italian, with the document each comes from. The English label stands where the code
 * is defined: in `vocabularies.ts`, or as the description of the enum in the graph. A test finds what is missing here,
 * what is here too many, and what was only copied. Sources: DOMAIN.md A.4; the words of others are this hub's own.
 */
export interface VocabularyLabels {
  /** The document of the project, by its number, or what else it comes from. */
  readonly source: string;
  /** Code to its Dutch and Italian label. */
  readonly codes: Readonly<Record<string, readonly [nl: string, it: string]>>;
}

const THIS_HUB = 'this hub';

export const VOCABULARY_LABELS: Readonly<Record<string, VocabularyLabels>> = {
  Pathway: {
    source: '002; the number seven: 000, 003',
    codes: {
      ACCOMMODATION: ['Huisvesting', 'Alloggio'],
      EMPLOYMENT_TRAINING_EDUCATION: ['Werk, opleiding en onderwijs', 'Lavoro, formazione e istruzione'],
      HEALTH_WELLBEING: ['Gezondheid en welzijn', 'Salute e benessere'],
      SUBSTANCE_MISUSE: ['(Mis)bruik van middelen', 'Uso (e abuso) di sostanze'],
      FINANCE_BENEFITS_DEBT: [
        'Aanvragen van uitkeringen / financiën, uitkering en schulden',
        'Richiesta di sussidi / finanze, sussidi e debiti',
      ],
      CHILDREN_FAMILIES: ['Kinderen en gezinnen', 'Figli e famiglie'],
      THINKING_BEHAVIOUR: ['Houding, denken en gedrag', 'Atteggiamenti, pensiero e comportamento'],
    },
  },
  OffenceCode: {
    source: '002 Table 1, case studies; 000',
    codes: {
      MANSLAUGHTER: ['Doodslag', 'Omicidio colposo o preterintenzionale'],
      POSSESSION_OF_FIREARM: ['Bezit van een vuurwapen', 'Detenzione di arma da fuoco'],
      DOMESTIC_VIOLENCE: ['Huiselijk geweld', 'Violenza domestica'],
      POCD: ['Bezit van verdovende middelen', 'Detenzione di stupefacenti'],
      PWITS: [
        'Bezit van verdovende middelen met het oogmerk van levering',
        'Detenzione di stupefacenti a fine di spaccio',
      ],
      PO: ['Delict tegen de openbare orde', 'Reato contro l’ordine pubblico'],
      THEFT_SHOP: ['Winkeldiefstal', 'Furto in negozio'],
      THEFT_FROM_PERSON: ['Diefstal van een persoon', 'Furto con destrezza'],
      THEFT_FROM_VEHICLE: ['Diefstal uit een voertuig', 'Furto su veicolo'],
      THEFT_OF_VEHICLE: ['Diefstal van een voertuig', 'Furto di veicolo'],
      VEHICLE_INTERFERENCE: ['Wederrechtelijk bemoeien met een voertuig', 'Manomissione di veicolo'],
      BURGLARY: ['Inbraak', 'Furto in abitazione o con scasso'],
      ATTEMPTED_BURGLARY: ['Poging tot inbraak', 'Tentato furto con scasso'],
      ROBBERY: ['Beroving', 'Rapina'],
      RECEIVING_STOLEN_GOODS: ['Heling', 'Ricettazione'],
      COMMON_ASSAULT: ['Eenvoudige mishandeling', 'Percosse'],
      ASSAULT: ['Mishandeling', 'Aggressione'],
      AOABH: ['Mishandeling met lichamelijk letsel', 'Aggressione con lesioni personali'],
      VIOLENCE_AGAINST_PERSON: ['Geweld tegen de persoon', 'Violenza contro la persona'],
      THREATENING_BEHAVIOUR: ['Bedreigend gedrag', 'Comportamento minaccioso'],
      HARASSMENT: ['Lastigvallen', 'Molestie'],
      POSSESSION_OF_BLADED_ARTICLE: ['Bezit van een steekwapen', 'Porto di arma da taglio'],
      BREACH_EXCLUSION_ORDER: ['Overtreding van een gebiedsverbod', 'Violazione del divieto di accesso a una zona'],
      DRUGS_IT: ['Drugsgerelateerd delict (IT, Roberto)', 'Reato legato alla droga (IT, Roberto)'],
      THEFT_IT: ['Diefstalgerelateerd delict (IT, Roberto)', 'Reato legato al furto (IT, Roberto)'],
      STALKING: ['Belaging (Italiaanse deelnemers)', 'Atti persecutori (partecipanti italiani)'],
      NOT_STATED: ['Niet vermeld in de bron', 'Non indicato nella fonte'],
    },
  },
  StageOfChange: {
    source: '002 LCP guide day 1',
    codes: {
      PRE_CONTEMPLATION: ['Voorbeschouwing', 'Precontemplazione'],
      CONTEMPLATION: ['Overpeinzing', 'Contemplazione'],
      PREPARATION: ['Voorbereiding', 'Preparazione'],
      ACTION: ['Actie', 'Azione'],
      MAINTENANCE: ['Volhouden', 'Mantenimento'],
      RELAPSE: ['Terugval', 'Ricaduta'],
    },
  },
  Rag: {
    source: '000',
    codes: {
      RED: ['Rood: het doel wordt niet gehaald', 'Rosso: l’obiettivo non è raggiunto'],
      AMBER: [
        'Oranje: er is meer werk nodig om de gestelde doelen te halen',
        'Giallo: occorre altro lavoro per raggiungere gli obiettivi fissati',
      ],
      GREEN: [
        'Groen: het project ligt op koers om het doel te halen',
        'Verde: il progetto procede verso il raggiungimento dell’obiettivo',
      ],
    },
  },
  NominalBand: {
    source: '002 Table 2 samples',
    codes: { HIGH: ['Hoog', 'Alto'], MEDIUM: ['Midden', 'Medio'], LOW: ['Laag', 'Basso'] },
  },
  RiskOfHarm: {
    source: '002',
    codes: {
      LOW: ['Laag', 'Basso'],
      MEDIUM: ['Midden', 'Medio'],
      HIGH: ['Hoog', 'Alto'],
      VERY_HIGH: ['Zeer hoog', 'Molto alto'],
    },
  },
  AftercareNeed: {
    source: '002, 004',
    codes: {
      IDENTITY_PAPERS: ['Identiteitspapieren', 'Documenti d’identità'],
      ACCOMMODATION_SHELTER: ['Huisvesting of opvang', 'Alloggio o accoglienza'],
      INCOME: ['Inkomen uit werk en uitkering', 'Reddito da lavoro e da sussidi pubblici'],
      DEBT_COUNSELLING: ['Schuldhulpverlening', 'Consulenza sui debiti'],
      CARE: ['Zorg (lichamelijk en geestelijk)', 'Cure (fisiche e mentali)'],
    },
  },
  SafetyHouseTheme: {
    source: '002 ALS1, ALS5',
    codes: {
      FAMILIES_DOMESTIC_VIOLENCE: ['Gezinnen en huiselijk geweld', 'Famiglie e violenza domestica'],
      JUVENILE_YOUTH: ['Jeugdcriminaliteit', 'Criminalità minorile e giovanile'],
      RESETTLEMENT: ['Nazorg aan ex-gedetineerden', 'Reinserimento degli autori di reato'],
      PROLIFIC: ['Veelplegers', 'Autori di reato abituali'],
      EXTREMISM: ['Extremisme (sinds 2012)', 'Estremismo (dal 2012)'],
    },
  },
  SafetyHousePillar: {
    source: '000, 002',
    codes: {
      CARE: ['Zorgpijler', 'Pilastro dell’assistenza'],
      CRIMINAL: ['Strafrechtelijke pijler', 'Pilastro penale'],
      MUNICIPAL: [
        'Gemeentelijke pijler (ALS4: de pijler van de burgemeester)',
        'Pilastro comunale (ALS4: il pilastro del sindaco)',
      ],
    },
  },
  CaseStage: {
    source: '004',
    codes: {
      SCREENING: ['Fase één: screening', 'Prima fase: valutazione iniziale'],
      DEVELOPING: [
        'Fase twee: informatie over slachtoffers, gezin en behoeften verzamelen',
        'Seconda fase: raccolta di informazioni su vittime, famiglia e bisogni',
      ],
      SHORT_TERM_PLAN: [
        'Fase drie: doelen op korte termijn en gezamenlijk plan voor re-integratie',
        'Terza fase: obiettivi a breve termine e piano di reinserimento tra più enti',
      ],
      LONG_TERM_PLAN: [
        'Fase vier: langere termijn, vooruitzien naar het einde van de straf',
        'Quarta fase: programmazione a lungo termine per la fine della pena',
      ],
      EVALUATION: [
        'Laatste fase: het effect van de langdurige aanpak beoordelen',
        'Fase finale: valutazione dell’effetto dell’intervento a lungo termine',
      ],
      CLOSED: ['Gesloten, kan zo nodig worden heropend', 'Chiuso, può essere riaperto se necessario'],
    },
  },
  ExtremismTarget: {
    source: '004, 002',
    codes: {
      POTENTIAL_TRAVELLER: ['Voornemens om naar Syrië of Irak te reizen', 'Intenzione di recarsi in Siria o in Iraq'],
      TRAVELLED: ['Uitgereisd', 'Partiti'],
      RETURNED: ['Teruggekeerd', 'Rientrati'],
      RECRUITER_FACILITATOR: ['Ronselaars en/of facilitators', 'Reclutatori e/o facilitatori'],
      DETAINEE: ['Gedetineerden', 'Detenuti'],
      SYMPATHISER: ['Zij die met deze zaak sympathiseren', 'Chi simpatizza per questa causa'],
    },
  },
  ExtremismMeeting: {
    source: '004',
    codes: {
      CASE: [
        'Casusoverleg (op persoon en gezin gericht plan van aanpak)',
        'Riunione sul caso (piano d’azione centrato sulla persona e sulla famiglia)',
      ],
      ALIGNMENT: [
        'Afstemmingsoverleg (prioriteren, kwalitatieve en kwantitatieve gegevens)',
        'Riunione di allineamento (priorità, dati qualitativi e quantitativi)',
      ],
      TACTICAL: [
        'Tactisch overleg (regionale samenwerking ontwikkelen)',
        'Riunione tattica (sviluppo della cooperazione regionale)',
      ],
      TRIANGULATION: [
        'Driehoek (burgemeester, politie, officier van justitie)',
        'Triangolazione (sindaco, polizia, pubblico ministero)',
      ],
    },
  },
  ExtremismFactorDomain: {
    source: '004',
    codes: {
      BEHAVIOURAL: ['Gedragsaspecten', 'Aspetti comportamentali'],
      TERMS_OF_REFERENCE: ['Referentiekader', 'Quadro di riferimento'],
      PERSONALITY: ['Persoonlijkheid', 'Personalità'],
      BIOGRAPHY: ['Persoonlijke levensloop', 'Biografia personale'],
    },
  },
  ExtremismStrand: {
    source: '004',
    codes: {
      NETWORKS: ['Netwerken en communicatie', 'Reti e comunicazione'],
      KNOWLEDGE: ['Kennis en vaardigheden', 'Conoscenze e competenze'],
      RESILIENCE: ['Maatschappelijke weerbaarheid', 'Resilienza sociale'],
      PERSONAL: ['Persoonsgerichte aanpak', 'Approccio centrato sulla persona'],
    },
  },
  MappaPillar: {
    source: '002',
    codes: {
      SUPERVISION: ['Toezicht', 'Supervisione'],
      MONITORING: ['Volgen', 'Monitoraggio'],
      CONTROL: ['Beheersing', 'Controllo'],
      VICTIM_SAFETY: ['Veiligheid van het slachtoffer', 'Sicurezza della vittima'],
    },
  },
  CustodyStatus: {
    source: '002 Table 3, Peter',
    codes: {
      PRISON: ['Gevangenis', 'Carcere'],
      PRISON_NEW_SENTENCE: ['Gevangenis (nieuwe straf)', 'Carcere (nuova condanna)'],
      REMANDED_IN_CUSTODY: ['In voorlopige hechtenis', 'In custodia cautelare'],
      AT_LIBERTY: ['Op vrije voeten', 'In libertà'],
      LICENCE: ['Voorwaardelijk in vrijheid', 'In libertà condizionale'],
      ABSCONDED: ['Onttrokken aan toezicht', 'Evaso o irreperibile'],
    },
  },
  SupervisionRegime: {
    source: '001, 002',
    codes: {
      STATUTORY_NPS: [
        'Verplicht, National Probation Service (hoog risico)',
        'Obbligatoria, National Probation Service (rischio alto)',
      ],
      STATUTORY_CRC: [
        'Verplicht, Community Rehabilitation Company (laag/midden)',
        'Obbligatoria, Community Rehabilitation Company (rischio basso/medio)',
      ],
      NON_STATUTORY: [
        'Niet verplicht (korter dan 12 maanden, vóór februari 2015)',
        'Non obbligatoria (meno di 12 mesi, prima di febbraio 2015)',
      ],
      VOLUNTARY: ['Vrijwillige nazorg', 'Assistenza volontaria dopo la pena'],
      NONE: ['Geen (Italië, na vrijlating)', 'Nessuna (Italia, dopo la scarcerazione)'],
    },
  },
  ReferralSource: {
    source: '000, 002, 004',
    codes: {
      KIOM_JOINT_ACTION_GROUP: ['Gezamenlijke actiegroep van KIOM', 'Gruppo d’azione congiunto del KIOM'],
      PRISON_IN_REACH: [
        'MALS zoekt zelf contact in de gevangenis',
        'MALS prende contatto di propria iniziativa in carcere',
      ],
      MAPPA: ['MAPPA-overleg', 'Riunione MAPPA'],
      PROBATION_TO_SAFETY_HOUSE: [
        'Aanmelding door de reclassering bij het Veiligheidshuis',
        'Segnalazione dell’ufficio di probation alla Casa della sicurezza',
      ],
      POLICE_LIST: [
        'Politielijst van meermaals aangehoudenen (vroegere werkwijze)',
        'Elenco di polizia di persone arrestate più volte (prassi precedente)',
      ],
      SOCIAL_SERVICES_TO_ERI: ['Uitnodiging door sociale diensten', 'Invito dei servizi sociali'],
      SERT: ['SERT', 'SERT'],
      UEPE: ['UEPE', 'UEPE'],
      SELF: ['Op eigen initiatief', 'Di propria iniziativa'],
    },
  },
  Sex: { source: THIS_HUB, codes: { FEMALE: ['Vrouw', 'Femmina'], MALE: ['Man', 'Maschio'] } },
  AgeBand: {
    source: THIS_HUB,
    codes: {
      UNDER_18: ['Jonger dan 18', 'Meno di 18 anni'],
      FROM_18_TO_24: ['18 tot en met 24', 'Da 18 a 24 anni'],
      FROM_25_TO_34: ['25 tot en met 34', 'Da 25 a 34 anni'],
      FROM_35_TO_49: ['35 tot en met 49', 'Da 35 a 49 anni'],
      FROM_50: ['50 en ouder', '50 anni e oltre'],
    },
  },
  OffenceClass: {
    source: THIS_HUB,
    codes: {
      VIOLENCE: ['Geweld, bedreiging en lastigvallen', 'Violenza, minacce e molestie'],
      DOMESTIC_VIOLENCE: ['Huiselijk geweld', 'Violenza domestica'],
      ROBBERY: ['Beroving', 'Rapina'],
      BURGLARY: ['Inbraak, ook poging', 'Furto con scasso, anche tentato'],
      THEFT: ['Diefstal en heling', 'Furto e ricettazione'],
      VEHICLE: ['Diefstal van en uit voertuigen', 'Furto di veicoli e su veicoli'],
      DRUGS: ['Verdovende middelen', 'Stupefacenti'],
      PUBLIC_ORDER: ['Openbare orde en overtreding van bevelen', 'Ordine pubblico e violazione di provvedimenti'],
      WEAPONS: ['Wapens', 'Armi'],
      NOT_STATED: ['Niet vermeld in de bron', 'Non indicato nella fonte'],
    },
  },
  RecordBasis: {
    source: THIS_HUB,
    codes: {
      FACT: ['Als feit vermeld', 'Riportato come fatto'],
      ASSESSMENT: ['Een beoordeling van degene die het vastlegde', 'Una valutazione di chi lo ha registrato'],
    },
  },
  // Knowsley
  MerseysideBorough: {
    source: '000, 002',
    codes: {
      KNOWSLEY: ['Knowsley', 'Knowsley'],
      LIVERPOOL: ['Liverpool', 'Liverpool'],
      SEFTON: ['Sefton', 'Sefton'],
      ST_HELENS: ['St Helens', 'St Helens'],
      WIRRAL: ['Wirral', 'Wirral'],
    },
  },
  PoliceArea: {
    source: '000, 002',
    codes: {
      KNOWSLEY: ['Knowsley', 'Knowsley'],
      LIVERPOOL: ['Liverpool', 'Liverpool'],
      SEFTON: ['Sefton', 'Sefton'],
      ST_HELENS: ['St Helens', 'St Helens'],
      WIRRAL: ['Wirral', 'Wirral'],
      GREATER_MANCHESTER: [
        'Greater Manchester, het gebied van het naburige korps',
        'Greater Manchester, l’area della forza di polizia confinante',
      ],
    },
  },
  RiskAssessed: {
    source: '000',
    codes: {
      MATCH: ['Een koppeling met één mentor', 'Un abbinamento con un tutor'],
      GROUP: ['Een plaats in een groep', 'Un posto in un gruppo'],
    },
  },
  KnowsleySource: {
    source: THIS_HUB,
    codes: {
      CORVUS: [
        'CORVUS, het score- en zaaksysteem van de politie',
        'CORVUS, il sistema di punteggi e casi della polizia',
      ],
      NICHE: ['NICHE, het inlichtingensysteem van de politie', 'NICHE, il sistema informativo della polizia'],
      PNC: ['Landelijke politiecomputer (PNC)', 'Archivio informatico nazionale della polizia (PNC)'],
      PINS: ['PINS, de landelijke gegevens over detentie', 'PINS, i dati nazionali sulla detenzione'],
      POP_DATABASE: [
        'Databank van het vroegere veelplegersprogramma (POP), nooit naar CORVUS overgezet',
        'Banca dati del precedente programma per autori abituali (POP), mai trasferita in CORVUS',
      ],
      MAPPA_FILE: [
        'Papieren dossier van de ketenbrede bescherming van de samenleving (MAPPA)',
        'Fascicolo cartaceo delle misure congiunte di tutela della collettività (MAPPA)',
      ],
      PROBATION_CASE_SYSTEM: [
        'Het zaaksysteem van de reclasseringsdienst of -onderneming',
        'Il sistema dei casi del servizio o della società di probation',
      ],
      PRISON_SYSTEM: ['Het eigen systeem van de gevangenis', 'Il sistema proprio del carcere'],
      KIOM_FILE: [
        'Dossier van het team voor integrale daderaanpak in Knowsley',
        'Fascicolo della squadra di gestione integrata di Knowsley',
      ],
      HEALTH_RECORD: ['Het eigen dossier van de zorginstelling', 'La cartella propria dell’ente sanitario'],
      MALS_REGISTER: [
        'Register van MALS, buiten het politienetwerk gehouden',
        'Registro di MALS, tenuto fuori dalla rete della polizia',
      ],
      CASE_STUDIES: [
        'Gepubliceerde casussen uit het eindverslag van het project, gereconstrueerd waar de bron geen datum geeft',
        'Casi pubblicati nella relazione finale del progetto, ricostruiti dove la fonte non indica una data',
      ],
    },
  },
  ReferralStage: {
    source: THIS_HUB,
    codes: {
      OFFERED: ['Aangeboden, nog niet beantwoord', 'Proposta, ancora senza risposta'],
      ACCEPTED: ['Aanvaard', 'Accettata'],
      DECLINED: ['Afgewezen', 'Rifiutata'],
    },
  },
  CostBand: {
    source: THIS_HUB,
    codes: {
      UNDER_5000: ['Minder dan 5.000 pond', 'Meno di 5.000 sterline'],
      FROM_5000: ['5.000 tot en met 49.999 pond', 'Da 5.000 a 49.999 sterline'],
      FROM_50000: ['50.000 tot en met 499.999 pond', 'Da 50.000 a 499.999 sterline'],
      FROM_500000: ['500.000 pond en meer', '500.000 sterline e oltre'],
    },
  },
  CohortStatus: {
    source: THIS_HUB,
    codes: {
      MEMBER: ['Op score geselecteerd', 'Selezionato in base al punteggio'],
      ADDED_BY_HAND: [
        'Met de hand toegevoegd, met reden en herbeoordeling',
        'Aggiunto manualmente, con motivo e riesame',
      ],
      LEFT: ['Uit het cohort', 'Uscito dalla coorte'],
    },
  },
  NeedState: {
    source: THIS_HUB,
    codes: {
      OPEN: ['Een behoefte waarin nog niemand voorziet', 'Un bisogno a cui ancora nessuno risponde'],
      IN_PROGRESS: ['Iemand werkt eraan', 'Qualcuno se ne occupa'],
      MET: ['Vervuld', 'Soddisfatto'],
      NONE: ['Geen behoefte', 'Nessun bisogno'],
    },
  },
  CommunicationNeed: {
    source: THIS_HUB,
    codes: {
      NONE_KNOWN: ['Niets bekend', 'Nessuna nota'],
      DYSLEXIA: ['Dyslexie', 'Dislessia'],
      LEARNING_DIFFICULTY: ['Leermoeilijkheid', 'Difficoltà di apprendimento'],
    },
  },
  HealthKind: {
    source: THIS_HUB,
    codes: {
      SUBSTANCE_MISUSE: ['Misbruik van middelen', 'Abuso di sostanze'],
      MENTAL_HEALTH: ['Geestelijke gezondheid', 'Salute mentale'],
      LEARNING: ['Dyslexie of leermoeilijkheid', 'Dislessia o difficoltà di apprendimento'],
    },
  },
  CustodyStartReason: {
    source: THIS_HUB,
    codes: {
      NEW_OFFENCE: ['Straf voor een nieuw delict', 'Condanna per un nuovo reato'],
      RECALL: ['Herroeping van de voorwaardelijke vrijheid', 'Revoca della libertà condizionale'],
      REMAND: ['Voorlopige hechtenis', 'Custodia cautelare'],
      FINE_DEFAULT: ['Onbetaalde boete', 'Multa non pagata'],
      OTHER: ['Anders', 'Altro'],
    },
  },
  LicenceConditionKind: {
    source: THIS_HUB,
    codes: {
      RESIDE: ['Op een adres wonen', 'Abitare a un indirizzo'],
      NON_ASSOCIATION: ['Bepaalde mensen niet ontmoeten', 'Non incontrare determinate persone'],
      EXCLUSION_ZONE: ['Uit een gebied wegblijven', 'Tenersi lontano da una zona'],
    },
  },
  SessionMode: {
    source: THIS_HUB,
    codes: {
      FACE_TO_FACE: ['In persoon', 'Di persona'],
      PHONE: ['Telefonisch', 'Per telefono'],
      EMAIL: ['Per e-mail', 'Per posta elettronica'],
      GROUP: ['In een groep', 'In gruppo'],
      ACTIVITY: ['Een gezamenlijke activiteit', 'Un’attività insieme'],
    },
  },
  MilestoneState: {
    source: THIS_HUB,
    codes: {
      PLANNED: ['Gepland', 'Previsto'],
      UNDER_WAY: ['Gaande', 'In corso'],
      REACHED: ['Bereikt', 'Raggiunto'],
      MISSED: ['Gemist', 'Mancato'],
    },
  },
  Confidence: {
    source: THIS_HUB,
    codes: {
      CERTAIN: ['Zeker', 'Certo'],
      PROBABLE: ['Waarschijnlijk', 'Probabile'],
      UNCERTAIN: ['Onzeker', 'Incerto'],
    },
  },
  CensoredReason: {
    source: THIS_HUB,
    codes: {
      NO_ENGAGEMENT: [
        'De persoon is niet begonnen met MALS te werken',
        'La persona non ha iniziato a lavorare con MALS',
      ],
      WINDOW_NOT_OVER: ['De periode is nog niet voorbij', 'Il periodo non è ancora terminato'],
      NOT_AT_LIBERTY: [
        'De persoon zat een deel van de periode vast',
        'La persona è stata detenuta per una parte del periodo',
      ],
    },
  },
  // The Hague
  CaseComplexity: {
    source: THIS_HUB,
    codes: {
      COMPLEX: ['Complex: meerdere diensten zijn tegelijk nodig', 'Complesso: servono più servizi insieme'],
      STRAIGHTFORWARD: [
        'Eenvoudig: één dienst volstaat, het Veiligheidshuis behandelt de zaak niet verder',
        'Semplice: basta un servizio, la Casa della sicurezza non lo tratta oltre',
      ],
    },
  },
  CaseNeedState: {
    source: THIS_HUB,
    codes: {
      OPEN: ['Openstaand', 'Aperto'],
      IN_PROGRESS: ['Er wordt aan gewerkt', 'In lavorazione'],
      MET: ['Vervuld', 'Soddisfatto'],
    },
  },
  ReferralDecision: {
    source: THIS_HUB,
    codes: {
      PENDING: ['Nog niet beslist', 'Non ancora decisa'],
      ACCEPTED: ['Aanvaard door het Veiligheidshuis', 'Accettata dalla Casa della sicurezza'],
      RETURNED: ['Teruggestuurd naar de aanmelder', 'Restituita a chi l’ha inviata'],
    },
  },
  InformationQuality: {
    source: THIS_HUB,
    codes: {
      ROBUST: ['Degelijk en uitvoerig', 'Solida e dettagliata'],
      PARTIAL: ['Gedeeltelijk', 'Parziale'],
      UNVERIFIED: ['Niet geverifieerd', 'Non verificata'],
    },
  },
  PlanHorizon: {
    source: THIS_HUB,
    codes: {
      SHORT: ['Re-integratieplan voor de korte termijn', 'Piano di reinserimento a breve termine'],
      LONG: [
        'Planning op langere termijn voor het einde van de straf',
        'Programmazione a più lungo termine per la fine della pena',
      ],
    },
  },
  PlanActionStatus: {
    source: THIS_HUB,
    codes: {
      PLANNED: ['Gepland', 'Prevista'],
      UNDER_WAY: ['Gaande', 'In corso'],
      DONE: ['Gedaan', 'Eseguita'],
      NOT_DONE: ['Niet gedaan', 'Non eseguita'],
    },
  },
  DetentionStartReason: {
    source: THIS_HUB,
    codes: {
      NEW_OFFENCE: [
        'Een nieuw delict (de enige reden die als recidive telt)',
        'Un nuovo reato (l’unico motivo che conta come recidiva)',
      ],
      RECALL: ['Terugplaatsing', 'Revoca'],
      REMAND: ['Voorlopige hechtenis', 'Custodia cautelare'],
      UNPAID_FINE: ['Een onbetaalde boete', 'Una multa non pagata'],
    },
  },
  ProsecutionDecision: {
    source: THIS_HUB,
    codes: {
      PENDING: ['Nog niet beslist', 'Non ancora deciso'],
      PROSECUTED: ['Vervolgd', 'Perseguito'],
      DISMISSED: ['Geseponeerd', 'Archiviato'],
      CONVICTED: ['Veroordeeld', 'Condannato'],
    },
  },
  ExtremismCaseState: {
    source: THIS_HUB,
    codes: {
      PROPOSED: ['Voorgesteld door één partij', 'Proposto da una parte'],
      APPROVED: ['Goedgekeurd door ten minste twee van de drie partijen', 'Approvato da almeno due delle tre parti'],
    },
  },
  // Turin
  ParticipantCensoredReason: {
    source: THIS_HUB,
    codes: {
      NOT_ENGAGED: [
        'De deelnemer heeft nog geen bijeenkomst bijgewoond',
        'Il partecipante non ha ancora frequentato un incontro',
      ],
      NOT_STATED: [
        'Wanneer de deelnemer terug in de gevangenis kwam, of voor een feit van wanneer, is niet vastgelegd',
        'Non è registrato quando il partecipante è tornato in carcere, o per un reato di quando',
      ],
      WINDOW_RUNS: ['De periode loopt tot een latere dag', 'La finestra dura fino a un giorno successivo'],
      NOT_FREE: [
        'De deelnemer zat een deel van de periode in de gevangenis, of mogelijk',
        'Il partecipante è stato, o può essere stato, in carcere per parte della finestra',
      ],
      NOT_FOLLOWED_UP: [
        'Niemand heeft na het einde van de periode naar de deelnemer gevraagd',
        'Nessuno ha chiesto del partecipante dopo la fine della finestra',
      ],
    },
  },
  ItalianLegalStatus: {
    source: '000, 002',
    codes: {
      DETENUTO: ['Gedetineerd in de gevangenis', 'Detenuto in carcere'],
      SEMILIBERTA: [
        'Halve vrijheid: overdag buiten de gevangenis, ’s nachts erin',
        'Semilibertà: di giorno fuori dal carcere, di notte dentro',
      ],
      DETENZIONE_DOMICILIARE: ['Huisdetentie', 'Detenzione domiciliare'],
      AFFIDAMENTO_IN_PROVA: [
        'Straf in de samenleving uitgezeten, onder toezicht van UEPE',
        'Affidamento in prova: pena scontata nella comunità, in carico all’UEPE',
      ],
      LIBERO: ['Op vrije voeten, geen lopende straf', 'Libero, nessuna pena in corso'],
    },
  },
  ProgrammeWeekKind: {
    source: THIS_HUB,
    codes: {
      MODEL: ['Week 1 en 2: het veranderingsmodel', 'Settimane 1 e 2: il modello del cambiamento'],
      NEEDS: ['Week 3 tot en met 8: de behoeften van de deelnemers', 'Settimane da 3 a 8: i bisogni dei partecipanti'],
    },
  },
  PlacementState: {
    source: THIS_HUB,
    codes: {
      OFFERED: ['Aangeboden, nog niet beantwoord', 'Proposto, ancora senza risposta'],
      ACCEPTED: ['Aanvaard door deelnemer en werkgever', 'Accettato dal partecipante e dal datore di lavoro'],
      DECLINED: ['Door een van beiden afgewezen', 'Rifiutato da uno dei due'],
      ENDED: ['Aanvaard, en inmiddels beëindigd', 'Accettato, e nel frattempo terminato'],
    },
  },
  // The cross-border lookup
  LookupTarget: {
    source: THIS_HUB,
    codes: {
      KNOWSLEY: [
        'Knowsley: geïntegreerd daderbeheer, en wie ermee werkt',
        'Knowsley: gestione integrata degli autori di reato, e chi vi collabora',
      ],
      SAFETY_HOUSE: [
        'Den Haag: het Veiligheidshuis en zijn partners',
        'L’Aia: la Casa della sicurezza e i suoi partner',
      ],
      ERI: ['Turijn: ERI, met toestemming van de persoon', 'Torino: ERI, con il consenso della persona'],
    },
  },
  LookupBand: {
    source: THIS_HUB,
    codes: {
      STRONG: [
        'Twintig bits of meer pleiten ervoor, bij vergelijking in klare tekst',
        'Venti bit o più a favore, nel confronto in chiaro',
      ],
      PROBABLE: [
        'Twee onafhankelijke sleutels komen overeen, één met een volledige geboortedatum; of 14 bits, bij vergelijking in klare tekst',
        'Due chiavi indipendenti coincidono, una con la data di nascita completa; oppure 14 bit, nel confronto in chiaro',
      ],
      POSSIBLE: [
        'Het kan een tweeling zijn: zelfde achternaam en geboortedatum, andere voornaam',
        'Può essere un gemello: stesso cognome e stessa data di nascita, nome diverso',
      ],
    },
  },
  MatchedOn: {
    source: THIS_HUB,
    codes: {
      FAMILY_NAME: ['Achternaam, naar de klank', 'Cognome, secondo il suono'],
      GIVEN_NAME: ['Voornaam, naar de klank', 'Nome, secondo il suono'],
      ALIAS: ['Andere naam', 'Altro nome'],
      NAME_BEGINNING: ['Begin van een naam', 'Inizio di un nome'],
      BIRTH_DATE: ['Volledige geboortedatum', 'Data di nascita completa'],
      BIRTH_DAY: ['Geboortedag en -maand', 'Giorno e mese di nascita'],
      BIRTH_YEAR: ['Geboortejaar', 'Anno di nascita'],
      BIRTH_PLACE: ['Geboorteplaats', 'Luogo di nascita'],
    },
  },
  LookupState: {
    source: THIS_HUB,
    codes: {
      ASKED: [
        'Er was een treffer; de identiteit is niet vrijgegeven',
        'C’è stato un riscontro; l’identità non è stata trasmessa',
      ],
      RELEASED: [
        'De identiteit is aan de houder vrijgegeven, waar een mens moet beslissen',
        'L’identità è stata trasmessa al titolare, dove una persona deve decidere',
      ],
      CONFIRMED: [
        'Een mens bij de houder heeft bevestigd dat het dezelfde persoon is',
        'Una persona presso il titolare ha confermato che si tratta della stessa persona',
      ],
      NOT_THE_SAME: ['Het is iemand anders', 'È un’altra persona'],
      REFUSED: ['De houder weigert het te zeggen', 'Il titolare rifiuta di dirlo'],
      WITHDRAWN: ['De vrager heeft het ingetrokken', 'Il richiedente l’ha ritirata'],
      EXPIRED: ['De tijd is verstreken', 'Il tempo è scaduto'],
    },
  },
  AccessState: {
    source: THIS_HUB,
    codes: {
      REQUESTED: ['De houder moet beslissen', 'Il titolare deve decidere'],
      AWAITING_SECOND: [
        'Eén persoon keurde het goed, en een tweede moet instemmen',
        'Una persona l’ha approvata, e una seconda deve acconsentire',
      ],
      APPROVED: ['Goedgekeurd zoals verzocht', 'Approvata come richiesto'],
      APPROVED_IN_PART: ['Gedeeltelijk goedgekeurd', 'Approvata in parte'],
      DECLINED: ['Niets ervan is goedgekeurd', 'Nulla è stato approvato'],
      WITHDRAWN: ['Ingetrokken', 'Ritirata'],
      EXPIRED: ['De tijd is verstreken', 'Il tempo è scaduto'],
      CLOSED: ['De vrager heeft verteld wat ervan kwam', 'Il richiedente ha riferito l’esito'],
    },
  },
  HandlingCode: {
    source: THIS_HUB,
    codes: {
      H1: [
        'Voor deze zaak en deze vrager; alleen met instemming van de houder door te geven',
        'Per questo caso e questo richiedente; da trasmettere solo con l’assenso del titolare',
      ],
      H2: [
        'Alleen voor de ogen van deze vrager; niet te kopiëren of door te geven',
        'Solo per gli occhi di questo richiedente; da non copiare né trasmettere',
      ],
    },
  },
  LookupOutcome: {
    source: THIS_HUB,
    codes: {
      LED_TO_ACTION: ['Het leidde tot actie', 'Ha portato ad agire'],
      NO_ACTION_NEEDED: ['Er was geen actie nodig', 'Non è stato necessario agire'],
      WRONG_PERSON: ['Het was de verkeerde persoon', 'Era la persona sbagliata'],
    },
  },
  RequestedCategory: {
    source: THIS_HUB,
    codes: {
      IDENTITY: [
        'Namen en data waarmee de persoon wordt geïdentificeerd',
        'Nomi e date con cui la persona è identificata',
      ],
      CUSTODY: [
        'Status van detentie, en voorwaarden van een vergunning of bevel',
        'Stato della detenzione, e condizioni di una licenza o di un ordine',
      ],
      RISK_SCORE: ['Risicoband, met het schema ervan', 'Fascia di rischio, con il suo schema'],
      CASE_PLAN: ['Leidende organisatie en contactpersoon', 'Organizzazione responsabile e contatto'],
      OFFENCE: ['Delicten: code, maand en klasse', 'Reati: codice, mese e classe'],
      REFERRAL: ['Of een aanmelding openstaat', 'Se una segnalazione è aperta'],
    },
  },
  IdentityAnswer: {
    source: THIS_HUB,
    codes: {
      CONFIRM: ['Het is deze persoon', 'È questa persona'],
      NOT_THE_SAME: ['Het is niemand van ons', 'Non è nessuno dei nostri'],
      REFUSE: ['Wij zeggen het niet', 'Non lo diciamo'],
    },
  },
  // The hub itself
  ProtocolStatus: {
    source: THIS_HUB,
    codes: {
      BUILT_IN: ['Ingebouwd: behoeft geen handtekening', 'Incorporato: non richiede firma'],
      PROPOSED: [
        'Voorgesteld en niet ondertekend: geldt alleen voor synthetische gegevens',
        'Proposto e non firmato: vale solo per dati sintetici',
      ],
      SIGNED: ['Ondertekend', 'Firmato'],
    },
  },
  Dimension: {
    source: THIS_HUB,
    codes: {
      JURISDICTION: ['Bronhouder, naar rechtsgebied: UK, NL of IT', 'Titolare, per giurisdizione: UK, NL o IT'],
      AGE_BAND: ['Leeftijdsklasse bij instroom', 'Fascia d’età all’ingresso'],
      SEX: ['Geslacht zoals vastgelegd', 'Sesso come registrato'],
      OFFENCE_GROUP: [
        'Groep van het hoofddelict: het laatste tot en met de instroom',
        'Gruppo del reato principale: l’ultimo fino all’ingresso',
      ],
      PATHWAY: [
        'Voornaamste behoefte; gezondheid, middelen, kinderen en gezin vallen onder de overige',
        'Bisogno principale; salute, sostanze, figli e famiglia rientrano tra gli altri',
      ],
      RISK_BAND: ['Klasse van het risico op letsel', 'Fascia del rischio di danno'],
      COHORT_YEAR: ['Jaar van instroom', 'Anno di ingresso'],
      COHORT_QUARTER: ['Kalenderkwartaal van instroom', 'Trimestre di ingresso'],
      PROGRAMME_SETTING: ['Waar het programma plaatsvindt', 'Luogo del programma'],
      MENTORING_INPUT_BAND: [
        'Gesprekken met een mentor in de twaalf maanden na instroom',
        'Incontri di accompagnamento nei dodici mesi dopo l’ingresso',
      ],
      AFTERCARE_SEEN: ['Of de nazorg de persoon heeft gezien', 'Se l’assistenza post-detenzione ha visto la persona'],
      HOUSING_OUTCOME: ['Huisvesting na twaalf maanden', 'Alloggio dopo dodici mesi'],
      EMPLOYMENT_OUTCOME: ['Werk na twaalf maanden', 'Lavoro dopo dodici mesi'],
      REOFFENDED_12M: ['Recidive binnen twaalf maanden', 'Recidiva entro dodici mesi'],
    },
  },
  Measure: {
    source: THIS_HUB,
    codes: {
      COUNT: ['Aantal mensen', 'Numero di persone'],
      REOFFENDING_RATE_12M: [
        'Aandeel dat binnen twaalf maanden recidiveerde, van wie gevolgd kon worden',
        'Quota di chi ha recidivato entro dodici mesi, tra chi si è potuto seguire',
      ],
      EMPLOYED_RATE: [
        'Aandeel met werk, van wie het is vastgelegd',
        'Quota di occupati, tra chi ha il dato registrato',
      ],
      HOUSED_RATE: [
        'Aandeel met huisvesting, van wie het is vastgelegd',
        'Quota con alloggio, tra chi ha il dato registrato',
      ],
      MEAN_MENTORING_SESSIONS: [
        'Gemiddeld aantal gesprekken met een mentor in de twaalf maanden na instroom',
        'Numero medio di incontri di accompagnamento nei dodici mesi dopo l’ingresso',
      ],
    },
  },
  Scope: {
    source: THIS_HUB,
    codes: {
      ALL: [
        'Alle drie bronhouders: als één totaal, of naast elkaar waar de tabel naar JURISDICTION is uitgesplitst',
        'Tutti e tre i titolari: come un solo totale, o affiancati se la tabella è suddivisa per JURISDICTION',
      ],
      UK: ['Alleen Knowsley', 'Solo Knowsley'],
      NL: ['Alleen Den Haag', 'Solo L’Aia'],
      IT: ['Alleen Turijn', 'Solo Torino'],
    },
  },
  ResearchAgeBand: {
    source: THIS_HUB,
    codes: {
      FROM_18_TO_24: ['18 tot en met 24 bij instroom', 'Da 18 a 24 anni all’ingresso'],
      FROM_25_TO_34: ['25 tot en met 34 bij instroom', 'Da 25 a 34 anni all’ingresso'],
      FROM_35_TO_49: ['35 tot en met 49 bij instroom', 'Da 35 a 49 anni all’ingresso'],
      FROM_50: ['50 of ouder bij instroom', '50 anni o più all’ingresso'],
      NOT_RECORDED: ['Leeftijd niet vastgelegd', 'Età non registrata'],
    },
  },
  ResearchSex: {
    source: THIS_HUB,
    codes: {
      FEMALE: ['Vrouwen', 'Donne'],
      MALE: ['Mannen', 'Uomini'],
      NOT_RECORDED: ['Geslacht niet vastgelegd', 'Sesso non registrato'],
    },
  },
  ResearchOffenceGroup: {
    source: THIS_HUB,
    codes: {
      THEFT: ['Diefstal', 'Furto'],
      BURGLARY: ['Inbraak', 'Furto con scasso'],
      ROBBERY: ['Beroving', 'Rapina'],
      VEHICLE: ['Voertuigcriminaliteit', 'Reati su veicoli'],
      DRUGS: ['Verdovende middelen', 'Stupefacenti'],
      VIOLENCE: ['Geweld, ook huiselijk geweld', 'Violenza, anche domestica'],
      PUBLIC_ORDER: ['Openbare orde', 'Ordine pubblico'],
      WEAPONS: ['Wapens', 'Armi'],
      OTHER: ['Andere delicten', 'Altri reati'],
      NOT_RECORDED: ['Geen delict vastgelegd', 'Nessun reato registrato'],
    },
  },
  ResearchPathway: {
    source: THIS_HUB,
    codes: {
      ACCOMMODATION: ['Huisvesting', 'Alloggio'],
      EMPLOYMENT_TRAINING_EDUCATION: ['Werk, opleiding en onderwijs', 'Lavoro, formazione e istruzione'],
      FINANCE_BENEFITS_DEBT: ['Financiën, uitkering en schulden', 'Finanze, sussidi e debiti'],
      THINKING_BEHAVIOUR: ['Denken en gedrag', 'Pensiero e comportamento'],
      OTHER: [
        'Andere behoeften: gezondheid, middelen, kinderen en gezin',
        'Altri bisogni: salute, sostanze, figli e famiglia',
      ],
      NOT_RECORDED: ['Geen behoefte vastgelegd', 'Nessun bisogno registrato'],
    },
  },
  ResearchRiskBand: {
    source: THIS_HUB,
    codes: {
      LOW: ['Laag risico op letsel', 'Rischio di danno basso'],
      MEDIUM: ['Gemiddeld risico op letsel', 'Rischio di danno medio'],
      HIGH: ['Hoog risico op letsel', 'Rischio di danno alto'],
      VERY_HIGH: ['Zeer hoog risico op letsel', 'Rischio di danno molto alto'],
      NOT_RECORDED: ['Risico op letsel niet vastgelegd', 'Rischio di danno non registrato'],
    },
  },
  ResearchCohortYear: {
    source: THIS_HUB,
    codes: {
      BEFORE_2024: ['Ingestroomd vóór 2024', 'Ingresso prima del 2024'],
      2024: ['Ingestroomd in 2024', 'Ingresso nel 2024'],
      2025: ['Ingestroomd in 2025', 'Ingresso nel 2025'],
      2026: ['Ingestroomd in 2026', 'Ingresso nel 2026'],
      2027: ['Ingestroomd in 2027', 'Ingresso nel 2027'],
      2028: ['Ingestroomd in 2028', 'Ingresso nel 2028'],
      2029: ['Ingestroomd in 2029', 'Ingresso nel 2029'],
    },
  },
  ResearchCohortQuarter: {
    source: THIS_HUB,
    codes: {
      Q1: ['Ingestroomd van januari tot en met maart', 'Ingresso da gennaio a marzo'],
      Q2: ['Ingestroomd van april tot en met juni', 'Ingresso da aprile a giugno'],
      Q3: ['Ingestroomd van juli tot en met september', 'Ingresso da luglio a settembre'],
      Q4: ['Ingestroomd van oktober tot en met december', 'Ingresso da ottobre a dicembre'],
    },
  },
  ResearchProgrammeSetting: {
    source: THIS_HUB,
    codes: {
      PRISON: ['Programma in de gevangenis', 'Programma in carcere'],
      COMMUNITY: ['Programma buiten de gevangenis', 'Programma sul territorio'],
      NONE: ['Geen programma', 'Nessun programma'],
      NOT_RECORDED: ['Programma niet vastgelegd', 'Programma non registrato'],
    },
  },
  ResearchMentoringInput: {
    source: THIS_HUB,
    codes: {
      NONE: ['Geen gesprekken', 'Nessun incontro'],
      FROM_1_TO_5: ['1 tot en met 5 gesprekken', 'Da 1 a 5 incontri'],
      FROM_6_TO_12: ['6 tot en met 12 gesprekken', 'Da 6 a 12 incontri'],
      FROM_13: ['13 gesprekken of meer', '13 incontri o più'],
      NOT_RECORDED: ['Gesprekken niet vastgelegd', 'Incontri non registrati'],
    },
  },
  ResearchAftercareSeen: {
    source: THIS_HUB,
    codes: {
      SEEN: ['Gezien door de nazorg', 'Visto dall’assistenza post-detenzione'],
      NOT_SEEN: ['Niet gezien door de nazorg', 'Non visto dall’assistenza post-detenzione'],
      NOT_RECORDED: ['Nazorg niet vastgelegd', 'Assistenza post-detenzione non registrata'],
    },
  },
  ResearchHousingOutcome: {
    source: THIS_HUB,
    codes: {
      HOUSED: ['Met huisvesting', 'Con alloggio'],
      TEMPORARY: ['In tijdelijke opvang', 'In alloggio temporaneo'],
      NO_FIXED_HOME: ['Zonder vaste woonplaats', 'Senza fissa dimora'],
      NOT_RECORDED: ['Huisvesting niet vastgelegd', 'Alloggio non registrato'],
    },
  },
  ResearchEmploymentOutcome: {
    source: THIS_HUB,
    codes: {
      EMPLOYED: ['Aan het werk', 'Occupato'],
      NOT_EMPLOYED: ['Niet aan het werk', 'Non occupato'],
      NOT_RECORDED: ['Werk niet vastgelegd', 'Lavoro non registrato'],
    },
  },
  ResearchReoffended: {
    source: THIS_HUB,
    codes: {
      YES: ['Recidiveerde binnen twaalf maanden', 'Ha recidivato entro dodici mesi'],
      NO: ['Recidiveerde niet binnen twaalf maanden', 'Non ha recidivato entro dodici mesi'],
      CENSORED: ['Kon geen twaalf maanden worden gevolgd', 'Non seguibile per dodici mesi'],
    },
  },
  CellStatus: {
    source: THIS_HUB,
    codes: {
      PUBLISHED: ['Er is een waarde', 'C’è un valore'],
      SUPPRESSED: [
        'Onderdrukt: weinig mensen of niemand, of te weinig met een uitkomst; [c]',
        'Soppressa: poche persone o nessuna, o troppo poche con un esito; [c]',
      ],
      STRUCTURAL_ZERO: [
        'Er kan niemand in zitten: een cohort dat nog niet is gesloten, of wat de bronhouder nooit vastlegt; [z]',
        'Non può contenere nessuno: una coorte non ancora chiusa, o ciò che il titolare non registra mai; [z]',
      ],
      NOT_AVAILABLE: ['Niet beschikbaar bij deze bronhouder; [x]', 'Non disponibile da questo titolare; [x]'],
    },
  },
  ResearchState: {
    source: THIS_HUB,
    codes: {
      PROPOSED: ['Wacht op de functionarissen', 'In attesa dei responsabili'],
      APPROVED: ['Alle drie functionarissen keurden het goed', 'Approvato da tutti e tre i responsabili'],
      REFUSED: ['Een functionaris wees het af', 'Respinto da un responsabile'],
      ENDED: ['De laatste dag is voorbij', 'L’ultimo giorno è passato'],
    },
  },
  ResearchAnswer: {
    source: THIS_HUB,
    codes: {
      APPROVED: ['Goedgekeurd voor het eigen samenwerkingsverband', 'Approvato per il proprio partenariato'],
      REFUSED: ['Afgewezen voor het eigen samenwerkingsverband', 'Respinto per il proprio partenariato'],
    },
  },
  AwaitedMachinery: {
    source: THIS_HUB,
    codes: {
      STUDY_EXTRACT: [
        'Gepseudonimiseerde regels van een goedgekeurde studie met haar einddatum',
        'Righe pseudonimizzate di uno studio approvato con la sua data di fine',
      ],
    },
  },
  DefinitionConcept: {
    source: 'A.5 and A.6 of the domain; the rating: this hub',
    codes: {
      PROLIFIC_OFFENDER: ['Veelpleger', 'Autore prolifico di reati'],
      REOFFENDING: ['Recidive', 'Recidiva'],
      GRAVITY: ['Ernst van feiten', 'Gravità dei reati'],
      SUCCESS: ['Succes van een programma', 'Successo di un programma'],
      DESISTANCE: ['Stoppen met extremisme', 'Desistenza dall’estremismo'],
      COST_OF_CRIME: ['Kosten van criminaliteit zoals CORVUS ze opgeeft', 'Costo del crimine come lo indica CORVUS'],
      CORVUS_SCORE: ['Score volgens de CORVUS-matrix', 'Punteggio secondo la matrice CORVUS'],
      YOUTH: ['Wie als jong geldt', 'Chi è considerato giovane'],
      ROUTE_ELIGIBILITY: [
        'Wie een woon- of werkroute mag volgen',
        'Chi può seguire un percorso abitativo o lavorativo',
      ],
      PROGRAMME_ELIGIBILITY: [
        'Wie aan het Life Change Programme mag deelnemen',
        'Chi può partecipare al Life Change Programme',
      ],
      PROGRAMME_ATTENDANCE: ['Aanwezigheid bij het Life Change Programme', 'Presenza al Life Change Programme'],
      MENTOR_WORKLOAD: ['Hoeveel een mentor doet', 'Carico di lavoro di un tutor'],
      REFERRAL_COUNTS: ['Aanmeldingen naar herkomst en uitkomst', 'Segnalazioni per origine ed esito'],
      INVENTORY_COMPLETION: ['Ingevulde voortgangsvragenlijsten', 'Compilazione dei questionari di avanzamento'],
      TARGET_RATING: [
        'Hoe een doel ervoor staat: rood, oranje, groen',
        'A che punto è un obiettivo: rosso, giallo, verde',
      ],
    },
  },
  DecisionKind: {
    source: THIS_HUB,
    codes: {
      PERMIT: ['Toegestaan, over wie het ook gaat', 'Consentito, chiunque riguardi'],
      PERMIT_WHEN: [
        'Toegestaan waar de voorwaarden van een bepaling gelden',
        'Consentito dove valgono le condizioni di una clausola',
      ],
      DENY: ['Geweigerd, over wie het ook gaat', 'Negato, chiunque riguardi'],
    },
  },
  DisclosureOutcome: {
    source: THIS_HUB,
    codes: {
      DISCLOSED: ['Er is iets verstrekt', 'Qualcosa è stato comunicato'],
      WITHHELD: ['Er is niets verstrekt', 'Nulla è stato comunicato'],
      REFUSED: [
        'Geweigerd voordat aan een bronhouder is gevraagd',
        'Rifiutato prima di interrogare un titolare dei dati',
      ],
      FAILED: [
        'Niets verstrekt, doordat een bron uitviel',
        'Nulla è stato comunicato, perché una fonte non ha risposto',
      ],
    },
  },
  PlacementReason: {
    source: THIS_HUB,
    codes: {
      AGE: ['Niet van de leeftijd van de route', 'Età non prevista dal percorso'],
      NOT_HOMELESS: ['Niet dakloos', 'Non senza dimora'],
      HOMELESS: ['Dakloos', 'Senza dimora'],
    },
  },
  RouteReason: {
    source: THIS_HUB,
    codes: {
      AGE: ['Niet van de leeftijd van de route', 'Età non prevista dal percorso'],
      NOT_HOMELESS: ['Niet dakloos', 'Non senza dimora'],
      HOMELESS: ['Dakloos', 'Senza dimora'],
      ON_PROBATION: ['Onder reclasseringstoezicht', 'In carico al servizio di probation'],
      OUTSTANDING_PROSECUTIONS: ['Er staan vervolgingen open', 'Vi sono procedimenti penali pendenti'],
      NOT_STATED: [
        'Openbaar ministerie of reclassering heeft niet verklaard wat de route vraagt',
        'Il pubblico ministero o il servizio di probation non ha dichiarato ciò che il percorso richiede',
      ],
    },
  },
  RouteStatus: {
    source: THIS_HUB,
    codes: {
      REQUESTED: ['Aangevraagd', 'Richiesto'],
      PLACED: ['Geplaatst', 'Inserito'],
      ENDED: ['Beëindigd', 'Concluso'],
      DECLINED: ['Afgewezen', 'Respinto'],
    },
  },
  ReturnCensoredReason: {
    source: THIS_HUB,
    codes: {
      NOT_RELEASED: ['De persoon is nog niet vrijgelaten', 'La persona non è ancora stata scarcerata'],
      WINDOW_NOT_OVER: [
        'Er zijn geen twaalf maanden voorbij sinds de vrijlating',
        'Non sono trascorsi dodici mesi dalla scarcerazione',
      ],
      NOT_AT_LIBERTY: [
        'De persoon zat een deel van de twaalf maanden vast om een andere reden',
        'La persona è stata detenuta per una parte dei dodici mesi per un altro motivo',
      ],
    },
  },
};
