package dev.plumbline.firmware.find;

import dev.plumbline.dossier.Product;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareMarkers;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Places where values of the dossier stand. The unit's serial number or MAC address tells that an
 * image is a reading of its storage; its password must not stand there.
 */
final class DossierMarkers implements Finder {

  /** A shorter value would be found by chance. */
  private static final int SHORTEST = 6;

  private final Map<String, String> kinds = new LinkedHashMap<>();
  private final Kept<FirmwareMarkers.Marker> rows = new Kept<>();

  DossierMarkers(Product product) {
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
            rows.add(
                new FirmwareMarkers.Marker(
                    kind, Printable.text(leaf.place()), Printable.some(window.line(at))));
          }
        });
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    reading.seen(
        "DUT",
        new FirmwareMarkers(
            rows.all(),
            rows.count(),
            kinds.values().stream().distinct().toList(),
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }
}
