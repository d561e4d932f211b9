"""Every place of every kind of file."""

from . import excel_beside, excel_cells, pdf_behind, pdf_pages, texts, word_beside, word_files, word_text
from .planting import Place

_MODULES = (word_text, word_beside, word_files, excel_cells, excel_beside, pdf_pages, pdf_behind, texts)


def every_place() -> list[Place]:
    """In the order of the files' kinds."""
    return [place for module in _MODULES for place in module.PLACES]
