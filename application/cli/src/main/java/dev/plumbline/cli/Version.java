package dev.plumbline.cli;

/** Name and version of the program. */
final class Version {
  static final String TOOL = "Plumbline 0.1.0";

  private Version() {}
}
