"""Pay: editorial ranges, raw public records, and the summaries that pages read.

Django looks for models here. Code imports each from its own module.
"""

from compensation.models import benchmark, history, official, pay_law, records, summaries

__all__ = ["benchmark", "history", "official", "pay_law", "records", "summaries"]
