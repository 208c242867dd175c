package dev.plumbline.judging.rules;

import dev.cel.common.exceptions.CelAttributeNotFoundException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fields that rules select by name. CEL passes a struct on as it is, while it walks and copies a
 * map at each use; a field is read when it is first selected. For one thread at a time.
 */
@SuppressWarnings("Immutable") // What is read stays the same, however often it is asked for.
final class SelectableFields extends StructValue<String, SelectableFields> {
  private final Function<String, Optional<Object>> source;
  private final Function<String, Optional<Withheld>> withheld;
  private final Map<String, Optional<Object>> read = new HashMap<>();
  private final Map<String, Optional<Withheld>> asked = new HashMap<>();

  /**
   * @param source the value of a field; empty when it is not declared
   */
  SelectableFields(Function<String, Optional<Object>> source) {
    this(source, name -> Optional.empty());
  }

  /**
   * @param source the value of a field; empty when it is not declared, or withheld
   * @param withheld why a declared field has no value
   */
  SelectableFields(
      Function<String, Optional<Object>> source, Function<String, Optional<Withheld>> withheld) {
    this.source = source;
    this.withheld = withheld;
  }

  /** Why a field that is declared has no value. */
  Optional<Withheld> withheld(String name) {
    Optional<Withheld> known = asked.get(name);
    if (known != null) {
      return known;
    }
    Optional<Withheld> fresh = withheld.apply(name);
    asked.put(name, fresh);
    return fresh;
  }

  static SelectableFields none() {
    return of(Map.of());
  }

  static SelectableFields of(Map<String, Object> values) {
    return new SelectableFields(name -> Optional.ofNullable(values.get(name)));
  }

  @Override
  public Object select(String name) {
    Optional<Object> value = find(name);
    if (value.isEmpty()) {
      throw CelAttributeNotFoundException.forMissingMapKey(name);
    }
    return value.get();
  }

  @Override
  public Optional<Object> find(String name) {
    Optional<Object> known = read.get(name);
    if (known != null) {
      return known;
    }
    Optional<Object> fresh = source.apply(name);
    read.put(name, fresh);
    return fresh;
  }

  @Override
  public SelectableFields value() {
    return this;
  }

  @Override
  public boolean isZeroValue() {
    return false;
  }

  @Override
  public CelType celType() {
    return SimpleType.DYN;
  }
}
