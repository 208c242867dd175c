package dev.plumbline.observation.kit;

import dev.plumbline.observation.Codec;
import dev.plumbline.observation.Form;
import dev.plumbline.observation.Kinds;
import dev.plumbline.observation.RecordForm;
import dev.plumbline.observation.RecordForm.FieldForm;
import dev.plumbline.observation.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Facts for tests that name only the fields that matter to them. The required ones that they leave
 * out say the least that their type can: an empty text or list, no, zero.
 */
public final class CompleteFacts {
  private static final List<String> SAYING_LITTLE =
      List.of("unknown", "not tried", "unclear", "undecided", "unanswered", "none");

  private CompleteFacts() {}

  /** The stored form with every required field; as it is where no kind has that key. */
  public static Stored of(String key, Map<String, ?> value, Map<String, ?> coverage) {
    Optional<RecordForm> form = Kinds.of(key).map(Codec::form);
    return new Stored(
        form.map(f -> filled(f, value, coverage, false)).orElseGet(() -> copy(value)),
        form.map(f -> filled(f, coverage, value, true)).orElseGet(() -> copy(coverage)));
  }

  private static Map<String, Object> copy(Map<?, ?> map) {
    Map<String, Object> copy = new LinkedHashMap<>();
    map.forEach((name, v) -> copy.put(String.valueOf(name), v));
    return copy;
  }

  private static Map<String, Object> filled(
      RecordForm form, Map<?, ?> given, Map<?, ?> beside, boolean coverage) {
    Map<String, Object> whole = copy(given);
    for (FieldForm field : form.fields()) {
      if (field.coverage() != coverage) {
        continue;
      }
      Object there = whole.get(field.name());
      if (there != null) {
        whole.put(field.name(), filled(field.form(), there));
      } else if (field.required()
          || field.when().filter(w -> isSet(given, w) || isSet(beside, w)).isPresent()) {
        whole.put(field.name(), least(field.form()));
      }
    }
    return whole;
  }

  private static boolean isSet(Map<?, ?> map, String flag) {
    return Boolean.TRUE.equals(map.get(flag));
  }

  private static Object filled(Form form, Object there) {
    return switch (form) {
      case Form.Listing l when there instanceof List<?> items ->
          items.stream().map(i -> filled(l.item(), i)).toList();
      case Form.Mapping m when there instanceof Map<?, ?> map -> {
        Map<String, Object> whole = new LinkedHashMap<>();
        map.forEach((name, v) -> whole.put(String.valueOf(name), filled(m.item(), v)));
        yield whole;
      }
      case Form.Entry e when there instanceof Map<?, ?> map ->
          filled(e.form(), map, Map.of(), false);
      default -> there;
    };
  }

  private static String leastWord(List<String> words) {
    return SAYING_LITTLE.stream().filter(words::contains).findFirst().orElse(words.getLast());
  }

  private static Object least(Form form) {
    return switch (form) {
      case Form.Text t -> t.words().isEmpty() ? "" : leastWord(t.words());
      case Form.Flag f -> false;
      case Form.Whole w -> 0L;
      case Form.Fraction f -> 0.0;
      case Form.Anything a -> "";
      case Form.Choice c -> c.byWord().keySet().iterator().next();
      case Form.Listing l -> List.of();
      case Form.Mapping m -> Map.of();
      case Form.Entry e -> filled(e.form(), Map.of(), Map.of(), false);
    };
  }
}
