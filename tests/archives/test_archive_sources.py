"""From names to sources: files, folders, globs, objects in a store; and what is not there."""

import os

import fsspec
import pytest
from own_archives import items_in, json_lines, page, text, told, zipped

from summariser.archives.items import Fields
from summariser.archives.reading import Source, read_source, sources_of
from summariser.errors import ArticleError


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a/2.txt", "a/10.txt", "a/deep/x.jsonl", ".hidden/y.txt", ".z.txt"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(json_lines(2) if name.endswith("jsonl") else text().encode())
    return tmp_path


@pytest.fixture
def store():
    files = fsspec.filesystem("memory")
    files.pipe("/news/2024/b.jsonl", json_lines(2))
    files.pipe("/news/2024/a.zip", zipped([("a.txt", text())]))
    files.pipe("/news/2023/page.html", page().encode())
    yield files
    files.rm("/news", recursive=True)


def names(*given):
    return [source.name for source in sources_of([str(name) for name in given])]


def refusal(*given):
    with pytest.raises(ArticleError) as caught:
        sources_of(list(given))
    return str(caught.value)


def below(folder, *paths):
    return [str(folder / path) for path in paths]


def test_a_folder_is_all_below_it_in_order_without_what_is_hidden(folder):
    assert names(folder) == below(folder, "a/10.txt", "a/2.txt", "a/deep/x.jsonl", "b.txt")


def test_globs(folder):
    assert names(folder / "a" / "*.txt") == below(folder, "a/10.txt", "a/2.txt")
    assert names(folder / "**" / "*.jsonl") == below(folder, "a/deep/x.jsonl")
    assert names(folder / "?") == below(folder, "a/10.txt", "a/2.txt", "a/deep/x.jsonl")
    assert names(folder / "**") == names(folder)
    assert sorted(names(folder / "**" / "*")) == sorted(names(folder)), "each file once, whatever finds it"


def test_names_come_in_the_order_that_the_user_gives(folder):
    assert names(folder / "b.txt", folder / "a" / "2.txt") == below(folder, "b.txt", "a/2.txt")


def test_a_file_whose_name_looks_like_a_glob(tmp_path):
    (tmp_path / "a[1].txt").write_text(text())
    assert names(tmp_path / "a[1].txt") == below(tmp_path, "a[1].txt")


def test_a_link_to_a_folder_is_not_followed(folder):
    (folder / "a" / "loop").symlink_to(folder)
    assert names(folder) == below(folder, "a/10.txt", "a/2.txt", "a/deep/x.jsonl", "b.txt")


def test_a_glob_follows_no_link_to_a_folder_either(folder):
    (folder / "a" / "deep" / "loop").symlink_to(folder)
    (folder / "a" / "deep" / "again").symlink_to(folder / "a")
    assert names(folder / "**" / "*.txt") == below(folder, "a/10.txt", "a/2.txt", "b.txt")
    assert names(folder / "**" / "*.jsonl") == below(folder, "a/deep/x.jsonl")
    assert names(folder / "a" / "deep" / "*") == below(folder, "a/deep/x.jsonl")
    assert names(folder / "a" / "*" / "*.jsonl") == below(folder, "a/deep/x.jsonl")
    assert names(folder / "**" / "deep" / "**" / "x.*") == below(folder, "a/deep/x.jsonl")


def test_a_link_to_a_folder_that_is_named_is_followed(folder, tmp_path_factory):
    link = tmp_path_factory.mktemp("links") / "link"
    link.symlink_to(folder)
    assert names(link) == below(link, "a/10.txt", "a/2.txt", "a/deep/x.jsonl", "b.txt")
    assert names(link / "**" / "*.txt") == below(link, "a/10.txt", "a/2.txt", "b.txt")


def test_globs_from_where_one_stands(folder, monkeypatch):
    monkeypatch.chdir(folder)
    assert names("*/*.txt") == ["a/10.txt", "a/2.txt"]
    assert names("**/*.txt") == ["a/10.txt", "a/2.txt", "b.txt"]
    assert names("**") == ["a/10.txt", "a/2.txt", "a/deep/x.jsonl", "b.txt"]
    assert names("./a/*/*") == ["a/deep/x.jsonl"]
    assert names(".hidden/*") == [".hidden/y.txt"]
    assert names(".*.txt") == [".z.txt"]
    assert names(f"../{folder.name[:-1]}?/b.txt") == [f"../{folder.name}/b.txt"]


def test_an_empty_folder_stands_for_nothing(tmp_path):
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / ".hidden").write_text("x")
    assert "there is no file in the folder" in refusal(str(tmp_path / "a"))


def test_a_name_that_is_no_text(tmp_path):
    path = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(path, "wb") as file:
        file.write(text().encode())
    (source,) = sources_of([str(tmp_path)])
    assert source.name.endswith("caf\\udce9.txt")
    assert [item.key for item in read_source(source, Fields())] == ["caf\\udce9.txt"]


def test_the_fingerprint_changes_with_the_content(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(text())
    (before,), (same,) = sources_of([str(path)]), sources_of([str(path)])
    path.write_text(text() + " More.")
    (after,) = sources_of([str(path)])
    assert before == same
    assert before.fingerprint != after.fingerprint


def test_what_is_not_there(folder):
    assert "did you mean" in refusal(str(folder / "a" / "22.txt"))
    assert "no file matches" in refusal(str(folder / "*.csv"))
    assert "there is nothing at memory://nowhere" in refusal("memory://nowhere")
    assert "no file matches" in refusal("memory://nowhere/*.txt")
    assert "can't be opened" in refusal("klingon://a/b")
    assert "standard input" in refusal("-")
    assert "no archive is named" in refusal()


def test_every_name_is_looked_at_before_the_first_is_read(folder):
    assert "there is no file" in refusal(str(folder), str(folder / "missing"))


def test_a_file_that_went_away_is_a_skip(tmp_path):
    assert told(read_source(Source(str(tmp_path / "a.txt"), ""), Fields())) == [("a.txt", "unreadable")]


def test_a_link_to_nothing_is_a_skip(folder):
    (folder / "a" / "0.txt").symlink_to(folder / "gone")
    assert told(items_in(folder))[0] == ("0.txt", "unreadable")


def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    assert told(items_in(tmp_path)) == [("pipe.txt", "unreadable")]


def test_a_store_by_folder_file_and_glob(store):
    everything = ["memory:///news/2023/page.html", "memory:///news/2024/a.zip", "memory:///news/2024/b.jsonl"]
    assert (
        names("memory://news") == [name.replace("///", "//") for name in everything]
        or names("memory://news") == everything
    )
    assert len(names("memory://news/2024/b.jsonl")) == 1
    assert len(names("memory://news/*/*.jsonl")) == 1


def test_a_store_is_read_as_a_folder_is(store):
    items = [item for source in sources_of(["memory://news"]) for item in read_source(source, Fields())]
    assert told(items) == [("page.html", "article"), ("a.txt#1", "article"), ("a1#1", "article"), ("a2#2", "article")]
    assert items[1].article.text == text()


def test_the_fingerprint_of_an_object(store):
    (before,) = sources_of(["memory://news/2024/b.jsonl"])
    store.pipe("/news/2024/b.jsonl", json_lines(3))
    (after,) = sources_of(["memory://news/2024/b.jsonl"])
    assert before.name == after.name
    assert before.fingerprint != after.fingerprint
