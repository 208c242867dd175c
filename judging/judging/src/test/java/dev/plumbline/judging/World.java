package dev.plumbline.judging;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Finding;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.Place;
import dev.plumbline.core.Problems;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.dossier.Cell;
import dev.plumbline.dossier.Decision;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.EvidenceFile;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Ics;
import dev.plumbline.dossier.IcsAnswer;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.Checks;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.plan.Plan;
import dev.plumbline.judging.plan.Planner;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small catalogue and a dossier for it, changed step by step by a test. */
public final class World {
  static final String GENERATED = "5.1-1-1a";
  static final String LOGIN = "5.1-1-2a";
  static final String COMPLETE = "5.1-1-2b";
  static final String FREE = "5.1-4-1a";
  static final String UPDATE_A = "5.3-2-1a";
  static final String UPDATE_B = "5.3-2-1b";
  static final String AUTOMATIC = "5.3-6-1a";
  static final String SECURED = "5.5-1-1a";
  static final String TRAFFIC = "5.5-1-2a";
  static final String PARAMETER = "5.5-6-1a";
  static final String PARAMETER_TRAFFIC = "5.5-6-2a";
  static final String CONFIDENTIAL = "5.5-7-1a";
  static final String MANAGED = "5.5-8-1a";
  static final Digest EVIDENCE = Digest.of("a transcript");
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  public final SmallCatalogue catalogue = WorldCatalogue.made();
  final List<Check> checks = new ArrayList<>();
  private final Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
  private final Map<ProvisionId, IcsAnswer> answers = new LinkedHashMap<>();
  private final Map<String, Statement> features = new LinkedHashMap<>();
  private final List<Observation> observations = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final Map<String, EvidenceFile> evidence = new LinkedHashMap<>();
  private final Map<String, String> unbacked = new LinkedHashMap<>();
  private final List<Product.Credential> logins = new ArrayList<>();
  private String version = "1.0";
  private String state = "initialized";
  private String policy = "policy";
  private List<Product.Target> targets =
      List.of(new Product.Target("192.0.2.1", List.of(), Place.of("product.yaml")));

  /** All provisions answered Y, one entry a table, everything that is open for a person. */
  public World() {
    for (String id :
        List.of("5.1-1", "5.1-4", "5.3-2", "5.3-6", "5.5-1", "5.5-6", "5.5-7", "5.5-8")) {
      answer(id, Support.YES, "Done.");
    }
    feature("a", true).feature("h", true);
    entry("1-AuthMech", "Auth-1", "description: web login\nendpoints: [tcp/8443]");
    entry("7-UpdMech", "Upd-1", "description: over the air\nautomatic: true");
    entry("11-SecComMech", "Com-1", "description: TLS\nendpoints: [tcp/8443]");
    entry("10-SecParam", "Par-1", "description: key\nmechanisms: [Com-1]");
    evidence(EVIDENCE, "1.0");
  }

  World answer(String provision, Support support, String detail) {
    ProvisionId id = new ProvisionId(provision);
    answers.put(id, new IcsAnswer(id, support, detail, List.of(), new Place("ics.yaml", 9, 3)));
    return this;
  }

  public World unanswered(String provision) {
    answers.remove(new ProvisionId(provision));
    return this;
  }

  World feature(String letter, boolean present) {
    features.put(letter, new Statement(letter, present, "", Place.of("ics.yaml")));
    return this;
  }

  World unstated(String letter) {
    features.remove(letter);
    return this;
  }

  /** Adds an entry, or replaces the one with that id. */
  World entry(String table, String id, String yaml) {
    return entry(made(table, id, yaml));
  }

  World entry(IxitEntry made) {
    String table = made.table();
    List<IxitEntry> entries = new ArrayList<>(tables.getOrDefault(table, List.of()));
    int at = entries.stream().map(IxitEntry::id).toList().indexOf(made.id());
    if (at < 0) {
      entries.add(made);
    } else {
      entries.set(at, made);
    }
    tables.put(table, entries);
    return this;
  }

  World empty(String table) {
    tables.put(table, List.of());
    return this;
  }

  World absent(String table) {
    tables.remove(table);
    return this;
  }

  World check(Bound check) {
    checks.add(check);
    catalogue.decides(check.unit(), Checks.id(check));
    return this;
  }

  World rule(String unit, String select, String holds, boolean whole) {
    catalogue.rule(unit, select, holds, whole);
    return this;
  }

  World version(String other) {
    version = other;
    return this;
  }

  World state(String other) {
    state = other;
    return this;
  }

  World policy(String other) {
    policy = other;
    return this;
  }

  World noTargets() {
    targets = List.of();
    return this;
  }

