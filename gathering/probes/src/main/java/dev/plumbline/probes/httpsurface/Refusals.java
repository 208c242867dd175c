package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.data.TellingJson;
import dev.plumbline.client.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jsoup.Jsoup;

/**
 * Answers that refuse by their status and still have a body. One that several paths get alike is
 * what the server says to all; one that a single path gets may be what it was to keep.
 */
final class Refusals {
  private static final int MANY_VALUES = 2;
  private static final int MANY_WORDS = 60;

  private final Map<String, HttpResponse> kept = new LinkedHashMap<>();
  private final Map<Likeness, Integer> alike = new HashMap<>();

  /** Keeps an answer that refuses. */
  void note(String path, HttpResponse response) {
    if (!response.text().isBlank()) {
      kept.put(path, response);
      alike.merge(Likeness.of(path, response), 1, Integer::sum);
    }
  }

  /** The answers that say more than that they refuse, with what they seem to be. */
  Map<String, String> telling() {
    Map<String, String> telling = new LinkedHashMap<>();
    kept.forEach(
        (path, response) -> {
          boolean usual = alike.getOrDefault(Likeness.of(path, response), 0) > 1;
          String kind = usual ? "" : kind(response);
          if (!kind.isEmpty()) {
            telling.put(path, kind);
          }
        });
    return telling;
  }

  HttpResponse answer(String path) {
    HttpResponse response = kept.get(path);
    if (response == null) {
      throw new IllegalArgumentException("no refusal at " + path);
    }
    return response;
  }

  private static String kind(HttpResponse response) {
    if (response.isHtml()) {
      int words = Jsoup.parse(response.text()).text().split("\\s+").length;
      return words > MANY_WORDS ? "page" : "";
    }
    return TellingJson.values(response.text()).size() >= MANY_VALUES ? "data" : "";
  }
}
