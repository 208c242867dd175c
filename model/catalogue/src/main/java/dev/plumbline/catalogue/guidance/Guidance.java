package dev.plumbline.catalogue.guidance;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Editions;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The prose of the catalogue, read file by file when asked for. */
public final class Guidance {
  private static final String ROOT = "guidance/";

  /** What work cards ask for again and again, by the file that ships it, read once. */
  private static final Map<String, Map<String, UnitGuidance>> UNITS = new ConcurrentHashMap<>();

  private static final Map<String, Map<String, List<HelpfulFact>>> FACTS =
      new ConcurrentHashMap<>();

  private final Resources files = new Resources();

  /** The guidance for a provision, of whichever edition. */
  public Optional<ProvisionGuidance> provision(ProvisionId id) {
    return files
        .find(ROOT + "provisions/" + id + ".yaml")
        .map(Fields::new)
        .map(
            f ->
                new ProvisionGuidance(
                    id,
                    f.need("asks"),
                    f.need("stops"),
                    f.need("done"),
                    f.need("declare"),
                    f.need("tested"),
                    f.need("pitfalls"),
                    f.text("differs")));
  }

  /** The guidance for a unit. One that is the same in the next edition has its text there. */
  public Optional<UnitGuidance> unit(EditionId edition, UnitId id) {
    return own(edition, id)
        .or(
            () ->
                Editions.successor(edition, id)
                    .flatMap(s -> unit(s.edition().testVersion(), s.unit(), id)));
  }

  /** The text that stands with the edition itself. */
  Optional<UnitGuidance> own(EditionId edition, UnitId id) {
    return unit(edition.testVersion(), id, id);
  }

  private Optional<UnitGuidance> unit(String testVersion, UnitId stored, UnitId asked) {
    String file = ROOT + "units/" + testVersion + "/" + stored.provision() + ".yaml";
    return Optional.ofNullable(UNITS.computeIfAbsent(file, Guidance::units).get(stored.value()))
        .map(g -> new UnitGuidance(asked, g.work(), g.pass(), g.evidence()));
  }

  private static Map<String, UnitGuidance> units(String file) {
    Optional<Mapping> units = new Resources().find(file).flatMap(f -> f.mapping("units"));
    Map<String, UnitGuidance> all = new HashMap<>();
    units.ifPresent(
        u ->
            u.fields()
                .keySet()
                .forEach(
                    id ->
                        u.mapping(id)
                            .map(Fields::new)
                            .ifPresent(
                                f ->
                                    all.put(
                                        id,
                                        new UnitGuidance(
                                            new UnitId(id),
                                            f.need("do"),
                                            f.need("pass"),
                                            f.need("evidence"))))));
    return Map.copyOf(all);
  }

  /** Observations that help with a unit, and can neither prove nor refute it. */
  public List<HelpfulFact> facts(UnitId id) {
    return FACTS
        .computeIfAbsent(ROOT + "facts.yaml", Guidance::facts)
        .getOrDefault(id.value(), List.of());
  }

  private static Map<String, List<HelpfulFact>> facts(String file) {
    Optional<Mapping> units = new Resources().read(file).mapping("units");
    Map<String, List<HelpfulFact>> all = new HashMap<>();
    units.ifPresent(
        u ->
            u.fields()
                .keySet()
                .forEach(id -> all.put(id, u.texts(id).stream().map(HelpfulFact::of).toList())));
    return Map.copyOf(all);
  }

  /** The learning topics, in reading order. */
  public List<String> topics() {
    return files.read(ROOT + "learn/index.yaml").texts("topics");
  }

  /** A learning topic: title and text. */
  public Optional<Mapping> topic(String topic) {
    return topic.matches("[a-z0-9-]+")
        ? files.find(ROOT + "learn/" + topic + ".yaml")
        : Optional.empty();
  }

  /** The defined terms. */
  public Mapping terms() {
    return files.read(ROOT + "terms.yaml");
  }
}
