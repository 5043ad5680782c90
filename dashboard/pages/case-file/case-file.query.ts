// One question for a whole case file, made from the table of its sections.
import { FILE_SECTIONS, type FileSection, MOST_RECORDS, type RecordList } from './sections';

/** Who recorded a record, where and when: beside every section. */
const PROVENANCE = 'sourceSystem recordedBy recordedAt';

export const CASE_FILE_QUERY = `query CaseFile($id: ID!) {
  person(id: $id) {
    id
${FILE_SECTIONS.map(sectionQuery).join('\n')}
  }
}`;

function sectionQuery({ root, facts, lists }: FileSection): string {
  return `    ${root} {
      id ${facts.join(' ')} ${PROVENANCE}
${lists.map(listQuery).join('\n')}
    }`;
}

function listQuery({ field, shows, isSingle }: RecordList): string {
  const page = isSingle === true ? '' : `(first: ${MOST_RECORDS})`;
  return `      ${field}${page} { id ${shows.join(' ')} ${PROVENANCE} }`;
}
