import { type DefinitionConcept, DEFINITIONS, type DefinitionWords } from '../../../schema/definitions';
import { instanceWith } from '../../common/graph/instance-with';
import { TrilingualText } from '../words/trilingual-text';
import { StatedDefinition } from './stated-definition';

export interface DefinitionRequest {
  readonly concept?: DefinitionConcept | null;
  readonly jurisdiction?: string | null;
}

/** The definitions of a concept, of a jurisdiction or of both, in the order in which they are written. */
export function listDefinitions({ concept, jurisdiction }: DefinitionRequest): readonly StatedDefinition[] {
  return Object.entries<DefinitionWords>(DEFINITIONS)
    .filter(([, words]) => !concept || words.concept === concept)
    .filter(([, words]) => !jurisdiction || words.jurisdiction === jurisdiction)
    .map(([version, words]) =>
      instanceWith(StatedDefinition, { ...words, version, text: instanceWith(TrilingualText, words.text) }),
    );
}
