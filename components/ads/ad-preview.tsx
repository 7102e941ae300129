'use client';

import { useTranslations } from 'next-intl';
import { useWatch } from 'react-hook-form';
import { AdPicture } from '@/components/member/ad-picture';
import { AdText } from '@/components/member/ad-text';
import { buttonClasses } from '@/components/ui/button';
import { useDebounced } from '@/components/use-debounced';
import { wholeOf } from './ad-fields';
import type { AdForm } from './ad-form';

/** The ad as a member will see it, as it is typed. */
export function AdPreview({ form }: { form: AdForm }) {
  const [name, text, imageUrl, rewardPoints] = useWatch({
    control: form.control,
    name: ['name', 'text', 'imageUrl', 'rewardPoints'],
  });
  return <AdLook name={name} text={text} imageUrl={imageUrl} points={wholeOf(rewardPoints)} />;
}

type AdLookProps = { name: string; text: string; imageUrl: string; points: number };

/** A member's card without its doing; `points` may be NaN while they are typed. */
export function AdLook({ name, text, imageUrl, points }: AdLookProps) {
  const t = useTranslations('ads');
  const join = useTranslations('join');
  // Half an address names another picture, or none.
  const picture = useDebounced(imageUrl.trim(), 400);
  return (
    <section aria-label={t('preview')} className="w-full max-w-sm lg:sticky lg:top-6 lg:w-80">
      <h2 className="mb-3 text-base font-semibold">{t('preview')}</h2>
      <div className="flex min-w-0 flex-col rounded border bg-surface">
        <AdPicture url={/^(https?:\/\/|\/assets\/)./.test(picture) ? picture : null} />
        <div className="flex flex-col gap-2 px-4 pt-3 pb-4">
          <p className="font-semibold break-words">{name.trim() || <Missing>{t('previewName')}</Missing>}</p>
          {text.trim() ? <AdText text={text.trim()} /> : <Missing>{t('previewText')}</Missing>}
          <div className="flex min-h-8 items-center justify-between gap-4 pt-2">
            <p className="font-medium">{Number.isNaN(points) ? '–' : join('reward', { points })}</p>
            <span aria-hidden className={buttonClasses('secondary', 'medium', 'opacity-75')}>
              {join('join')}
            </span>
          </div>
        </div>
      </div>
    </section>
  );
}

function Missing({ children }: { children: string }) {
  return <span className="text-sm font-normal text-muted">{children}</span>;
}
