'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/link-button';
import { addDays, type Day } from '@/lib/kernel/day';

type DayTurnsProps = { day: Day; today: Day; hrefOf: (day: Day) => string };

/** To the page of the day before, and of the day after unless it is still to come. */
export function DayTurns({ day, today, hrefOf }: DayTurnsProps) {
  const t = useTranslations('day');
  return (
    <>
      <LinkButton href={hrefOf(addDays(day, -1))} icon={ChevronLeft}>
        {t('previous')}
      </LinkButton>
      {day < today && (
        <Button asChild>
          <Link href={hrefOf(addDays(day, 1))}>
            {t('next')}
            <ChevronRight aria-hidden className="size-4" />
          </Link>
        </Button>
      )}
    </>
  );
}
