/** The groups of the list. */
export const GROUPS = ['viable', 'undecided', 'rejected'];

/** The group that an option stands in. */
export function groupOf({ stance }) {
  return stance === 'undecided' || stance === 'rejected' ? stance : 'viable';
}
