package dev.plumbline.client.driven;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Images that nobody released, made from one that somebody did. */
public final class Alteration {
  /** One name for all of them: a driver that knew which is which could treat them differently. */
  public static final Map<String, String> ARGUMENTS = Map.of("image", "trial");

  private Alteration() {}

  /** One byte changed, near the beginning, in the middle and near the end; by name. */
  public static Map<String, byte[]> flipped(byte[] image) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    all.put("tampered-early", flip(image, image.length / 5));
    all.put("tampered-middle", flip(image, image.length / 2));
    all.put("tampered-late", flip(image, image.length - 2 - image.length / 20));
    return all;
  }

  /** The first half. */
  public static byte[] cut(byte[] image) {
    return Arrays.copyOf(image, image.length / 2);
  }

  private static byte[] flip(byte[] image, int at) {
    byte[] flipped = image.clone();
    flipped[at] ^= 1;
    return flipped;
  }
}
