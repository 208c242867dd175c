package dev.plumbline.importers.software;

import dev.plumbline.importers.reading.Kept;
import dev.plumbline.importers.reading.Row;
import dev.plumbline.importing.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers {@code software.components} of the device. */
public final class Components {
  /** Key of the observation. */
  public static final String KEY = "software.components";

  private final Kept kept = new Kept();

  /**
   * @param purl package URL; may be empty
   * @param cpe may be empty
   * @param type in the tool's words, such as {@code deb} or {@code library}; may be empty
   */
  public void add(String name, String version, String purl, String cpe, String type) {
    if (!name.isBlank()) {
      kept.add(
          new Row()
              .put("name", name)
              .put("version", version)
              .put("purl", purl)
              .put("cpe", cpe)
              .put("type", type));
    }
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
  public void tell(Reading reading, String target, Row coverage) {
    Map<String, Object> looked = new LinkedHashMap<>(coverage.put("target", target).map());
    looked.put("complete", kept.complete());
    reading.seen(
        KEY, "DUT", Map.of("components", kept.rows(), "count", kept.count()), Map.copyOf(looked));
  }
}
