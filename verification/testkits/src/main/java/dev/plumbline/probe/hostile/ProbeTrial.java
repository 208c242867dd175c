package dev.plumbline.probe.hostile;

import dev.plumbline.core.Digest;
import dev.plumbline.core.Place;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.EvidenceRef;
import dev.plumbline.dossier.Ixit;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Observation.Outcome;
import dev.plumbline.dossier.Observation.Source;
import dev.plumbline.dossier.Product;
import dev.plumbline.dossier.Product.ClientTest;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.dossier.Product.LoginBudget;
import dev.plumbline.dossier.Product.PasswordSample;
import dev.plumbline.dossier.Product.PortRange;
import dev.plumbline.dossier.Product.Target;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.probe.Intrusiveness;
import dev.plumbline.probe.Probe;
import dev.plumbline.probe.run.DriverSource;
import dev.plumbline.probe.run.Environment;
import dev.plumbline.probe.run.Limits;
import dev.plumbline.probe.run.ProbeRunner;
import dev.plumbline.probe.run.RunOptions;
import dev.plumbline.probe.run.RunReport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs one probe against endpoints on this machine and keeps all that it gave in memory. */
public final class ProbeTrial {
  private static final Place PLACE = Place.of("product.yaml");
  private static final String RUN = "trial";
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");

  private final List<Target> targets = new ArrayList<>();
  private final List<String> pages = new ArrayList<>();
  private final List<Credential> credentials = new ArrayList<>();
  private final List<PasswordSample> samples = new ArrayList<>();
  private final List<ClientTest> clients = new ArrayList<>();
  private final List<Observation> given = new ArrayList<>();
  private final Map<String, List<IxitEntry>> tables = new LinkedHashMap<>();
  private final Map<TableRole, List<String>> roles = new EnumMap<>(TableRole.class);
  private final Map<String, byte[]> evidence = new ConcurrentHashMap<>();
  private LoginBudget budget = new LoginBudget(50, 20);
  private Limits limits = Limits.usual().hurried(Duration.ofSeconds(3), Duration.ofSeconds(20));

  private Optional<DriverSource> driver = Optional.empty();

  private ProbeTrial() {}

  /** A trial whose scope is exactly these endpoints. */
  public static ProbeTrial against(Endpoint... endpoints) {
    ProbeTrial trial = new ProbeTrial();
    for (Endpoint e : endpoints) {
      trial.target(e.address(), e.port(), e.port());
    }
    return trial;
  }

  /** Adds ports to the scope. */
  public ProbeTrial target(String address, int firstPort, int lastPort) {
    targets.add(new Target(address, List.of(new PortRange(firstPort, lastPort)), PLACE));
    return this;
  }

  /** Lists a public page, as {@code host:port}. */
  public ProbeTrial page(String hostAndPort) {
    pages.add(hostAndPort);
    return this;
  }

  public ProbeTrial credential(String role, String user, String password) {
    credentials.add(new Credential(role, user, password));
    return this;
  }

  public ProbeTrial sample(PasswordSample sample) {
    samples.add(sample);
    return this;
  }

  /** Lets the device call an address of this machine. */
  public ProbeTrial client(ClientTest test) {
    clients.add(test);
    return this;
  }

  public ProbeTrial budget(int wrongAttempts, int bruteForceAttempts) {
    budget = new LoginBudget(wrongAttempts, bruteForceAttempts);
    return this;
  }

  /** Lets a probe wait so long in all for logins that the device has locked. */
  public ProbeTrial wait(int seconds) {
    budget = new LoginBudget(budget.wrongAttempts(), budget.bruteForceAttempts(), seconds);
    return this;
  }

  public ProbeTrial limits(Limits other) {
    limits = other;
    return this;
  }

  /** Gives the probe a driver of the device. */
  public ProbeTrial driver(DriverSource source) {
    driver = Optional.of(source);
    return this;
  }

  /** Adds an entry of the IXIT. */
  public ProbeTrial ixit(IxitEntry entry) {
    tables.computeIfAbsent(entry.table(), t -> new ArrayList<>()).add(entry);
    return this;
  }

  /** Adds an entry of a table that plays a role. */
  public ProbeTrial ixit(TableRole role, IxitEntry entry) {
    return playing(role, entry.table()).ixit(entry);
  }

