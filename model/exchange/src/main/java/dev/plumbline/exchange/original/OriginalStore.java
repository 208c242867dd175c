package dev.plumbline.exchange.original;

import dev.plumbline.core.disk.Owner;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.dossier.UserData;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The originals that are kept on this machine, one file a document, for their owner alone.
 *
 * @param folder outside of every dossier
 */
public record OriginalStore(Path folder) {
  private static final String END = ".json";
  private static final long LONGEST = 64L << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  /** Empty where the environment names no folder of the user. */
  public static Optional<OriginalStore> of(Map<String, String> environment) {
    return UserData.folder(environment).map(f -> new OriginalStore(f.resolve("originals")));
  }

  /** Keeps one in place of an earlier copy of the same document; returns its file. */
  public Path keep(Original original) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    Owner.folder(folder);
    String text = JSON.writeValueAsString(original) + "\n";
    return WholeFile.writePrivately(
        file(original.document()), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** That of a document; empty where none is kept, or one that was not written by us. */
  public Optional<Original> find(StandardName document) {
    return read(file(document)).filter(o -> o.document().equals(document));
  }

  /** Every one that is kept, by the name of its file. */
  public List<Original> all() throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> f.getFileName().toString().endsWith(END))
          .sorted(Comparator.comparing(f -> f.getFileName().toString()))
          .flatMap(f -> read(f).stream())
          .toList();
    }
  }

  /** Removes that of a document; says whether there was one. */
  public boolean remove(StandardName document) throws IOException {
    return Files.deleteIfExists(file(document));
  }

  private Path file(StandardName document) {
    return folder.resolve(document.id() + END);
  }

  private static Optional<Original> read(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      return Optional.of(JSON.readValue(Files.readString(file), Original.class))
          .filter(o -> o.format() == Original.FORMAT);
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }
}
