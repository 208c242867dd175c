package dev.plumbline.capture.dissect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Header fields by name in lower case; of several the first. */
record HttpHead(Map<String, String> fields) {
  HttpHead {
    fields = Map.copyOf(fields);
  }

  /** From the lines of a message, the first of which is no field. */
  static HttpHead of(String[] lines) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        fields.putIfAbsent(
            lines[i].substring(0, colon).strip().toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    return new HttpHead(fields);
  }

  String value(String name) {
    return fields.getOrDefault(name, "");
  }

  /** 0 where there is none; -1 where it is no length. */
  long contentLength() {
    String length = value("content-length");
    if (length.isEmpty()) {
      return 0;
    }
    return length.matches("\\d{1,15}") ? Long.parseLong(length) : -1;
  }
}
