package dev.plumbline.cli.shell;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** A page of the manual for each command, in the language of roff. */
final class ManPages {
  private final CommandSpec root;
  private final String version;
  private final LocalDate day;

  ManPages(CommandSpec root, String version, LocalDate day) {
    this.root = root;
    this.version = version;
    this.day = day;
  }

  /** The pages by the names of their files. */
  Map<String, String> all() {
    return Commands.all(root).stream()
        .collect(
            Collectors.toMap(
                c -> title(c) + ".1", this::page, (first, same) -> first, TreeMap::new));
  }

  private static String title(CommandSpec command) {
    return command.qualifiedName("-");
  }

  private String page(CommandSpec command) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ".TH \"%s\" \"1\" \"%s\" \"%s\" \"%s\""
            .formatted(
                escaped(title(command).toUpperCase(Locale.ROOT)),
                day,
                escaped(version),
                escaped("Manual of " + root.name())));
    lines.add(".SH NAME");
    lines.add(escaped(title(command)) + " \\- " + escaped(Commands.summary(command)));
    lines.add(".SH SYNOPSIS");
    lines.add(synopsis(command));
    lines.add(".SH DESCRIPTION");
    lines.add(line(Commands.text(command.usageMessage().description())));
    if (!command.positionalParameters().isEmpty()) {
      lines.add(".SH ARGUMENTS");
      command.positionalParameters().stream()
          .filter(argument -> !argument.hidden())
          .forEach(
              argument -> {
                lines.add(".TP\n" + italic(argument.paramLabel()));
                lines.add(line(Commands.text(argument.description())));
              });
    }
    if (!Commands.options(command).isEmpty()) {
      lines.add(".SH OPTIONS");
      Commands.options(command).forEach(option -> lines.addAll(option(option)));
    }
    if (!Commands.below(command).isEmpty()) {
      lines.add(".SH COMMANDS");
      for (CommandSpec child : Commands.below(command)) {
        lines.add(".TP\n" + bold(child.name()));
        lines.add(line(Commands.summary(child) + "."));
      }
    }
    lines.addAll(footer(command));
    List<String> others = others(command);
    if (!others.isEmpty()) {
      lines.add(".SH SEE ALSO");
      lines.add(others.stream().map(o -> bold(o) + "(1)").collect(Collectors.joining(",\n")));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String synopsis(CommandSpec command) {
    String arguments =
        command.positionalParameters().stream()
            .filter(argument -> !argument.hidden())
            .map(ManPages::argument)
            .collect(Collectors.joining(" "));
    String child = Commands.below(command).isEmpty() ? "" : italic("COMMAND");
    return Stream.of(bold(Commands.path(command)), "[" + italic("OPTIONS") + "]", arguments, child)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String argument(PositionalParamSpec argument) {
    String label = italic(argument.paramLabel()) + (argument.arity().max() > 1 ? "..." : "");
    return argument.required() ? label : "[" + label + "]";
  }

  private static List<String> option(OptionSpec option) {
    String value = Commands.takesValue(option) ? "=" + italic(option.paramLabel()) : "";
    String names = Stream.of(option.names()).map(ManPages::bold).collect(Collectors.joining(", "));
    List<String> lines = new ArrayList<>();
    lines.add(".TP\n" + names + value);
    lines.add(line(Commands.text(option.description())));
    return lines;
  }

  /** What stands below the help of a command, as it stands there. */
  private static List<String> footer(CommandSpec command) {
    List<String> texts =
        Stream.of(command.usageMessage().footer())
            .flatMap(text -> text.replace("%n", "\n").replace("%%", "%").lines())
            .toList();
    if (texts.stream().allMatch(String::isBlank)) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(List.of(".SH NOTES", ".nf"));
    boolean begun = false;
    for (String text : texts) {
      begun |= !text.isBlank();
      if (begun) {
        lines.add(line(text));
      }
    }
    lines.add(".fi");
    return lines;
  }

  private static List<String> others(CommandSpec command) {
    List<String> others = new ArrayList<>();
    if (command.parent() != null) {
      others.add(title(command.parent()));
    }
    Commands.below(command).forEach(child -> others.add(title(child)));
    return others;
  }

  private static String bold(String text) {
    return "\\fB" + escaped(text) + "\\fR";
  }

  private static String italic(String text) {
    return "\\fI" + escaped(text) + "\\fR";
  }

  /** A text that is no request of roff, however it begins. */
  private static String line(String text) {
    String safe = escaped(text);
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("\"", "\\(dq");
  }
}
