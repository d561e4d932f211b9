"""A small SMTP server for tests: takes mail, refuses it, is busy, or stops in the middle."""

import socketserver
import threading
from typing import Self

OFFER = b"220 ready\r\n"
ANSWERS = {
    "take": b"250 ok\r\n",
    "hang": b"250 ok\r\n",
    "refuse": b"550 no such user here\r\n",
    "busy": b"451 later\r\n",
}


class _Counter(socketserver.StreamRequestHandler):
    server: "_Server"

    def handle(self) -> None:
        office = self.server.office
        self.wfile.write(OFFER)
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"QUIT":
                self.wfile.write(b"221 bye\r\n")
                return
            if word == b"RCPT":
                self.wfile.write(ANSWERS[office.mood])
            elif word == b"DATA":
                self._take(office)
            else:
                self.wfile.write(b"250 ok\r\n")

    def _take(self, office: "PostOffice") -> None:
        self.wfile.write(b"354 go on\r\n")
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        if office.mood == "hang":
            office.reached.set()
            office.go_on.wait(20)
            return
        office.taken.append(b"".join(lines))
        self.wfile.write(b"250 taken\r\n")


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    office: "PostOffice"


class PostOffice:
    """`mood` says how it behaves; `taken` is the mail that it took."""

    def __init__(self) -> None:
        self.mood = "take"
        self.taken: list[bytes] = []
        self.reached, self.go_on = threading.Event(), threading.Event()
        self.server = _Server(("127.0.0.1", 0), _Counter)
        self.server.office = self
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.05})

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self) -> Self:
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.go_on.set()
        self.server.shutdown()
        self.server.server_close()
        self.thread.join()
