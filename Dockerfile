FROM node:20-bookworm-slim AS pages
WORKDIR /src/frontend
COPY frontend/package.json frontend/package-lock.json frontend/.npmrc ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY frontend ./
RUN npm run build

FROM golang:1.26-bookworm AS program
WORKDIR /src
COPY go.mod go.sum ./
RUN go mod download
COPY api api
COPY cmd cmd
COPY internal internal
COPY migrations migrations
COPY scripts/verifier.sh scripts/verifier.sh
COPY frontend/embed.go frontend/embed.go
COPY --from=pages /src/frontend/dist frontend/dist
RUN scripts/verifier.sh && CGO_ENABLED=0 go build -trimpath -buildvcs=false -ldflags='-s -w' -o /zhize ./cmd/zhize

FROM debian:12-slim
RUN useradd --system --uid 10001 --user-group --home-dir /data --create-home zhize
COPY --from=program /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/
COPY --from=program /zhize /usr/local/bin/zhize
USER zhize
WORKDIR /data
VOLUME /data
ENV ZHIZE_LISTEN=0.0.0.0:8080 ZHIZE_DATA=/data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["zhize", "health"]
ENTRYPOINT ["zhize"]
CMD ["serve"]
