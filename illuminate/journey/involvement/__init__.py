"""Family and friends: what they wish, what they give, what they read, what they are answered."""
