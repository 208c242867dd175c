package dev.plumbline.catalogue.guidance;

import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Editions;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.Resources;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/** The prose of the catalogue, read file by file when asked for. */
public final class Guidance {
  private static final String ROOT = "guidance/";

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
    return files
        .find(ROOT + "units/" + testVersion + "/" + stored.provision() + ".yaml")
        .flatMap(f -> f.mapping("units"))
        .flatMap(u -> u.mapping(stored.value()))
        .map(Fields::new)
        .map(f -> new UnitGuidance(asked, f.need("do"), f.need("pass"), f.need("evidence")));
  }

  /** Observations that help with a unit, and can neither prove nor refute it. */
  public List<HelpfulFact> facts(UnitId id) {
    return files
        .read(ROOT + "facts.yaml")
        .mapping("units")
        .map(u -> u.texts(id.value()).stream().map(HelpfulFact::of).toList())
        .orElse(List.of());
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
