"""How every page looks and speaks: base pages, form fields, components. No domain words live here."""
