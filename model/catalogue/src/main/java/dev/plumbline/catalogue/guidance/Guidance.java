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

  /** What work cards ask for again and again, by the file that ships it: read once. */
  private static final Map<String, Map<String, UnitGuidance>> UNITS = new ConcurrentHashMap<>();

  /** Read once, too, at the first need. */
  private static final class Helpful {
    static final Map<String, List<HelpfulFact>> BY_UNIT = helpful();
  }

  /** The guidance for a provision, of whichever edition. */
  public Optional<ProvisionGuidance> provision(ProvisionId id) {
    return find("provisions/" + id + ".yaml")
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

  private static Optional<UnitGuidance> unit(String testVersion, UnitId stored, UnitId asked) {
    String file = "units/" + testVersion + "/" + stored.provision() + ".yaml";
    return Optional.ofNullable(UNITS.computeIfAbsent(file, Guidance::units).get(stored.value()))
        .map(g -> new UnitGuidance(asked, g.work(), g.pass(), g.evidence()));
  }

  private static Map<String, UnitGuidance> units(String file) {
    Map<String, UnitGuidance> all = new HashMap<>();
    find(file).flatMap(f -> f.mapping("units")).stream()
        .flatMap(units -> units.fields().keySet().stream().map(id -> unit(units, new UnitId(id))))
        .forEach(g -> all.put(g.id().value(), g));
    return Map.copyOf(all);
  }

  private static UnitGuidance unit(Mapping units, UnitId id) {
    Fields f = new Fields(units.mapping(id.value()).orElseThrow());
    return new UnitGuidance(id, f.need("do"), f.need("pass"), f.need("evidence"));
  }

  /** Observations that help with a unit, and can neither prove nor refute it. */
  public List<HelpfulFact> facts(UnitId id) {
    return Helpful.BY_UNIT.getOrDefault(id.value(), List.of());
  }

  private static Map<String, List<HelpfulFact>> helpful() {
    Map<String, List<HelpfulFact>> all = new HashMap<>();
    Mapping units = read("facts.yaml").mapping("units").orElseThrow();
    for (String id : units.fields().keySet()) {
      all.put(id, units.texts(id).stream().map(HelpfulFact::of).toList());
    }
    return Map.copyOf(all);
  }

  /** The reader is not kept: it keeps all that it has read, and guidance is asked for for ever. */
  private static Mapping read(String file) {
    return new Resources().read(ROOT + file);
  }

  private static Optional<Mapping> find(String file) {
    return new Resources().find(ROOT + file);
  }

  /** The learning topics, in reading order. */
  public List<String> topics() {
    return read("learn/index.yaml").texts("topics");
  }

  /** A learning topic: title and text. */
  public Optional<Mapping> topic(String topic) {
    return topic.matches("[a-z0-9-]+") ? find("learn/" + topic + ".yaml") : Optional.empty();
  }

  /** The defined terms. */
  public Mapping terms() {
    return read("terms.yaml");
  }
}
