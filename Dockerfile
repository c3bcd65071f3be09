# syntax=docker/dockerfile:1
# One image, one binary, every role: `serve` (default), `worker`, `migrate`, `job` … (design R15).

FROM node:22.16.0-bookworm-slim AS node

FROM rust:1.95.0-slim-bookworm AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends brotli make pkg-config \
 && rm -rf /var/lib/apt/lists/*
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && rustup target add wasm32-unknown-unknown
WORKDIR /src
# The tools change rarely: they come before the sources.
COPY Cargo.toml ./
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_OPT_LEVEL=1 cargo install wasm-bindgen-cli \
    --version "$(sed -n 's/^wasm-bindgen *= *"=\([0-9.]*\)".*/\1/p' Cargo.toml)" --root /usr/local
COPY package.json package-lock.json ./
RUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund
COPY . .
RUN --mount=type=cache,target=/usr/local/cargo/registry \
    --mount=type=cache,target=/src/target \
    PROFILE=release scripts/build.sh \
 && mkdir -p /out/data && cp target/release/stockroom /out/ && cp -r target/site /out/site

FROM debian:12.11-slim
COPY --from=build /out/stockroom /usr/local/bin/stockroom
COPY --from=build /out/site /srv/site
# Keys and, if the operator wants it so, secrets; an image has no embedded database, so DATABASE_URL must be given.
COPY --from=build --chown=10001:10001 /out/data /data
ENV STOCKROOM_ADDR=0.0.0.0:3000 STOCKROOM_SITE=/srv/site STOCKROOM_DATA=/data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 3000
STOPSIGNAL SIGTERM
ENTRYPOINT ["stockroom"]
CMD ["serve"]
