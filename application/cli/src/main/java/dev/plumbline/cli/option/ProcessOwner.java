package dev.plumbline.cli.option;

/** A root command that knows whether the process does nothing but run it. */
public interface ProcessOwner {
  /** Whether the process may be confined, for nothing else runs in it. */
  boolean ownsProcess();
}
