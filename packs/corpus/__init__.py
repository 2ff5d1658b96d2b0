"""Postings with labels, and how well reading, review and pay law do on them.

list_labelled(folder) -> list[LabelledPosting]
score_corpus(postings) -> CorpusScore
"""

from packs.corpus.labelled import LabelledPosting, list_labelled
from packs.corpus.scoring import CorpusScore, score_corpus

__all__ = ["CorpusScore", "LabelledPosting", "list_labelled", "score_corpus"]
