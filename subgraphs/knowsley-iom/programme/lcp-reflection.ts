import { Disclosed } from '../../common/records/decorators';
import { KnowsleyRecordOf, PersonRecord } from '../records/knowsley-record';

@KnowsleyRecordOf({
  table: 'lcp_reflection',
  describes: 'What a participant wrote in the Life Change Programme. Kept by MALS.',
  discloses: 'LCP_REFLECTION/FLAG/TESTIMONIAL',
})
export class LcpReflection extends PersonRecord {
  @Disclosed('LCP_REFLECTION/FULL/TESTIMONIAL', 'text', {
    describes: 'Testimonial, meant for others to read.',
    filter: false,
  })
  testimonial!: string | null;

  @Disclosed('LCP_REFLECTION/FULL/OTHER', 'text', { describes: 'Goals that the participant set.', filter: false })
  goals!: string | null;

  @Disclosed('LCP_REFLECTION/FULL/OTHER', 'text', {
    describes: 'Contract of the participant with themselves.',
    filter: false,
  })
  contract!: string | null;

  @Disclosed('LCP_REFLECTION/FULL/OTHER', 'text', {
    describes: 'What the participant thought of the programme.',
    filter: false,
  })
  evaluation!: string | null;
}
