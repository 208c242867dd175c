package dev.plumbline.observation;

import dev.plumbline.observation.RecordForm.FieldForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The least that a field can say: an empty text or list, no, zero. */
public final class Least {
  private static final List<String> SAYING_LITTLE =
      List.of("unknown", "not tried", "unclear", "undecided", "unanswered", "none");

  private Least() {}

  /**
   * One of both maps of a stored record, with each required field that lacks.
   *
   * @param beside the other map
   * @param coverage which of both it is
   */
  public static Map<String, Object> filled(
      RecordForm form, Map<?, ?> given, Map<?, ?> beside, boolean coverage) {
    Map<String, Object> whole = new LinkedHashMap<>();
    given.forEach((name, v) -> whole.put(String.valueOf(name), v));
    for (FieldForm field : form.fields()) {
      if (field.coverage() != coverage) {
        continue;
      }
      Object there = whole.get(field.name());
      if (there != null) {
        whole.put(field.name(), filled(field.form(), there));
      } else if (field.required()
          || field.when().filter(w -> isSet(given, w) || isSet(beside, w)).isPresent()) {
        whole.put(field.name(), of(field.form()));
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

  private static Object of(Form form) {
    return switch (form) {
      case Form.Text t -> t.words().isEmpty() ? "" : word(t.words());
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

  private static String word(List<String> words) {
    return SAYING_LITTLE.stream().filter(words::contains).findFirst().orElse(words.getLast());
  }
}
