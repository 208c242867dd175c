package dev.plumbline.client.data;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Tells JSON that says something from JSON that only refuses or acknowledges. */
public final class TellingJson {
  /** What an error says of itself. */
  private static final BoundedPattern OF_ERRORS =
      BoundedPattern.compile(
          "(?i)(?:.*error.*|.*message.*|msg|.*code|status.*|detail.*|reason|title|type|instance|path|uri|url|location|timestamp|time|date|trace.*|exception|cause|redirect.*|login.*|auth.*|success|ok|result|ret(?:urn|val)?|realm|method|request.*|id|ref|help|docs?|description|retry.*|wait.*|attempts.*|remaining|locked.*|nonce|salt|challenge|lang.*|version|jsonrpc|data|csrf.*|token_type|scope)");

  private TellingJson() {}

  /** Names of the values of an object that no error has; empty for a text that is no object. */
  public static Set<String> values(String text) {
    Set<String> names = new HashSet<>();
    JsonObjects.object(text).ifPresent(o -> values(o, names));
    return names;
  }

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
