"""``/health`` (the process lives), ``/ready`` (it can do its work) and ``/metrics``."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import FastAPI, Response


def add_routes(
    app: FastAPI, *, ready: Callable[[], str | None], metrics: Callable[[], bytes], metrics_type: str
) -> None:
    """Give ``app`` the three. ``ready`` says what keeps it from working, None for nothing, and may take a moment."""

    def health() -> Response:
        return Response("alive\n", media_type="text/plain")

    def readiness() -> Response:
        trouble = ready()
        return Response(f"{trouble or 'ready'}\n", status_code=503 if trouble else 200, media_type="text/plain")

    def numbers() -> Response:
        return Response(metrics(), media_type=metrics_type)

    for path, answer in (("/health", health), ("/ready", readiness), ("/metrics", numbers)):
        app.add_api_route(path, answer, methods=["GET"], include_in_schema=False)
        # The pages may be mounted at the root already, where they would take every path that comes after them.
        app.router.routes.insert(0, app.router.routes.pop())
