package dev.plumbline.cli.option;

/** Form of what a command prints. */
public enum OutputFormat {
  TEXT,
  JSON
}
