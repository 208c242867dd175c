package dev.plumbline.judging.fact;

import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.crypto.CryptoPolicy;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product;
import dev.plumbline.judging.check.Check;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.registry.Kinds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * All that a check may look at. Holds only observations of the software version, unit and state
 * under assessment; others were set aside when it was made. Immutable but for what it remembers of
 * its own conclusions; safe for several threads.
 */
public final class Facts {
  private static final String BEFORE_SILENCE = "answers before silence";
  private static final String WITHOUT_COVERAGE = "answers without a whole coverage";
  private static final String ELSEWHERE = "answers before silence in another state";

  private final Catalogue catalogue;
  private final Dossier dossier;
  private final List<Observation> usable;
  private final List<Observation> setAside;
  private final CryptoPolicy policy;
  private final LocalDate day;
  private final Map<String, List<Observation>> byKey;
  private final Map<Question, List<Observation>> byQuestion;
  private final Map<String, Map<Question, Observation>> followed = new LinkedHashMap<>();
  private final Map<Derived, Object> derived = new ConcurrentHashMap<>();

  /** The same for all facts that are heard of one dossier. */
  private final Map<Class<?>, Object> declared;

  /**
   * @param usable observations that count, the newest per key and subject; one that lacks a field
   *     of its kind counts as unanswered
   * @param setAside observations of another version, unit or state
   * @param day the day that cryptography is judged for
   */
  public Facts(
      Catalogue catalogue,
      Dossier dossier,
      List<Observation> usable,
      List<Observation> setAside,
      CryptoPolicy policy,
      LocalDate day) {
    this(catalogue, dossier, usable, setAside, policy, day, new ConcurrentHashMap<>());
  }

  private Facts(
      Catalogue catalogue,
      Dossier dossier,
      List<Observation> usable,
      List<Observation> setAside,
      CryptoPolicy policy,
      LocalDate day,
      Map<Class<?>, Object> declared) {
    this.declared = declared;
    this.catalogue = catalogue;
    this.dossier = dossier;
    this.usable = usable.stream().map(Observation::orUnanswered).toList();
    this.setAside = List.copyOf(setAside);
    this.policy = policy;
    this.day = day;
    this.byKey = new HashMap<>();
    this.byQuestion = new HashMap<>();
    for (Observation o : this.usable) {
      byKey.computeIfAbsent(o.key(), k -> new ArrayList<>()).add(o);
      byQuestion
          .computeIfAbsent(new Question(o.key(), o.subject()), q -> new ArrayList<>(1))
          .add(o);
    }
    byKey.replaceAll((key, list) -> List.copyOf(list));
    byQuestion.replaceAll((question, list) -> List.copyOf(list));
  }

  /**
   * The facts of a dossier: its observations of the version, unit and state that product.yaml
   * names, the newest per key and subject, even where the newest has no answer. The rest is set
   * aside.
   */
  public static Facts of(Catalogue catalogue, Dossier dossier, CryptoPolicy policy, LocalDate day) {
    Map<Question, Observation> newest = new LinkedHashMap<>();
    Map<String, Map<Question, Observation>> bySource = new LinkedHashMap<>();
    Map<Question, Observation> answered = new LinkedHashMap<>();
    Map<Question, Observation> partly = new LinkedHashMap<>();
    List<Observation> others = new ArrayList<>();
    for (Observation o : dossier.observations()) {
      if (whySetAside(o, dossier.product()).isPresent()) {
        others.add(o);
      } else {
        Question question = new Question(o.key(), o.subject());
        newest.merge(question, o, Facts::later);
        boolean whole = o.orUnanswered().seen();
        Observation shown = whole ? o : o.withoutCoverage();
        if (o.seen()) {
          (whole ? answered : partly).merge(question, shown, Facts::later);
        }
        bySource
            .computeIfAbsent(o.source().producer(), p -> new LinkedHashMap<>())
            .merge(question, shown, Facts::later);
      }
    }
    Facts facts = new Facts(catalogue, dossier, List.copyOf(newest.values()), others, policy, day);
    // What answered once and is silent now can still refute.
    bySource.put(BEFORE_SILENCE, answered);
    bySource.put(WITHOUT_COVERAGE, partly);
    bySource.forEach(
        (producer, own) -> {
          own.entrySet().removeIf(e -> e.getValue().equals(newest.get(e.getKey())));
          if (!own.isEmpty()) {
            facts.followed.put(producer, own);
          }
        });
    return facts;
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
    followed.forEach(
        (producer, own) -> {
          if (own.keySet().stream().anyMatch(q -> keys.contains(q.key()))) {
            all.add(derived(Facts.class, producer, () -> heardAs(own)));
          }
        });
    boolean silent =
        setAside.stream()
            .filter(o -> keys.contains(o.key()) && states.contains(o.source().state()))
            .anyMatch(o -> !o.orUnanswered().seen());
    if (silent) {
      all.add(derived(Facts.class, ELSEWHERE, this::answeredElsewhere));
    }
    return all;
  }

