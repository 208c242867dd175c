package dev.plumbline.app;

import dev.plumbline.app.message.Message;
import dev.plumbline.app.workspace.Workspace;
import dev.plumbline.core.Problems;
import dev.plumbline.core.disk.WholeFile;
import dev.plumbline.documents.Composer;
import dev.plumbline.documents.Definition;
import dev.plumbline.documents.Definitions;
import dev.plumbline.documents.DocumentFacts;
import dev.plumbline.documents.HtmlRenderer;
import dev.plumbline.documents.Lack;
import dev.plumbline.documents.MarkdownRenderer;
import dev.plumbline.documents.OwedDocument;
import dev.plumbline.documents.Renderer;
import dev.plumbline.documents.Supply;
import dev.plumbline.documents.WordRenderer;
import dev.plumbline.judging.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the documents that a manufacturer owes from a dossier. */
public final class OwedDocuments {
  private static final List<Renderer> RENDERERS =
      List.of(new HtmlRenderer(), new WordRenderer(), new MarkdownRenderer());

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

    /** Whether something lacks, so that it may not go out. */
    public boolean isDraft() {
      return document.draft();
    }

    /** What lacks, and where to write it. */
    public List<String> lacks() {
      return document.lacks().stream().map(Lack::line).toList();
    }
  }

  /**
   * How a document stands.
   *
   * @param about what it is for, in one sentence
   * @param plain name of the file that goes out as it is, such as security.txt; empty where there
   *     is none, or something lacks
   * @param lacks what lacks, and where to write it; with any, the document is a draft
   */
  public record Owed(String id, String title, String about, String plain, List<String> lacks) {
    public Owed {
      lacks = List.copyOf(lacks);
    }
  }

  /**
   * How each document stands. Writes nothing.
   *
   * @param result the dossier's assessment as it is now
   */
  public static List<Owed> of(Workspace workspace, Assessment result, Instant now) {
    DocumentFacts declared =
        new DocumentFacts(
            workspace.dossier(), Supply.read(workspace.folder(), new Problems()), result);
    return Definitions.load().values().stream().map(d -> owed(d, declared, now)).toList();
  }

  private static Owed owed(Definition definition, DocumentFacts declared, Instant now) {
    OwedDocument document = Composer.compose(definition, declared, now);
    return new Owed(
        document.id(),
        document.title(),
        definition.about(),
        document.draft() ? "" : document.file().name(),
        document.lacks().stream().map(Lack::line).toList());
  }

  /** The ids of all documents. */
  public static List<String> ids() {
    return List.copyOf(Definitions.load().keySet());
  }

  /** The forms that a document can be written in, by the endings of their files. */
  public static List<String> forms() {
    return RENDERERS.stream().map(Renderer::extension).toList();
  }

  /**
   * Writes documents.
   *
   * @param ids some of {@link #ids()}
   * @param form one of {@link #forms()}
   * @param folder made when absent
   * @throws UnusableInputException if there is no such document or form; nothing was written then
   */
  public static List<Written> write(
      AssessedDossier assessed, List<String> ids, String form, Path folder, Instant now)
      throws IOException {
    Renderer renderer = renderer(form);
    List<Written> written = new ArrayList<>();
    for (Definition definition : definitions(ids)) {
      written.add(
          write(assessed.workspace(), assessed.result(), definition, renderer, folder, now));
    }
    return written;
  }

  /**
   * Finds out whether documents can be written.
   *
   * @throws UnusableInputException if there is no such document or form
   */
  public static void require(List<String> ids, String form) {
    definitions(ids);
    renderer(form);
  }

  private static List<Definition> definitions(List<String> ids) {
    Map<String, Definition> known = Definitions.load();
    return ids.stream()
        .map(
            id ->
                Optional.ofNullable(known.get(id))
                    .orElseThrow(
                        () ->
                            new UnusableInputException(
                                Message.of(
                                    "PLB-C605",
                                    "document",
                                    id,
                                    "documents",
                                    String.join(", ", known.keySet())))))
        .toList();
  }

  private static Renderer renderer(String form) {
    return RENDERERS.stream()
        .filter(r -> r.extension().equals(form))
        .findFirst()
        .orElseThrow(
            () ->
                new UnusableInputException(
                    Message.of("PLB-C606", "form", form, "forms", String.join(", ", forms()))));
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
        Composer.compose(definition, new DocumentFacts(workspace.dossier(), supply, result), now);
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
