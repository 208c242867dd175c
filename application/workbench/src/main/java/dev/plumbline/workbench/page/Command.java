package dev.plumbline.workbench.page;

import dev.plumbline.reports.Visible;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A command line that does the same as a page. */
public final class Command {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._/@+:=,-]+");

  private Command() {}

  /** The words with quotes where a shell needs them. */
  public static String of(String verb, Object... words) {
    return Stream.concat(Stream.of("plumbline", verb), Stream.of(words).map(Object::toString))
        .map(Command::quoted)
        .collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    boolean verb = PLAIN.matcher(word).matches() || List.of("…").contains(word);
    return verb ? word : "'" + Visible.of(word, 200).replace("'", "'\\''") + "'";
  }
}
