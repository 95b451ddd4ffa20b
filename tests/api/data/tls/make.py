#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the certificates in this folder (needs python3-cryptography). They protect nothing."""
import datetime
import ipaddress
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LONG_AGO = datetime.datetime(2020, 1, 1)
FAR_AWAY = datetime.datetime(2120, 1, 1)
key = ec.generate_private_key(ec.SECP256R1())  # one key for all of them


def name(text):
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])


def save(file, certificate):
    with open(file, "wb") as out:
        out.write(certificate.public_bytes(serialization.Encoding.PEM))


def certificate(subject, issuer, end=FAR_AWAY, ca=False, names=()):
    builder = (x509.CertificateBuilder().subject_name(name(subject)).issuer_name(name(issuer))
               .public_key(key.public_key()).serial_number(x509.random_serial_number())
               .not_valid_before(LONG_AGO).not_valid_after(end)
               .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True))
    if names:
        builder = builder.add_extension(x509.SubjectAlternativeName(list(names)), critical=False)
    return builder.sign(key, hashes.SHA256())


here = [x509.DNSName("localhost"), x509.IPAddress(ipaddress.ip_address("127.0.0.1"))]
save("ca.pem", certificate("Test CA", "Test CA", ca=True))
save("good.pem", certificate("localhost", "Test CA", names=here))
save("expired.pem", certificate("localhost", "Test CA", names=here,
                                end=datetime.datetime(2021, 1, 1)))
save("wrong-name.pem", certificate("registry.example", "Test CA",
                                   names=[x509.DNSName("registry.example")]))
save("self-signed.pem", certificate("localhost", "localhost", names=here))
with open("key.pem", "wb") as out:
    out.write(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL,
                                serialization.NoEncryption()))
