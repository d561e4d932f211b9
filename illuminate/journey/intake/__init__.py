"""From the notified death to the decision: notification, scoping, legal test, Home Office."""
