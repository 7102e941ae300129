import { Select, type SelectOption } from './select';

type FilterSelectProps<V extends string> = {
  label: string;
  /** The choice that narrows nothing. */
  all: string;
  options: readonly SelectOption<V>[];
  /** null for all of them. */
  value: V | null;
  onChange: (value: V | null) => void;
  /** Says the label inside as well, where the values alone do not tell what they are of. */
  labelled?: boolean;
};

const ALL = 'all';

/** Narrows a list to one of a few, or shows all. */
export function FilterSelect<V extends string>({
  label,
  all,
  options,
  value,
  onChange,
  labelled,
}: FilterSelectProps<V>) {
  return (
    <Select<V | typeof ALL>
      toolbar
      aria-label={label}
      prefix={labelled && label}
      options={[{ value: ALL, label: all }, ...options]}
      value={value ?? ALL}
      onChange={(next) => onChange(next === ALL ? null : next)}
    />
  );
}
