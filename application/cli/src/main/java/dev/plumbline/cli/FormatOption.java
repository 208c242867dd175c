package dev.plumbline.cli;

import picocli.CommandLine.Option;

/** The option that picks text or JSON. */
final class FormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text (default) or json.")
  @SuppressWarnings("NullAway.Init")
  private Format format;

  boolean json() {
    return format == Format.JSON;
  }
}
