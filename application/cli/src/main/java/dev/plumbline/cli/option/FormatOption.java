package dev.plumbline.cli.option;

import picocli.CommandLine.Option;

/** The option that picks text or JSON. */
public final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text (default) or json.")
  @SuppressWarnings("NullAway.Init")
  private OutputFormat format;

  public boolean json() {
    return format == OutputFormat.JSON;
  }
}
