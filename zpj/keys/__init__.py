"""Keys: who issues signs with a private key, who rechecks needs only public ones."""
