#!/bin/sh
# DEVELOPMENT ONLY: an authority and a certificate for each name, good for a year, into a folder:
#   sh scripts/make-development-certificates.sh <folder> <name>[,<host or address>...]...
# A certificate speaks for its name and for what follows it. What is there already is kept. In production an authority
# of your own signs certificates for the hub's processes and for nobody else.
set -eu
folder=$1
shift
umask 077
mkdir -p "$folder"
cd "$folder"

if [ ! -f authority.crt ]; then
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 365 -sha256 \
    -subj '/CN=Concordat DEVELOPMENT authority' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout authority.key -out authority.crt 2>authority.log
fi
for speaks_for in "$@"; do
  name=${speaks_for%%,*}
  [ -f "$name.crt" ] && continue
  names=
  for host in $(echo "$speaks_for" | tr , ' '); do
    case $host in
      *[!0-9.]*) names="${names:+$names,}DNS:$host" ;;
      *) names="${names:+$names,}IP:$host" ;;
    esac
  done
  printf 'subjectAltName=%s\nextendedKeyUsage=serverAuth,clientAuth\n' "$names" >"$name.ext"
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj "/CN=$name (DEVELOPMENT)" \
    -keyout "$name.key" -out "$name.csr" 2>>authority.log
  openssl x509 -req -in "$name.csr" -CA authority.crt -CAkey authority.key -CAcreateserial -days 365 -sha256 \
    -extfile "$name.ext" -out "$name.new" 2>>authority.log
  rm "$name.csr" "$name.ext"
  mv "$name.new" "$name.crt"
done
