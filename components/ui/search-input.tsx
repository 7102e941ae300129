import { Input } from './input';

type SearchInputProps = {
  label: string;
  /** What can be looked for, shown while nothing is typed. */
  hint?: string;
  value: string;
  onChange: (text: string) => void;
};

/** No list looks for a longer text. */
const LONGEST = 100;

/** The box above a list that narrows it while one types. */
export function SearchInput({ label, hint = label, value, onChange }: SearchInputProps) {
  return (
    <Input
      type="search"
      aria-label={label}
      placeholder={hint}
      maxLength={LONGEST}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      className="max-w-72 basis-72 max-md:max-w-full max-md:basis-full"
    />
  );
}
