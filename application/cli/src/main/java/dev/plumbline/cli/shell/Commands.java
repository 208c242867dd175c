package dev.plumbline.cli.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Reads the model of the commands. */
final class Commands {
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s");
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Commands() {}

  /** A command and all below it that people are shown, each before those below it. */
  static List<CommandSpec> all(CommandSpec root) {
    List<CommandSpec> all = new ArrayList<>();
    all.add(root);
    below(root).forEach(child -> all.addAll(all(child)));
    return List.copyOf(all);
  }

  /** The commands right below one. */
  static List<CommandSpec> below(CommandSpec command) {
    return command.subcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .distinct()
        .filter(spec -> !spec.usageMessage().hidden())
        .toList();
  }

  static List<OptionSpec> options(CommandSpec command) {
    return command.options().stream().filter(option -> !option.hidden()).toList();
  }

  /** The words that call a command, such as {@code plumbline catalogue show}. */
  static String path(CommandSpec command) {
    return command.qualifiedName(" ");
  }

  /** The same without the name of the program; empty for the program itself. */
  static String pathBelow(CommandSpec root, CommandSpec command) {
    return command.equals(root) ? "" : path(command).substring(path(root).length() + 1);
  }

  /** What a command does, in one line. */
  static String summary(CommandSpec command) {
    return sentence(command.usageMessage().description());
  }

  /** What an option does, in one line. */
  static String summary(OptionSpec option) {
    return sentence(option.description());
  }

  private static String sentence(String... description) {
    String first = SENTENCE_END.split(text(description), 2)[0];
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  /** A description without the marks of its line breaks. */
  static String text(String... description) {
    String joined = String.join(" ", description).replace("%n", " ").replace("%%", "%");
    return SPACE.matcher(joined).replaceAll(" ").strip();
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /** The values that an option or an argument has, where it has few. */
  static List<String> values(ArgSpec argument) {
    return Optional.ofNullable(argument.completionCandidates()).stream()
        .flatMap(all -> StreamSupport.stream(all.spliterator(), false))
        .map(value -> value.toLowerCase(Locale.ROOT))
        .toList();
  }

  /** The values that the arguments of a command have, where they have few. */
  static List<String> argumentValues(CommandSpec command) {
    return command.positionalParameters().stream().flatMap(a -> values(a).stream()).toList();
  }

  /** Whether the value of an option is the name of a file. */
  static boolean isFile(OptionSpec option) {
    return List.of(option.auxiliaryTypes()).contains(Path.class)
        || option.type().equals(Path.class);
  }
}
