package dev.plumbline.core;

import java.util.List;
import java.util.Objects;

/**
 * The answer of one check, rule or person about one test item. Only {@link Holds} can ever lead to
 * a PASS; everything else says what is missing or wrong.
 *
 * <p>From best to worst: {@link Holds}, {@link Searched}, {@link Undetermined}, {@link Violated}.
 */
public sealed interface Finding {

  /** Why, in one or two sentences for a reader who was not there. */
  String reason();

  /** The proposition was shown to hold, within the coverage that the reason names. */
  record Holds(String reason) implements Finding {
    public Holds {
      requireText(reason);
    }
  }

  /**
   * The proposition was shown not to hold.
   *
   * @param remedy what the manufacturer can do about it
   */
  record Violated(String reason, String remedy) implements Finding {
    public Violated {
      requireText(reason);
      requireText(remedy);
    }
  }

  /**
   * An open question was searched and nothing against the proposition was found. A search proves no
   * absence: the verdict is INCONCLUSIVE and PASS is suggested, until a person confirms it.
   *
   * @param lookedAt the places looked at, each as a phrase with its numbers
   * @param notLookedAt the places known of and not looked at; that a search can leave others out is
   *     never listed, and always so
   */
  record Searched(String reason, List<String> lookedAt, List<String> notLookedAt)
      implements Finding {
    public Searched {
      requireText(reason);
      lookedAt = List.copyOf(lookedAt);
      notLookedAt = List.copyOf(notLookedAt);
    }
  }

  /**
   * No answer could be had: silence, missing coverage, missing declaration. Never "no problem".
   *
   * @param remedies what would answer it, best first; empty where nobody said
   */
  record Undetermined(String reason, List<Remedy> remedies) implements Finding {
    public Undetermined {
      requireText(reason);
      remedies = List.copyOf(remedies);
    }

    /** An open question for which nobody said what would answer it. */
    public Undetermined(String reason) {
      this(reason, List.of());
    }
  }

  /** The item does not apply to this product, and the declaration supports that. */
  record NotApplicable(String reason) implements Finding {
    public NotApplicable {
      requireText(reason);
    }
  }

  /** Plumbline itself failed. Counts as no answer. */
  record Errored(String reason) implements Finding {
    public Errored {
      requireText(reason);
    }
  }

  /** The verdict that this finding alone gives. */
  default Verdict verdict() {
    return switch (this) {
      case Holds h -> Verdict.PASS;
      case Violated v -> Verdict.FAIL;
      case Searched s -> Verdict.INCONCLUSIVE;
      case Undetermined u -> Verdict.INCONCLUSIVE;
      case Errored e -> Verdict.INCONCLUSIVE;
      case NotApplicable n -> Verdict.NOT_APPLICABLE;
    };
  }

  private static void requireText(String text) {
    if (Objects.requireNonNull(text).isBlank()) {
      throw new IllegalArgumentException("a finding needs a reason");
    }
  }
}