  /** Says what a table is for. */
  public ProbeTrial playing(TableRole role, String table) {
    List<String> tablesOfRole = roles.computeIfAbsent(role, r -> new ArrayList<>());
    if (!tablesOfRole.contains(table)) {
      tablesOfRole.add(table);
    }
    return this;
  }

  /**
   * Puts an observation there that the probe builds on. Required fields that are not named say the
   * least that they can.
   */
  public ProbeTrial given(String subject, Fact fact) {
    return given(Kinds.key(fact.getClass()), subject, Kinds.stored(fact).value());
  }

  /** The same, for facts that name only some of their fields. */
  public ProbeTrial given(String key, String subject, Map<String, Object> value) {
    Stored stored = CompleteFacts.of(key, value, Map.of());
    given.add(
        new Observation(
            key,
            subject,
            Outcome.SEEN,
            stored.value(),
            stored.coverage(),
            "",
            source(),
            Optional.empty()));
    return this;
  }

  /** Puts an observation there that has no answer. */
  public ProbeTrial givenUnanswered(String key, String subject, String reason) {
    given.add(
        new Observation(
            key,
            subject,
            Outcome.UNDETERMINED,
            Map.of(),
            Map.of(),
            reason,
            source(),
            Optional.empty()));
    return this;
  }

  /** Runs the probe, whatever its intrusiveness. */
  public Result run(Probe probe) {
    List<Observation> all = new ArrayList<>();
    Environment live = Environment.live(this::store, limits);
    Environment environment = driver.map(live::with).orElse(live);
    RunReport report =
        new ProbeRunner(product(), new Ixit(tables, roles), environment)
            .run(
                List.of(probe),
                given,
                new RunOptions(RUN, Set.of(), Intrusiveness.STRESS, false, false),
                all::add);
    return new Result(report, List.copyOf(all), Map.copyOf(evidence));
  }

  /** The product that is declared. */
  public Product product() {
    return new Product(
        "3.1.3",
        "Trial",
        "Trial device",
        "T-1",
        "1",
        "1.0.0",
        "unit-1",
        "initialized",
        "SN-0001",
        "02:00:00:00:00:01",
        targets,
        Optional.empty(),
        pages,
        budget,
        credentials,
        samples,
        clients,
        PLACE);
  }

  private Digest store(byte[] content, String what, String probe) {
    Digest digest = Digest.of(content);
    evidence.put(digest.hex(), content.clone());
    return digest;
  }

  private static Source source() {
    return new Source("given", "1", "1.0.0", "unit-1", "initialized", "before", BEFORE);
  }

  /**
   * What a trial gave.
   *
   * @param all observations, those of the run itself included
   * @param evidence stored files by digest
   */
  public record Result(RunReport report, List<Observation> all, Map<String, byte[]> evidence) {

    /** Observations with that key. */
    public List<Observation> with(String key) {
      return all.stream().filter(o -> o.key().equals(key)).toList();
    }

    /** The one observation with that key. */
    public Observation one(String key) {
      List<Observation> found = with(key);
      if (found.size() != 1) {
        throw new AssertionError("not one observation " + key + " but " + found + "; " + report);
      }
      return found.getFirst();
    }

    /** The one fact of that kind. */
    public <F extends Fact> F fact(Class<F> kind) {
      return one(Kinds.key(kind)).as(kind).orElseThrow();
    }

    /** What the probe itself recorded. */
    public List<Observation> ofProbe(Probe probe) {
      return all.stream().filter(o -> probe.spec().produces().contains(o.key())).toList();
    }

    /** The stretch of a transcript that an observation points to. */
    public String excerpt(Observation observation) {
      EvidenceRef ref = observation.evidence().orElseThrow();
      byte[] content = evidence.get(ref.sha256().hex());
      if (content == null) {
        throw new AssertionError("no such evidence: " + ref);
      }
      return new String(content, (int) ref.offset(), (int) ref.length(), StandardCharsets.US_ASCII);
    }

    /** All that was stored, as one text, to look for what must not be in it. */
    public String stored() {
      StringBuilder text = new StringBuilder(all.toString());
      evidence.values().forEach(c -> text.append(new String(c, StandardCharsets.US_ASCII)));
      return text.toString();
    }
  }
}
