package dev.plumbline.importers.shared.software;

import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.Reading;
import dev.plumbline.observation.software.SoftwareComponents;
import java.util.Optional;

/** Gathers the components of the device's software. */
public final class Components {
  private final Kept<SoftwareComponents.Component> kept = new Kept<>();
  private long nameless;
  private boolean whole = true;

  /**
   * @param purl package URL; may be empty
   * @param cpe may be empty
   * @param type in the tool's words, such as {@code deb} or {@code library}; may be empty
   */
  public void add(String name, String version, String purl, String cpe, String type) {
    if (name.isBlank()) {
      nameless++;
    } else {
      kept.add(
          new SoftwareComponents.Component(
              Texts.cut(name),
              Texts.some(version),
              Texts.some(purl),
              Texts.some(cpe),
              Texts.some(type),
              Optional.empty()));
    }
  }

  /** The file may have been cut without a sign: there may be more components than it lists. */
  public void notWhole() {
    whole = false;
  }

  public boolean isEmpty() {
    return kept.isEmpty();
  }

  public long count() {
    return kept.count();
  }

  /**
   * Tells what was gathered.
   *
   * @param target what was looked at, in the tool's words
   */
  public void tell(Reading reading, String target, Origin origin) {
    reading.counted("components", kept.count() + nameless, kept.all().size());
    reading.seen(
        "DUT",
        new SoftwareComponents(
            kept.all(),
            kept.count(),
            Texts.some(target),
            origin.kind(),
            origin.format(),
            origin.tool(),
            origin.created(),
            origin.composition(),
            origin.places(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            whole && nameless == 0 && kept.complete()));
  }
}
