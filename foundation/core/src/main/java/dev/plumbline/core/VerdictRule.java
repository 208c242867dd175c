package dev.plumbline.core;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How the verdicts of parts make the verdict of the whole. Pure: neither order nor repetition of
 * parts matters, and a part without an answer never improves the whole.
 *
 * <p>The catalogue names the rule per case or group (source: pass conditions of ETSI TS 103 701);
 * {@link #ALL_OF} is the ordinary one.
 */
public enum VerdictRule {
  /** FAIL if any fails, else INCONCLUSIVE if any has no answer, else PASS. */
  ALL_OF {
    @Override
    Verdict combineSome(Set<Verdict> parts) {
      if (parts.contains(Verdict.FAIL)) {
        return Verdict.FAIL;
      }
      return parts.contains(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.PASS;
    }
  },
  /** PASS if any passes, else INCONCLUSIVE if any has no answer, else FAIL. */
  ANY_OF {
    @Override
    Verdict combineSome(Set<Verdict> parts) {
      if (parts.contains(Verdict.PASS)) {
        return Verdict.PASS;
      }
      return parts.contains(Verdict.INCONCLUSIVE) ? Verdict.INCONCLUSIVE : Verdict.FAIL;
    }
  },
  /** What {@link #ALL_OF} and {@link #ANY_OF} agree on; INCONCLUSIVE where they differ. */
  AGREED {
    @Override
    Verdict combineSome(Set<Verdict> parts) {
      Verdict all = ALL_OF.combineSome(parts);
      return all == ANY_OF.combineSome(parts) ? all : Verdict.INCONCLUSIVE;
    }
  };

  abstract Verdict combineSome(Set<Verdict> parts);

  /**
   * The verdict of the whole.
   *
   * @param parts verdicts of the parts; none at all gives INCONCLUSIVE, never PASS; parts that do
   *     not apply are left out, and a whole with no other parts does not apply
   */
  public Verdict combine(Collection<Verdict> parts) {
    if (parts.isEmpty()) {
      return Verdict.INCONCLUSIVE;
    }
    Set<Verdict> seen = EnumSet.copyOf(parts);
    seen.remove(Verdict.NOT_APPLICABLE);
    return seen.isEmpty() ? Verdict.NOT_APPLICABLE : combineSome(seen);
  }

  /** The name used in catalogue files: {@code all-of}, {@code any-of}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
