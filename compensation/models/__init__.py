"""Pay: editorial ranges, raw public records, and the summaries that pages read."""

from compensation.models.benchmark import Benchmark
from compensation.models.history import PayImport, ReplacedRecord, WithdrawnCase
from compensation.models.official import AreaFactor, WageLevel
from compensation.models.pay_law import PayLawRule
from compensation.models.records import PayRecord, TitleMatch
from compensation.models.summaries import FiledOccupation, PaySummary
from compensation.models.survey import SurveyArea, SurveyFigure, SurveyOccupation, SurveyYear

__all__ = [
    "AreaFactor",
    "Benchmark",
    "FiledOccupation",
    "PayImport",
    "PayLawRule",
    "PayRecord",
    "PaySummary",
    "ReplacedRecord",
    "SurveyArea",
    "SurveyFigure",
    "SurveyOccupation",
    "SurveyYear",
    "TitleMatch",
    "WageLevel",
    "WithdrawnCase",
]
