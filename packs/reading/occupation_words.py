"""The words that jobs and employers are called by."""

import re

# What jobs are called, at the end of a word: a line that has none of these may be the employer's.
OCCUPATION = re.compile(
    r"\b(?:\w*(?:engineer|developer|manager|designer|analyst|officer|director|assistant|administrator|coordinator"
    r"|co-ordinator|specialist|generalist|registrar|technologist|paraprofessional|technician|teacher|nurse|driver"
    r"|clerk|cook|chef|baker|librarian|scientist|consultant"
    r"|architect|accountant|associate|supervisor|representative|adviser|advisor|agent|operator|worker|writer|editor"
    r"|buyer|planner|trainer|instructor|lecturer|professor|researcher|therapist|pharmacist|solicitor|lawyer|attorney"
    r"|counsel|paralegal|secretary|receptionist|cleaner|gardener|mechanic|electrician|plumber|carpenter|welder"
    r"|machinist"
    r"|dispatcher|educator|attendant|waiter|waitress|waitstaff|barista|bartender|host|hostess|cashier|salesman"
    r"|salesperson"
    r"|seller|stylist|hairdresser|barber|photographer|translator|interpreter|violin|musician|conductor|captain|pilot"
    r"|crew|foreman|surveyor|inspector|auditor|controller|treasurer|recruiter|partner|executive|lead|leader|head|chief"
    r"|president"
    r"|producer|programmer|tester|farmer|fisher|forester|ranger|guard|warden|porter|courier|picker|packer|keeper"
    r"|maker"
    r"|fitter|installer|estimator|intern|apprentice|trainee|fellow|postdoc|dentist|doctor|physician|surgeon|vet"
    r"|midwife"
    r"|carer|caregiver|nanny|tutor|coach|janitor|custodian|housekeeper|steward|fundraiser|organizer|organiser|curator"
    r"|archivist|economist|statistician|actuary|underwriter|broker|trader|banker|teller|butcher|florist|tailor"
    r"|painter"
    r"|roofer|mason|bricklayer|joiner|laborer|labourer|hand|aide|helper|practitioner|psychologist|counselor"
    r"|counsellor|dishwasher|busser|greeter|caretaker|operative|pastor|rector|organist|verger|sexton|grower"
    r"|landscaper|paramedic|hygienist|radiographer|phlebotomist|optometrist|optician|physiotherapist"
    r"|superintendent|firefighter|lifeguard|usher|handyperson))s?\b",
    re.IGNORECASE,
)

# What employers are called: Trust, Council, Ltd.
EMPLOYER_WORD = re.compile(
    r"\b(?:inc|ltd|llc|llp|gmbh|plc|corp|company|group|trust|council|university|college|school|hospital|institute"
    r"|agency"
    r"|board|foundation|society|services|systems|partners|authority|department|clinic|library|district|church"
    r"|center|centre"
    r"|association|museum|theat(?:re|er)|gallery|academy|zoo|airport|brewery|pharmacy|surgery|nursery|farms?|studio"
    r"|kitchen|bakery|café|cafe|hotel|bank|county|city of|town of|office for|ministry)\b",
    re.IGNORECASE,
)
