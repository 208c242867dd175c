package dev.plumbline.probes.driven;

/** Images of a {@link Rig}: texts {@code good VERSION} with a filler; anything else is altered. */
final class RigImage {
  static final String FILLER = " " + "x".repeat(60);

  private RigImage() {}

  static boolean isGenuine(String content) {
    return content.matches("good \\d\\.\\d\\.\\d" + FILLER);
  }

  static String version(String content) {
    return content.matches("\\w+ \\d\\.\\d\\.\\d .*") ? content.split(" ", 3)[1] : "9.9.9";
  }
}
