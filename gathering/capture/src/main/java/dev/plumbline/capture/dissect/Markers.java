package dev.plumbline.capture.dissect;

import dev.plumbline.capture.file.Slice;
import dev.plumbline.dossier.Product;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Values of the dossier that nobody should be able to read on the network, by what they are.
 *
 * @param byValue what each value is, such as {@code password of role owner}
 */
public record Markers(Map<String, String> byValue) {
  /** A shorter value would be found by chance. */
  private static final int SHORTEST = 6;

  public Markers {
    byValue = Map.copyOf(byValue);
  }

  /** Passwords of the declared logins and the serial number. */
  public static Markers of(Product product) {
    Map<String, String> values = new LinkedHashMap<>();
    product
        .credentials()
        .forEach(c -> put(values, c.password(), "declared password of role " + c.role()));
    put(values, product.serial(), "declared serial number");
    return new Markers(values);
  }

  private static void put(Map<String, String> values, String value, String what) {
    if (value.length() >= SHORTEST) {
      values.putIfAbsent(value, what);
    }
  }

  /** What stands in the bytes. */
  Map<String, String> in(Slice bytes) {
    Map<String, String> found = new LinkedHashMap<>();
    byValue.forEach(
        (value, what) -> {
          if (bytes.indexOf(value.getBytes(StandardCharsets.UTF_8), 0) >= 0) {
            found.put(value, what);
          }
        });
    return found;
  }

  boolean isEmpty() {
    return byValue.isEmpty();
  }
}
