package dev.plumbline.importers.shared.matching;

import java.util.OptionalInt;

/** How versions are ordered. */
public enum VersionScheme {
  /** Numbers between dots, with semantic versioning's rule for what comes before a release. */
  NUMBERS {
    @Override
    public OptionalInt compare(String one, String other) {
      return NumberedVersion.compare(one, other);
    }
  },
  /** Debian's order: epoch, upstream version, revision. */
  DEBIAN {
    @Override
    public OptionalInt compare(String one, String other) {
      return DebianVersion.compare(one, other);
    }
  };

  /** Which comes first; empty when this scheme cannot tell. */
  public abstract OptionalInt compare(String one, String other);
}
