"""Templates to responses."""

from typing import Any

import aiohttp_jinja2
from aiohttp import web

from portal.desk import DESK
from storage.staff import Staff

STAFF = web.RequestKey("staff", Staff)


def signed_in(request: web.Request) -> Staff:
    """Who is looking. The gate in `portal/gate.py` put it there before any handler runs."""
    staff: Staff = request[STAFF]
    return staff


def render(request: web.Request, template: str, *, status: int = 200, **context: Any) -> web.Response:
    """Fill a template of `portal/templates`; `staff` and `desk` are always there."""
    context = {"staff": request.get(STAFF), "desk": request.config_dict[DESK], **context}
    return aiohttp_jinja2.render_template(template, request, context, status=status)
