# threatvet, built static, and what it needs to read Go code: the go command and
# git. It runs as nobody; mount the sources read-only:
#
#   docker build -t threatvet .
#   docker run --rm -v "$PWD:/src:ro" threatvet scan
#
# For Terraform alone, `--target terraform` builds an image with nothing but the
# program.
ARG GO=1.26

FROM golang:${GO}-alpine AS build
WORKDIR /threatvet
COPY go.mod go.sum ./
RUN go mod download
COPY . .
RUN CGO_ENABLED=0 go build -trimpath -ldflags='-s -w' -o /threatvet/bin/threatvet ./cmd/threatvet

FROM scratch AS terraform
COPY --from=build /threatvet/bin/threatvet /threatvet
USER 65534:65534
WORKDIR /src
ENTRYPOINT ["/threatvet"]
CMD ["scan"]

FROM golang:${GO}-alpine
RUN apk add --no-cache git && git config --system --add safe.directory '*'
COPY --from=build /threatvet/bin/threatvet /usr/local/bin/threatvet
ENV HOME=/tmp GOPATH=/tmp/go GOCACHE=/tmp/go-build GOFLAGS=-buildvcs=false GOTOOLCHAIN=local
USER 65534:65534
WORKDIR /src
ENTRYPOINT ["threatvet"]
CMD ["scan"]
