package dev.plumbline.catalogue.scheme;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses schemes whose parts do not fit together. Problems: {@code PLB-9031} a provision that the
 * set's edition does not have, or a list that names none, {@code PLB-9032} an unknown source,
 * {@code PLB-9033} a level that asks for nothing and does not say what is unknown, {@code PLB-9034}
 * an edge from or to an unknown scheme or level, {@code PLB-9035} a fact without a source, {@code
 * PLB-9036} a level that names a set or level that is not there, or a set that no level uses,
 * {@code PLB-9037} an id that stands twice, {@code PLB-9038} a scheme without levels or without an
 * owner.
 */
public final class SchemeLinter {
  private static final Place RECOGNITION = Place.of("schemes/recognition.yaml");

  private final SchemeCatalogue schemes;
  private final Map<EditionId, Catalogue> editions;
  private final Problems problems = new Problems();

  private SchemeLinter(SchemeCatalogue schemes, Map<EditionId, Catalogue> editions) {
    this.schemes = schemes;
    this.editions = editions;
  }

  /**
   * Everything wrong with the schemes.
   *
   * @param editions all editions that ship
   */
  public static List<Problem> lint(SchemeCatalogue schemes, Map<EditionId, Catalogue> editions) {
    SchemeLinter linter = new SchemeLinter(schemes, editions);
    linter.once(
        schemes.schemes().stream().map(Scheme::id).toList(), Place.of("schemes/index.yaml"));
    schemes.schemes().forEach(linter::scheme);
    schemes.recognition().forEach(linter::edge);
    return linter.problems.sorted();
  }

  private void scheme(Scheme scheme) {
    Place place = Place.of("schemes/" + scheme.id() + "/scheme.yaml");
    if (scheme.levels().isEmpty() || !scheme.facts().containsKey(Topic.OWNER)) {
      problem(
          "PLB-9038",
          place,
          scheme.id() + " has no level, or nobody owns it.",
          "A scheme without levels has one; say who owns it, or that it is unknown.");
    }
    scheme
        .facts()
        .values()
        .forEach(all -> all.forEach(f -> sourced(f.text(), f.sources(), !f.known(), place)));
    once(scheme.levels().stream().map(Level::id).toList(), place);
    once(scheme.sets().stream().map(ProvisionSet::id).toList(), place);
    Set<String> unused = new HashSet<>(scheme.sets().stream().map(ProvisionSet::id).toList());
    scheme.levels().forEach(l -> unused.removeAll(l.sets()));
    unused.forEach(
        s ->
            problem("PLB-9036", place, "No level uses the set " + s + ".", "Name it, or drop it."));
    scheme.sets().forEach(s -> set(s, place));
    scheme.levels().forEach(l -> level(scheme, l, place));
  }

  private void set(ProvisionSet set, Place place) {
    sourced("The set " + set.id(), set.sources(), false, place);
    if ((set.selection() == ProvisionSet.Selection.LISTED) == set.listed().isEmpty()) {
      problem(
          "PLB-9031",
          place,
          "The set " + set.id() + " lists nothing, or lists what its selection picks.",
          "List provisions, or write a selection.");
    }
    for (ProvisionId id : set.listed()) {
      Catalogue edition = editions.get(set.numbering());
      if (edition == null || edition.provision(id).isEmpty()) {
        problem(
            "PLB-9031",
            place,
            "Edition " + set.numbering() + " has no provision " + id + ".",
            "Correct the number, or make it a requirement of the scheme's own.");
      }
    }
    once(set.listed().stream().map(ProvisionId::value).toList(), place);
  }

  private void level(Scheme scheme, Level level, Place place) {
    sourced("The level " + level.id(), level.sources(), false, place);
    level.requirements().forEach(r -> sourced(r.id(), r.sources(), false, place));
    once(level.requirements().stream().map(Requirement::id).toList(), place);
    for (Requirement requirement : level.requirements()) {
      for (ProvisionId id : requirement.near()) {
        if (editions.values().stream().allMatch(c -> c.provision(id).isEmpty())) {
          problem("PLB-9031", place, "No edition has provision " + id + ".", "Correct the number.");
        }
      }
    }
    List<String> missing = new ArrayList<>(level.sets());
    missing.removeIf(s -> scheme.set(s).isPresent());
    level.includes().stream().filter(i -> !lower(scheme, level, i)).forEach(missing::add);
    missing.forEach(
        m ->
            problem(
                "PLB-9036",
                place,
                "Level " + level.id() + " names " + m + ", which is no set and no lower level.",
                "Correct the name."));
    if (level.sets().isEmpty()
        && level.includes().isEmpty()
        && level.requirements().isEmpty()
        && level.unknown().isEmpty()) {
      problem(
          "PLB-9033",
          place,
          "Level " + level.id() + " asks for nothing.",
          "Say what it asks for, or under 'unknown' what nobody could tell.");
    }
  }

  private static boolean lower(Scheme scheme, Level level, String included) {
    return scheme.level(included).map(l -> l.rank() < level.rank()).orElse(false);
  }

  private void edge(Edge edge) {
    sourced("An edge from " + edge.scheme(), edge.sources(), false, RECOGNITION);
    end(edge.scheme(), edge.level());
    end(edge.toScheme(), edge.toLevel());
  }

  private void end(String scheme, String level) {
    boolean there =
        schemes
            .scheme(scheme)
            .map(s -> level.isEmpty() || s.level(level).isPresent())
            .orElse(false);
    if (!there) {
      problem(
          "PLB-9034",
          RECOGNITION,
          "There is no " + (scheme + " " + level).trim() + " to recognise.",
          "Correct the scheme or the level.");
    }
  }

  private void sourced(String what, List<String> sources, boolean unknown, Place place) {
    if (sources.isEmpty() && !unknown) {
      problem("PLB-9035", place, "'" + what + "' has no source.", "Name one, or call it unknown.");
    }
    for (String source : sources) {
      if (!schemes.sources().containsKey(source)) {
        problem("PLB-9032", place, "There is no source " + source + ".", "Add it to sources.yaml.");
      }
    }
  }

  private void once(List<String> ids, Place place) {
    Set<String> seen = new HashSet<>();
    ids.stream()
        .filter(id -> !seen.add(id))
        .forEach(id -> problem("PLB-9037", place, id + " stands twice.", "Keep one."));
  }

  private void problem(String id, Place place, String what, String remedy) {
    problems.error(id, place, what, remedy);
  }
}
