"""What two accounts say of one thing against each other, without a question that names it."""
