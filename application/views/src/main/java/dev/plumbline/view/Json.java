package dev.plumbline.view;

import dev.plumbline.reports.JsonText;

/** JSON for {@code --format json}. */
public final class Json {
  private Json() {}

  public static String of(Object value) {
    return JsonText.of(value);
  }
}
