package dev.plumbline.probes.passwordsamples;

import dev.plumbline.core.BoundedPattern;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Holds texts against a declared pattern that may be wrong, or made to never end. */
final class BoundedMatch {
  private static final int MOST_STEPS = 1_000_000;

  private final BoundedPattern pattern;

  private BoundedMatch(BoundedPattern pattern) {
    this.pattern = pattern;
  }

  /** Empty when the pattern is none. */
  static Optional<BoundedMatch> of(String pattern) {
    try {
      return pattern.isBlank()
          ? Optional.empty()
          : Optional.of(new BoundedMatch(BoundedPattern.compile(pattern)));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  /** Whether the text matches as a whole; empty when that takes too long to find out. */
  Optional<Boolean> matches(String text) {
    try {
      return Optional.of(pattern.matcher(new Counted(text, new int[1])).matches());
    } catch (TooManySteps | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static final class TooManySteps extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private static final class Counted implements CharSequence {
    private final String text;
    private final int[] steps;

    Counted(String text, int[] steps) {
      this.text = text;
      this.steps = steps;
    }

    @Override
    public char charAt(int index) {
      if (++steps[0] > MOST_STEPS) {
        throw new TooManySteps();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Counted(text.substring(start, end), steps);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
