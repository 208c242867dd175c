package dev.plumbline.insight.change;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.NumberOrder;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.Assessment;
import dev.plumbline.judging.GroupResult;
import dev.plumbline.judging.Judged;
import dev.plumbline.judging.fact.Rests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds the verdicts that changes touch: an item is touched when the digest of what it rests on is
 * another one, its verdict is, or it came or went. Why is looked for among the changes.
 */
public final class Impact {
  private static final int MOST_OBSERVATIONS = 6;

  private final Assessment before;
  private final Assessment after;
  private final List<Change> changes;
  private final Set<ItemId> touched = new HashSet<>();

  private Impact(Assessment before, Assessment after, List<Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /**
   * The touched verdicts.
   *
   * @param changes what is declared and gathered differently
   */
  public static VerdictChange of(Assessment before, Assessment after, List<Change> changes) {
    Impact impact = new Impact(before, after, changes);
    return new VerdictChange(
        before.verdict(), after.verdict(), impact.provisions(), impact.items());
  }

  private List<TurnedProvision> provisions() {
    Map<ProvisionId, String> was = words(before);
    Map<ProvisionId, String> is = words(after);
    Titles titles = new Titles(before.catalogue(), after.catalogue());
    TreeSet<String> ids = new TreeSet<>(NumberOrder.INSTANCE);
    Stream.concat(was.keySet().stream(), is.keySet().stream()).forEach(p -> ids.add(p.value()));
    List<TurnedProvision> turned = new ArrayList<>();
    for (String id : ids) {
      ProvisionId provision = new ProvisionId(id);
      String old = was.getOrDefault(provision, "absent");
      String now = is.getOrDefault(provision, "absent");
      if (!old.equals(now)) {
        turned.add(new TurnedProvision(provision, titles.provision(provision), old, now));
      }
    }
    return turned;
  }

  private static Map<ProvisionId, String> words(Assessment assessment) {
    Map<ProvisionId, String> words = new LinkedHashMap<>();
    assessment
        .groups()
        .forEach(
            g -> words.put(g.provision().id(), g.verdict().map(Enum::name).orElse("declined")));
    return words;
  }

  private List<Touched> items() {
    Map<ItemId, Found> was = found(before);
    Map<ItemId, Found> is = found(after);
    Map<ItemId, Found> all = new TreeMap<>(was);
    all.putAll(is);
    all.keySet().stream()
        .filter(id -> differs(Optional.ofNullable(was.get(id)), Optional.ofNullable(is.get(id))))
        .forEach(touched::add);
    List<Touched> items = new ArrayList<>();
    all.forEach(
        (id, one) -> {
          if (touched.contains(id)) {
            Optional<Found> old = Optional.ofNullable(was.get(id));
            Optional<Found> now = Optional.ofNullable(is.get(id));
            items.add(
                new Touched(
                    id,
                    one.group().provision().id(),
                    old.map(f -> f.judged().verdict()),
                    now.map(f -> f.judged().verdict()),
                    because(old, now)));
          }
        });
    return items;
  }

  private static boolean differs(Optional<Found> was, Optional<Found> is) {
    return was.isEmpty()
        || is.isEmpty()
        || was.get().judged().verdict() != is.get().judged().verdict()
        || was.get().judged().inherited() != is.get().judged().inherited()
        || !was.get().judged().decision().equals(is.get().judged().decision())
        || !was.get().judged().basisDigest().equals(is.get().judged().basisDigest());
  }

  /** An item with the group that it stands in. */
  private record Found(GroupResult group, Judged judged) {}

  private static Map<ItemId, Found> found(Assessment assessment) {
    Map<ItemId, Found> found = new LinkedHashMap<>();
    assessment
        .groups()
        .forEach(
            g ->
                g.cases().stream()
                    .flatMap(c -> c.units().stream())
                    .flatMap(u -> u.items().stream())
                    .forEach(i -> found.put(i.item().id(), new Found(g, i))));
    return found;
  }

  private List<String> because(Optional<Found> was, Optional<Found> is) {
    Found one = is.or(() -> was).orElseThrow();
    Set<String> rows = new HashSet<>();
    Set<String> tables = new HashSet<>();
    Set<String> reasons = new LinkedHashSet<>();
    Stream.concat(was.stream(), is.stream())
        .forEach(
            f -> {
              rows.addAll(f.judged().grounds().rests().rows());
              tables.addAll(f.judged().grounds().rests().tables());
            });
    changes.stream()
        .filter(c -> restsOn(c, one, rows, tables))
        .map(Change::brief)
        .forEach(reasons::add);
    observed(was, is).forEach(reasons::add);
    one.judged().item().inherits().stream()
        .filter(touched::contains)
        .forEach(i -> reasons.add("it takes over from " + i));
    if (reasons.isEmpty()) {
      reasons.add(otherwise());
    }
    return List.copyOf(reasons);
  }

  private static boolean restsOn(Change c, Found found, Set<String> rows, Set<String> tables) {
    Provision provision = found.group().provision();
    boolean wholeIcs = found.judged().item().unit().scope() == UnitScope.ICS;
    return switch (c.part()) {
      case ANSWER -> wholeIcs || c.where().equals(provision.id().value());
      case CONDITION ->
          wholeIcs
              || provision.conditions().stream().anyMatch(n -> c.where().equals(String.valueOf(n)));
      case FEATURE -> wholeIcs || provision.features().contains(c.where());
      case CELL, ROW ->
          rows.contains(c.where()) || (c.part() == Change.Part.ROW && tables.contains(table(c)));
      case TABLE -> tables.contains(c.where());
      case PRODUCT, TESTING -> restsOnProduct(c, found);
      case DECISION -> c.where().equals(found.judged().item().id().toString());
      case EVIDENCE, RUN -> false;
    };
  }

  private static String table(Change c) {
    return c.where().substring(0, c.where().indexOf('/'));
  }

  /** The version, unit and state bind whatever was observed; other facts only who reads them. */
  private static boolean restsOnProduct(Change c, Found found) {
    boolean device = Set.of("softwareVersion", "unit", "state").contains(c.field());
    Rests rests = found.judged().grounds().rests();
    return (device && rests.device())
        || rests.product()
        || (c.field().equals("extends") && found.judged().heritage().isPresent())
        || (found.judged().item().blocked().isPresent()
            && Set.of("targets", "publicPages").contains(c.field()));
  }

  private static List<String> observed(Optional<Found> was, Optional<Found> is) {
    Set<String> old = seen(was);
    Set<String> now = seen(is);
    Set<String> differing = new TreeSet<>();
    old.stream().filter(o -> !now.contains(o)).forEach(differing::add);
    now.stream().filter(o -> !old.contains(o)).forEach(differing::add);
    List<String> names =
        differing.stream().map(t -> t.substring(0, t.indexOf('\n'))).distinct().toList();
    return names.size() <= MOST_OBSERVATIONS
        ? names.stream().map(n -> "observed: " + n).toList()
        : List.of("observed: " + names.getFirst() + " and " + (names.size() - 1) + " more");
  }

  private static Set<String> seen(Optional<Found> found) {
    Set<String> seen = new HashSet<>();
    found.ifPresent(
        f ->
            f.judged()
                .basis()
                .forEach(o -> seen.add(name(o) + "\n" + o.outcome() + o.value() + o.coverage())));
    return seen;
  }

  private static String name(Observation o) {
    return o.key() + " of " + o.subject().replace('\n', ' ');
  }

  /** Where no change of the dossier explains it. */
  private String otherwise() {
    Catalogue was = before.catalogue();
    Catalogue is = after.catalogue();
    if (!was.edition().id().equals(is.edition().id())) {
      return "the edition is another one";
    }
    if (!was.digest().equals(is.digest())) {
      return "the catalogue is another one";
    }
    return before.policy().digest().equals(after.policy().digest())
        ? "what it rests on is written in another form"
        : "the crypto policy is another one";
  }
}
