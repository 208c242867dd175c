package dev.plumbline.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script of zsh: one function for each command. */
final class ZshCompletion {
  private ZshCompletion() {}

  static String of(CommandSpec root) {
    StringBuilder script = new StringBuilder();
    script.append(
        "#compdef %1$s\n# Completion of %1$s for zsh, made by: %1$s completion zsh\n"
            .formatted(root.name()));
    Commands.all(root).forEach(command -> script.append('\n').append(function(command)));
    return script
        .append(
            """

            if [ "$funcstack[1]" = "_%1$s" ]; then
              _%1$s "$@"
            else
              compdef _%1$s %1$s
            fi
            """
                .formatted(root.name()))
        .toString();
  }

  private static String name(CommandSpec command) {
    return "_" + command.qualifiedName("_").replace('-', '_');
  }

  private static String function(CommandSpec command) {
    List<CommandSpec> below = Commands.below(command);
    String values = String.join(" ", Commands.argumentValues(command));
    String rest =
        !below.isEmpty()
            ? "'1:command:->command' '*::argument:->rest'"
            : values.isEmpty() ? "'*:file:_files'" : "'*:value:(" + values + ")'";
    String arguments =
        Stream.concat(
                Commands.options(command).stream().flatMap(ZshCompletion::options), Stream.of(rest))
            .collect(Collectors.joining(" \\\n    "));
    return below.isEmpty()
        ? "%s() {\n  _arguments -S \\\n    %s\n}\n".formatted(name(command), arguments)
        : """
          %s() {
            local context state state_descr line
            typeset -A opt_args
            _arguments -C -S \\
              %s
            case $state in
              command)
                local -a commands
                commands=(
          %s
                )
                _describe -t commands command commands
                ;;
              rest)
                case $line[1] in
          %s
                esac
                ;;
            esac
          }
          """
            .formatted(
                name(command),
                arguments,
                below.stream()
                    .map(c -> "        " + quoted(c.name() + ":" + Commands.summary(c)))
                    .collect(Collectors.joining("\n")),
                below.stream()
                    .map(c -> "        " + c.name() + ") " + name(c) + " ;;")
                    .collect(Collectors.joining("\n")));
  }

  /** An option by each of its names, of which one excludes the others. */
  private static Stream<String> options(OptionSpec option) {
    String names = String.join(" ", option.names());
    String excluded = option.isMultiValue() ? "*" : "(" + names + ")";
    return Stream.of(option.names())
        .map(
            name ->
                quoted(
                    excluded
                        + name
                        + (Commands.takesValue(option) && name.startsWith("--") ? "=" : "")
                        + "["
                        + Commands.summary(option).replaceAll("([\\[\\]\\\\])", "\\\\$1")
                        + "]"
                        + value(option)));
  }

  private static String value(OptionSpec option) {
    if (!Commands.takesValue(option)) {
      return "";
    }
    String label = option.paramLabel().replaceAll("[^\\w-]", "");
    String values = String.join(" ", Commands.values(option));
    String action =
        values.isEmpty() ? (Commands.isFile(option) ? "_files" : " ") : "(" + values + ")";
    return ":" + label + ":" + action;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
