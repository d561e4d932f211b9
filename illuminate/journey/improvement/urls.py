from django.urls import path

from illuminate.journey.improvement import views, views_action, views_statement

app_name = "improvement"
urlpatterns = [
    path("reviews/<slug:slug>/plan/", views.plan, name="plan"),
    path("reviews/<slug:slug>/plan/<uuid:pk>/hand-over/", views.hand_over, name="hand_over"),
    path("reviews/<slug:slug>/close/", views.close_review, name="close_review"),
    path("actions/", views_action.mine, name="actions"),
    path("actions/<uuid:pk>/", views_action.action, name="action"),
    path("actions/<uuid:pk>/progress/", views_action.progress, name="progress"),
    path("actions/<uuid:pk>/statement/", views_action.statement, name="statement"),
    path("actions/<uuid:pk>/answer/", views_action.addressee, name="addressee"),
    path("actions/<uuid:pk>/lead/", views_action.lead, name="lead"),
    path("actions/<uuid:pk>/close/", views_action.close, name="close"),
    path("actions/<uuid:pk>/reopen/", views_action.reopen, name="reopen"),
    path("statements/<uuid:pk>/", views_statement.confirm, name="confirm"),
    path("statements/<uuid:pk>/publish/", views_statement.publish, name="publish_statement"),
    path("statements/<uuid:pk>/drop/", views_statement.drop, name="drop_statement"),
]
