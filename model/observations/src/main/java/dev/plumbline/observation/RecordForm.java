package dev.plumbline.observation;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The stored form of a record. */
public final class RecordForm {
  private final Class<? extends Record> type;
  private final Constructor<? extends Record> constructor;
  private final List<FieldForm> fields;

  private RecordForm(Class<? extends Record> type, List<FieldForm> fields) {
    this.type = type;
    this.fields = List.copyOf(fields);
    try {
      this.constructor =
          type.getDeclaredConstructor(
              fields.stream().map(f -> f.component().getType()).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  public Class<? extends Record> type() {
    return type;
  }

  /** Its components, in order. */
  public List<FieldForm> fields() {
    return fields;
  }

  /**
   * One component.
   *
   * @param name stored name
   * @param says what it says
   * @param form of the value, Optional taken off
   * @param required whether the record cannot be without it
   * @param when the flag that makes it required; empty when nothing does
   * @param coverage whether it stands in the coverage
   */
  public record FieldForm(
      String name,
      String says,
      Form form,
      boolean required,
      Optional<String> when,
      boolean coverage,
      RecordComponent component) {}

  static RecordForm of(Class<? extends Record> type) {
    List<FieldForm> fields = new ArrayList<>();
    for (RecordComponent c : type.getRecordComponents()) {
      Optional<Field> name = annotation(c, Field.class);
      Type stored = c.getGenericType();
      boolean optional = c.getType() == Optional.class;
      if (optional && stored instanceof ParameterizedType p) {
        stored = p.getActualTypeArguments()[0];
      }
      Optional<String> when = annotation(c, When.class).map(When::value);
      if (when.isPresent() && !optional) {
        throw new IllegalArgumentException(type.getName() + "." + c.getName() + " is no Optional");
      }
      fields.add(
          new FieldForm(
              name.map(Field::value).orElse(c.getName()),
              annotation(c, Says.class).map(Says::value).orElse(""),
              Form.of(stored, annotation(c, Words.class)),
              !optional,
              when,
              c.isAnnotationPresent(Coverage.class),
              c));
    }
    return new RecordForm(type, fields);
  }

  private static <A extends Annotation> Optional<A> annotation(RecordComponent c, Class<A> type) {
    return Optional.ofNullable(c.getAnnotation(type));
  }

  /** Names of the fields without which a stored record is none, of value or coverage. */
  public Set<String> required(boolean coverage) {
    Set<String> names = new LinkedHashSet<>();
    fields.stream()
        .filter(f -> f.required() && f.coverage() == coverage)
        .forEach(f -> names.add(f.name()));
    return names;
  }

  Record read(Map<?, ?> value, Map<?, ?> coverage, String at, boolean strict) {
    if (strict) {
      refuseUnknown(value, false, at);
      refuseUnknown(coverage, true, at);
    }
    Object[] arguments = new Object[fields.size()];
    for (int i = 0; i < arguments.length; i++) {
      FieldForm field = fields.get(i);
      Object stored = (field.coverage() ? coverage : value).get(field.name());
      if (stored == null) {
        if (field.required()
            || (field.when().isPresent() && isSet(field.when().get(), value, coverage))) {
          throw missing(at + field.name());
        }
        arguments[i] = Optional.empty();
      } else {
        String place = at.isEmpty() ? field.name() : at + field.name();
        Object read = field.form().read(stored, place, strict);
        arguments[i] = field.required() ? read : Optional.of(read);
      }
    }
    return made(arguments, at);
  }

  private static boolean isSet(String flag, Map<?, ?> value, Map<?, ?> coverage) {
    return Boolean.TRUE.equals(value.get(flag)) || Boolean.TRUE.equals(coverage.get(flag));
  }

  private static FactException missing(String at) {
    return new FactException(at, "without '" + at + "'");
  }

  private Record made(Object[] arguments, String at) {
    try {
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException wrong) {
        throw new FactException(at, String.valueOf(wrong.getMessage()));
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Refuses fields that the record does not have, and ill-typed ones; none is required.
   *
   * @param coverage which of both maps it is
   */
  void check(Map<?, ?> stored, boolean coverage) {
    refuseUnknown(stored, coverage, "");
    for (FieldForm field : fields) {
      Object found = stored.get(field.name());
      if (field.coverage() == coverage && found != null) {
        field.form().read(found, field.name(), true);
      }
    }
  }

  /** Written out, since importers read millions of fields. */
  private boolean has(Object name, boolean coverage) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).coverage() == coverage && fields.get(i).name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void refuseUnknown(Map<?, ?> stored, boolean coverage, String at) {
    for (Object name : stored.keySet()) {
      if (!has(name, coverage)) {
        throw new FactException(at + name, "'" + at + name + "' is no field of this kind");
      }
    }
  }

  Stored write(Record record, String at) {
    Map<String, Object> value = new LinkedHashMap<>();
    Map<String, Object> coverage = new LinkedHashMap<>();
    for (FieldForm field : fields) {
      Object found = component(field.component(), record);
      if (found instanceof Optional<?> optional) {
        if (optional.isEmpty()) {
          continue;
        }
        found = optional.get();
      }
      (field.coverage() ? coverage : value)
          .put(field.name(), field.form().write(found, at + field.name()));
    }
    return new Stored(value, coverage);
  }

  private static Object component(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
