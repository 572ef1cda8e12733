import { lazy, Suspense, type ComponentType } from 'react';

type CardModule = { MatterCard: ComponentType<{ id: string }> };

/** A scene may add a card to the page of its matters by `scenes/<name>/MatterCard.tsx`; nothing lists them. */
const found = import.meta.glob<CardModule>('../scenes/*/MatterCard.tsx');
const cards = new Map(
  Object.entries(found).map(([path, load]) => [
    path.split('/')[2],
    lazy(async () => ({ default: (await load()).MatterCard })),
  ]),
);

export function SceneCard({ scene, id }: { scene: string; id: string }) {
  const Card = cards.get(scene);
  if (!Card) return null;
  return (
    <Suspense fallback={null}>
      <Card id={id} />
    </Suspense>
  );
}
