"""What agencies are asked and what they answer: requests, nil returns, IMRs, challenges."""
