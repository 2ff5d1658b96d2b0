"""For candidates: does a posting say what the law asks? The link to a result carries the text and stores nothing."""

import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from datetime import date
from typing import Any
from urllib.parse import urlencode

import msgspec
from django import forms
from django.forms import BoundField
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from compensation.models.pay_law import current_rules
from compensation.pay_law.rule import PayRule, WorkPlace
from packs.forms.shared import KitTextarea
from packs.pages.private import keep_private
from packs.pay_law.judging import RuleAnswer, Status, Verdict, judge_all
from packs.pay_law.places import find_work_place, work_place
from packs.posting.value import Posting
from packs.reading.errors import ReadingError
from packs.reading.files import read_pasted
from web.child_pool import StoppedError, run_task
from web.middleware import PRIVATE_HEADERS
from web.view import View, absolute_url, render_view

LONGEST_LINK = 6_000  # characters of an address that browsers, mail and servers still carry
LONGEST_CARRIED = 30_000  # bytes that an address may unfold to


class CandidateForm(forms.Form):
    """The text of a posting, and the place of the work where the text doesn't say it."""

    text = forms.CharField(label=_("Paste the posting"), widget=KitTextarea(attrs={"rows": 10}))
    region = forms.CharField(required=False, max_length=100, label=_("State or region"))
    country = forms.CharField(
        required=False,
        max_length=100,
        label=_("Country"),
        help_text=_("Leave it empty to use the places named in the text."),
    )
    remote = forms.BooleanField(required=False, label=_("Remote from here"))

    def clean(self) -> dict[str, Any]:
        """The cleaned data with `posting`, and `place`, None where the text says it. Adds an error for a text that
        can't be read.
        """
        named = self.cleaned_data.get("country", "")
        place = work_place(
            country=named, region=self.cleaned_data.get("region", ""), remote=self.cleaned_data.get("remote", False)
        )
        if named and place is None:
            self.add_error("country", _("We don’t recognize that country. Check the spelling."))
        self.cleaned_data["place"] = place
        try:
            self.cleaned_data["posting"] = run_task(read_pasted, self.cleaned_data.get("text", ""))
        except (ReadingError, StoppedError) as error:
            self.add_error("text", str(error))
        return self.cleaned_data


class CandidateAnswer(msgspec.Struct, frozen=True):
    """A rule of pay law, and how the posting answers one thing that it asks for."""

    rule: PayRule
    answer: RuleAnswer


class CandidateResult(msgspec.Struct, frozen=True, kw_only=True):
    """What the posting says, and leaves out, of what the law of its place asks. `link` opens the same result; it is ""
    for a text that is too long.
    """

    day: date
    title: str
    places: list[str]
    missing: list[CandidateAnswer]
    met: list[CandidateAnswer]
    unknown: list[CandidateAnswer]
    link: str


class CandidateView(View, frozen=True, kw_only=True):
    """The page with the form, and with the result where a posting was brought."""

    template = "packs/candidate.html"

    form: CandidateForm
    faults: list[tuple[BoundField, str]]
    result: CandidateResult | None


@csrf_exempt  # a post changes nothing on the server, and a token would need a cookie
@keep_private
@require_http_methods(["GET", "HEAD", "POST"])
def check_as_candidate(request: HttpRequest) -> HttpResponse:
    """The form for a posting, or what the posting says on the law's points: 422 where a field has an error. The text
    may come in a POST or in the address of a shared result; nothing is stored.
    """
    given = request.POST if request.method == "POST" else _read_link(request.GET)
    form = CandidateForm(given)
    if given is None:
        return render_view(request, _view_candidate(form))
    is_read = form.is_valid()
    view = _view_candidate(form, _judge_for_candidate(form.cleaned_data) if is_read else None)
    response = render_view(request, view, status=200 if is_read else 422)
    for name, value in PRIVATE_HEADERS.items():  # the address may hold the text
        response.headers[name] = value
    return response


def pack_text(text: str) -> str:
    """A text compressed for an address. `unpack_text` turns it back."""
    return urlsafe_b64encode(zlib.compress(text.encode(), level=9)).decode().rstrip("=")


def unpack_text(packed: str) -> str:
    """The text in an address. Raises ValueError for what `pack_text` didn't make, and beyond LONGEST_CARRIED
    characters.
    """
    try:
        reader = zlib.decompressobj()
        unpacked = reader.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), LONGEST_CARRIED)
    except zlib.error as error:
        raise ValueError("this address carries no text") from error
    if reader.unconsumed_tail or not reader.eof:
        raise ValueError("this address carries a text that is cut or too long")
    return unpacked.decode()


def _read_link(query: Mapping[str, str]) -> dict[str, str] | None:
    """The fields that a link carries, None without a link; a broken one carries an empty text."""
    if "posting" not in query:
        return None
    try:
        text = unpack_text(query["posting"])
    except ValueError:
        text = ""
    return {"text": text, **{name: query.get(name, "") for name in ("region", "country", "remote")}}


def _judge_for_candidate(cleaned: Mapping[str, Any]) -> CandidateResult:
    posting: Posting = cleaned["posting"]
    place: WorkPlace | None = cleaned["place"]
    found = [find_work_place(named, posting.workplace) for named in posting.places]
    places, day = [place] if place else [known for known in found if known], localdate()
    verdicts = [verdict for verdict in judge_all(current_rules(), posting, places, day) if verdict.is_binding]
    return CandidateResult(
        day=day,
        title=posting.title,
        places=[", ".join(filter(None, (one.city, one.region, one.country))) for one in places],
        missing=_list_answers(verdicts, Status.MISSING),
        met=_list_answers(verdicts, Status.MET),
        unknown=_list_answers(verdicts, Status.ANSWER_NEEDED, Status.NOT_CHECKABLE),
        link=_make_link(cleaned),
    )


def _list_answers(verdicts: list[Verdict], *statuses: Status) -> list[CandidateAnswer]:
    return [CandidateAnswer(v.rule, answer) for v in verdicts for answer in v.answers if answer.status in statuses]


def _make_link(cleaned: Mapping[str, Any]) -> str:
    fields = {"posting": pack_text(cleaned["text"]), "region": cleaned["region"], "country": cleaned["country"]}
    fields["remote"] = "on" if cleaned["remote"] else ""
    link = absolute_url(f"{reverse('candidate')}?{urlencode({name: value for name, value in fields.items() if value})}")
    return link if len(link) <= LONGEST_LINK else ""


def _view_candidate(form: CandidateForm, result: CandidateResult | None = None) -> CandidateView:
    faults = [(form[name], str(message)) for name, messages in form.errors.items() for message in messages]
    return CandidateView(form=form, faults=faults, result=result, canonical=absolute_url(reverse("candidate")))
