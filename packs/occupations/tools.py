"""What an occupation's tools are called in a posting, and which of them are worth naming there."""

import re
from collections import Counter
from collections.abc import Sequence

from occupations.facts import OccupationFacts

TOOLS_NAMED = 3
# Office software, by the name under which it is listed among others of its kind; "" for a suite.
OFFICE_TOOLS = {
    "Microsoft Excel": "Microsoft Excel",
    "Microsoft Outlook": "Outlook",
    "Microsoft PowerPoint": "PowerPoint",
    "Microsoft Word": "Word",
    "Microsoft Office software": "",
}
TOO_GENERAL = frozenset({
    *("Business software applications", "Google", "Operating system software", "Web application software"),
    *("Microsoft Access", "Microsoft Teams", "Microsoft Windows", "Operational databases", "Skype", "Zoom"),
    "Web server software",
})  # fmt: skip
SHORT_NAMES = {  # what people say for what O*NET writes
    "Amazon Web Services AWS software": "AWS",
    "Apple Final Cut Pro": "Final Cut Pro",
    "Atlassian JIRA": "Jira",
    "Autodesk AutoCAD": "AutoCAD",
    "Autodesk AutoCAD Civil 3D": "Civil 3D",
    "Autodesk Revit": "Revit",
    "Cascading style sheets CSS": "CSS",
    "Dassault Systemes CATIA": "CATIA",
    "Document Object Model DOM Scripting": "DOM scripting",
    "Dassault Systemes SolidWorks": "SolidWorks",
    "ESRI ArcGIS software": "ArcGIS",
    "Extensible markup language XML": "XML",
    "Geographic information system GIS systems": "a geographic information system (GIS)",
    "Google Angular": "Angular",
    "Hypertext markup language HTML": "HTML",
    "Intuit QuickBooks": "QuickBooks",
    "MathWorks Simulink": "Simulink",
    "National Instruments LabVIEW": "LabVIEW",
    "Oracle Java": "Java",
    "Oracle Primavera Enterprise Project Portfolio Management": "Primavera",
    "Structured query language SQL": "SQL",
    "TechSmith Camtasia": "Camtasia",
    "The MathWorks MATLAB": "MATLAB",
    "Thomson Reuters Westlaw": "Westlaw",
}
BRANDS = re.compile(
    r"(Adobe Creative Cloud|Ansible|Informatica|InVision|MEDITECH|Microsoft Azure|Procore|SAP|Salesforce|Workday|Yardi)"
    r" software"
)
SPELLED_OUT = re.compile(r"([A-Z][a-z]+(?: [a-z]+)+) ([A-Z]{2,5})(?: (?:software|systems?))?")
COMMON_NOUN = re.compile(r"[A-Z][a-z]+ [a-z]+\b")  # not Apple iOS
ACRONYM = re.compile(r"\b[A-Z]{3,6}\b")
LONGEST_NAME = 6  # words; of a longer one its last acronym is what people say


def name_tool(name: str) -> str:
    """The name of a tool for the middle of a sentence: "SQL", "a learning management system (LMS)"."""
    if name in SHORT_NAMES:
        return SHORT_NAMES[name]
    if len(name.split()) > LONGEST_NAME and (acronyms := ACRONYM.findall(name)):
        return str(acronyms[-1])
    if brand := BRANDS.fullmatch(name):
        return brand[1]
    if spelled := SPELLED_OUT.fullmatch(name):
        words = spelled[1][:1].lower() + spelled[1][1:]
        article = "an" if words[0] in "aeio" else "a"
        return f"{article} {words} ({spelled[2]})" if words.endswith("system") else f"{words} ({spelled[2]})"
    return name[:1].lower() + name[1:] if COMMON_NOUN.match(name) else name


def list_trade_tools(facts: OccupationFacts) -> list[str]:
    """The tools, without office software, that postings of the occupation ask for: those of its largest kinds first,
    and names of mere kinds last.
    """
    kinds = Counter(tool.category for tool in facts.technology)
    demanded = [
        tool for tool in facts.technology if tool.is_in_demand and tool.name not in {*OFFICE_TOOLS, *TOO_GENERAL}
    ]
    demanded.sort(key=lambda tool: -kinds[tool.category])
    names = [*dict.fromkeys(name_tool(tool.name) for tool in demanded)]
    return sorted(names, key=_names_a_kind)[:TOOLS_NAMED]


def _names_a_kind(name: str) -> bool:
    """Whether it is only a kind of tool, such as accounting software, and no product."""
    return name[:1].islower() and " " in name


def word_office_tools(facts: OccupationFacts) -> str:
    """A line on office software where postings of the occupation ask for it; "" where they don't."""
    demanded = {tool.name for tool in facts.technology if tool.is_in_demand and tool.name in OFFICE_TOOLS}
    if not demanded:
        return ""
    names = [short for name, short in OFFICE_TOOLS.items() if name in demanded and short][:2]
    return f"You’re comfortable with office software{f', such as {join_names(names, "and")}' if names else ''}."


def join_names(names: Sequence[str], word: str) -> str:
    """Names in one text, such as "A, B and C"; `word` stands before the last one."""
    return f"{', '.join(names[:-1])} {word} {names[-1]}" if names[1:] else names[0]
