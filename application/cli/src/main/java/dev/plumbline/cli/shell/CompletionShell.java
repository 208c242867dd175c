package dev.plumbline.cli.shell;

import java.util.Locale;

/** A shell that commands can be completed in. */
public enum CompletionShell {
  BASH("%s.bash"),
  ZSH("_%s"),
  FISH("%s.fish");

  private final String file;

  CompletionShell(String file) {
    this.file = file;
  }

  /** The name of a script, as this shell looks for it. */
  String file(String program) {
    return file.formatted(program);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
