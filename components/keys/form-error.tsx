/** Why a form was refused, when it is about no single field. */
export function FormError({ message }: { message: string | undefined }) {
  if (!message) return null;
  return (
    <p role="alert" className="rounded bg-bad-soft px-3 py-2 text-sm">
      {message}
    </p>
  );
}