  /** Evidence that is not as it was. */
  World unbacked(String digest, String fault) {
    unbacked.put(digest, fault);
    return this;
  }

  World login(Product.Credential login) {
    logins.add(login);
    return this;
  }

  World evidence(Digest digest, String ofVersion) {
    evidence.put(
        digest.hex(),
        new EvidenceFile(
            digest, "evidence/" + digest.shortForm(), "log", "", "", "", "", NOON, ofVersion));
    return this;
  }

  public World seen(Observation observation) {
    observations.add(observation);
    return this;
  }

  /** An observation of version 1.0 with evidence. */
  public static Observation observation(String key, String subject, Map<String, Object> value) {
    return observation(key, subject, value, Map.of(), "1.0");
  }

  public static Observation observation(
      String key,
      String subject,
      Map<String, Object> value,
      Map<String, Object> coverage,
      String ofVersion) {
    Stored stored = CompleteFacts.of(key, value, coverage);
    return line(key, subject, stored.value(), stored.coverage(), ofVersion);
  }

  /** A line of a journal, which may lack fields of its kind. */
  public static Observation line(
      String key,
      String subject,
      Map<String, Object> value,
      Map<String, Object> coverage,
      String ofVersion) {
    return new Observation(
        key,
        subject,
        Observation.Outcome.SEEN,
        value,
        coverage,
        "",
        new Observation.Source("probe", "1", ofVersion, "U-1", "initialized", "run-1", NOON),
        Optional.of(new EvidenceRef(EVIDENCE, 17, 4)));
  }

  public static Observation unanswered(String key, String subject, String reason) {
    return new Observation(
        key,
        subject,
        Observation.Outcome.UNDETERMINED,
        Map.of(),
        Map.of(),
        reason,
        new Observation.Source("probe", "1", "1.0", "U-1", "initialized", "run-1", NOON),
        Optional.empty());
  }

  /** Decides an item on what it rests on now. */
  World decide(String item, Finding finding, Digest... files) {
    ItemId id = ItemId.parse(item);
    decisions.add(
        new Decision(id, finding, "Ada", NOON, judged(item).basisDigest(), List.of(files)));
    return this;
  }

  /** Overrules the rule that fails an item, by a reason alone. */
  World overrule(String item, String reason) {
    ItemId id = ItemId.parse(item);
    Finding holds = new Finding.Holds(reason);
    decisions.add(
        new Decision(id, holds, "Ada", NOON, judged(item).basisDigest(), List.of(), true));
    return this;
  }

  public Catalogue catalogue() {
    return catalogue.build();
  }

  public Dossier dossier() {
    Product product =
        new Product(
            "3.1.3",
            "Maker",
            "Camera",
            "C1",
            "A",
            version,
            "U-1",
            state,
            "S1",
            "",
            targets,
            Optional.empty(),
            List.of(),
            new Product.LoginBudget(0, 0),
            logins,
            List.of(),
            Place.of("product.yaml"));
    return new Dossier(
            product,
            new Ics(Map.of(), features, answers),
            new Ixit(tables),
            evidence,
            observations,
            decisions)
        .withUnbacked(unbacked);
  }

  Plan plan() {
    return Planner.plan(catalogue(), dossier(), Checks.of(checks), new FlagRules());
  }

  Assessment judge() {
    CryptoPolicy crypto =
        new CryptoPolicy(policy, LocalDate.of(2026, 11, 1), policy, Map.of(), Digest.of(policy));
    Catalogue c = catalogue();
    Dossier d = dossier();
    Engine engine = new Engine(c, Checks.of(checks), new FlagRules());
    return engine.judge(engine.plan(d), Facts.of(c, d, crypto, LocalDate.of(2026, 11, 24)));
  }

  TestItem planned(String item) {
    return plan().item(ItemId.parse(item)).orElseThrow();
  }

  Judged judged(String item) {
    return judged(judge(), item);
  }

  static Judged judged(Assessment assessment, String item) {
    return assessment
        .items()
        .filter(i -> i.item().id().toString().equals(item))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no item " + item));
  }

  static GroupResult group(Assessment assessment, String id) {
    return assessment
        .groups()
        .filter(g -> g.provision().id().value().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static IxitEntry made(String table, String id, String yaml) {
    Problems problems = new Problems();
    Mapping mapping =
        (Mapping) YamlReader.read(yaml, "ixit/" + table + ".yaml", problems).orElseThrow();
    Map<String, Cell> cells = new LinkedHashMap<>();
    mapping.fields().forEach((key, field) -> cells.put(key, new Cell(key, field.value())));
    return new IxitEntry(table, id, cells, new Place("ixit/" + table + ".yaml", 1, 1));
  }
}
