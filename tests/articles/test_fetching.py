"""Pages over HTTP, from a server on the loopback interface."""

import gzip
import http.server
import threading
import time

import pytest

from summariser.articles import fetching
from summariser.articles.reading import MOST_BYTES, read_article
from summariser.errors import ArticleError

PAGE = """<!doctype html><html lang="en"><head><title>Harbour talks resume</title>
<meta property="article:published_time" content="2021-03-04"></head><body><article>
<p>The dockers' union of Veldmark said on Thursday it would return to talks with the port company.</p>
</article></body></html>"""


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        getattr(self, "get_" + self.path.strip("/").partition("?")[0].replace("%C3%A9", "e"), self.get_nothing)()

    def reply(self, body, status=200, **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def get_nothing(self):
        self.reply(b"<html><body>Not here</body></html>", 404)

    def get_page(self):
        self.server.agent = self.headers["User-Agent"]
        self.reply(PAGE.encode(), Content_Type="text/html; charset=utf-8")

    def get_text(self):
        self.reply("Ilse Köhler spoke.".encode("cp1252"), Content_Type="text/plain; charset=windows-1252")

    def get_packed(self):
        self.reply(gzip.compress(PAGE.encode()), Content_Encoding="gzip", Content_Type="text/html")

    def get_bomb(self):
        self.reply(gzip.compress(b"The talks. " * 3_000_000), Content_Encoding="gzip")

    def get_moved(self):
        self.reply(b"", 302, Location="/page")

    def get_round(self):
        self.reply(b"", 302, Location="/round")

    def get_ftp(self):
        self.reply(b"", 302, Location="ftp://127.0.0.1/etc/passwd")

    def get_locked(self):
        self.reply(b"", 403)

    def get_broken(self):
        self.reply(b"", 500)

    def get_report(self):
        self.reply(b"%PDF-1.7 ...", Content_Type="application/pdf")

    get_cafe = get_page

    def get_slow(self):
        self.send_response(200)
        self.end_headers()
        for _ in range(20):
            self.wfile.write(b"The talks. ")
            time.sleep(0.05)

    def log_message(self, *_):
        pass


@pytest.fixture(scope="module")
def server():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.handle_error = lambda *_: None  # a client that hangs up is what some tests are about
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def at(server):
    return lambda path: f"http://127.0.0.1:{server.server_port}/{path}"


def refusal(url):
    with pytest.raises(ArticleError) as caught:
        read_article(url)
    return str(caught.value)


def test_a_page(at, server):
    article = read_article(at("page"))
    assert article.text.startswith("The dockers' union")
    assert (article.title, str(article.date)) == ("Harbour talks resume", "2021-03-04")
    assert article.url == at("page")
    assert server.agent.startswith("summariser")


def test_the_charset_that_the_server_declares(at):
    assert read_article(at("text")).text == "Ilse Köhler spoke."


def test_a_packed_page(at):
    assert read_article(at("packed")).title == "Harbour talks resume"


def test_an_address_that_is_not_ascii(at):
    assert read_article(at("café?q=ü")).title == "Harbour talks resume"


def test_a_redirect_is_followed_to_its_end(at):
    assert read_article(at("moved")).url == at("page")


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("missing", "the server answers 404 Not Found; there is no such page"),
        ("locked", "403 Forbidden; the site refuses"),
        ("broken", "500 Internal Server Error; try again later"),
        ("round", "infinite loop"),
        ("ftp", "unknown url type: ftp"),
        ("report", "is a PDF"),
        ("bomb", f"more than {MOST_BYTES:,} bytes"),
    ],
)
def test_what_is_no_page(at, path, told):
    assert told in refusal(at(path))


def test_a_server_that_is_not_there():
    assert "cannot be reached" in refusal("http://127.0.0.1:9/page")


def test_a_port_that_is_none():
    assert "Port" in refusal("http://127.0.0.1:port/")


def test_a_server_that_drips(at):
    with pytest.raises(ArticleError, match="too slow"):
        fetching.fetch(at("slow"), most_bytes=MOST_BYTES, seconds=0.3)


def test_a_server_that_accepts_and_is_silent():
    import socket  # noqa: PLC0415

    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(ArticleError, match="too slow"):
        fetching.fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", most_bytes=MOST_BYTES, seconds=0.2)
