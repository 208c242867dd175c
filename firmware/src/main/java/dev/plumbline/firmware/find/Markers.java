package dev.plumbline.firmware.find;

import dev.plumbline.dossier.Product;
import dev.plumbline.importing.Reading;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code firmware.markers}: places where values of the dossier stand. The unit's serial number or
 * MAC address tells that an image is a reading of its storage; its password must not stand there.
 */
final class Markers implements Finder {
  private static final String KEY = "firmware.markers";

  /** A shorter value would be found by chance. */
  private static final int SHORTEST = 6;

  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Rows rows = new Rows();

  Markers(Product product) {
    product.credentials().forEach(c -> add(c.password(), "password"));
    add(product.serial(), "serial");
    String mac = product.mac().toLowerCase(Locale.ROOT);
    String digits = mac.replaceAll("[^0-9a-f]", "");
    if (digits.length() == 12) {
      for (String form : List.of(mac, digits)) {
        add(form, "mac");
        add(form.toUpperCase(Locale.ROOT), "mac");
      }
      kinds.putIfAbsent(
          new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1), "mac");
    }
  }

  private void add(String value, String kind) {
    if (value.length() >= SHORTEST) {
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      kinds.putIfAbsent(new String(bytes, StandardCharsets.ISO_8859_1), kind);
    }
  }

  @Override
  public void window(Leaf leaf, Window window) {
    kinds.forEach(
        (value, kind) -> {
          int at = window.text().indexOf(value);
          if (at >= 0 && window.owns(at)) {
            rows.add("kind", kind, "place", leaf.place(), "line", window.line(at));
          }
        });
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    Map<String, Object> looked = new LinkedHashMap<>(coverage.of(rows));
    looked.put("markers", kinds.values().stream().distinct().toList());
    reading.seen(KEY, "DUT", Map.of("found", rows.all(), "count", rows.count()), looked);
  }
}
