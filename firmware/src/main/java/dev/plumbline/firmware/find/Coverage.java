package dev.plumbline.firmware.find;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What of an image was opened, and what was not. Every fact about the image says so. */
public final class Coverage {
  private static final int REASONS = 3;

  private final Rows unopened = new Rows();
  private final Rows signatures = new Rows();
  private final Map<String, Long> opened = new TreeMap<>();
  private final StringBuilder reasons = new StringBuilder();
  private long files;
  private long bytes;

  /** A container that was opened to its end. */
  public void opened(String format) {
    opened.merge(format, 1L, Long::sum);
  }

  /** A part that could not be opened. */
  public void unopened(String place, String reason) {
    unopened.add("place", place.isEmpty() ? "image" : place, "reason", reason);
    if (unopened.count() <= REASONS) {
      reasons.append(reasons.isEmpty() ? "" : "; ").append(place).append(": ").append(reason);
    }
  }

  /** What a container says of a signature over itself. */
  public void signature(String place, String format, String state, String detail) {
    signatures.add(
        "place",
        place.isEmpty() ? "image" : place,
        "format",
        format,
        "state",
        state,
        "detail",
        detail);
  }

  void looked(long size) {
    files++;
    bytes += size;
  }

  /** Whether any container was opened. */
  public boolean anyOpened() {
    return !opened.isEmpty();
  }

  /** Whether the content of any file was looked at. */
  public boolean anyFile() {
    return files > 0;
  }

  Rows signatures() {
    return signatures;
  }

  /** Why parts were not opened, in short; empty when all were. */
  String reasons() {
    return reasons.toString();
  }

  /**
   * The coverage of a fact.
   *
   * @param rows of the fact
   */
  Map<String, Object> of(Rows rows) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("target", "firmware image");
    map.put("opened", Map.copyOf(opened));
    map.put("files", files);
    map.put("bytes", bytes);
    map.put("unopened", unopened.all());
    map.put("complete", unopened.isEmpty() && rows.complete());
    return map;
  }
}
