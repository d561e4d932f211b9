"""Every room's addresses."""

from django.urls import include, path

urlpatterns = [
    path("", include("illuminate.foundation.access.urls")),
    path("", include("illuminate.foundation.documents.urls")),
    path("", include("illuminate.foundation.mailroom.urls")),
    path("", include("illuminate.reading.desk.urls")),
    path("", include("illuminate.journey.reviews.urls")),
    path("", include("illuminate.journey.people.urls")),
    path("", include("illuminate.journey.intake.urls")),
    path("", include("illuminate.journey.panel.urls")),
    path("", include("illuminate.journey.agencies.urls")),
    path("", include("illuminate.journey.chronology.urls")),
    path("", include("illuminate.journey.report.urls")),
    path("", include("illuminate.journey.involvement.urls")),
    path("", include("illuminate.journey.anonymity.urls")),
    path("", include("illuminate.journey.assurance.urls")),
    path("", include("illuminate.journey.publication.urls")),
    path("", include("illuminate.journey.improvement.urls")),
    path("library/", include("illuminate.reading.library.urls")),
]

handler400 = "illuminate.foundation.access.failures.bad_request"
handler403 = "illuminate.foundation.access.failures.forbidden"
handler404 = "illuminate.foundation.access.failures.not_found"
handler429 = "illuminate.foundation.access.failures.too_many"
handler500 = "illuminate.foundation.access.failures.server_error"
