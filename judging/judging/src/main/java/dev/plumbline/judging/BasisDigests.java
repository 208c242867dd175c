package dev.plumbline.judging;

import dev.plumbline.catalogue.Kind;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.catalogue.UnitScope;
import dev.plumbline.core.Digest;
import dev.plumbline.core.UnitId;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.signed.Saw;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.check.UnitProfile;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Rests;
import dev.plumbline.judging.plan.EntryReferences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Digests of what items rest on: the unit's part of the catalogue, the entries and answers that it
 * reads, the observations behind its finding, and, only where they matter, the version of the
 * device and the crypto policy. When one of these changes, exactly the touched decisions go stale.
 */
final class BasisDigests {
  private final Dossier dossier;
  private final Digest policy;
  private final EntryReferences references;
  private final Map<String, String> entryDigests = new ConcurrentHashMap<>();
  private final Map<String, String> tableDigests = new ConcurrentHashMap<>();
  private final Map<UnitId, String> unitParts = new ConcurrentHashMap<>();
  private final Map<String, String> icsDigests = new ConcurrentHashMap<>();

  BasisDigests(Facts facts, EntryReferences references) {
    this.dossier = facts.dossier();
    this.policy = facts.policy().digest();
    this.references = references;
  }

  Digest digest(
      TestItem item, UnitProfile profile, List<Observation> observations, List<Judged> sources) {
    return digest(item, profile, observations, sources, List.of(), this::digest);
  }

  /**
   * The same, of the columns of its rows that the item is judged from; empty where the catalogue
   * does not tell them.
   */
  Optional<Digest> columns(
      TestItem item, UnitProfile profile, List<Observation> observations, List<Judged> sources) {
    return item.entry().isEmpty()
        ? Optional.empty()
        : profile
            .columns()
            .map(
                c ->
                    digest(
                        item,
                        profile,
                        observations,
                        sources,
                        List.of("columns " + new TreeSet<>(c)),
                        e -> e.digest(c).hex()));
  }

  private Digest digest(
      TestItem item,
      UnitProfile profile,
      List<Observation> observations,
      List<Judged> sources,
      List<String> kind,
      Function<IxitEntry, String> row) {
    List<String> parts = new ArrayList<>(kind);
    parts.add(unitParts.computeIfAbsent(item.unit().id(), id -> unitPart(profile)));
    parts.add(item.id().subject());
    item.entry().ifPresent(e -> parts.add(row.apply(e)));
    item.second().ifPresent(e -> parts.add(row.apply(e)));
    for (String table : tables(item, profile)) {
      parts.add(tableDigests.computeIfAbsent(table, this::tableDigest));
    }
    referred(item, profile).forEach(e -> parts.add(digest(e)));
    if (!observations.isEmpty()) {
      parts.add(device());
      observations.forEach(o -> parts.add(text(o)));
    }
    sources.forEach(s -> parts.add("inherited " + s.basisDigest().hex() + ofTheBase(s)));
    return Digest.ofParts(parts);
  }

  /** What the digest of an item leaves out, for it is not the product's own. */
  private static String ofTheBase(Judged source) {
    return source.inherited() ? "\n" + source.finding().reason() : "";
  }

  /** What all items of a unit rest on. */
  private String unitPart(UnitProfile profile) {
    StringBuilder part = new StringBuilder(profile.digest().hex());
    part.append('\n').append(profile.unit().id()).append('\n').append(ics(profile));
    if (profile.unit().kind() == Kind.FUNCTIONAL) {
      part.append('\n').append(device());
    }
    if (profile.readsProduct()) {
      part.append("\nproduct ").append(product(dossier.product()));
    }
    if (profile.readsPolicy()) {
      part.append("\npolicy ").append(policy.hex());
    }
    return part.toString();
  }

  private String device() {
    Product p = dossier.product();
    return "device " + p.softwareVersion() + " / " + p.unit() + " / " + p.state();
  }

  private String tableDigest(String table) {
    return Digest.ofParts(dossier.ixit().entries(table).stream().map(this::digest).toList()).hex();
  }

