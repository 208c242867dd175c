package dev.plumbline.firmware.find;

import dev.plumbline.firmware.image.Node;
import dev.plumbline.importing.Reading;
import java.util.Map;
import java.util.regex.Pattern;

/** {@code firmware.signature}: whether the containers and files beside them carry a signature. */
final class Signatures implements Finder {
  private static final String KEY = "firmware.signature";

  /** SWUpdate, Android and the usual names of detached signatures. */
  private static final Pattern BESIDE =
      Pattern.compile(
          "(?i)(?:.*!)?(?:sw-description\\.sig|META-INF/[^/]+\\.(?:RSA|EC|DSA)|[^/]+\\.(?:sig|asc|p7s|sign))");

  private final Rows rows = new Rows();

  @Override
  public void node(String place, Node node) {
    if (node.kind() == Node.Kind.FILE && BESIDE.matcher(place).matches()) {
      rows.add(
          "place",
          place,
          "format",
          "file",
          "state",
          "present",
          "detail",
          "by its name; not verified");
    }
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    coverage
        .signatures()
        .all()
        .forEach(
            r ->
                rows.add(
                    r.entrySet().stream()
                        .flatMap(e -> java.util.stream.Stream.of(e.getKey(), e.getValue()))
                        .toArray()));
    if (rows.isEmpty()) {
      reading.undetermined(
          KEY,
          "DUT",
          "no part that could be opened says whether it is signed; a signature that is kept elsewhere, or in a form of the maker's own, cannot be seen here");
      return;
    }
    reading.seen(
        KEY,
        "DUT",
        Map.of("parts", rows.all(), "state", state(), "count", rows.count()),
        coverage.of(rows));
  }

  private String state() {
    boolean present = rows.all().stream().anyMatch(r -> "present".equals(r.get("state")));
    boolean absent = rows.all().stream().anyMatch(r -> "absent".equals(r.get("state")));
    boolean unknown = rows.all().stream().anyMatch(r -> "unknown".equals(r.get("state")));
    return unknown || present == absent ? "unknown" : present ? "present" : "absent";
  }
}
