"""What stands beside the fields of questions on the desk: each text ends with an example."""

from roles.admin.texts import Texts

COMPETENCY: Texts = {
    "role": "The role whose interviews measure it. For example: Technical Product Manager.",
    "name": "What the interviews measure. For example: Technical judgment.",
    "slug": "A short name for files. For example: technical-judgment.",
    "definition": "What a person with this competency does, in one or two sentences. For example: Weighs options by "
    "what they cost.",
    "skills": "The role’s skills that it draws on. For example: System Design.",
}
QUESTION: Texts = {
    "slug": "The end of the question’s address. For example: design-an-api.",
    "text": "As it is asked. Put the parts that the interviewer fills in between brackets. "
    "For example: Design an API for [relevant use case].",
    "kind": "Behavioral asks what someone did, situational what they would do. For example: Case.",
    "level": "The name of a level, if the question suits only that level. For example: Senior.",
    "alternate": "Kept in reserve, to swap in, for example when candidates have begun to compare notes.",
    "minutes": "How long the answer takes with its follow-ups. For example: 12.",
    "why": "Why you ask, and what to listen for. Only interviewers see it. "
    "For example: It shows whether they know when to stop.",
    "setup": "What you prepare, play or hold back. Only interviewers see it. For example: Bring a chart with a flaw.",
    "probes": "Two to four follow-up questions, one per line. For example: What would you do with half the time?",
    "anchor_1": "What a weak answer looks like, two lines or more. For example: Names one option and no cost.",
    "anchor_3": "What a solid answer looks like, two lines or more. For example: Names two options and their costs.",
    "anchor_5": "What a strong answer looks like, two lines or more. For example: Says what would change their mind.",
    "red_flags": "Warning signs, one per line. For example: Blames the engineers.",
}
