package dev.plumbline.catalogue;

import dev.plumbline.core.Problem;
import dev.plumbline.core.Problems;
import dev.plumbline.yaml.YamlNode;
import dev.plumbline.yaml.YamlNode.Mapping;
import dev.plumbline.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the files that ship with the catalogue and keeps their texts for the digest. */
public final class Resources {
  private final List<String> texts = new ArrayList<>();

  /**
   * The root mapping of a shipped file.
   *
   * @throws CatalogueException if there is none, or it is no YAML
   */
  public Mapping read(String path) {
    return find(path)
        .orElseThrow(() -> new CatalogueException("The catalogue has no file " + path + "."));
  }

  /** The root mapping of a shipped file, or nothing where the file is absent. */
  public Optional<Mapping> find(String path) {
    Optional<String> text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    texts.add(path);
    texts.add(text.get());
    return Optional.of(parse(path, text.get()));
  }

  /** Everything read so far: path, text, path, text, and so on. */
  List<String> texts() {
    return List.copyOf(texts);
  }

  /** A text as a mapping; its path names it in what is thrown where it is none. */
  public static Mapping parse(String path, String text) {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlReader.read(text, path, problems);
    if (problems.hasErrors() || root.isEmpty() || !(root.get() instanceof Mapping mapping)) {
      throw new CatalogueException(
          problems.sorted().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return mapping;
  }

  /** The text of a shipped file; empty where there is none. */
  public static Optional<String> text(String path) {
    try (InputStream in = Resources.class.getResourceAsStream("/" + path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the shipped file " + path, e);
    }
  }
}
