package dev.plumbline.probes.httpsurface;

import dev.plumbline.client.data.JsonText;
import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;

/**
 * Answers that refuse by their status and still have a body. One that several paths get alike is
 * what the server says to all; one that a single path gets may be what it was to keep.
 */
final class Refusals {
  private static final int MANY_VALUES = 2;
  private static final int MANY_WORDS = 60;

  /** What an error says of itself. */
  private static final BoundedPattern OF_ERRORS =
      BoundedPattern.compile(
          "(?i)(?:.*error.*|.*message.*|msg|.*code|status.*|detail.*|reason|title|type|instance|path|uri|url|location|timestamp|time|date|trace.*|exception|cause|redirect.*|login.*|auth.*|success|ok|result|ret(?:urn|val)?|realm|method|request.*|id|ref|help|docs?|description|retry.*|wait.*|attempts.*|remaining|locked.*|nonce|salt|challenge|lang.*|version|jsonrpc|data|csrf.*|token_type|scope)");

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
    Set<String> values = new HashSet<>();
    JsonText.object(response.text()).ifPresent(o -> values(o, values));
    return values.size() >= MANY_VALUES ? "data" : "";
  }

  /** Names of the values that no error has. */
  private static void values(YamlNode node, Set<String> names) {
    if (node instanceof Mapping mapping) {
      mapping
          .fields()
          .forEach(
              (name, field) -> {
                boolean told = !OF_ERRORS.matcher(name.toLowerCase(Locale.ROOT)).matches();
                if (told && field.value() instanceof Scalar s && !s.text().isBlank()) {
                  names.add(name);
                } else {
                  values(field.value(), names);
                }
              });
    } else if (node instanceof Listing listing) {
      listing.items().forEach(item -> values(item, names));
    }
  }
}
