from django.urls import path

from illuminate.journey.report import views, views_findings

app_name = "report"
urlpatterns = [
    path("reviews/<slug:slug>/report/", views.report, name="report"),
    path("reviews/<slug:slug>/report/begin/", views.begin, name="begin"),
    path("reviews/<slug:slug>/report/upload/<str:kind>/", views.upload, name="upload"),
    path("reviews/<slug:slug>/report/drafts/<uuid:pk>/", views.draft, name="draft"),
    path("reviews/<slug:slug>/report/lessons/new/", views_findings.lesson_new, name="lesson_new"),
    path("reviews/<slug:slug>/report/lessons/<uuid:pk>/", views_findings.lesson, name="lesson"),
    path("reviews/<slug:slug>/report/lessons/<uuid:pk>/out/", views_findings.lesson_out, name="lesson_out"),
    path(
        "reviews/<slug:slug>/report/recommendations/new/",
        views_findings.recommendation_new,
        name="recommendation_new",
    ),
    path(
        "reviews/<slug:slug>/report/recommendations/<uuid:pk>/",
        views_findings.recommendation,
        name="recommendation",
    ),
    path(
        "reviews/<slug:slug>/report/recommendations/<uuid:pk>/out/",
        views_findings.recommendation_out,
        name="recommendation_out",
    ),
    path(
        "reviews/<slug:slug>/report/recommendations/<uuid:pk>/actions/new/",
        views_findings.action_new,
        name="action_new",
    ),
    path("reviews/<slug:slug>/report/actions/<uuid:pk>/", views_findings.action, name="action"),
    path("reviews/<slug:slug>/report/actions/<uuid:pk>/out/", views_findings.action_out, name="action_out"),
]