  /** The entries that a decision on the item rests on. */
  List<IxitEntry> entries(TestItem item, UnitProfile profile) {
    Map<String, IxitEntry> used = new LinkedHashMap<>();
    item.entry().ifPresent(e -> used.put(e.subject(), e));
    item.second().ifPresent(e -> used.put(e.subject(), e));
    referred(item, profile).forEach(e -> used.put(e.subject(), e));
    for (String table : tables(item, profile)) {
      dossier.ixit().entries(table).forEach(e -> used.put(e.subject(), e));
    }
    return List.copyOf(used.values());
  }

  /** The same by name, with what else of the dossier it is. */
  Rests rests(TestItem item, UnitProfile profile, List<Observation> observations) {
    return new Rests(
        entries(item, profile).stream().map(IxitEntry::subject).collect(Collectors.toSet()),
        Set.copyOf(tables(item, profile)),
        profile.unit().kind() == Kind.FUNCTIONAL || !observations.isEmpty(),
        profile.readsProduct());
  }

  /** Digests of what is declared and of what was observed that the item rests on. */
  Saw saw(
      TestItem item, UnitProfile profile, List<Observation> observations, List<Judged> sources) {
    List<String> declared = new ArrayList<>();
    declared.add(ics(profile));
    entries(item, profile).forEach(e -> declared.add(e.subject() + " " + digest(e)));
    if (profile.readsProduct()) {
      declared.add(product(dossier.product()));
    }
    List<String> observed = new ArrayList<>();
    if (!observations.isEmpty() || profile.unit().kind() == Kind.FUNCTIONAL) {
      observed.add(device());
    }
    observations.forEach(o -> observed.add(text(o)));
    return new Saw(
        Optional.of(Digest.ofParts(declared)),
        Optional.of(Digest.ofParts(observed)),
        List.of(),
        columns(item, profile, observations, sources),
        parts(item, profile, observations),
        Optional.empty());
  }

  /** What an item rests on by name: enough to tell later what of it changed. */
  private Map<String, String> parts(
      TestItem item, UnitProfile profile, List<Observation> observations) {
    Map<String, String> parts = new TreeMap<>();
    parts.put("unit", brief(profile.digest().hex()));
    parts.put("ics", brief(ics(profile)));
    if (profile.unit().kind() == Kind.FUNCTIONAL || !observations.isEmpty()) {
      parts.put("device", device());
      parts.put(
          "observations",
          brief(Digest.ofParts(observations.stream().map(BasisDigests::text).toList()).hex()));
    }
    if (profile.readsProduct()) {
      parts.put("product", brief(Digest.ofParts(List.of(product(dossier.product()))).hex()));
    }
    Set<String> own = new HashSet<>();
    Stream.concat(item.entry().stream(), item.second().stream())
        .forEach(
            e -> {
              own.add(e.subject());
              e.cells()
                  .forEach(
                      (key, cell) ->
                          parts.put(
                              e.subject() + " " + key,
                              brief(Digest.ofParts(List.of("" + cell.node().plain())).hex())));
            });
    entries(item, profile).stream()
        .filter(e -> !own.contains(e.subject()))
        .forEach(e -> parts.put(e.subject(), brief(digest(e))));
    return parts;
  }

  private static String brief(String hex) {
    return hex.substring(0, 16);
  }

  /** What is declared that the item rests on, whatever the device and what was seen. */
  Declared declared(TestItem item, UnitProfile profile) {
    Map<String, String> rows = new TreeMap<>();
    entries(item, profile).forEach(e -> rows.put(e.subject(), digest(e)));
    return new Declared(profile.provision().id().value(), ics(profile), rows);
  }

  /**
   * A declaration as far as an item rests on it.
   *
   * @param ics digest of its answers and statements
   * @param rows digests of rows by name
   */
  record Declared(String provision, String ics, Map<String, String> rows) {
    /** Why another one is not the same, as a clause; empty when it is. */
    Optional<String> differs(Declared other) {
      Set<String> names = new TreeSet<>(rows.keySet());
      names.addAll(other.rows.keySet());
      names.removeIf(n -> rows.getOrDefault(n, "").equals(other.rows.getOrDefault(n, "")));
      if (!names.isEmpty()) {
        return Optional.of("declared otherwise than there: " + String.join(", ", names));
      }
      return ics.equals(other.ics)
          ? Optional.empty()
          : Optional.of("the ICS says something else on " + provision + " than there");
    }
  }

