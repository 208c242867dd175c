package dev.plumbline.declaration.problem;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Severity;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.data.Texts;
import java.util.List;
import java.util.regex.Matcher;

/**
 * A kind of problem, as data. Its id is permanent: it is never given to another kind.
 *
 * @param id such as {@code PLB-3001}
 * @param title what is wrong, in a few words
 * @param severity how much it weighs
 * @param why why it matters
 * @param what message; {@code {0}} and so on stand for values. Empty where the reader words it
 * @param remedy what to write instead, with the same values; {@code {update-mechanisms}} stands for
 *     the table that an edition has for this
 * @param edition edition that the examples are written for
 * @param wrong files that have the problem, each headed {@code # name}; the line is marked {@code #
 *     here}
 * @param right the same files without it; empty where there is nothing to write
 */
public record ProblemKind(
    String id,
    String title,
    Severity severity,
    String why,
    String what,
    String remedy,
    String edition,
    String wrong,
    String right) {
  private static final BoundedPattern ROLE = BoundedPattern.compile("\\{([a-z][a-z-]+)}");

  /** A remedy with the tables of an edition in place of what they are for. */
  public static String named(String remedy, Catalogue catalogue) {
    return ROLE.matcher(remedy)
        .replaceAll(m -> Matcher.quoteReplacement(tables(m.group(1), catalogue)));
  }

  private static String tables(String word, Catalogue catalogue) {
    TableRole role =
        TableRole.of(word).orElseThrow(() -> new IllegalStateException("no role: " + word));
    List<String> ids = catalogue.tables(role).stream().map(IxitTable::id).toList();
    return ids.isEmpty() ? word : String.join(" or ", ids);
  }

  /** A message without its values, for the page. */
  static String spoken(String template) {
    return template.replaceAll("\\{\\d}", "…");
  }

  /** Fills the values into a message. */
  public static String fill(String template, Object... values) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    while (i < template.length()) {
      char c = template.charAt(i);
      boolean slot =
          c == '{' && i + 2 < template.length() && Character.isDigit(template.charAt(i + 1));
      if (slot && template.charAt(i + 2) == '}') {
        int index = template.charAt(i + 1) - '0';
        if (index >= values.length) {
          throw new IllegalStateException("no value for {" + index + "} in: " + template);
        }
        text.append(Texts.printable(values[index].toString()));
        i += 3;
      } else {
        text.append(c);
        i++;
      }
    }
    return text.toString();
  }
}
