package dev.plumbline.probes.inputvalidation;

/**
 * A body that a path is known to take something like, and that it should refuse.
 *
 * @param inputClass its class in inputs.yaml
 * @param headers header lines, each with its line break
 * @param piece what is odd, one character a byte
 */
record Body(String inputClass, String method, String headers, String piece) {}
