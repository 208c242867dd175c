package dev.plumbline.firmware.find;

import dev.plumbline.firmware.image.Node;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwarePermissions;
import java.util.Optional;

/** Files that everybody can write, and programs with more rights. */
final class Permissions implements Finder {

  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int STICKY = 01000;
  private static final int OTHERS_WRITE = 0002;

  private final Kept<FirmwarePermissions.Right> rows = new Kept<>();
  private long with;
  private long without;

  @Override
  public void node(String place, Node node) {
    boolean file = node.kind() == Node.Kind.FILE;
    if (!file && node.kind() != Node.Kind.FOLDER) {
      return;
    }
    if (node.mode().isEmpty()) {
      without++;
      return;
    }
    with++;
    int mode = node.mode().getAsInt();
    String shown = String.format("%04o", mode);
    if (file && (mode & SET_USER) != 0) {
      add("set-uid", place, shown, Optional.of(Long.toString(node.user())));
    }
    if (file && (mode & SET_GROUP) != 0) {
      add("set-gid", place, shown, Optional.empty());
    }
    if ((mode & OTHERS_WRITE) != 0 && (file || (mode & STICKY) == 0)) {
      add("world-writable", place, shown, Optional.empty());
    }
  }

  private void add(String kind, String place, String mode, Optional<String> user) {
    rows.add(new FirmwarePermissions.Right(kind, Printable.text(place), mode, user));
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    if (with == 0) {
      reading.undetermined(
          FirmwarePermissions.class,
          "DUT",
          "nothing that could be opened tells the rights of its files");
      return;
    }
    reading.seen(
        "DUT",
        new FirmwarePermissions(
            rows.all(),
            rows.count(),
            with,
            without,
            ImageCoverage.TARGET,
            coverage.opened(),
            coverage.files(),
            coverage.bytes(),
            coverage.unopened(),
            coverage.complete(rows)));
  }
}
