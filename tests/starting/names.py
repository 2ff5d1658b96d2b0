"""A name server and sites on this machine, for a proxy that looks the site up."""

import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from typing import cast

from tests import programs

HEADER = struct.Struct("!6H")  # id, flags, questions, answers, authorities, more
ANSWERED, UNKNOWN = 0x8180, 0x8183
ADDRESS = b"\x00\x01\x00\x01"  # the end of a question for an IPv4 address
LONG = 600  # seconds that an answer holds, as Docker's name server has it


class Names(socketserver.UDPServer):
    """A name server that gives one address for every name, or none."""

    address: str | None = None

    def reply(self, query: bytes) -> bytes:
        """The answer to a query with one question."""
        number, *_ = HEADER.unpack_from(query)
        question = query[HEADER.size : query.index(b"\0", HEADER.size) + 5]
        if self.address is None:
            return HEADER.pack(number, UNKNOWN, 1, 0, 0, 0) + question
        if not question.endswith(ADDRESS):
            return HEADER.pack(number, ANSWERED, 1, 0, 0, 0) + question
        record = struct.pack("!HHHLH4s", 0xC00C, 1, 1, LONG, 4, IPv4Address(self.address).packed)
        return HEADER.pack(number, ANSWERED, 1, 1, 0, 0) + question + record


class _Asked(socketserver.BaseRequestHandler):
    server: Names

    def handle(self) -> None:
        query, answering = cast("tuple[bytes, socket.socket]", self.request)
        answering.sendto(self.server.reply(query), self.client_address)


class _Site(BaseHTTPRequestHandler):
    """Says which address it was asked at, and lets its answer be kept for a second."""

    def do_GET(self) -> None:
        said = str(self.connection.getsockname()[0]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Cache-Control", "max-age=1" if self.path == "/kept" else "no-store")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def name_server() -> Iterator[Names]:
    """A running name server."""
    with Names(("127.0.0.1", 0), _Asked) as server, _running(server):
        yield server


@contextmanager
def site_at(address: str, port: int) -> Iterator[None]:
    """A site at an address of this machine. Skips where the machine has no such address."""
    try:
        server = ThreadingHTTPServer((address, port), _Site)
    except OSError as error:
        programs.missing(f"No site can listen on {address}: {error}.")
    with server, _running(server):
        yield


@contextmanager
def _running(server: socketserver.BaseServer) -> Iterator[None]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        thread.join()
