package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.declaration.schema.DossierSchemas;
import dev.plumbline.dossier.folder.DossierFolder;
import dev.plumbline.dossier.folder.DossierWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schemas that lie in a dossier, where the first line of each of its files looks. */
public final class EditorSchemas {
  private EditorSchemas() {}

  /** Text by path below the dossier, for an edition. */
  static Map<String, String> of(Catalogue catalogue) {
    return placed(catalogue, DossierSchemas.all(catalogue));
  }

  private static Map<String, String> placed(Catalogue catalogue, Map<String, String> schemas) {
    Map<String, String> placed = new LinkedHashMap<>();
    schemas.forEach((path, text) -> placed.put(folder(catalogue) + "/" + name(path), text));
    return placed;
  }

  static String folder(Catalogue catalogue) {
    return "schemas/" + catalogue.edition().id().version();
  }

  /** The first line of each file names its schema by a flat path. */
  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * Writes the schemas of the dossier's edition with the profiles that product.yaml names.
   *
   * @return files that changed or are new, relative to the dossier
   * @throws IOException if the folder is none, or another process writes to the dossier
   */
  public static List<String> write(Path directory, Workspace workspace) throws IOException {
    Catalogue catalogue = workspace.catalogue();
    boolean profiled = !workspace.dossier().product().profiles().isEmpty();
    Map<String, String> schemas =
        profiled ? placed(catalogue, DossierSchemas.withProfiles(catalogue)) : of(catalogue);
    List<String> changed = new ArrayList<>();
    try (DossierWriter writer = DossierFolder.at(directory).write()) {
      makeFolder(directory.resolve("schemas"));
      makeFolder(directory.resolve(folder(catalogue)));
      for (Map.Entry<String, String> schema : schemas.entrySet()) {
        Path file = directory.resolve(schema.getKey());
        boolean same =
            Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.readString(file).equals(schema.getValue());
        if (!same) {
          writer.replace(schema.getKey(), schema.getValue());
          changed.add(schema.getKey());
        }
      }
    }
    return List.copyOf(changed);
  }

  /** A link in place of a folder is not followed. */
  private static void makeFolder(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder)) {
      throw new IOException(folder + " is a symbolic link; links are not followed.");
    }
    Files.createDirectories(folder);
  }
}
