package dev.plumbline.acceptance;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.Judged;
import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Small changes of a dossier as people and probes make them, in an order that a seed gives. */
final class RandomDossierChanges {
  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  private static final int LONGEST = 60;

  private final Random random;
  private final List<String> words;
  private final List<String> subjects = new ArrayList<>(List.of("DUT"));
  private int made;

  /**
   * Changes of a dossier.
   *
   * @param pattern whose words and subjects are used
   */
  RandomDossierChanges(Dossier pattern, long seed) {
    this.random = new Random(seed);
    this.words =
        Stream.concat(
                Stream.of("", "none", "true", "false", "1", "0", "TLS 1.2", "MD5", "AES-128-CBC"),
                rows(pattern).flatMap(r -> r.cells().values().stream().map(Cell::text)))
            .filter(w -> w.length() <= LONGEST)
            .distinct()
            .toList();
    rows(pattern).map(IxitEntry::subject).forEach(subjects::add);
    pattern.product().clients().forEach(c -> subjects.add(c.subject()));
    for (Product.Target target : pattern.product().targets()) {
      subjects.add("address/" + target.address());
      rows(pattern)
          .flatMap(r -> r.texts("endpoints").stream())
          .distinct()
          .forEach(s -> subjects.add(s.replace("/", "/" + target.address() + "/")));
    }
  }

  private static Stream<IxitEntry> rows(Dossier dossier) {
    return dossier.ixit().tables().values().stream().flatMap(List::stream);
  }

  private <T> T any(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private String word() {
    return any(words);
  }

  /** One or two observations of each kind, of places and rows that the dossier names. */
  Dossier observed(Dossier dossier) {
    List<Observation> seen = new ArrayList<>(dossier.observations());
    for (Codec<?> kind : Kinds.all()) {
      for (int i = 0; i < 3; i++) {
        seen.add(observation(kind, dossier.product()));
      }
    }
    return dossier.withObservations(seen);
  }

  private Observation observation(Codec<?> kind, Product product) {
    Stored stored = HostileFacts.of(kind, this::word, this::word);
    boolean silent = random.nextInt(5) == 0;
    return new Observation(
        kind.key(),
        any(subjects),
        silent ? Observation.Outcome.UNDETERMINED : Observation.Outcome.SEEN,
        silent ? Map.of() : stored.value(),
        stored.coverage(),
        silent ? "It gave no answer." : "",
        new Observation.Source(
            any(List.of("probe", "importer")),
            "1",
            product.softwareVersion(),
            product.unit(),
            random.nextInt(4) == 0 ? "tampered" : product.state(),
            "run-1",
            NOON.plusSeconds(made++)),
        Optional.empty());
  }

  /** The dossier with one change more, most often of one cell. */
  Dossier next(Dossier dossier, List<Judged> items) {
    return switch (random.nextInt(16)) {
      case 0 -> withIxit(dossier, table(dossier.ixit(), this::oneLess));
      case 1 -> withIxit(dossier, table(dossier.ixit(), this::oneMore));
      case 2 -> withIxit(dossier, table(dossier.ixit(), List::reversed));
      case 3 -> withIxit(dossier, table(dossier.ixit(), this::moved));
      case 4 -> withIxit(dossier, withoutATable(dossier.ixit()));
      case 5 -> withIcs(dossier, answered(dossier.ics()));
      case 6 -> withIcs(dossier, stated(dossier.ics()));
      case 7 -> decided(dossier, any(items));
      case 8 -> withEvidence(dossier);
      case 9 ->
          random.nextBoolean()
              ? dossier.withObservations(
                  with(dossier.observations(), observation(any(Kinds.all()), dossier.product())))
              : withProduct(dossier);
      default -> withIxit(dossier, cell(dossier.ixit()));
    };
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> all = new ArrayList<>(list);
    all.add(more);
    return all;
  }

  private Ixit table(Ixit ixit, UnaryOperator<List<IxitEntry>> change) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(ixit.tables());
    tables.computeIfPresent(any(List.copyOf(tables.keySet())), (t, rows) -> change.apply(rows));
    return new Ixit(tables, ixit.roles(), ixit.remarks());
  }

