package dev.plumbline.probes.passwordsamples;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TooMuchWorkException;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/** Holds texts against a declared pattern that may be wrong, or made to never end. */
final class BoundedMatch {
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
      return Optional.of(pattern.matcher(text).matches());
    } catch (TooMuchWorkException | StackOverflowError e) {
      return Optional.empty();
    }
  }
}
