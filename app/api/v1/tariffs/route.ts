import { route } from '@/lib/http/route';
import { addTariff } from '@/lib/settlement/add-tariff';
import { listTariffs } from '@/lib/settlement/queries/list-tariffs';
import { TariffCreate, TariffList, TariffVersion } from '@/lib/settlement/tariff-schema';

export const GET = route({
  summary: 'Every tariff, the latest to take effect first.',
  scope: 'settlements:read',
  response: TariffList,
  handle: async () => ({ items: await listTariffs(), nextCursor: null }),
});

export const POST = route({
  summary: 'Adds a tariff from a day on that is not closed.',
  scope: 'settlements:write',
  body: TariffCreate,
  response: TariffVersion,
  status: 201,
  handle: ({ body, ...call }) => addTariff({ wanted: body, ...call }),
});
