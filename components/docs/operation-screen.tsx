import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { CodeLine } from '@/components/ui/code-line';
import type { ApiOperation } from './api-operation';
import { FieldTable } from './field-table';
import { fieldsOf, type SchemaField } from './fields-of';
import { MethodName } from './method-name';
import { OperationCalls } from './operation-calls';

/** One operation: who may, what it takes, how it is called, what it answers and refuses. */
export function OperationScreen({ operation, server }: { operation: ApiOperation; server: string }) {
  const t = useTranslations('docs');
  const { method, path, summary, description, body, answer, refusals } = operation;
  const parameters = parametersOf(operation);
  const bodyFields = body ? fieldsOf(body.schema) : [];
  const answerFields = answer.schema ? fieldsOf(answer.schema) : [];
  return (
    <article className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <h1 className="flex flex-wrap items-baseline gap-x-2 font-mono text-lg font-semibold break-all">
          <MethodName method={method} />
          {path}
        </h1>
        <p lang="en" className="max-w-prose">
          {summary}
        </p>
        <p lang="en" className="max-w-prose text-sm text-muted">
          {description}
        </p>
      </header>
      <OperationCalls key={operation.id} operation={operation} server={server} />
      {parameters.length > 0 && (
        <Part title={t('parameters')}>
          <FieldTable fields={parameters} label={t('parameters')} />
        </Part>
      )}
      {body && (
        <Part title={t('body')} note={body.mediaType}>
          {bodyFields.length > 0 && <FieldTable fields={bodyFields} label={t('body')} />}
        </Part>
      )}
      <Part title={t('answer')} note={[answer.status, answer.mediaType].filter(Boolean).join(' ')}>
        {answer.example !== undefined && <CodeLine code={JSON.stringify(answer.example, null, 2)} />}
        {answerFields.length > 0 && <FieldTable fields={answerFields} label={t('answer')} />}
      </Part>
      <Part title={t('refusals')} note="application/problem+json">
        <dl className="flex flex-col gap-1 text-sm">
          {refusals.map((refusal) => (
            <div key={refusal.status} className="flex gap-3">
              <dt className="font-mono">{refusal.status}</dt>
              <dd lang="en">{refusal.description}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </article>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="flex flex-col gap-2">
      <h2 className="flex flex-wrap items-baseline gap-x-2 font-semibold">
        {title}
        {note && <code className="font-mono text-xs font-normal text-muted">{note}</code>}
      </h2>
      {children}
    </section>
  );
}

function parametersOf({ parameters }: ApiOperation): SchemaField[] {
  return parameters.flatMap(({ name, in: where, required, schema }) =>
    fieldsOf(schema, name, required).map((field) => ({
      ...field,
      limits: [where === 'query' ? '' : where, field.limits].filter(Boolean).join(', '),
    })),
  );
}
