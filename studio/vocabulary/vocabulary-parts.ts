import { type Component, lazy } from 'solid-js';
import type { EditorPart } from '../editor/editor-parts.ts';

const vocabularies = ['vocabulary'] as const;
const part = (path: string, load: () => Promise<Component>, navigation?: string): EditorPart => ({
  path,
  group: 'rules',
  kinds: vocabularies,
  component: lazy(async () => ({ default: await load() })),
  ...(navigation === undefined ? {} : { navigation }),
});

/** The parts of a draft in which a vocabulary is edited. */
export const vocabularyParts: readonly EditorPart[] = [
  part(
    'vocabulary',
    async () => (await import('./about-vocabulary-screen.tsx')).AboutVocabularyScreen,
    'About this vocabulary',
  ),
  part(
    'record-types',
    async () => (await import('./record-types-screen.tsx')).RecordTypesScreen,
    'Record types',
  ),
  part('add-record-type', async () => (await import('./add-record-type-screen.tsx')).AddRecordTypeScreen),
  part('record-types/:type', async () => (await import('./record-type-screen.tsx')).RecordTypeScreen),
  part(
    'every-record',
    async () => (await import('./every-record-screen.tsx')).EveryRecordScreen,
    'Every record',
  ),
  part('members', async () => (await import('./members-screen.tsx')).MembersScreen, 'Members and ages'),
];
