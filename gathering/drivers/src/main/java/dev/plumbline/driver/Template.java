package dev.plumbline.driver;

import dev.plumbline.core.BoundedPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;

/**
 * A text with variables: {@code ${name}} for arguments and values taken by earlier steps, {@code
 * ${credential:ROLE.user}} and {@code ${credential:ROLE.password}} for logins of product.yaml.
 */
record Template(List<Piece> pieces) {
  private static final BoundedPattern VARIABLE = BoundedPattern.compile("\\$\\{([^}]*)}");

  Template {
    pieces = List.copyOf(pieces);
  }

  /**
   * @param variable whether the text is the name of one
   */
  record Piece(boolean variable, String text) {}

  static Template of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher m = VARIABLE.matcher(text);
    int from = 0;
    while (m.find()) {
      if (m.start() > from) {
        pieces.add(new Piece(false, text.substring(from, m.start())));
      }
      pieces.add(new Piece(true, m.group(1).strip()));
      from = m.end();
    }
    if (from < text.length()) {
      pieces.add(new Piece(false, text.substring(from)));
    }
    return new Template(pieces);
  }

  /** As it was written. */
  String text() {
    StringBuilder text = new StringBuilder();
    pieces.forEach(p -> text.append(p.variable() ? "${" + p.text() + "}" : p.text()));
    return text.toString();
  }

  /** Names of the variables, in order. */
  List<String> variables() {
    return pieces.stream().filter(Piece::variable).map(Piece::text).toList();
  }

  /** Whether a variable stands within quotes of a shell, where its own would not hold it. */
  boolean quotesVariables() {
    char open = 0;
    for (Piece p : pieces) {
      if (p.variable() && open != 0) {
        return true;
      }
      String text = p.variable() ? "" : p.text();
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\\' && open != '\'') {
          i++;
        } else if (open == 0 && (c == '"' || c == '\'' || c == '`')) {
          open = c;
        } else if (c == open) {
          open = 0;
        }
      }
    }
    return false;
  }

  /**
   * The text with values.
   *
   * @param escaped how a value has to be written in this place, so that it stays a value
   * @throws StepFailure if a variable has no value
   */
  String fill(Variables values, UnaryOperator<String> escaped) {
    StringBuilder text = new StringBuilder();
    for (Piece p : pieces) {
      text.append(p.variable() ? escaped.apply(values.get(p.text())) : p.text());
    }
    return text.toString();
  }

  String fill(Variables values) {
    return fill(values, UnaryOperator.identity());
  }
}
