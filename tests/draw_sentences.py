"""Draw sentences by chance, to be read aloud: python -m tests.draw_sentences SEED [HOW MANY]

A third each comes from the templates of the library's kits, from their answers, and from the site's own messages and
documents. The same seed draws the same sentences from the same words.
"""

import random
import re
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from babel.messages import pofile

from roles.kit.files import read_kit
from roles.kit.value import Kit

ROOT = Path(__file__).resolve().parent.parent
LIBRARY = ROOT / "roles" / "library"
CATALOG = ROOT / "locale" / "es" / "LC_MESSAGES" / "django.po"
HOW_MANY = 60
FEWEST_WORDS = 4  # of what counts as a sentence
_ENDS = re.compile(r"(?<=[.?!])\s+|\n+")
_MARKUP = re.compile(
    r"</?(?:a|br|code|span|strong|time)\b[^>]*>|\*\*|`|^(?:[-#]+|\d+\.)\s"  # tags, signs, the start of a line
    r"|\s?\(\[test\]\[\w+\](?:,\s\[test\]\[\w+\])*\)|^\[\w+\]: \S+$"  # tests that a document names
    r"|\]\([^)]*\)|!?\[(?=[^\]]*\]\()",  # links and pictures
    re.MULTILINE,
)
_CODE = re.compile(r"```.*?```", re.DOTALL)

type Placed = tuple[str, str]  # where a sentence is, and the sentence


def main() -> None:
    """Print the sentences that the seed draws, each after its place."""
    seed, how_many = int(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else HOW_MANY
    chance = random.Random(seed)  # noqa: S311 # nobody's secret
    for sentences in (list_template_sentences(), list_answer_sentences(), list_own_sentences()):
        for place, sentence in chance.sample(sorted({*sentences}), how_many // 3):
            sys.stdout.write(f"{place}: {sentence}\n")


@cache
def read_library() -> dict[str, Kit]:
    """The kits of the library by the names of their files."""
    return {path.stem: read_kit(path) for path in sorted(LIBRARY.glob("*.yaml"))}


def list_template_sentences() -> Iterator[Placed]:
    """The sentences of the kits' job description templates."""
    for name, kit in read_library().items():
        for line in kit.job_description:
            yield from split_sentences(name, line.text)


def list_answer_sentences() -> Iterator[Placed]:
    """The sentences of the kits' questions that readers ask, and of their answers."""
    for name, kit in read_library().items():
        for faq in kit.faqs:
            yield from split_sentences(name, f"{faq.question}\n{faq.answer}")


def list_own_sentences() -> Iterator[Placed]:
    """The sentences of the site's messages and of the documents, without code and tables."""
    with CATALOG.open("rb") as file:
        catalog = pofile.read_po(file)
    for message in catalog:
        texts = message.id if isinstance(message.id, list | tuple) else (message.id,)
        for text in texts:
            yield from split_sentences("message", text)
    for path in [*sorted((ROOT / "docs").glob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]:
        for paragraph in _CODE.sub("", path.read_text()).split("\n\n"):
            if "|" not in paragraph:
                yield from split_sentences(path.name, re.sub(r"\n(?![-#])", " ", paragraph))


def split_sentences(place: str, text: str) -> Iterator[Placed]:
    """The sentences of a text that have words enough, each with its place."""
    for sentence in _ENDS.split(_MARKUP.sub("", text)):
        words = " ".join(sentence.split())
        if len(words.split()) >= FEWEST_WORDS:
            yield place, words


if __name__ == "__main__":
    main()
