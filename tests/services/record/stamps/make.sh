#!/usr/bin/env bash
# An authority by openssl: a root, one below it, and the certificate that stamps; then a stamp of words.txt.
#   tests/services/record/stamps/make.sh FOLDER [DAYS]
# Made once for the files beside it, with OpenSSL 3.0.19 and 36500 days.
set -euo pipefail
mkdir -p "$1"
cd "$1"
days=${2:-36500}
cat > openssl.cnf <<'CONFIG'
[ root ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[ between ]
basicConstraints = critical, CA:true, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ stamps ]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[ tsa ]
default_tsa = authority
[ authority ]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./stamps.pem
certs = ./chain.pem
signer_key = ./stamps.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ordering = yes
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
CONFIG
signed() {  # name, words, section, by whom
    openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$2" 2>/dev/null
    openssl x509 -req -in "$1.csr" -out "$1.pem" -days "$days" -extfile openssl.cnf -extensions "$3" "${@:4}" 2>/dev/null
}
openssl req -x509 -newkey rsa:2048 -nodes -keyout root.key -out root.pem -days "$days" -subj "/CN=Second root" \
    -config openssl.cnf -extensions root -batch 2>/dev/null
signed between "Between" between -CA root.pem -CAkey root.key -CAcreateserial
signed stamps "Second stamps" stamps -CA between.pem -CAkey between.key -CAcreateserial
cat between.pem root.pem > chain.pem
echo 01 > serial
printf 'The words that were stamped.\n' > words.txt
openssl ts -query -data words.txt -sha256 -cert -out words.tsq 2>/dev/null
openssl ts -reply -queryfile words.tsq -out words.tsr -config openssl.cnf -section authority 2>/dev/null
