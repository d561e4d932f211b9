from django.urls import path

from illuminate.foundation.documents import views

app_name = "documents"
urlpatterns = [path("documents/<uuid:pk>/", views.download, name="download")]
