import { vocabulary, type Vocabulary } from '../../engine/document/vocabulary.ts';

const kinds = (...ids: string[]) => ids.map((id) => ({ id, label: id }));
const label = (one: string) => ({ one, many: `${one} records` });
const source = { ref: 'test', standing: 'sourced' } as const;

/** Small, and with every shape, every way to name a member, and every kind of field that a rule can test. */
export const referenceVocabulary: Vocabulary = vocabulary.parse({
  id: 'reference',
  version: 1,
  title: 'A small vocabulary with something of everything',
  sources: { test: { title: 'Made for tests' } },
  roles: [
    { id: 'parent', label: 'parent' },
    { id: 'child', label: 'child' },
  ],
  schoolAge: {
    startsAt: 5,
    cutOff: { autumn: '08-31', spring: '12-31', summer: '03-31' },
    endsAt: 16,
    leavingYearFrom: '09-01',
    source,
  },
  everyRecord: { evidence: { type: 'text', label: 'evidence' } },
  recordTypes: {
    offence: {
      label: label('offence'),
      shape: 'event',
      member: 'required',
      fields: {
        kind: { type: 'kind', label: 'kind', values: kinds('theft', 'damage', 'assault') },
        proven: { type: 'yes-no', label: 'proven' },
      },
    },
    incident: {
      label: label('incident'),
      shape: 'event',
      member: 'optional',
      fields: { kind: { type: 'kind', label: 'kind', required: true, values: kinds('noise', 'harm') } },
    },
    visit: {
      label: label('visit'),
      shape: 'event',
      member: 'none',
      fields: { planned: { type: 'yes-no', label: 'planned' } },
    },
    benefit: {
      label: label('benefit'),
      shape: 'spell',
      member: 'required',
      fields: {
        kind: { type: 'kind', label: 'kind', required: true, values: kinds('JSA', 'ESA', 'UC') },
        seeking: { type: 'yes-no', label: 'seeking', nullable: true },
      },
    },
    placement: {
      label: label('placement'),
      shape: 'spell',
      member: 'optional',
      fields: { via: { type: 'kind', label: 'via', nullable: true, values: kinds('court', 'school') } },
    },
    attendance: {
      label: label('attendance'),
      shape: 'term',
      member: 'required',
      fields: {
        possible: { type: 'count', label: 'possible', unit: 'sessions', required: true, max: 10 },
        authorised: { type: 'count', label: 'authorised', unit: 'sessions', max: 10 },
        unauthorised: { type: 'count', label: 'unauthorised', unit: 'sessions', max: 10 },
      },
      limits: [{ sum: ['authorised', 'unauthorised'], atMost: 'possible' }],
    },
    tuition: {
      label: label('tuition'),
      shape: 'term',
      member: 'required',
      fields: {
        offered: { type: 'count', label: 'offered', unit: 'sessions' },
        attended: { type: 'count', label: 'attended', unit: 'sessions' },
      },
      limits: [{ sum: ['attended'], atMost: 'offered' }],
    },
  },
});