  private List<IxitEntry> oneLess(List<IxitEntry> rows) {
    List<IxitEntry> left = new ArrayList<>(rows);
    if (!left.isEmpty()) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  private List<IxitEntry> oneMore(List<IxitEntry> rows) {
    if (rows.isEmpty()) {
      return rows;
    }
    IxitEntry row = any(rows);
    return with(
        rows,
        new IxitEntry(
            row.table(), row.id() + "-" + made++, row.cells(), row.remarks(), row.place()));
  }

  /** The same rows, a line further down. */
  private List<IxitEntry> moved(List<IxitEntry> rows) {
    return rows.stream()
        .map(
            r ->
                new IxitEntry(
                    r.table(),
                    r.id(),
                    r.cells(),
                    r.remarks(),
                    r.draft(),
                    new Place(r.place().file(), r.place().line() + 1, r.place().column())))
        .toList();
  }

  private Ixit withoutATable(Ixit ixit) {
    Map<String, List<IxitEntry>> tables = new LinkedHashMap<>(ixit.tables());
    tables.remove(any(List.copyOf(tables.keySet())));
    return new Ixit(tables, ixit.roles(), ixit.remarks());
  }

  private Ixit cell(Ixit ixit) {
    return table(
        ixit,
        rows -> {
          if (rows.isEmpty()) {
            return rows;
          }
          IxitEntry row = any(rows);
          List<String> keys = List.copyOf(row.cells().keySet());
          return keys.isEmpty()
              ? rows
              : rows.stream().map(r -> r.equals(row) ? changed(r, any(keys)) : r).toList();
        });
  }

  private IxitEntry changed(IxitEntry row, String key) {
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    YamlNode old = row.cell(key).orElseThrow().node();
    if (random.nextInt(6) == 0) {
      cells.remove(key);
    } else {
      cells.put(key, new Cell(key, new Scalar(word(), false, old.place(), old.span())));
    }
    return new IxitEntry(row.table(), row.id(), cells, row.remarks(), row.draft(), row.place());
  }

  private Ics answered(Ics ics) {
    var answers = new LinkedHashMap<>(ics.answers());
    IcsAnswer old = any(List.copyOf(answers.values()));
    if (random.nextInt(4) == 0) {
      answers.remove(old.provision());
    } else {
      answers.put(
          old.provision(),
          new IcsAnswer(
              old.provision(),
              any(List.of(Support.values())),
              word(),
              old.evidence(),
              old.place()));
    }
    return new Ics(ics.conditions(), ics.features(), answers);
  }

  private Ics stated(Ics ics) {
    return random.nextBoolean()
        ? new Ics(stated(ics.conditions()), ics.features(), ics.answers())
        : new Ics(ics.conditions(), stated(ics.features()), ics.answers());
  }

  private Map<String, Statement> stated(Map<String, Statement> all) {
    Map<String, Statement> other = new LinkedHashMap<>(all);
    if (!all.isEmpty()) {
      Statement old = any(List.copyOf(all.values()));
      other.put(old.label(), new Statement(old.label(), !old.holds(), old.because(), old.place()));
    }
    return other;
  }

  private Dossier decided(Dossier d, Judged item) {
    Finding finding =
        random.nextBoolean()
            ? new Finding.Holds("Looked at " + made++)
            : new Finding.Violated("Seen at " + made++, "Mend it.");
    Decision decision =
        new Decision(
            item.item().id(), finding, "Ada", NOON, item.basisDigest(), List.copyOf(files(d)));
    return new Dossier(
        d.product(),
        d.ics(),
        d.ixit(),
        d.evidence(),
        d.observations(),
        with(d.decisions(), decision));
  }

  private static List<Digest> files(Dossier dossier) {
    return dossier.evidence().values().stream().map(EvidenceFile::sha256).limit(1).toList();
  }

  /** A file that a cell names by its digest, where there is one. */
  private Dossier withEvidence(Dossier d) {
    Digest digest = Digest.of("file " + made++);
    Map<String, EvidenceFile> evidence = new LinkedHashMap<>(d.evidence());
    evidence.put(
        digest.hex(),
        new EvidenceFile(
            digest,
            "evidence/" + digest.shortForm(),
            "log",
            "",
            "",
            "",
            "",
            NOON,
            d.product().softwareVersion()));
    Dossier more =
        new Dossier(d.product(), d.ics(), d.ixit(), evidence, d.observations(), d.decisions());
    return withIxit(
        more,
        new Ixit(named(d.ixit().tables(), digest.hex()), d.ixit().roles(), d.ixit().remarks()));
  }

  private Map<String, List<IxitEntry>> named(Map<String, List<IxitEntry>> tables, String file) {
    if (random.nextBoolean()) {
      return tables;
    }
    Map<String, List<IxitEntry>> all = new LinkedHashMap<>();
    tables.forEach(
        (table, rows) -> all.put(table, rows.stream().map(r -> reported(r, file)).toList()));
    return all;
  }

  private static IxitEntry reported(IxitEntry row, String file) {
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    cells.computeIfPresent(
        "reportFile",
        (key, cell) ->
            new Cell(key, new Scalar(file, true, cell.node().place(), cell.node().span())));
    return new IxitEntry(row.table(), row.id(), cells, row.remarks(), row.draft(), row.place());
  }

  private Dossier withProduct(Dossier d) {
    String state = d.product().state().equals("initialized") ? "tampered" : "initialized";
    return new Dossier(
        d.product().inState(state),
        d.ics(),
        d.ixit(),
        d.evidence(),
        d.observations(),
        d.decisions());
  }

  private static Dossier withIxit(Dossier d, Ixit ixit) {
    return new Dossier(d.product(), d.ics(), ixit, d.evidence(), d.observations(), d.decisions());
  }

  private static Dossier withIcs(Dossier d, Ics ics) {
    return new Dossier(d.product(), ics, d.ixit(), d.evidence(), d.observations(), d.decisions());
  }
}
