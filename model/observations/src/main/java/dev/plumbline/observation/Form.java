package dev.plumbline.observation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How one type of component stands in a stored observation. */
public sealed interface Form {
  /**
   * The component's value.
   *
   * @param at the field, for messages
   * @param strict whether fields that the type does not know are refused
   */
  Object read(Object stored, String at, boolean strict);

  /** The stored form: text, Long, Double, Boolean, List or Map. */
  Object write(Object component, String at);

  /** The form of a component's type, Optional taken off. */
  static Form of(Type type, Optional<Words> words) {
    if (type instanceof ParameterizedType p) {
      Type[] arguments = p.getActualTypeArguments();
      if (p.getRawType() == List.class) {
        return new Listing(of(arguments[0], words));
      }
      if (p.getRawType() == Map.class && arguments[0] == String.class) {
        return new Mapping(of(arguments[1], words));
      }
    }
    if (type == String.class) {
      return new Text(words.map(w -> List.of(w.value())).orElse(List.of()));
    }
    if (type == boolean.class || type == Boolean.class) {
      return new Flag();
    }
    if (type == int.class || type == Integer.class) {
      return new Whole(true);
    }
    if (type == long.class || type == Long.class) {
      return new Whole(false);
    }
    if (type == double.class || type == Double.class) {
      return new Fraction();
    }
    if (type == Object.class) {
      return new Anything();
    }
    if (type instanceof Class<?> c && c.isEnum()) {
      return Choice.of(c);
    }
    if (type instanceof Class<?> c && c.isRecord()) {
      return new Entry(RecordForm.of(c.asSubclass(Record.class)));
    }
    throw new IllegalArgumentException("no component of a fact can be a " + type);
  }

  /**
   * A text.
   *
   * @param words the only ones, all when empty
   */
  record Text(List<String> words) implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (!(stored instanceof String text)) {
        throw wrong(at, "no text");
      }
      // A word of another version is not understood, so it cannot answer anything.
      if (!words.isEmpty() && !words.contains(text)) {
        throw new FactException(at, "'" + at + "' is '" + text + "', which is none of " + words);
      }
      return text;
    }

    @Override
    public Object write(Object component, String at) {
      return read(component, at, true);
    }
  }

  /** Yes or no. */
  record Flag() implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (stored instanceof Boolean) {
        return stored;
      }
      throw wrong(at, "no flag");
    }

    @Override
    public Object write(Object component, String at) {
      return component;
    }
  }

  /**
   * A whole number.
   *
   * @param small whether it is an int
   */
  record Whole(boolean small) implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (!(stored instanceof Long || stored instanceof Integer)) {
        throw wrong(at, "no whole number");
      }
      long number = ((Number) stored).longValue();
      if (!small) {
        return number;
      }
      if (number != (int) number) {
        throw wrong(at, "a number out of range");
      }
      return (int) number;
    }

    @Override
    public Object write(Object component, String at) {
      return ((Number) component).longValue();
    }
  }

  /** A number that need not be whole. */
  record Fraction() implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (stored instanceof Number n && Double.isFinite(n.doubleValue())) {
        return n.doubleValue();
      }
      throw wrong(at, "no number");
    }

    @Override
    public Object write(Object component, String at) {
      return read(component, at, true);
    }
  }

  /** What a tool says in its own form: any plain value. */
  record Anything() implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      return stored;
    }

    @Override
    public Object write(Object component, String at) {
      return component;
    }
  }

  /**
   * One of the constants of an enum.
   *
   * @param byWord the stored word of each
   */
  record Choice(Map<String, Object> byWord) implements Form {
    static Choice of(Class<?> type) {
      Map<String, Object> byWord = new TreeMap<>();
      for (Object constant : type.getEnumConstants()) {
        byWord.put(word((Enum<?>) constant), constant);
      }
      return new Choice(byWord);
    }

    private static String word(Enum<?> constant) {
      try {
        Field field =
            constant.getDeclaringClass().getField(constant.name()).getAnnotation(Field.class);
        return field == null
            ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
            : field.value();
      } catch (NoSuchFieldException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public Object read(Object stored, String at, boolean strict) {
      Object constant = stored instanceof String word ? byWord.get(word) : null;
      if (constant == null) {
        throw new FactException(
            at, "'" + at + "' is '" + stored + "', which is none of " + byWord.keySet());
      }
      return constant;
    }

    @Override
    public Object write(Object component, String at) {
      return word((Enum<?>) component);
    }
  }

  /** A list. */
  record Listing(Form item) implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (!(stored instanceof Collection<?> items)) {
        throw wrong(at, "no list");
      }
      List<Object> read = new ArrayList<>(items.size());
      for (Object i : items) {
        read.add(item.read(i, at + "[" + read.size() + "]", strict));
      }
      return List.copyOf(read);
    }

    @Override
    public Object write(Object component, String at) {
      List<Object> written = new ArrayList<>();
      for (Object i : (List<?>) component) {
        written.add(item.write(i, at + "[" + written.size() + "]"));
      }
      return List.copyOf(written);
    }
  }

  /** A map whose names are the device's or the tool's. */
  record Mapping(Form item) implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (!(stored instanceof Map<?, ?> map)) {
        throw wrong(at, "no map");
      }
      Map<String, Object> read = new TreeMap<>();
      map.forEach(
          (name, i) -> read.put(String.valueOf(name), item.read(i, at + "." + name, strict)));
      return Collections.unmodifiableMap(read);
    }

    @Override
    public Object write(Object component, String at) {
      Map<String, Object> written = new TreeMap<>();
      ((Map<?, ?>) component)
          .forEach((name, i) -> written.put(String.valueOf(name), item.write(i, at + "." + name)));
      return written;
    }
  }

  /** A record of its own, as an entry of a list. */
  record Entry(RecordForm form) implements Form {
    @Override
    public Object read(Object stored, String at, boolean strict) {
      if (!(stored instanceof Map<?, ?> map)) {
        throw wrong(at, "no map of fields");
      }
      return form.read(map, Map.of(), at + ".", strict);
    }

    @Override
    public Object write(Object component, String at) {
      return form.write((Record) component, at + ".").value();
    }
  }

  private static FactException wrong(String at, String what) {
    return new FactException(at, "'" + at + "' is " + what);
  }
}
