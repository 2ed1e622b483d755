# Builds Portico's image in three stages: compile, install the run-time dependencies, and assemble the final image.

# --- compile -----------------------------------------------------------------------------------------------
FROM node:22-bookworm-slim AS build
WORKDIR /app
# The manifests are copied first, so that a change in the source doesn't reinstall the packages.
COPY package.json package-lock.json ./
# No dependency needs its install script (see allowScripts in package.json), so none runs.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json ./
COPY scripts ./scripts
COPY migrations ./migrations
COPY src ./src
COPY web ./web
COPY docs/portal.md ./docs/portal.md
COPY docs/portal ./docs/portal
RUN npm run build

# --- run-time dependencies ---------------------------------------------------------------------------------
# A clean install instead of `npm prune` in the stage above: the two stages build at the same time, and this layer
# stays cached as long as the lock file doesn't change.
FROM node:22-bookworm-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# --- run ---------------------------------------------------------------------------------------------------
FROM node:22-bookworm-slim AS runtime
WORKDIR /app
ENV NODE_ENV=production \
    DATA_DIR=/data \
    HOST=0.0.0.0 \
    PORT=5001
# A new volume gets the owner of the folder that it is mounted on, so this must come before VOLUME. Instances may share
# a volume for their files.
RUN install -d -o node -g node -m 0700 /data /data/files
# The code belongs to root, so the service can read it but can't change it.
COPY package.json ./
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist/portico ./dist/portico
COPY --from=build /app/dist/web ./dist/web
# A command in a running container is `portico <command>`.
RUN ln -s /app/dist/portico/main.js /usr/local/bin/portico
# Read at run time from the folder above dist.
COPY sql ./sql
COPY schema/operations ./schema/operations
COPY schema/portal-documents.json ./schema/portal-documents.json

USER node
VOLUME ["/data"]
EXPOSE 5001
STOPSIGNAL SIGTERM

# /healthz says that the process is alive. /readyz would be wrong here: it fails while the database is down, and
# restarting this container doesn't fix that. Node sends the request, because the image has no curl.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PORT || 5001) + '/healthz', { signal: AbortSignal.timeout(4000) }).then((response) => process.exit(response.ok ? 0 : 1), () => process.exit(1))"]

# The program is the entry point and its command is the argument, so `docker run portico migrate` works. In the exec
# form the program itself receives SIGTERM, without a shell in between.
ENTRYPOINT ["node", "/app/dist/portico/main.js"]
CMD ["start"]
