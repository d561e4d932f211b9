"""The gate: frozen bytes, what still blocks, release, takedown."""
