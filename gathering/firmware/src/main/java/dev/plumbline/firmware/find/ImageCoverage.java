package dev.plumbline.firmware.find;

import dev.plumbline.importing.Kept;
import dev.plumbline.observation.firmware.FirmwareSignature;
import dev.plumbline.observation.firmware.Unopened;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of an image was opened, and what was not. Every fact about the image says so. */
public final class ImageCoverage {
  private static final int REASONS = 3;

  /** What was looked at, in every fact about an image. */
  static final Optional<String> TARGET = Optional.of("firmware image");

  private final Kept<Unopened> unopened = new Kept<>();
  private final Kept<FirmwareSignature.Part> signatures = new Kept<>();
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
    unopened(place, reason, Optional.empty());
  }

  /** A part whose bytes have no order. */
  void disordered(String place, String reason) {
    unopened(place, reason, Optional.of(true));
  }

  private void unopened(String place, String reason, Optional<Boolean> disordered) {
    unopened.add(
        new Unopened(
            Printable.text(place.isEmpty() ? "image" : place), Printable.text(reason), disordered));
    if (unopened.count() <= REASONS) {
      reasons.append(reasons.isEmpty() ? "" : "; ").append(place).append(": ").append(reason);
    }
  }

  /** What a container says of a signature over itself. */
  public void signature(String place, String format, String state, String detail) {
    signatures.add(
        new FirmwareSignature.Part(
            Printable.text(place.isEmpty() ? "image" : place),
            format,
            state,
            Printable.some(detail)));
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

  List<FirmwareSignature.Part> signatures() {
    return signatures.all();
  }

  /** Why parts were not opened, in short; empty when all were. */
  String reasons() {
    return reasons.toString();
  }

  /** Formats with the number of containers that were opened to their end. */
  Map<String, Long> opened() {
    return Map.copyOf(opened);
  }

  /** Number of files looked at. */
  long files() {
    return files;
  }

  /** Number of bytes looked at. */
  long bytes() {
    return bytes;
  }

  List<Unopened> unopened() {
    return unopened.all();
  }

  /**
   * Whether everything was opened, and all entries are kept.
   *
   * @param entries of the fact
   */
  boolean complete(Kept<?> entries) {
    return unopened.isEmpty() && entries.complete();
  }
}
