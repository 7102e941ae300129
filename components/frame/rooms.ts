import {
  Activity,
  ChartColumn,
  CirclePlay,
  Clapperboard,
  Coins,
  Gift,
  History,
  KeyRound,
  ListChecks,
  type LucideIcon,
  Mail,
  Megaphone,
  MessagesSquare,
  MonitorPlay,
  QrCode,
  ReceiptText,
  ScrollText,
  ServerCog,
  ShieldBan,
  ShieldCheck,
  ShoppingBag,
  Ticket,
  Trophy,
  UserRound,
  UsersRound,
} from 'lucide-react';
import type { Role } from '@/lib/accounts/schema';

/** A place in the app. Its name and group name are in `messages/*.json` under `rooms`. */
export type Room = {
  id:
    | 'overview'
    | 'contents'
    | 'ads'
    | 'streaming'
    | 'adVideos'
    | 'settlement'
    | 'abuse'
    | 'runs'
    | 'jobs'
    | 'integrity'
    | 'status'
    | 'keys'
    | 'audit'
    | 'people'
    | 'board'
    | 'ranking'
    | 'join'
    | 'history'
    | 'points'
    | 'shop'
    | 'products'
    | 'redeem'
    | 'outbox'
    | 'account';
  href: string;
  icon: LucideIcon;
  /** Heading in the sidebar; null stands at the top without one. */
  group: 'members' | 'operations' | 'mine' | null;
  /** Who sees it; [] is everybody who is signed in. */
  roles: readonly Role[];
  /** Pressed after G, as in `G O`. */
  letter: string;
};

/** Every room there is, in the order of the sidebar. To add one: a line here, its name in both message files, its page. */
export const ROOMS: readonly Room[] = [
  { id: 'overview', href: '/overview', icon: ChartColumn, group: null, roles: ['admin'], letter: 'O' },
  { id: 'contents', href: '/contents', icon: CirclePlay, group: null, roles: ['admin'], letter: 'C' },
  { id: 'ads', href: '/ads', icon: Megaphone, group: null, roles: ['admin', 'advertiser'], letter: 'D' },
  { id: 'streaming', href: '/streaming', icon: MonitorPlay, group: null, roles: ['admin', 'creator'], letter: 'V' },
  {
    id: 'adVideos',
    href: '/streaming/ad-videos',
    icon: Clapperboard,
    group: null,
    roles: ['admin', 'advertiser'],
    letter: 'N',
  },
  { id: 'settlement', href: '/settlement', icon: ReceiptText, group: null, roles: ['admin', 'creator'], letter: 'S' },
  { id: 'board', href: '/board', icon: MessagesSquare, group: 'members', roles: [], letter: 'F' },
  { id: 'ranking', href: '/ranking', icon: Trophy, group: 'members', roles: [], letter: 'L' },
  { id: 'shop', href: '/shop', icon: Ticket, group: 'members', roles: [], letter: 'Y' },
  { id: 'products', href: '/products', icon: ShoppingBag, group: 'members', roles: ['admin'], letter: 'T' },
  { id: 'redeem', href: '/redeem', icon: QrCode, group: 'members', roles: ['admin'], letter: 'Q' },
  { id: 'outbox', href: '/outbox', icon: Mail, group: 'operations', roles: ['admin'], letter: 'U' },
  { id: 'abuse', href: '/abuse', icon: ShieldBan, group: 'operations', roles: ['admin'], letter: 'B' },
  { id: 'runs', href: '/runs', icon: Activity, group: 'operations', roles: ['admin'], letter: 'R' },
  { id: 'jobs', href: '/jobs', icon: ListChecks, group: 'operations', roles: ['admin'], letter: 'J' },
  { id: 'integrity', href: '/integrity', icon: ShieldCheck, group: 'operations', roles: ['admin'], letter: 'I' },
  { id: 'status', href: '/status', icon: ServerCog, group: 'operations', roles: ['admin'], letter: 'X' },
  { id: 'keys', href: '/keys', icon: KeyRound, group: 'operations', roles: ['admin'], letter: 'K' },
  { id: 'audit', href: '/audit', icon: ScrollText, group: 'operations', roles: ['admin'], letter: 'A' },
  { id: 'people', href: '/people', icon: UsersRound, group: 'operations', roles: ['admin'], letter: 'P' },
  { id: 'join', href: '/join', icon: Gift, group: 'mine', roles: [], letter: 'E' },
  { id: 'history', href: '/history', icon: History, group: 'mine', roles: [], letter: 'H' },
  { id: 'points', href: '/points', icon: Coins, group: 'mine', roles: [], letter: 'W' },
  { id: 'account', href: '/account', icon: UserRound, group: 'mine', roles: [], letter: 'M' },
];

/** The rooms that these roles may enter. */
export function roomsOf(roles: readonly Role[]): Room[] {
  return ROOMS.filter((room) => room.roles.length === 0 || room.roles.some((role) => roles.includes(role)));
}

/** The room that an address belongs to: its page and everything below, but for what is a room of its own there. */
export function isInRoom(room: Room, pathname: string): boolean {
  return (
    holds(room, pathname) && !ROOMS.some((other) => other.href.length > room.href.length && holds(other, pathname))
  );
}

const holds = ({ href }: Room, pathname: string) => pathname === href || pathname.startsWith(`${href}/`);
