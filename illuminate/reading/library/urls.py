from django.urls import path

from illuminate.reading.library import views

app_name = "library"
urlpatterns = [
    path("", views.home, name="home"),
    path("<slug:slug>/", views.report, name="report"),
    path("<slug:slug>/recommendations/<int:number>/", views.recommendation, name="recommendation"),
    path("<slug:slug>/files/<slug:kind>/", views.file, name="file"),
]
