/** The viewer of a request, by its name in the log or by the id of a member. The shape has seen to it that one is there. */
export function viewerNamed({
  viewer,
  memberId,
}: {
  viewer?: string | undefined;
  memberId?: string | undefined;
}): string {
  return viewer ?? `m:${memberId ?? ''}`;
}
