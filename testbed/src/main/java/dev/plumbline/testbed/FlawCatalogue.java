package dev.plumbline.testbed;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All known flaws, read from {@code flaws.yaml}. */
public record FlawCatalogue(Map<String, Flaw> byId) {
  public FlawCatalogue {
    byId = Collections.unmodifiableMap(new LinkedHashMap<>(byId));
  }

  private static final FlawCatalogue SHIPPED = read();

  /** The catalogue that comes with the testbed. */
  public static FlawCatalogue load() {
    return SHIPPED;
  }

  private static FlawCatalogue read() {
    Map<String, Flaw> flaws = new LinkedHashMap<>();
    YamlResource.read("/flaws.yaml").list("flaws").stream()
        .map(Flaw::of)
        .forEach(
            flaw -> {
              if (flaws.put(flaw.id(), flaw) != null) {
                throw new IllegalArgumentException("flaw twice: " + flaw.id());
              }
            });
    return new FlawCatalogue(flaws);
  }

  public List<Flaw> flaws() {
    return List.copyOf(byId.values());
  }

  /**
   * @throws IllegalArgumentException when there is no such flaw
   */
  public Flaw flaw(String id) {
    Flaw flaw = byId.get(id);
    if (flaw == null) {
      throw new IllegalArgumentException("no such flaw: " + id);
    }
    return flaw;
  }
}
