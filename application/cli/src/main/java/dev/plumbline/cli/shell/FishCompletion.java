package dev.plumbline.cli.shell;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The completion script of fish. */
final class FishCompletion {
  private FishCompletion() {}

  static String of(CommandSpec root) {
    List<CommandSpec> all = Commands.all(root);
    StringBuilder script = new StringBuilder();
    script.append(head(root, all));
    for (CommandSpec command : all) {
      String begin =
          "complete -c %1$s -n '__%1$s_at \"%2$s\"'"
              .formatted(root.name(), Commands.pathBelow(root, command));
      for (CommandSpec child : Commands.below(command)) {
        script
            .append(begin)
            .append(" -f -a ")
            .append(child.name())
            .append(" -d ")
            .append(quoted(Commands.summary(child)))
            .append('\n');
      }
      if (!Commands.argumentValues(command).isEmpty()) {
        script
            .append(begin)
            .append(" -f -a ")
            .append(quoted(String.join(" ", Commands.argumentValues(command))))
            .append('\n');
      }
      for (OptionSpec option : Commands.options(command)) {
        script.append(begin).append(option(option)).append('\n');
      }
    }
    return script.toString();
  }

  private static String head(CommandSpec root, List<CommandSpec> all) {
    String paths =
        all.stream()
            .filter(command -> !command.equals(root))
            .map(command -> quoted(Commands.pathBelow(root, command)))
            .collect(Collectors.joining(" "));
    return """
        # Completion of %1$s for fish, made by: %1$s completion fish
        set -g __%1$s_commands %2$s

        # Whether the words so far call this command and none below it.
        function __%1$s_at
            set -l path
            for word in (commandline -opc)[2..]
                if contains -- (string join ' ' -- $path $word) $__%1$s_commands
                    set -a path $word
                end
            end
            test "$path" = "$argv[1]"
        end

        """
        .formatted(root.name(), paths);
  }

  private static String option(OptionSpec option) {
    StringBuilder line = new StringBuilder();
    for (String name : option.names()) {
      String bare = name.replaceFirst("^-+", "");
      line.append(name.startsWith("--") ? " -l " : bare.length() == 1 ? " -s " : " -o ")
          .append(bare);
    }
    if (!Commands.values(option).isEmpty()) {
      line.append(" -x -a ").append(quoted(String.join(" ", Commands.values(option))));
    } else if (Commands.takesValue(option)) {
      line.append(Commands.isFile(option) ? " -r -F" : " -x");
    }
    return line.append(" -d ").append(quoted(Commands.summary(option))).toString();
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
