package dev.plumbline.catalogue.profile;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Edition;
import dev.plumbline.catalogue.IxitTable;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.Section;
import dev.plumbline.catalogue.TestGroup;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.UnitRule;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.core.UnitId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An edition with a profile on top. */
public final class ProfiledEdition {
  private ProfiledEdition() {}

  /** The catalogue of both; what the edition has stays, but for statuses that become stricter. */
  public static Catalogue of(Catalogue base, Profile profile) {
    Map<ProvisionId, Provision> provisions = new LinkedHashMap<>(base.provisions());
    for (Profile.Stricter stricter : profile.stricter()) {
      if (stricter.mandatory()) {
        provisions.computeIfPresent(
            stricter.provision(), (id, p) -> p.mandatory() ? p : required(p, profile));
      }
    }
    profile.provisions().forEach(p -> provisions.putIfAbsent(p.id(), p));
    Map<ProvisionId, TestGroup> groups = new LinkedHashMap<>(base.groups());
    profile.groups().forEach(g -> groups.putIfAbsent(g.id(), g));
    Map<String, IxitTable> tables = new LinkedHashMap<>(base.tables());
    profile.tables().forEach(t -> tables.putIfAbsent(t.id(), t));
    Map<UnitId, TestUnit> units = new LinkedHashMap<>(base.units());
    profile.groups().stream()
        .flatMap(g -> g.cases().stream())
        .flatMap(c -> c.units().stream())
        .forEach(u -> units.putIfAbsent(u.id(), u));
    Map<UnitId, UnitRule> rules = new LinkedHashMap<>(base.rules());
    // A rule of a profile never decides a unit of the edition.
    profile.rules().stream()
        .filter(r -> !base.units().containsKey(r.unit()))
        .forEach(r -> rules.putIfAbsent(r.unit(), r));
    return new Catalogue(
        edition(base.edition(), profile),
        provisions,
        base.conditions(),
        base.features(),
        groups,
        tables,
        rules,
        units,
        base.questions(),
        Digest.ofParts(List.of(base.digest().hex(), profile.id(), profile.text())));
  }

  private static Edition edition(Edition e, Profile profile) {
    List<Section> sections = new ArrayList<>(e.sections());
    profile.sections().stream()
        .filter(s -> sections.stream().noneMatch(known -> known.id().equals(s.id())))
        .forEach(sections::add);
    return new Edition(
        e.id(),
        e.document() + " with profile " + profile.id(),
        e.published(),
        e.testDocument(),
        e.testPublished(),
        sections,
        e.naRule(),
        e.naConfidence(),
        e.rollUp(),
        e.rollUpConfidence(),
        e.expectedCounts(),
        e.provenance(),
        e.testProvenance());
  }

  private static Provision required(Provision p, Profile profile) {
    return new Provision(
        p.id(),
        p.title(),
        p.clause(),
        true,
        "M by profile " + profile.id() + "; " + p.printedStatus(),
        p.conditions(),
        p.features(),
        p.naAllowed(),
        p.inTableB1(),
        p.predecessor(),
        p.summary(),
        p.keywords(),
        p.note(),
        p.source(),
        p.confidence());
  }
}
