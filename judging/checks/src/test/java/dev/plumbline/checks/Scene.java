package dev.plumbline.checks;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.CatalogueLoader;
import dev.plumbline.catalogue.EditionId;
import dev.plumbline.catalogue.TestUnit;
import dev.plumbline.catalogue.crypto.CryptoPolicies;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.DecidedBy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.UpdateService;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A device and its dossier in YAML, changed step by step by a test. Immutable. */
public record Scene(
    EditionId edition,
    Map<String, List<IxitEntry>> tables,
    List<Observation> observations,
    List<String> addresses,
    List<Product.Credential> credentials,
    String state,
    String subject,
    List<String> evidence) {
  static final String ADDRESS = "192.0.2.1";

  /** What is seen of the device's calls. */
  public static final String CLIENT = "client/192.0.2.9/8443";

  /** A scan for radios that listened to whole bands for long enough while the device was there. */
  public static final String LISTENED =
      "{present: 900, complete: true, channels: ['1', '6', '11', '44', '100']}";

  private static final Map<EditionId, Catalogue> CATALOGUES = CatalogueLoader.all();
  private static final CryptoPolicy POLICY = CryptoPolicies.load();

  public static Scene of(EditionId edition) {
    return new Scene(
        edition,
        Map.of(),
        List.of(),
        List.of(ADDRESS),
        List.of(),
        "initialized",
        ItemId.DUT,
        List.of());
  }

  public static Scene current() {
    return of(EditionId.named("3.1.3"));
  }

  /** The rows of a table, as the list in its file. */
  public Scene rows(String table, String yaml) {
    Map<String, List<IxitEntry>> more = new LinkedHashMap<>(tables);
    more.put(table, SceneText.entries(table, yaml));
    return new Scene(edition, more, observations, addresses, credentials, state, subject, evidence);
  }

  /** Takes a cell out of every row of a table. */
  public Scene withoutCell(String table, String key) {
    Map<String, List<IxitEntry>> more = new LinkedHashMap<>(tables);
    more.computeIfPresent(
        table,
        (t, rows) ->
            rows.stream()
                .map(
                    r -> {
                      Map<String, Cell> cells = new LinkedHashMap<>(r.cells());
                      cells.remove(key);
                      return new IxitEntry(r.table(), r.id(), cells, r.place());
                    })
                .toList());
    return new Scene(edition, more, observations, addresses, credentials, state, subject, evidence);
  }

  /** The row that the item is about, as TABLE/ID. */
  public Scene about(String row) {
    return new Scene(edition, tables, observations, addresses, credentials, state, row, evidence);
  }

  /** The device state under test, in which everything was seen. */
  public Scene state(String other) {
    List<Observation> there =
        observations.stream()
            .map(
                o ->
                    new Observation(
                        o.key(),
                        o.subject(),
                        o.outcome(),
                        o.value(),
                        o.coverage(),
                        o.reason(),
                        source(other),
                        o.evidence()))
            .toList();
    return new Scene(edition, tables, there, addresses, credentials, other, subject, evidence);
  }

  /** Files of evidence, by their digests. */
  public Scene evidence(String... digests) {
    return new Scene(
        edition, tables, observations, addresses, credentials, state, subject, List.of(digests));
  }

  /** What was seen so far, seen in another state than the one under test. */
  public Scene seenIn(String other) {
    return having(state(other).observations());
  }

  public Scene addresses(String... other) {
    return new Scene(
        edition, tables, observations, List.of(other), credentials, state, subject, evidence);
  }

  public Scene roles(String... roles) {
    List<Product.Credential> logins =
        List.of(roles).stream().map(r -> new Product.Credential(r, r, "secret")).toList();
    return new Scene(edition, tables, observations, addresses, logins, state, subject, evidence);
  }

  /**
   * What was seen; replaces an earlier answer to the same question. Required fields that are not
   * named say the least that they can.
   */
  public Scene seen(String key, String at, String value, String coverage) {
    Stored stored = CompleteFacts.of(key, SceneText.map(value), SceneText.map(coverage));
    return with(observation(key, at, Outcome.SEEN, stored.value(), stored.coverage(), ""));
  }

  /** A line of a journal, which may lack fields of its kind. */
  public Scene line(String key, String at, String value, String coverage) {
    return with(
        observation(key, at, Outcome.SEEN, SceneText.map(value), SceneText.map(coverage), ""));
  }

  public Scene seen(String key, String at, String value) {
    return seen(key, at, value, "{}");
  }

  /** The same, seen before all else; does not replace what was seen later. */
  public Scene seenBefore(String key, String at, String value, String coverage) {
    Observation o =
        observation(key, at, Outcome.SEEN, SceneText.map(value), SceneText.map(coverage), "");
    List<Observation> all = new ArrayList<>(observations);
    all.addFirst(
        new Observation(
            o.key(),
            o.subject(),
            o.outcome(),
            o.value(),
            o.coverage(),
            o.reason(),
            new Observation.Source(
                "probe", "1", "1.0", "U-1", "initialized", "run-0", Instant.EPOCH.minusSeconds(60)),
            o.evidence()));
    return having(all);
  }

  public Scene unanswered(String key, String at) {
    return with(observation(key, at, Outcome.UNDETERMINED, Map.of(), Map.of(), "no answer came"));
  }

  public Scene without(String key, String at) {
    return having(
        observations.stream()
            .filter(o -> !(o.key().equals(key) && o.subject().equals(at)))
            .toList());
  }

  public Scene having(List<Observation> other) {
    return new Scene(edition, tables, other, addresses, credentials, state, subject, evidence);
  }

  /** All observations changed in the same way. */
  Scene each(UnaryOperator<Observation> change) {
    return having(observations.stream().map(change).toList());
  }

  private Scene with(Observation o) {
    List<Observation> more = new ArrayList<>(without(o.key(), o.subject()).observations);
    more.add(o);
    return having(more);
  }

  /** TCP ports, all of them asked and answered for. */
  public Scene tcp(String... open) {
    return ports("tcp.open-ports", "open", open).others("[]");
  }

  /** UDP ports, all of them asked and answered for. */
  public Scene udp(String... answered) {
    return ports("udp.open-ports", "answered", answered);
  }

  /** Further addresses of the device, looked for in both families. */
  public Scene others(String addresses) {
    return seen(
        "device.addresses",
        "address/" + ADDRESS,
        "{mac: '02:00:00:00:00:01', others: " + addresses + "}",
        "{families: [ipv4, ipv6]}");
  }

  private Scene ports(String key, String field, String... ports) {
    return seen(
        key,
        "address/" + ADDRESS,
        "{" + field + ": [" + String.join(", ", ports) + "]}",
        "{ports: [1-65535], tried: 65535, unanswered: 0, unansweredPorts: [], outOfScope: []}");
  }

  /** Who speaks at a TCP port. */
  public Scene service(int port, String value) {
    return seen("service.identified", endpoint(port), value);
  }

  public static String endpoint(int port) {
    return "tcp/" + ADDRESS + "/" + port;
  }

  private Catalogue catalogue() {
    return Optional.ofNullable(CATALOGUES.get(edition)).orElseThrow();
  }

  public Check.Outcome judge(Check check) {
    return check.judge(item(check), facts());
  }

  /** No edition binds a check that somebody has just begun; its contract holds anywhere. */
  private static TestUnit unbound(Catalogue catalogue) {
    return catalogue.units().values().iterator().next();
  }

  private TestItem item(Check check) {
    TestUnit unit =
        Checks.of(List.of(check)).units(check, catalogue()).stream()
            .findFirst()
            .flatMap(catalogue()::unit)
            .orElseGet(() -> unbound(catalogue()));
    return new TestItem(
        new ItemId(unit.id(), subject),
        unit,
        new Ixit(tables).entry(subject),
        Optional.empty(),
        false,
        DecidedBy.PROBE,
        check.needs(),
        Optional.empty());
  }

  public Facts facts() {
    Product product =
        new Product(
            edition.version(),
            "Maker",
            "Camera Mini",
            "C1",
            "A",
            "1.0",
            "U-1",
            state,
            "S1",
            "",
            addresses.stream()
                .map(a -> new Product.Target(a, List.of(), Place.of("product.yaml")))
                .toList(),
            Optional.empty(),
            List.of(),
            new Product.LoginBudget(70, 12),
            credentials,
            List.of(),
            clients(),
            Place.of("product.yaml"));
    Dossier dossier =
        new Dossier(
            product,
            new Ics(Map.of(), Map.of(), Map.of()),
            new Ixit(tables),
            kept(),
            observations,
            List.of());
    return Facts.of(catalogue(), dossier, POLICY, LocalDate.of(2026, 11, 24));
  }

  private Map<String, EvidenceFile> kept() {
    Map<String, EvidenceFile> files = new LinkedHashMap<>();
    evidence.forEach(
        d ->
            files.put(
                d,
                new EvidenceFile(
                    Digest.of(d),
                    "evidence/" + d,
                    "a report",
                    "",
                    "",
                    "",
                    "",
                    Instant.EPOCH,
                    "1.0")));
    return files;
  }

  /** Wherever a call was waited for, a client test is declared that is about the item's row. */
  private List<Product.ClientTest> clients() {
    return observations.stream()
        .filter(
            o ->
                List.of("tls.client", "update.fetch").contains(o.key())
                    && o.subject().equals(CLIENT))
        .map(
            o ->
                new Product.ClientTest(
                    Endpoint.tcp("192.0.2.9", 8443),
                    "cloud.example",
                    Optional.empty(),
                    30,
                    o.coverage().get("rows") instanceof List<?> rows
                        ? rows.stream().map(String::valueOf).toList()
                        : List.of(subject),
                    o.key().equals("update.fetch")
                        ? Optional.of(
                            new UpdateService(List.of("/image"), List.of(), Duration.ofSeconds(60)))
                        : Optional.empty(),
                    Place.of("product.yaml")))
        .toList();
  }

  static Observation mute(Observation o) {
    return observation(
        o.key(), o.subject(), Outcome.UNDETERMINED, Map.of(), Map.of(), "no answer came");
  }

  /** The same, about another subject. */
  static Observation at(Observation o, String subject) {
    return new Observation(
        o.key(),
        subject,
        o.outcome(),
        o.value(),
        o.coverage(),
        o.reason(),
        o.source(),
        o.evidence());
  }

  private static Observation observation(
      String key,
      String at,
      Outcome outcome,
      Map<String, Object> value,
      Map<String, Object> coverage,
      String reason) {
    return new Observation(
        key, at, outcome, value, coverage, reason, source("initialized"), Optional.empty());
  }

  private static Observation.Source source(String state) {
    return new Observation.Source("probe", "1", "1.0", "U-1", state, "run-1", Instant.EPOCH);
  }
}
