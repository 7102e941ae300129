import { redirect } from 'next/navigation';
import { roomsOf } from '@/components/frame/rooms';
import { pageActor } from '@/lib/http/page-actor';

/** Everybody begins in the first of their rooms. */
export default async function HomePage() {
  const [first] = roomsOf((await pageActor()).roles);
  redirect(first?.href ?? '/account');
}
