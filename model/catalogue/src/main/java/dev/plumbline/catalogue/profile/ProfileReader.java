package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.CatalogueException;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.Fields;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.IxitTableReader;
import dev.plumbline.catalogue.RuleFile;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.NearestName;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads a profile, and tells all that cannot be read: {@code PLB-9040} a part that lacks a field or
 * has a wrong word, {@code PLB-9041} a base that is no edition, {@code PLB-9048} an unknown key.
 */
public final class ProfileReader {
  private static final List<String> KEYS =
      List.of(
          "profile",
          "title",
          "owner",
          "official",
          "base",
          "unknown",
          "sections",
          "stricter",
          "provisions",
          "tables",
          "rules");

  private final Problems problems;
  private final Map<String, Mapping> nodes = new LinkedHashMap<>();

  private ProfileReader(Problems problems) {
    this.problems = problems;
  }

  /**
   * A profile.
   *
   * @param file as it is named in problems
   * @return empty where it has no id, no base, or is no YAML; what else is wrong is told and left
   *     out
   */
  public static Optional<Profile> read(String text, String file, Problems problems) {
    Optional<YamlNode> root = YamlReader.read(text, file, problems);
    if (root.isPresent() && !(root.get() instanceof Mapping)) {
      problems.error(
          "PLB-9040",
          root.get().place(),
          "The file is no mapping.",
          "Start it with 'profile: ID'; docs/howto/write-a-profile.md has an example.");
    }
    return root.filter(Mapping.class::isInstance)
        .flatMap(m -> new ProfileReader(problems).profile(new Fields((Mapping) m), text));
  }

  private Optional<Profile> profile(Fields file, String text) {
    keys(file, KEYS);
    Optional<String> id = one(file, f -> f.need("profile"));
    Optional<String> title = one(file, f -> f.need("title"));
    Optional<String> owner = one(file, f -> f.need("owner"));
    Optional<EditionId> base = one(file, f -> f.need("base")).flatMap(b -> edition(file, b));
    ProvisionReader provisions = new ProvisionReader(this, nodes);
    List<ProvisionReader.Tested> tested = all(file, "provisions", provisions::read);
    List<Section> sections = all(file, "sections", this::section);
    List<Profile.Stricter> stricter = all(file, "stricter", this::stricter);
    List<IxitTable> tables = all(file, "tables", this::table);
    List<UnitRule> rules = all(file, "rules", this::rule);
    if (id.isEmpty() || title.isEmpty() || owner.isEmpty() || base.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Profile(
            id.get(),
            title.get(),
            owner.get(),
            file.flag("official"),
            base.get(),
            file.texts("unknown"),
            sections,
            stricter,
            tested.stream().map(ProvisionReader.Tested::provision).toList(),
            tested.stream().map(ProvisionReader.Tested::group).toList(),
            tables,
            rules,
            text,
            nodes));
  }

  private Optional<EditionId> edition(Fields file, String version) {
    Optional<EditionId> edition = EditionId.of(version);
    if (edition.isEmpty()) {
      problems.error(
          "PLB-9041",
          place(file, "base"),
          "There is no edition " + version + ".",
          "Write base: \"3.1.3\" or base: \"2.1.1\".");
    }
    return edition;
  }

  private Section section(Fields s) {
    keys(s, List.of("id", "title"));
    return new Section(s.need("id"), s.need("title"));
  }

  private Profile.Stricter stricter(Fields s) {
    keys(s, List.of("provision", "status", "because"));
    String status = s.need("status");
    if (!status.equals("M") && !status.equals("R")) {
      throw new CatalogueException(place(s, "status"), "the status is M or R, not " + status);
    }
    return new Profile.Stricter(
        new ProvisionId(s.need("provision")),
        status.equals("M"),
        s.need("because"),
        place(s, "status"));
  }

  private IxitTable table(Fields t) {
    keys(t, List.of("id", "name", "purpose", "single", "columns", "fields", "confidence"));
    t.list("columns").forEach(c -> keys(c, IxitTableReader.COLUMN_KEYS));
    t.list("fields").forEach(c -> keys(c, IxitTableReader.COLUMN_KEYS));
    IxitTable table = IxitTableReader.table(t);
    if (!table.id().matches("\\d{2,3}-[A-Za-z][A-Za-z0-9]*")) {
      throw new CatalogueException(place(t, "id"), "a table is named as 30-Lock is");
    }
    nodes.putIfAbsent("table " + table.id(), t.node());
    return table;
  }

  private UnitRule rule(Fields r) {
    keys(
        r,
        List.of("unit", "select", "known", "holds", "decides", "because", "otherwise", "remedy"));
    UnitRule rule = RuleFile.rule(r);
    nodes.putIfAbsent("rule " + rule.unit(), r.node());
    return rule;
  }

  /** The parts of a list that can be read; the others are told. */
  <T> List<T> all(Fields file, String key, Function<Fields, T> part) {
    List<T> found = new ArrayList<>();
    for (Fields item : file.list(key)) {
      one(item, part).ifPresent(found::add);
    }
    return found;
  }

  private <T> Optional<T> one(Fields item, Function<Fields, T> part) {
    try {
      return Optional.of(part.apply(item));
    } catch (CatalogueException e) {
      told(e.place().orElse(item.node().place()), e.text());
    } catch (IllegalArgumentException e) {
      told(item.node().place(), String.valueOf(e.getMessage()));
    }
    return Optional.empty();
  }

  private void told(Place place, String text) {
    problems.error(
        "PLB-9040",
        place,
        "This part cannot be read: " + text + ".",
        "Write what is missing; docs/howto/write-a-profile.md lists the fields.");
  }

  /** Tells keys that nobody reads. */
  void keys(Fields fields, List<String> known) {
    fields
        .node()
        .fields()
        .forEach(
            (key, field) -> {
              if (!known.contains(key)) {
                problems.error(
                    "PLB-9048",
                    field.keyPlace(),
                    "'" + key + "' is no key that is known here.",
                    NearestName.among(known, key)
                        .map(n -> "Did you mean '" + n + "'?")
                        .orElse("Known are: " + String.join(", ", known) + "."));
              }
            });
  }

  static Place place(Fields fields, String key) {
    return fields.node().get(key).map(YamlNode::place).orElse(fields.node().place());
  }
}
