package dev.plumbline.judging.fact;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.fact.ReadLog.Traced;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All that a check may look at. Holds only observations of the software version, unit and state
 * under assessment; others were set aside when it was made. Immutable but for what it remembers of
 * its own conclusions; safe for several threads.
 */
public final class Facts {
  private final Catalogue catalogue;
  private final Dossier dossier;
  private final ObservationIndex index;
  private final CryptoPolicy policy;
  private final LocalDate day;
  private final Map<Derived, Traced<?>> derived = new ConcurrentHashMap<>();

  /** The same for all facts that are heard of one dossier. */
  private final Map<Class<?>, Conclusion<?>> declared;

  /** Empty where nobody asks what is read. */
  private final Optional<ReadLog> log;

  private Facts(
      Catalogue catalogue,
      Dossier dossier,
      ObservationIndex index,
      CryptoPolicy policy,
      LocalDate day,
      Map<Class<?>, Conclusion<?>> declared,
      Optional<ReadLog> log) {
    this.catalogue = catalogue;
    this.dossier = dossier;
    this.index = index;
    this.policy = policy;
    this.day = day;
    this.declared = declared;
    this.log = log;
  }

  /**
   * The facts of a dossier: its observations of the version, unit and state that product.yaml
   * names, the newest per key and subject, even where the newest has no answer. The rest is set
   * aside.
   *
   * @param day the day that cryptography is judged for
   */
  public static Facts of(Catalogue catalogue, Dossier dossier, CryptoPolicy policy, LocalDate day) {
    return new Facts(
        catalogue,
        dossier,
        ObservationIndex.of(dossier.observations(), dossier.product()),
        policy,
        day,
        new ConcurrentHashMap<>(),
        Optional.empty());
  }

  /** How they differ from those of the same product before; empty where more differs. */
  public Optional<DeclarationChange> since(Facts before) {
    return DeclarationChange.between(before, this);
  }

  /** The same facts, with what is remembered of the same observations; see {@link #since}. */
  public Facts observedAs(Facts before) {
    return new Facts(catalogue, dossier, before.index, policy, day, declared, log);
  }

  /** The same facts; what is read of the declaration is told to the log. For its thread alone. */
  public Facts tracedBy(ReadLog reads) {
    return new Facts(catalogue, dossier, index, policy, day, declared, Optional.of(reads));
  }

  private Facts heard(ObservationIndex other) {
    return new Facts(catalogue, dossier, other, policy, day, declared, log);
  }

  /**
   * These facts, then the same facts as each probe or importer has them whose answers of these keys
   * were followed by another's, with the last answers in place of a later silence, and with what a
   * line shows that does not tell how far the looking went. So a finding of one tool does not
   * vanish behind another's, or its own, silence, nor behind a field that its line lacks.
   */
  public List<Facts> bySource(List<String> keys) {
    return bySource(keys, Set.of());
  }

  /**
   * The same for one who asks for other device states too: also with the answers there in place of
   * a later silence.
   */
  public List<Facts> bySource(List<String> keys, Set<String> states) {
    List<Facts> all = new ArrayList<>();
    all.add(this);
    index
        .bySource(keys, states)
        .forEach((name, other) -> all.add(derived(Facts.class, name, () -> heard(other))));
    return all;
  }

  /** The observation of the journal that one of {@link #bySource} stands for. */
  public Observation recorded(Observation heard) {
    return observations(heard.key(), heard.subject()).contains(heard)
        ? heard
        : dossier.observations().stream()
            .filter(o -> o.key().equals(heard.key()) && o.subject().equals(heard.subject()))
            .filter(o -> o.equals(heard) || o.withoutCoverage().equals(heard))
            .findFirst()
            .orElse(heard);
  }

  /**
   * What was ever seen of that kind on this version, unit and state, the newest last. An earlier
   * look can show that something is there; it proves no absence, and nor does one whose coverage is
   * not whole.
   */
  public <F extends Fact> List<Seen<F>> everSeen(Class<F> kind) {
    return dossier.observations().stream()
        .filter(o -> o.is(kind) && whySetAside(o, dossier.product()).isEmpty())
        .flatMap(o -> o.withoutCoverage().as(kind).map(f -> new Seen<>(o, f)).stream())
        .toList();
  }

  /** Why an observation does not count for the product as it is declared; empty when it does. */
  public static Optional<String> whySetAside(Observation o, Product product) {
    return whySetAside(o, product, Set.of());
  }

  /**
   * The same for one who asks for other states too.
   *
   * @param others device states that count besides the one under assessment
   */
  public static Optional<String> whySetAside(Observation o, Product product, Set<String> others) {
    Observation.Source s = o.source();
    if (!s.softwareVersion().equals(product.softwareVersion())) {
      return Optional.of(
          differs("software version", s.softwareVersion(), product.softwareVersion()));
    }
    if (!s.unit().equals(product.unit())) {
      return Optional.of(differs("unit", s.unit(), product.unit()));
    }
    return s.state().equals(product.state()) || others.contains(s.state())
        ? Optional.empty()
        : Optional.of(differs("device state", s.state(), product.state()));
  }

