"""Templates to responses."""

from typing import Any

import aiohttp_jinja2
import jinja2
from aiohttp import web
from markupsafe import Markup

from portal.access import May, allows
from portal.desk import DESK, Desk
from portal.moments import FILTERS
from portal.navigation import Navigation, navigation
from portal.tokens import TOKEN, form_token
from storage.staff import Staff

STAFF = web.RequestKey("staff", Staff)


def set_up(app: web.Application, desk: Desk) -> None:
    """Give the application its templates: ours, the sheets of `reviews/pack`, and the macros of GOV.UK Frontend."""
    sheets = jinja2.PrefixLoader({"pack": jinja2.PackageLoader("reviews.pack")})
    loader = jinja2.ChoiceLoader([jinja2.PackageLoader("portal"), sheets, _GovukLoader()])
    # The GOV.UK macros look into options that were not given; our own pages are walked by tests instead.
    environment = aiohttp_jinja2.setup(app, loader=loader, undefined=jinja2.ChainableUndefined, autoescape=True)
    environment.globals |= {"now": desk.clock, "desk": desk}
    environment.filters |= FILTERS
    environment.trim_blocks = environment.lstrip_blocks = True


class _GovukLoader(jinja2.PrefixLoader):
    def __init__(self) -> None:
        super().__init__({"govuk_frontend_jinja": jinja2.PackageLoader("govuk_frontend_jinja")})


def signed_in(request: web.Request) -> Staff:
    """Who is looking. The gate in `portal/gate.py` put it there before any handler runs."""
    staff: Staff = request[STAFF]
    return staff


def render(request: web.Request, template: str, *, status: int = 200, **context: Any) -> web.Response:
    """Fill a template of `portal/templates`.

    Always there: `staff` (None before sign-in), `desk`, `now()`, `path`, `navigation`, `may("SEE_FIGURES")`, and
    `csrf_field`, which every form that posts must hold.
    """
    staff = request.get(STAFF)
    context = {
        "staff": staff, "desk": request.config_dict[DESK], "path": request.path,
        "csrf_field": csrf_field(request),
        "navigation": navigation(staff.role, request.path) if staff else Navigation(),
        "may": lambda name: staff is not None and allows(staff.role, May[name]), **context,
    }  # fmt: skip
    return aiohttp_jinja2.render_template(template, request, context, status=status)


def csrf_field(request: web.Request) -> Markup:
    return Markup('<input type="hidden" name="csrf" value="{}">').format(form_token(request[TOKEN]))