  private Facts answeredElsewhere() {
    List<Observation> answers =
        setAside.stream()
            .filter(Observation::seen)
            .map(o -> o.orUnanswered().seen() ? o : o.withoutCoverage())
            .toList();
    return new Facts(catalogue, dossier, usable, answers, policy, day, declared);
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

  private Facts heardAs(Map<Question, Observation> own) {
    List<Observation> heard =
        usable.stream().map(o -> own.getOrDefault(new Question(o.key(), o.subject()), o)).toList();
    return new Facts(catalogue, dossier, heard, setAside, policy, day, declared);
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
        : derived(Facts.class, "state " + state, () -> otherState(state));
  }

  private Facts otherState(String state) {
    Map<Question, Observation> newest = new LinkedHashMap<>();
    setAside.stream()
        .filter(o -> whySetAside(o, dossier.product(), Set.of(state)).isEmpty())
        .forEach(o -> newest.merge(new Question(o.key(), o.subject()), o, Facts::later));
    return new Facts(
        catalogue, dossier, List.copyOf(newest.values()), List.of(), policy, day, declared);
  }

  public Catalogue catalogue() {
    return catalogue;
  }

  public Dossier dossier() {
    return dossier;
  }

  /** Observations that count, the newest per key and subject, in the order of the journal. */
  public List<Observation> usable() {
    return usable;
  }

  /** Observations of another version, unit or state. */
  public List<Observation> setAside() {
    return setAside;
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
    return byKey.getOrDefault(key, List.of());
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
    return byQuestion.getOrDefault(new Question(key, subject), List.of());
  }

  /**
   * What follows from these facts and serves more than one item; worked out at the first need.
   *
   * @param about what else it depends on, such as an entry's subject; compared by value
   * @param work gives the same whenever it is called
   */
  public <T> T derived(Class<T> type, Object about, Supplier<T> work) {
    Derived name = new Derived(type, about);
    Object known = derived.get(name);
    if (known == null) {
      // Not computeIfAbsent: what is worked out may rest on something else that is.
      known = work.get();
      derived.put(name, known);
    }
    return type.cast(known);
  }

  /**
   * What follows from the declaration alone, whatever was seen: product, ICS and IXIT. Worked out
   * once for these facts and all {@link #bySource} of them.
   *
   * @param work reads no observation
   */
  public <T> T declared(Class<T> type, Supplier<T> work) {
    Object known = declared.get(type);
    if (known == null) {
      known = work.get();
      declared.put(type, known);
    }
    return type.cast(known);
  }

  private static Observation later(Observation first, Observation second) {
    return Comparator.<Observation, java.time.Instant>comparing(o -> o.source().at())
                .compare(first, second)
            > 0
        ? first
        : second;
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

  private record Question(String key, String subject) {}

  private record Derived(Class<?> type, Object about) {}
}
