"""What is sent: outbox, e-mail, text messages, calendar invitations, retries."""
