import { redirect } from 'next/navigation';
import { pageActor } from '@/lib/http/page-actor';

export default async function HomePage() {
  const { roles } = await pageActor();
  redirect(roles.includes('admin') ? '/overview' : '/account');
}
