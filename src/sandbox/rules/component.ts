import { ComponentType, MessageFlags } from 'discord-api-types/v10';
import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { z } from 'zod/mini';
import { isRecord } from '../record.ts';

const typeSchema = z.enum(ComponentType);

/** A component of any kind, seen as a node of the message's tree. */
export interface ComponentNode {
  readonly type: ComponentType;
  readonly path: readonly PropertyKey[];
  readonly component: Readonly<Record<string, unknown>>;
}

/** Every component of a message in reading order: parents first, a section's accessory last. */
export function* walkComponents(
  components: readonly APIMessageTopLevelComponent[],
): Generator<ComponentNode> {
  for (const [index, component] of components.entries()) {
    if (isRecord(component)) yield* walkNode(component, ['components', index]);
  }
}

function* walkNode(
  component: Readonly<Record<string, unknown>>,
  path: readonly PropertyKey[],
): Generator<ComponentNode> {
  const { data: type } = typeSchema.safeParse(component['type']);
  if (type === undefined) return;
  yield { type, path, component };
  const { components: children, accessory } = component;
  for (const [index, child] of Array.isArray(children) ? children.entries() : []) {
    if (isRecord(child)) yield* walkNode(child, [...path, 'components', index]);
  }
  if (isRecord(accessory)) yield* walkNode(accessory, [...path, 'accessory']);
}

/** Whether flags say that a message is made of components alone. */
export function isComponentsV2(flags: number): boolean {
  return (flags & MessageFlags.IsComponentsV2) !== 0;
}

/**
 * The components with the ids that Discord gives: 1, 2, 3 … in reading order, past those given.
 * `docs/components/reference#anatomy-of-a-component`
 */
export function numberComponents(
  components: readonly APIMessageTopLevelComponent[],
): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  const nodes = [...walkComponents(copy)];
  const taken = new Set(nodes.map(({ component }) => component['id']));
  let next = 1;
  for (const { component } of nodes) {
    if (component['id'] !== undefined && component['id'] !== null && component['id'] !== 0)
      continue;
    while (taken.has(next)) next += 1;
    Object.assign(component, { id: next });
    taken.add(next);
  }
  return copy;
}
