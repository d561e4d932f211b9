"""What can be wrong with a file or a register, in words that a chair can act on."""


class FileRefused(ValueError):
    """A file that is not opened at all; its message is one plain sentence."""


class UnsafeFile(FileRefused):
    """A file built to do harm: an XML entity or DTD, or one that unpacks to an enormous size."""


class UnsupportedFile(FileRefused):
    """A kind of file that the engine has no reader for."""


class RegisterError(ValueError):
    """A register that can't be used; `problems` says each fault with its row."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__(" ".join(problems))
        self.problems = problems
