"""Stored files by digest; letters to Word and PDF."""
