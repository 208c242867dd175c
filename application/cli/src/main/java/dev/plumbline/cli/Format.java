package dev.plumbline.cli;

/** Form of what a command prints. */
enum Format {
  TEXT,
  JSON
}
