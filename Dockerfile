# One image for every service: SERVICE selects the process (gateway, knowsley-iom, safety-house, eri, exchange or
# dashboard).
FROM node:22-slim AS build
WORKDIR /concordat
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node scripts/build.mjs && npm prune --omit=dev && mkdir .concordat

FROM node:22-slim
WORKDIR /concordat
# What runs is not the user's to change: only the data folder is.
COPY --from=build /concordat ./
COPY --from=build --chown=node:node /concordat/.concordat ./.concordat
USER node
ENV SERVICE=gateway
STOPSIGNAL SIGTERM
CMD ["sh", "-c", "case $SERVICE in gateway|dashboard) room=$SERVICE ;; *) room=subgraphs/$SERVICE ;; esac; exec node --enable-source-maps dist/$room/main.js"]
