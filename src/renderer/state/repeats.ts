// The deliveries of the open one's message: going from one to the next, and comparing with the one before.

import { create } from 'zustand';
import type { Delivery, GroupMember } from '../../shared/model.ts';
import { compare, received } from './compare.ts';
import { useDetail } from './detail.ts';
import { useView } from './view.ts';

export interface GroupView {
  /** All of them are listed. */
  isOpen: boolean;
  /** The one that was gone to by the list: it has the focus there once it is open. */
  focusOn: string | null;
}

export const useGroupView = create<GroupView>()(() => ({ isOpen: false, focusOn: null }));

/** The delivery of the same message just before (-1) or after (1); null where there is none. */
export function neighbour(
  { id, group }: Pick<Delivery, 'id' | 'group'>,
  by: 1 | -1,
): GroupMember | null {
  const index = group.findIndex((member) => member.id === id);
  return index === -1 ? null : (group[index + by] ?? null);
}

export function canGoInGroup(by: 1 | -1): boolean {
  return openNeighbour(by) !== null;
}

export function goInGroup(by: 1 | -1): void {
  const member = openNeighbour(by);
  if (member !== null) useView.getState().select(member.id);
}

/** The earlier delivery that it is natural to compare with: of the same message, or of the same body. */
function earlierLike(delivery: Pick<Delivery, 'id' | 'group' | 'sameBodyAs'>) {
  return neighbour(delivery, -1)?.id ?? delivery.sameBodyAs;
}

export function canCompareWithEarlier(): boolean {
  const { delivery } = useDetail.getState();
  return delivery !== null && earlierLike(delivery) !== null;
}

/** The earlier one on the left. */
export function compareWithEarlier(): void {
  const { delivery } = useDetail.getState();
  const earlier = delivery === null ? null : earlierLike(delivery);
  if (delivery === null || earlier === null) return;
  compare(received(earlier), received(delivery.id));
}

function openNeighbour(by: 1 | -1): GroupMember | null {
  const { delivery } = useDetail.getState();
  return delivery === null ? null : neighbour(delivery, by);
}
