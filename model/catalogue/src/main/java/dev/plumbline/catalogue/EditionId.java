package dev.plumbline.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** The editions that stand side by side, named by the version of EN 303 645. */
public enum EditionId {
  /** EN 303 645 V2.1.1 (2020-06) with TS 103 701 V1.1.1 (2021-08). */
  V2_1_1("2.1.1", "1.1.1"),
  /** EN 303 645 V3.1.3 (2024-09) with TS 103 701 V2.1.1 (2025-05); the default. */
  V3_1_3("3.1.3", "2.1.1");

  /** The edition used where none is named. */
  public static final EditionId DEFAULT = V3_1_3;

  private final String version;
  private final String testVersion;

  EditionId(String version, String testVersion) {
    this.version = version;
    this.testVersion = testVersion;
  }

  /** Version of EN 303 645, such as {@code 3.1.3}. */
  public String version() {
    return version;
  }

  /** Version of TS 103 701 that goes with it. */
  public String testVersion() {
    return testVersion;
  }

  public static Optional<EditionId> of(String version) {
    return Arrays.stream(values()).filter(e -> e.version.equals(version)).findFirst();
  }

  @Override
  public String toString() {
    return version;
  }
}
