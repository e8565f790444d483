#!/usr/bin/env python3
"""The page as one file, with the program, its licences, style and scripts in it."""
import argparse
import base64
import hashlib
import lzma
import re


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def pack(data):
    """As web/unpack.js unpacks it."""
    how = {"id": lzma.FILTER_LZMA1, "dict_size": 1 << 22, "lc": 3, "lp": 0, "pb": 2, "nice_len": 273,
           "mf": lzma.MF_BT4, "depth": 1000, "mode": lzma.MODE_NORMAL}
    return lzma.compress(data, format=lzma.FORMAT_RAW, filters=[how])


def letters(data):
    """Four bytes as five characters, none of which means anything in HTML: base 85 by RFC 1924, but for two."""
    data += bytes(-len(data) % 4)
    return base64.b85encode(data).decode().replace("&", ",").replace("<", ".")


def bare(script):
    """Without what only modules have, and without comments, which stay in the source."""
    script = re.sub(r"^import .*\n", "", script, flags=re.M)
    script = re.sub(r"^export ", "", script, flags=re.M)
    script = re.sub(r"^ *//.*\n", "", script, flags=re.M)
    script = re.sub(r"^ */\*.*?\*/\n", "", script, flags=re.M | re.S)
    return re.sub(r"^ +", "", script, flags=re.M)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    for part in ("program", "page", "style"):
        parser.add_argument("--" + part, required=True)
    for part in ("script", "licence"):
        parser.add_argument("--" + part, action="append", required=True)
    given = parser.parse_args()
    with open(given.program, "rb") as file:
        code = file.read()
    licences = ("\n" + "-" * 72 + "\n\n").join(map(read, given.licence)).encode()
    script = '"use strict";{\n' + "".join(bare(read(name)) for name in given.script) + "}"
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = ("default-src 'none'; script-src 'sha256-" + digest + "' 'wasm-unsafe-eval'; "
              "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'")
    packed = letters(pack(code + licences))
    parts = {"policy": policy, "style": bare(read(given.style)), "script": script,
             "program": "%d %d %s" % (len(code), len(licences), packed)}
    text = re.sub(r"@(\w+)@", lambda match: parts[match[1]], read(given.page))
    with open(given.output, "w", encoding="utf-8") as file:
        file.write(text)


main()
