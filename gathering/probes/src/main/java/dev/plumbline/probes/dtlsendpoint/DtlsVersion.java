package dev.plumbline.probes.dtlsendpoint;

import java.util.Arrays;
import java.util.Optional;

/** Versions of DTLS, oldest first. There is no 1.1. */
enum DtlsVersion {
  V10("DTLSv1.0", 0xfeff),
  V12("DTLSv1.2", 0xfefd),
  V13("DTLSv1.3", 0xfefc);

  private final String label;
  private final int code;

  DtlsVersion(String label, int code) {
    this.label = label;
    this.code = code;
  }

  /** The name that observations use. */
  String label() {
    return label;
  }

  int code() {
    return code;
  }

  static Optional<DtlsVersion> ofCode(int code) {
    return Arrays.stream(values()).filter(v -> v.code == code).findFirst();
  }
}
