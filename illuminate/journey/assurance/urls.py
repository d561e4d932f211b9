from django.urls import path

from illuminate.journey.assurance import views, views_home_office

app_name = "assurance"
urlpatterns = [
    path("reviews/<slug:slug>/home-office/", views.assurance, name="assurance"),
    path("reviews/<slug:slug>/home-office/sign-off/", views.sign_off, name="sign_off"),
    path("reviews/<slug:slug>/home-office/return/", views.return_to_drafting, name="return"),
    path("reviews/<slug:slug>/home-office/submit/", views.submit, name="submit"),
    path("reviews/<slug:slug>/home-office/reopen/", views.reopen, name="reopen"),
    path("reviews/<slug:slug>/home-office/points/<uuid:pk>/", views.answer, name="answer"),
    path("submissions/", views_home_office.queue, name="queue"),
    path("submissions/<uuid:pk>/", views_home_office.submission, name="submission"),
]