  /**
   * What was seen on the same software and unit in another device state, the newest per key and
   * subject. A check that asks for it names the state in {@link Check#states}.
   */
  public Facts inState(String state) {
    return state.equals(dossier.product().state())
        ? this
        : derived(
            Facts.class, "state " + state, () -> heard(index.inState(state, dossier.product())));
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  /**
   * All of the dossier. A check that asks for it is asked again after every change; {@link
   * #product}, {@link #rows}, {@link #isEvidence} and {@link #declared} say which part it reads.
   */
  public Dossier dossier() {
    read(new DeclarationRead.Whole());
    return dossier;
  }

  /** What product.yaml says. */
  public Product product() {
    return dossier.product();
  }

  /** The rows of a table. */
  public List<IxitEntry> rows(String table) {
    read(new DeclarationRead.Table(table));
    return dossier.ixit().entries(table);
  }

  /** Whether a file is among the evidence. */
  public boolean isEvidence(String sha256) {
    read(new DeclarationRead.Evidence(sha256));
    return dossier.evidence().containsKey(sha256);
  }

  private void read(DeclarationRead part) {
    log.ifPresent(l -> l.add(part));
  }

  /** Observations that count, the newest per key and subject, in the order of the journal. */
  public List<Observation> usable() {
    return index.usable();
  }

  /** Observations of another version, unit or state. */
  public List<Observation> setAside() {
    return index.setAside();
  }

  public CryptoPolicy policy() {
    return policy;
  }

  /** The day that cryptography is judged for. */
  public LocalDate day() {
    return day;
  }

  /** Usable observations with that key, answered or not. */
  public List<Observation> observations(String key) {
    return index.of(key);
  }

  /** Usable observations of that kind, answered or not. */
  public List<Observation> observations(Class<? extends Fact> kind) {
    return observations(Kinds.key(kind));
  }

  /** Usable observations of that kind about that subject. */
  public List<Observation> observations(Class<? extends Fact> kind, String subject) {
    return observations(Kinds.key(kind), subject);
  }

  /** What was seen of that kind, whoever it is about. */
  public <F extends Fact> List<Seen<F>> seen(Class<F> kind) {
    return read(kind, observations(kind));
  }

  /** What was seen of that kind about that subject. */
  public <F extends Fact> List<Seen<F>> seen(Class<F> kind, String subject) {
    return read(kind, observations(kind, subject));
  }

  private static <F extends Fact> List<Seen<F>> read(Class<F> kind, List<Observation> all) {
    return all.stream().flatMap(o -> o.as(kind).map(f -> new Seen<>(o, f)).stream()).toList();
  }

  /** The one observation that counts of that kind about that subject, answered or not. */
  public Optional<Observation> newest(Class<? extends Fact> kind, String subject) {
    return observations(kind, subject).stream().findFirst();
  }

  /** The same where it was seen. */
  public <F extends Fact> Optional<Seen<F>> newestSeen(Class<F> kind, String subject) {
    return seen(kind, subject).stream().findFirst();
  }

  /** Usable observations with that key about that subject. */
  public List<Observation> observations(String key, String subject) {
    return index.of(key, subject);
  }

  /**
   * What follows from these facts and serves more than one item; worked out at the first need.
   *
   * @param about what else it depends on, such as an entry's subject; compared by value
   * @param work gives the same whenever it is called
   */
  public <T> T derived(Class<T> type, Object about, Supplier<T> work) {
    Derived name = new Derived(type, about);
    Traced<?> known = derived.get(name);
    if (known == null) {
      // Not computeIfAbsent: what is worked out may rest on something else that is.
      known = log.map(l -> l.trace(work)).orElseGet(() -> new Traced<>(work.get(), Set.of()));
      derived.put(name, known);
    } else if (log.isPresent()) {
      log.get().addAll(known.reads());
    }
    return type.cast(known.value());
  }

  /**
   * What follows from the declaration alone, whatever was seen: product, ICS and IXIT. Worked out
   * once for these facts and all {@link #bySource} of them.
   *
   * @param type compared by value, to tell whether another declaration leads to the same
   * @param work depends on nothing but the dossier
   */
  public <T> T declared(Class<T> type, Function<Dossier, T> work) {
    read(new DeclarationRead.Conclusion(type));
    Conclusion<?> known = declared.get(type);
    if (known == null) {
      known = new Conclusion<>(work, work.apply(dossier));
      declared.put(type, known);
    }
    return type.cast(known.value());
  }

  /** Whether the same follows from this declaration as followed from that one. */
  boolean concludesAs(Facts before, Class<?> type) {
    Conclusion<?> was = before.declared.get(type);
    return was != null
        && declared.computeIfAbsent(type, t -> was.of(dossier)).value().equals(was.value());
  }

  private static String differs(String what, String seen, String assessed) {
    return "seen on " + what + " " + named(seen) + ", under assessment is " + named(assessed);
  }

  private static String named(String text) {
    return text.isBlank() ? "(not given)" : text;
  }

  /**
   * What was seen.
   *
   * @param observation where it was recorded
   */
  public record Seen<F extends Fact>(Observation observation, F fact) {
    public String subject() {
      return observation.subject();
    }
  }

  private record Derived(Class<?> type, Object about) {}

  /**
   * What follows from a declaration.
   *
   * @param work how it follows
   */
  private record Conclusion<T>(Function<Dossier, T> work, T value) {
    Conclusion<T> of(Dossier other) {
      return new Conclusion<>(work, work.apply(other));
    }
  }
}
