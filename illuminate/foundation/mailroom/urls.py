from django.urls import path

from illuminate.foundation.mailroom import views

app_name = "mailroom"
urlpatterns = [
    path("mail/", views.outbox, name="outbox"),
    path("mail/<uuid:pk>/", views.message, name="message"),
    path("mail/<uuid:pk>/send-again/", views.send_again, name="send_again"),
    path("demo/mail/", views.demo_mail, name="demo_mail"),
]
