"""Counts of verdicts and what they say of rates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from scipy import stats

from benchmarks.law_cases.conditions import PALETTE_LOOKS
from benchmarks.law_cases.controls import CONTROLS, WRONG_MATERIAL
from benchmarks.law_cases.records import Record
from desktop_app.domain.laws import LAWS, LawId

COLOUR_BLIND: tuple[LawId, ...] = ("front_advance", "no_flashing", "maximum_principle", "symmetry")
VERDICTS = ("holds", "undecided", "broken")
MOST_RATIO_OFF = 1.5
"""Factor by which a ratio of diffusivities may be off and still be the promised one."""


def rate(count: int, total: int) -> str:
    """A share in per cent with its 95 % interval (C. J. Clopper, E. S. Pearson, Biometrika 26, 1934)."""
    if total == 0:
        return f"{'–':>24}"
    interval = stats.binomtest(count, total).proportion_ci(method="exact")
    return f"{100 * count / total:6.1f} % ({100 * interval.low:5.1f}-{100 * interval.high:5.1f}) "


def print_true(records: Sequence[Record]) -> None:
    """What true clips were found to do."""
    true = [each for each in records if each.kind == "true"]
    print(f"\n{len(true)} true clips        {'where the law applies':^32}   elsewhere       of all verdicts")
    print(f"{'law':<19}{'holds':>6}{'undecided':>10}{'broken':>7} {'holds of these':>23} "
          f"{'h/u/b':>9} {'broken of all':>24}")  # fmt: skip
    for law in LAWS:
        _true_row(law, [(law, each) for each in true])
    _true_row("all", [(law, each) for law in LAWS for each in true])
    guilty = sum("broken" in each.found.verdict.values() for each in true)
    print(f"true clips with a law said to be broken: {guilty} of {len(true)}, {rate(guilty, len(true))}")


def _true_row(name: str, asked: Iterable[tuple[LawId, Record]]) -> None:
    within: Counter[str] = Counter()
    beside: Counter[str] = Counter()
    for law, record in asked:
        (within if law in record.applies else beside)[record.found.verdict.get(law, "undecided")] += 1
    total, broken = within.total() + beside.total(), within["broken"] + beside["broken"]
    print(
        f"{name:<19}{within['holds']:>6}{within['undecided']:>10}{within['broken']:>7} "
        f"{rate(within['holds'], within.total())} "
        f"{'/'.join(str(beside[each]) for each in VERDICTS):>9} {rate(broken, total)}"
    )


def print_controls(records: Sequence[Record]) -> None:
    """What broken clips were found to do."""
    print(f"\n{'broken on purpose':<19}{'effect':<26}{'law':<18}{'n':>3} {'detected':>24}{'undecided':>10}"
          f"{'holds':>6}{'by any law':>11}")  # fmt: skip
    for control in CONTROLS:
        of_it = [each for each in records if each.broken == control.name]
        counted = Counter(each.found.verdict.get(control.law, "undecided") for each in of_it)
        anyhow = sum("broken" in each.found.verdict.values() for each in of_it)
        print(
            f"{control.name:<19}{control.effect:<26}{control.law:<18}{len(of_it):>3} "
            f"{rate(counted['broken'], len(of_it))}{counted['undecided']:>9}{counted['holds']:>6}{anyhow:>11}"
        )
    pairs = {kind: [ratio_verdict(each) for each in records if each.kind == kind] for kind in PAIR_KINDS}
    for kind, found in pairs.items():
        counted = Counter(found)
        name = WRONG_MATERIAL if kind == "wrong pair" else "(right material)"
        print(
            f"{name:<19}{'the other one':<26}{'ratio of α':<18}{len(found):>3} "
            f"{rate(counted['broken'], len(found))}{counted['undecided']:>9}{counted['holds']:>6}"
        )


PAIR_KINDS = ("wrong pair", "true pair")


def ratio_verdict(record: Record) -> str:
    """Whether a pair's ratio of diffusivities is the one its materials promise."""
    if record.ratio is None:
        return "undecided"
    _, low, high, promised = record.ratio
    if low >= promised / MOST_RATIO_OFF and high <= promised * MOST_RATIO_OFF:
        return "holds"
    return "broken" if high < promised / MOST_RATIO_OFF or low > promised * MOST_RATIO_OFF else "undecided"


def print_recoloured(records: Sequence[Record]) -> None:
    """Whether verdicts that rest on no scale stay what they are under another scale."""
    plain = {each.number: each for each in records if each.kind == "true"}
    pairs = [
        (plain[each.number], each) for each in records if each.kind == "recoloured" and each.number in plain
    ]
    print(f"\n{len(pairs)} true clips recoloured by an unknown rising curve")
    print(f"{'law':<19}{'same':>6}{'to or from undecided':>22}{'holds to broken or back':>25}")
    for law in COLOUR_BLIND:
        changed: Counter[str] = Counter()
        for before, after in pairs:
            both = {before.found.verdict.get(law, "undecided"), after.found.verdict.get(law, "undecided")}
            changed["same" if len(both) == 1 else "doubt" if "undecided" in both else "flip"] += 1
        print(f"{law:<19}{changed['same']:>6}{changed['doubt']:>22}{changed['flip']:>25}")


def print_fourier(records: Sequence[Record]) -> None:
    """How near the Fourier number of true clips comes to what the materials promise."""
    measured = [each.found.fourier for each in records if each.kind == "true" and each.found.fourier]
    known = [each for each in measured if None not in each]
    if not known:
        return
    inside = sum(low <= promised <= high for _, low, high, promised in known)  # type: ignore[operator]
    off = sorted(abs(value / promised - 1) for value, _, _, promised in known)  # type: ignore[operator]
    print(
        f"\nFourier number of true clips: measured in {len(known)}; median departure "
        f"{100 * off[len(off) // 2]:.1f} %; the interval holds the promised one in {rate(inside, len(known))}"
    )


def print_errors(
    table: dict[tuple[str, int], tuple[float, float]], crfs: Sequence[int], noise: float
) -> None:
    """Temperature errors by look and quality."""
    print(f"\n|read − true|, % of span, median / 95th percentile, pixels of noise {noise:g} of 255 (1 σ)")
    print(f"{'look':<12}" + "".join(f"{f'crf {crf}':>15}" for crf in crfs))
    for look in dict.fromkeys(look for look, _ in table):
        cells = [f"{100 * table[look, crf][0]:.2f} / {100 * table[look, crf][1]:.2f}" for crf in crfs]
        print(f"{look:<12}" + "".join(f"{cell:>15}" for cell in cells))
    worst = max(100 * table[look, crfs[0]][0] for look in PALETTE_LOOKS if (look, crfs[0]) in table)
    print(f"worst palette look at crf {crfs[0]}: median {worst:.2f} % (wanted: at most 1 %)")
