from django.urls import URLPattern

app_name = "anonymity"
urlpatterns: list[URLPattern] = []
