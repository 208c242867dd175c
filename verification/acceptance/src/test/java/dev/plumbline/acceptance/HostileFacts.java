package dev.plumbline.acceptance;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.FactException;
import dev.plumbline.observation.Form;
import dev.plumbline.observation.RecordForm.FieldForm;
import dev.plumbline.observation.Stored;
import dev.plumbline.observation.kit.CompleteFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Facts of any kind whose texts are those of a hostile device. */
final class HostileFacts {
  private final Supplier<String> texts;
  private final Supplier<String> names;
  private int made;

  private HostileFacts(Supplier<String> texts, Supplier<String> names) {
    this.texts = texts;
    this.names = names;
  }

  /**
   * The stored form of a fact with one of the texts in each field that takes one.
   *
   * @param names texts for what names an entry
   */
  static Stored of(Codec<?> kind, Supplier<String> texts, Supplier<String> names) {
    HostileFacts facts = new HostileFacts(texts, names);
    Stored least = CompleteFacts.of(kind.key(), Map.of(), Map.of());
    Map<String, Object> value = new LinkedHashMap<>(least.value());
    Map<String, Object> coverage = new LinkedHashMap<>(least.coverage());
    for (FieldForm field : kind.form().fields()) {
      Map<String, Object> map = field.coverage() ? coverage : value;
      Map<String, Object> before = Map.copyOf(map);
      map.put(field.name(), facts.hostile(field.form()));
      try {
        kind.check(value, coverage);
      } catch (FactException e) {
        map.clear();
        map.putAll(before);
      }
    }
    return new Stored(value, coverage);
  }

  private Object hostile(Form form) {
    made++;
    return switch (form) {
      case Form.Text t -> t.words().isEmpty() ? texts.get() : t.words().getFirst();
      case Form.Flag f -> made % 2 == 0;
      case Form.Whole w -> 1L;
      case Form.Fraction f -> 1.5;
      case Form.Anything a -> texts.get();
      case Form.Choice c -> c.byWord().keySet().iterator().next();
      case Form.Listing l -> List.of(hostile(l.item()), hostile(l.item()));
      case Form.Mapping m -> Map.of(names.get(), hostile(m.item()));
      case Form.Entry e -> {
        Map<String, Object> entry = new LinkedHashMap<>();
        e.form().fields().forEach(f -> entry.put(f.name(), hostile(f.form())));
        yield entry;
      }
    };
  }
}
