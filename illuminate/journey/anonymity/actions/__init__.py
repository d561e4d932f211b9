"""The only writers of anonymity checks: the machine's work, what is decided of its findings, and people's verdicts."""

from illuminate.journey.anonymity.actions.asking import ask_checker, give_verdict
from illuminate.journey.anonymity.actions.copying import keep_copy
from illuminate.journey.anonymity.actions.looking import keep_look, run_machine_check
from illuminate.journey.anonymity.actions.settling import accept_register, decide, settle
from illuminate.journey.anonymity.actions.working import ask_all_again, ask_copy, ask_machine, begin, give_up

__all__ = [
    "accept_register",
    "ask_all_again",
    "ask_checker",
    "ask_copy",
    "ask_machine",
    "begin",
    "decide",
    "give_up",
    "give_verdict",
    "keep_copy",
    "keep_look",
    "run_machine_check",
    "settle",
]
