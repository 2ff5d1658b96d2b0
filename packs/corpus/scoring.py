"""The scores of a corpus, as a whole and by what is measured."""

from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from compensation.pay_law.rule import PayRule
from packs.corpus.field_score import score_fields
from packs.corpus.labelled import LabelledPosting
from packs.corpus.reading_score import score_headings, score_sections
from packs.corpus.review_score import count_unlabelled, score_denials, score_findings, score_law
from packs.corpus.tally import Tally
from packs.reading.files import read_pasted


class CorpusScore(msgspec.Struct, kw_only=True):
    """How well the postings of a corpus are read and reviewed.

    `words` counts words in a section of the right kind, `headings` those of the right kind, `fields` and `checks` each
    by name. `alarms` counts words that a check rightly passes (found) or not (wrong), and `unlabelled` findings of
    checks that no label names.
    """

    postings: int = 0
    words: Tally = msgspec.field(default_factory=Tally)
    headings: Tally = msgspec.field(default_factory=Tally)
    fields: dict[str, Tally] = {}
    checks: dict[str, Tally] = {}
    alarms: Tally = msgspec.field(default_factory=Tally)
    law: Tally = msgspec.field(default_factory=Tally)
    unlabelled: dict[str, int] = {}

    @property
    def findings(self) -> Tally:
        """One tally for the findings of all checks."""
        tallies = self.checks.values()
        return Tally(*(sum(getattr(tally, name) for tally in tallies) for name in ("found", "missed", "wrong")))


def score_corpus(postings: Iterable[LabelledPosting], rules: Sequence[PayRule]) -> CorpusScore:
    """Read and review each posting as pasted text, and count what is right; pay law is judged by `rules`."""
    corpus = list(postings)
    known = {label.check for labelled in corpus for label in (*labelled.findings, *labelled.not_findings)}
    score, unlabelled = CorpusScore(postings=len(corpus)), Counter[str]()
    for labelled in corpus:
        posting = read_pasted(labelled.text)
        score_sections(labelled, posting, score.words)
        score_headings(labelled, posting, score.headings)
        score_fields(labelled, posting, score.fields)
        score_findings(labelled, posting, score.checks, known)
        score_denials(labelled, posting, score.alarms)
        score_law(labelled, posting, rules, score.law)
        unlabelled.update(count_unlabelled(posting, known))
    score.unlabelled = dict(sorted(unlabelled.items()))
    return score
