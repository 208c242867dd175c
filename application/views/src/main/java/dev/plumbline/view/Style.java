package dev.plumbline.view;

import dev.plumbline.core.Verdict;
import java.io.Console;
import java.util.Optional;

/** Colours, on a terminal alone; respects NO_COLOR. */
public record Style(boolean colours) {
  @SuppressWarnings("SystemConsoleNull") // Some launchers still give none.
  public static Style ofTerminal() {
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    String term = Optional.ofNullable(System.getenv("TERM")).orElse("dumb");
    boolean off = System.getenv("NO_COLOR") != null;
    return new Style(terminal && !off && !term.equals("dumb"));
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String verdict(Verdict verdict, String text) {
    return switch (verdict) {
      case PASS -> paint("32", text);
      case FAIL -> paint("31;1", text);
      case INCONCLUSIVE -> paint("33", text);
      case NOT_APPLICABLE -> paint("2", text);
    };
  }

  public String red(String text) {
    return paint("31", text);
  }

  public String yellow(String text) {
    return paint("33", text);
  }

  private String paint(String code, String text) {
    return colours ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
