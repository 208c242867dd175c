package dev.plumbline.app.importing;

import dev.plumbline.dossier.folder.DossierFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The dossier's {@code imports/NAME.yaml}: how tables of other tools become facts. */
public final class Mappings {
  private static final String ENDING = ".yaml";
  private static final long LARGEST = 1 << 20;

  private Mappings() {}

  /**
   * Texts by NAME; links and files of more than a mebibyte are passed over.
   *
   * @throws IOException if the folder is there and cannot be read
   */
  static Map<String, String> of(DossierFolder folder) throws IOException {
    Path imports = folder.directory().resolve("imports");
    Map<String, String> texts = new TreeMap<>();
    if (!Files.isDirectory(imports, LinkOption.NOFOLLOW_LINKS)) {
      return texts;
    }
    try (Stream<Path> files = Files.list(imports)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(ENDING)
            && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
            && Files.size(file) <= LARGEST) {
          texts.put(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