  /** Tables of which the item rests on every entry. */
  private List<String> tables(TestItem item, UnitProfile profile) {
    if (item.entry().isEmpty()) {
      return Stream.concat(profile.tables().stream(), profile.wholeTables().stream())
          .distinct()
          .sorted()
          .toList();
    }
    if (profile.tables().size() < 2 && profile.wholeTables().isEmpty()) {
      return List.of();
    }
    String own = item.entry().get().table();
    return Stream.concat(
            profile.tables().stream().filter(t -> !t.equals(own) && !references.link(own, t)),
            profile.wholeTables().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Entries of the unit's further tables that the entry refers to. */
  private List<IxitEntry> referred(TestItem item, UnitProfile profile) {
    if (item.entry().isEmpty() || item.second().isPresent() || profile.tables().size() < 2) {
      return List.of();
    }
    return references.of(item.entry().get()).stream()
        .filter(e -> profile.tables().contains(e.table()))
        .filter(e -> !e.table().equals(item.entry().get().table()))
        .toList();
  }

  private String digest(IxitEntry entry) {
    return entryDigests.computeIfAbsent(entry.subject(), s -> entry.digest().hex());
  }

  /** The answer and the statements that the unit rests on; the same for a whole provision. */
  private String ics(UnitProfile profile) {
    boolean whole = profile.readsIcs() || profile.unit().scope() == UnitScope.ICS;
    return icsDigests.computeIfAbsent(
        whole ? "" : profile.provision().id().value(), id -> ics(profile, whole));
  }

  private String ics(UnitProfile profile, boolean whole) {
    List<String> parts = new ArrayList<>();
    Ics ics = dossier.ics();
    if (whole) {
      ics.answers().values().forEach(a -> parts.add(text(a)));
      Stream.concat(ics.conditions().values().stream(), ics.features().values().stream())
          .forEach(s -> parts.add(text(s)));
      return Digest.ofParts(parts).hex();
    }
    Provision provision = profile.provision();
    ics.answer(provision.id()).ifPresent(a -> parts.add(text(a)));
    provision.conditions().forEach(c -> add(parts, ics.conditions().get(String.valueOf(c))));
    provision.features().forEach(f -> add(parts, ics.features().get(f)));
    return Digest.ofParts(parts).hex();
  }

  private static void add(List<String> parts, @org.jspecify.annotations.Nullable Statement s) {
    parts.add(s == null ? "not stated" : text(s));
  }

  private static String text(IcsAnswer a) {
    return a.provision() + "=" + a.support().printed() + "\n" + a.detail() + "\n" + a.evidence();
  }

  private static String text(Statement s) {
    return s.label() + "=" + s.holds();
  }

  private static String text(Observation o) {
    Observation.Source s = o.source();
    return String.join(
        "\n",
        o.key(),
        o.subject(),
        o.outcome().name(),
        canonical(o.value()),
        canonical(o.coverage()),
        s.softwareVersion(),
        s.unit(),
        s.state());
  }

  private static String product(Product p) {
    return String.join(
        "\n",
        p.manufacturer(),
        p.name(),
        p.model(),
        p.hardwareVersion(),
        p.softwareVersion(),
        p.unit(),
        p.state(),
        p.serial(),
        p.mac());
  }

  /** The same text for the same value, whatever the order of maps and the width of numbers. */
  private static String canonical(Object value) {
    return switch (value) {
      case Map<?, ?> m -> {
        Map<String, String> sorted = new TreeMap<>();
        m.forEach((k, v) -> sorted.put(String.valueOf(k), canonical(v)));
        yield sorted.toString();
      }
      case Collection<?> c -> c.stream().map(BasisDigests::canonical).toList().toString();
      case Double d ->
          d == Math.rint(d) && Math.abs(d) < 1e15 ? String.valueOf(d.longValue()) : d.toString();
      case Number n -> String.valueOf(n.longValue());
      default -> String.valueOf(value);
    };
  }
}
