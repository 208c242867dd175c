package dev.plumbline.app.message;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message as it is written down.
 *
 * @param title what it is about, in a few words
 * @param text what is wrong and where, with the names of parameters in braces
 * @param remedy what to do next; empty where a parameter of the text says it
 */
record MessageText(String id, String title, String text, String remedy) {
  private static final Pattern PARAMETER = Pattern.compile("\\{([a-z]+)}");

  /** The names in braces. */
  Set<String> parameters() {
    Set<String> names = new TreeSet<>();
    PARAMETER.matcher(text + remedy).results().map(m -> m.group(1)).forEach(names::add);
    return names;
  }

  /** A text with values in place of their names; braces within a value stay as they are. */
  static String filled(String text, Map<String, String> values) {
    return PARAMETER.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m, values)));
  }

  private static String value(MatchResult name, Map<String, String> values) {
    return Optional.ofNullable(values.get(name.group(1))).orElse(name.group());
  }
}
