package dev.plumbline.firmware.find;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.firmware.FirmwareSecrets;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/** Kinds and places of what must not be in an image, never the secret. */
final class ImageSecrets implements Finder {

  /**
   * @param has a text without which the pattern cannot match
   * @param textOnly whether binaries are left out
   * @param name pattern of the file's path
   */
  private record Kind(
      String id, String has, boolean textOnly, BoundedPattern name, BoundedPattern pattern) {
    static Kind of(Mapping m) {
      return new Kind(
          FirmwareDataFile.needed(m, "kind"),
          FirmwareDataFile.needed(m, "has"),
          m.text("textOnly").isPresent(),
          BoundedPattern.compile(m.text("name").orElse(".*")),
          FirmwareDataFile.pattern(m, "pattern"));
    }
  }

  private final List<Kind> kinds =
      FirmwareDataFile.mapping("secrets.yaml").mappings("secrets").stream().map(Kind::of).toList();
  private final Kept<FirmwareSecrets.Secret> rows = new Kept<>();

  @Override
  public void window(Leaf leaf, Window window) {
    for (Kind kind : kinds) {
      if ((window.isText() || !kind.textOnly())
          && window.text().contains(kind.has())
          && kind.name().matcher(leaf.node().path()).matches()) {
        look(kind, leaf, window);
      }
    }
  }

  private void look(Kind kind, Leaf leaf, Window window) {
    Matcher m = kind.pattern().matcher(window.text());
    while (m.find()) {
      if (window.owns(m.start())) {
        long line = window.line(m.start());
        long offset = window.isText() ? 0 : window.at() + m.start();
        rows.add(
            new FirmwareSecrets.Secret(
                kind.id(),
                Printable.text(leaf.place()),
                Printable.some(line),
                Printable.some(offset),
                Optional.empty()));
      }
    }
  }

  @Override
  public void tell(Reading reading, ImageCoverage coverage) {
    reading.seen(
        "DUT",
        new FirmwareSecrets(
            rows.all(),
            rows.count(),
            ImageCoverage.TARGET,
            kinds.stream().map(Kind::id).distinct().toList(),
            Optional.of(coverage.opened()),
            Optional.of(coverage.files()),
            Optional.of(coverage.bytes()),
            Optional.of(coverage.unopened()),
            coverage.complete(rows)));
  }
}
