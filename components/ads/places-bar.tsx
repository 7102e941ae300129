/** How much of the places is taken; the figures beside it say the same in words, so it is not read aloud. */
export function PlacesBar({ used, places, className = '' }: { used: number; places: number; className?: string }) {
  const share = Math.min(1, used / places);
  return (
    <span aria-hidden className={`block h-1 overflow-hidden rounded-full bg-sunken ${className}`}>
      {/* One participation of a million is still some. */}
      <span
        className="block h-full rounded-full bg-participations"
        style={{ width: `${share * 100}%`, minWidth: used > 0 ? 2 : 0 }}
      />
    </span>
  );
}
