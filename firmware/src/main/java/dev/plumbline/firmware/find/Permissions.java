package dev.plumbline.firmware.find;

import dev.plumbline.firmware.image.Node;
import dev.plumbline.importing.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code firmware.permissions}: files that everybody can write, and programs with more rights. */
final class Permissions implements Finder {
  private static final String KEY = "firmware.permissions";
  private static final int SET_USER = 04000;
  private static final int SET_GROUP = 02000;
  private static final int STICKY = 01000;
  private static final int OTHERS_WRITE = 0002;

  private final Rows rows = new Rows();
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
      rows.add(
          "kind", "set-uid", "place", place, "mode", shown, "user", Long.toString(node.user()));
    }
    if (file && (mode & SET_GROUP) != 0) {
      rows.add("kind", "set-gid", "place", place, "mode", shown);
    }
    if ((mode & OTHERS_WRITE) != 0 && (file || (mode & STICKY) == 0)) {
      rows.add("kind", "world-writable", "place", place, "mode", shown);
    }
  }

  @Override
  public void tell(Reading reading, Coverage coverage) {
    if (with == 0) {
      reading.undetermined(
          KEY, "DUT", "nothing that could be opened tells the rights of its files");
      return;
    }
    Map<String, Object> looked = new LinkedHashMap<>(coverage.of(rows));
    looked.put("withRights", with);
    looked.put("withoutRights", without);
    reading.seen(KEY, "DUT", Map.of("found", rows.all(), "count", rows.count()), looked);
  }
}
