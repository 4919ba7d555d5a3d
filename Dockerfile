# The bot as an image: docs/operating.md says how to run it.

FROM node:20-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# What npm would build after installing is not here yet.
RUN npm ci --ignore-scripts
COPY tsconfig.json tsconfig.build.json tsconfig.page.json ./
COPY src src
COPY commands commands
COPY bench bench
RUN npm run build

# The compiler and the rest of what only development needs stay behind.
FROM node:20-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts

FROM node:20-slim
ENV NODE_ENV=production CORPUS_DIR=/corpus DATA_DIR=/data METRICS_PORT=9464
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY --from=build /app/dist/package.json dist/package.json
COPY --from=build /app/dist/page dist/page
COPY --from=build /app/dist/commands dist/commands
COPY --from=build /app/dist/src dist/src
COPY package.json LICENSE ./
# The demonstration, until a folder of articles is mounted over it.
COPY corpus /corpus
RUN mkdir /data && chown node:node /data
# All that is written: everything else may be read-only.
VOLUME /data
USER node
STOPSIGNAL SIGTERM
# Whether it is alive; whether it is ready is for whoever watches over it, since a restart does not help.
HEALTHCHECK --interval=60s --timeout=10s --start-period=30s --retries=3 CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.METRICS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/cli.js", "start", "--discord"]
