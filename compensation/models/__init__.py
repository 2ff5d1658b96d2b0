"""Pay: editorial ranges, raw public records, and the summaries that pages read."""

from compensation.models.benchmark import Benchmark
from compensation.models.history import PayImport, ReplacedRecord, WithdrawnCase
from compensation.models.official import AreaFactor, OewsFigure, WageLevel
from compensation.models.pay_law import PayLawRule
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import FiledOccupation, PaySummary

__all__ = [
    "AreaFactor",
    "Benchmark",
    "FiledOccupation",
    "OewsFigure",
    "PayImport",
    "PayLawRule",
    "PayRecord",
    "PaySummary",
    "ReplacedRecord",
    "TitleMatch",
    "WageLevel",
    "WithdrawnCase",
]
