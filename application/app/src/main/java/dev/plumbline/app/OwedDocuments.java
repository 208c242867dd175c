package dev.plumbline.app;

import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.documents.Composer;
import dev.plumbline.documents.Declared;
import dev.plumbline.documents.Definition;
import dev.plumbline.documents.OwedDocument;
import dev.plumbline.documents.Renderer;
import dev.plumbline.documents.Supply;
import dev.plumbline.judging.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Makes the documents that a manufacturer owes from a dossier. */
public final class OwedDocuments {
  private OwedDocuments() {}

  /**
   * A document that was written.
   *
   * @param files the document, and the file that goes out as it is, where there is one
   */
  public record Written(OwedDocument document, List<Path> files) {
    public Written {
      files = List.copyOf(files);
    }
  }

  /**
   * Writes a document. What lacks something is called a draft in its name too.
   *
   * @param result the dossier's assessment as it is now
   * @param folder made when absent
   */
  public static Written write(
      Workspace workspace,
      Assessment result,
      Definition definition,
      Renderer renderer,
      Path folder,
      Instant now)
      throws IOException {
    Supply supply = Supply.read(workspace.folder(), new Problems());
    OwedDocument document =
        Composer.compose(definition, new Declared(workspace.dossier(), supply, result), now);
    Files.createDirectories(folder);
    String draft = document.draft() ? ".draft" : "";
    List<Path> files = new ArrayList<>();
    Path file = folder.resolve(document.id() + draft + "." + renderer.extension());
    WholeFile.write(file, renderer.render(document));
    files.add(file);
    if (!document.file().name().isEmpty() && !document.draft()) {
      Path plain = folder.resolve(document.file().name());
      WholeFile.write(plain, document.file().text());
      files.add(plain);
    }
    return new Written(document, files);
  }
}
