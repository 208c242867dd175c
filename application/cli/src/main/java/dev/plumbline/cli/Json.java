package dev.plumbline.cli;

import dev.plumbline.reports.JsonText;

/** JSON for {@code --format json}. */
final class Json {
  private Json() {}

  static String of(Object value) {
    return JsonText.of(value);
  }
}
