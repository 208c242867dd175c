package dev.plumbline.client.data;

import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Listing;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlNode.Scalar;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON and YAML of a device; every JSON text is YAML, but for tabs between its words. */
public final class Json {
  private static final int MOST_TEXTS = 2_000;

  private Json() {}

  /** The object that the text is; empty when it is none, or broken. */
  public static Optional<Mapping> object(String text) {
    return JsonObjects.object(text);
  }

  /** The path before those of a described API, in OpenAPI and Swagger. */
  public static String base(Mapping document) {
    return document.text("openapi").isPresent()
        ? server(document)
        : document.text("basePath").orElse("");
  }

  private static String server(Mapping document) {
    String url =
        document.mappings("servers").stream().findFirst().flatMap(s -> s.text("url")).orElse("");
    try {
      return Optional.ofNullable(URI.create(url).getPath()).orElse("");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** All texts in it, however deep. */
  public static List<String> texts(YamlNode node) {
    List<String> texts = new ArrayList<>();
    collect(node, texts);
    return texts;
  }

  private static void collect(YamlNode node, List<String> texts) {
    if (texts.size() >= MOST_TEXTS) {
      return;
    }
    switch (node) {
      case Scalar s -> texts.add(s.text());
      case Listing l -> l.items().forEach(i -> collect(i, texts));
      case Mapping m -> m.fields().values().forEach(f -> collect(f.value(), texts));
    }
  }
}
