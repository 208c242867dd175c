package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.firmware.image.Node;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareSignature;
import java.util.Optional;

/** Whether the containers and files beside them carry a signature. */
final class Signatures implements Finder {

  /** SWUpdate, Android and the usual names of detached signatures. */
  private static final BoundedPattern BESIDE =
      BoundedPattern.compile(
          "(?i)(?:.*!)?(?:sw-description\\.sig|META-INF/[^/]+\\.(?:RSA|EC|DSA)|[^/]+\\.(?:sig|asc|p7s|sign))");

  private final Kept<FirmwareSignature.Part> rows = new Kept<>();

  @Override
  public void node(String place, Node node) {
    if (node.kind() == Node.Kind.FILE && BESIDE.matcher(place).matches()) {
      rows.add(
          new FirmwareSignature.Part(
              Printable.text(place), "file", "present", Optional.of("by its name; not verified")));
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    coverage.signatures().forEach(rows::add);
    if (rows.isEmpty()) {
      reading.undetermined(
          FirmwareSignature.class,
          "DUT",
          "no part that could be opened says whether it is signed; a signature that is kept elsewhere, or in a form of the maker's own, cannot be seen here");
      return;
    }
    reading.seen(
        "DUT",
        new FirmwareSignature(
            rows.all(),
            state(),
            rows.count(),
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }

  private String state() {
    boolean present = rows.all().stream().anyMatch(r -> r.state().equals("present"));
    boolean absent = rows.all().stream().anyMatch(r -> r.state().equals("absent"));
    boolean unknown = rows.all().stream().anyMatch(r -> r.state().equals("unknown"));
    return unknown || present == absent ? "unknown" : present ? "present" : "absent";
  }
}
