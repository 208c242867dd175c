package dev.plumbline.cli;

import dev.plumbline.core.Verdict;

/** How a command ended, for scripts. 1 and 2 are picocli's; ours start at 10. */
public enum ExitCode {
  /** Done; where a product was judged, every item passed. */
  OK(0),
  /** Plumbline itself failed. */
  DEFECT(1),
  /** The command line or its input cannot be used. */
  USAGE(2),
  /** At least one FAIL. */
  FAIL(10),
  /** No FAIL, and not everything is decided. */
  UNDECIDED(11),
  /** The dossier has problems that have to be mended first. */
  DOSSIER(12);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  public int code() {
    return code;
  }

  static ExitCode of(Verdict verdict) {
    return switch (verdict) {
      case PASS -> OK;
      case FAIL -> FAIL;
      case INCONCLUSIVE, NOT_APPLICABLE -> UNDECIDED;
    };
  }
}
