package dev.plumbline.probes.knownsurfaces;

import dev.plumbline.client.http.HttpResponse;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Optional;

/**
 * What an answer looks like when a surface is there. All that is named has to match.
 *
 * @param header name of a header; empty for none
 * @param value of that header
 * @param body each has to be found in the page; kept apart, so that no page can make them slow
 */
record Sign(
    Optional<BoundedPattern> status,
    String header,
    Optional<BoundedPattern> value,
    List<BoundedPattern> body) {

  private static final int FRONT = 65_536;

  Sign {
    body = List.copyOf(body);
  }

  static Sign of(Mapping sign) {
    return new Sign(
        sign.text("status").map(BoundedPattern::compile),
        sign.text("header").orElse(""),
        sign.text("value").map(BoundedPattern::compile),
        sign.texts("body").stream().map(BoundedPattern::compile).toList());
  }

  boolean isIn(HttpResponse response) {
    return status.map(s -> s.matcher(String.valueOf(response.status())).matches()).orElse(true)
        && value
            .map(v -> response.all(header).stream().anyMatch(h -> v.matcher(h).find()))
            .orElse(true)
        && isIn(response.text());
  }

  private boolean isIn(String page) {
    String front = page.substring(0, Math.min(FRONT, page.length()));
    return body.stream().allMatch(b -> b.matcher(front).find());
  }

  /** In words, without what the device said. */
  String words() {
    StringBuilder words = new StringBuilder();
    status.ifPresent(s -> words.append("status ").append(s).append(' '));
    value.ifPresent(v -> words.append("header ").append(header).append(" like ").append(v));
    body.forEach(b -> words.append(" page like ").append(b));
    return words.toString().strip().replaceAll(" {2,}", " ");
  }
}
