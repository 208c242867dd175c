package dev.plumbline.probes.driven;

/**
 * Images of a {@link ScriptedDevice}: texts {@code good VERSION} with a filler; anything else is
 * altered.
 */
final class ScriptedDeviceImage {
  static final String FILLER = " " + "x".repeat(60);

  private ScriptedDeviceImage() {}

  static boolean isGenuine(String content) {
    return content.matches("good \\d\\.\\d\\.\\d" + FILLER);
  }

  static String version(String content) {
    return content.matches("\\w+ \\d\\.\\d\\.\\d .*") ? content.split(" ", 3)[1] : "9.9.9";
  }
}
