package dev.plumbline.probes.inputvalidation;

/**
 * A body that a path is known to take something like, and that it should refuse.
 *
 * @param inputClass its class in inputs.yaml
 * @param headers header lines, each with its line break
 * @param piece what is odd, one character a byte
 * @param login whether it is a login, which the device may count as a wrong one
 */
record Body(String inputClass, String method, String headers, String piece, boolean login) {
  Body(String inputClass, String method, String headers, String piece) {
    this(inputClass, method, headers, piece, false);
  }
}
