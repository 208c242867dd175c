package dev.plumbline.core;

import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regular expression for text of others: a device, a file, a dossier. The characters that it may
 * look at are bounded by the length of the text, so that no text makes it run for minutes; the
 * bound is the same on every machine.
 */
public final class BoundedPattern {
  public static final int CASE_INSENSITIVE = Pattern.CASE_INSENSITIVE;
  public static final int UNICODE_CASE = Pattern.UNICODE_CASE;
  public static final int DOTALL = Pattern.DOTALL;

  private final Pattern pattern;

  private BoundedPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /**
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public static BoundedPattern compile(String regex) {
    return new BoundedPattern(Pattern.compile(regex));
  }

  /**
   * @param flags as of {@link Pattern#compile(String, int)}
   * @throws java.util.regex.PatternSyntaxException if it is no regular expression
   */
  public static BoundedPattern compile(String regex, int flags) {
    return new BoundedPattern(Pattern.compile(regex, flags));
  }

  /** A text as a literal part of an expression. */
  public static String quote(String text) {
    return Pattern.quote(text);
  }

  /**
   * A matcher for a whole text. Each of its methods throws {@link TooMuchWorkException} once all of
   * them together have looked at too many characters.
   */
  public Matcher matcher(CharSequence text) {
    return pattern.matcher(BoundedText.of(text));
  }

  /** Whether it occurs in a text; throws as {@link #matcher} does. */
  public Predicate<String> asPredicate() {
    return text -> matcher(text).find();
  }

  /** Whether a text is of its form; throws as {@link #matcher} does. */
  public Predicate<String> asMatchPredicate() {
    return text -> matcher(text).matches();
  }

  /** The parts of a text between matches; throws as {@link #matcher} does. */
  public String[] split(CharSequence text) {
    return pattern.split(BoundedText.of(text));
  }

  /**
   * The same.
   *
   * @param limit as of {@link Pattern#split(CharSequence, int)}
   */
  public String[] split(CharSequence text, int limit) {
    return pattern.split(BoundedText.of(text), limit);
  }

  /** The same, one after the other. */
  public Stream<String> splitAsStream(CharSequence text) {
    return pattern.splitAsStream(BoundedText.of(text));
  }

  /** The groups that have names, with their numbers. */
  public Map<String, Integer> namedGroups() {
    return pattern.namedGroups();
  }

  /** The expression as it was written. */
  public String pattern() {
    return pattern.pattern();
  }

  @Override
  public String toString() {
    return pattern.pattern();
  }
}
