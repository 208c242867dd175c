package dev.plumbline.app;

/** Name and version of the program. */
public final class Version {
  public static final String TOOL = "Plumbline 0.1.0";

  private Version() {}
}
