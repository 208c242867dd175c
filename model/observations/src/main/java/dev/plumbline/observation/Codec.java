package dev.plumbline.observation;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Between a fact and its stored form. */
public final class Codec<F extends Fact> {
  private final Class<F> type;
  private final Kind kind;
  private final RecordForm form;

  private Codec(Class<F> type, Kind kind, RecordForm form) {
    this.type = type;
    this.kind = kind;
    this.form = form;
  }

  public static <F extends Fact> Codec<F> of(Class<F> type) {
    Kind kind = type.getAnnotation(Kind.class);
    if (kind == null || !type.isRecord()) {
      throw new IllegalArgumentException(type.getName() + " is no record with @Kind");
    }
    return new Codec<>(type, kind, RecordForm.of(type.asSubclass(Record.class)));
  }

  public Class<F> type() {
    return type;
  }

  public String key() {
    return kind.value();
  }

  /** What observations of this kind are about, for people. */
  public String subject() {
    return kind.subject();
  }

  public RecordForm form() {
    return form;
  }

  /**
   * The stored form.
   *
   * @throws FactException if a word is none of its vocabulary, or a flag demands a field that is
   *     empty
   */
  public Stored write(F fact) {
    Stored stored = form.write((Record) fact, "");
    check(stored.value(), stored.coverage());
    return stored;
  }

  /**
   * The fact of a stored form; fields that the kind does not have are passed over, since another
   * version may have written them.
   *
   * @throws FactException if a field is missing or ill-typed
   */
  public F read(Map<String, ?> value, Map<String, ?> coverage) {
    return type.cast(form.read(value, coverage, "", false));
  }

  /**
   * A stored form whose value is whole and whose coverage is not, with a coverage that says the
   * least. What it then reads as tells what was seen, and nothing of how far the looking went.
   * Empty where the value itself is at fault.
   */
  public Optional<Stored> withoutCoverage(Map<String, ?> value, Map<String, ?> coverage) {
    return Stream.of(coverage, Map.<String, Object>of())
        .map(c -> new Stored(Map.copyOf(value), Least.filled(form, c, value, true)))
        .filter(s -> isWhole(s.value(), s.coverage()))
        .findFirst();
  }

  private boolean isWhole(Map<String, ?> value, Map<String, ?> coverage) {
    try {
      read(value, coverage);
      return true;
    } catch (FactException e) {
      return false;
    }
  }

  /**
   * Refuses what is not of this kind: missing, ill-typed and unknown fields.
   *
   * @throws FactException naming the field
   */
  public void check(Map<String, ?> value, Map<String, ?> coverage) {
    form.read(value, coverage, "", true);
  }

  /**
   * The same for the coverage of a question without an answer, which need not be whole.
   *
   * @throws FactException naming the field
   */
  public void checkCoverage(Map<String, ?> coverage) {
    form.check(coverage, true);
  }
}
