package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.ChangePreviews;
import dev.plumbline.app.edit.DeclarationEdit;
import dev.plumbline.app.edit.DeclarationFiles;
import dev.plumbline.app.edit.DeclarationFiles.Busy;
import dev.plumbline.app.edit.DeclarationFiles.Edited;
import dev.plumbline.app.edit.DeclarationFiles.NewText;
import dev.plumbline.app.edit.DeclarationFiles.NotEditable;
import dev.plumbline.app.edit.DeclarationFiles.Outdated;
import dev.plumbline.app.edit.DeclarationFiles.Refused;
import dev.plumbline.app.edit.DeclarationFiles.Saved;
import dev.plumbline.app.edit.DeclarationFiles.Saving;
import dev.plumbline.app.edit.DeclarationState;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.dossier.Dossier;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.LastEdits.LastEdit;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.product.Product;
import dev.plumbline.workbench.product.Products;
import dev.plumbline.workbench.product.Snapshot;
import dev.plumbline.workbench.product.State;
import dev.plumbline.workbench.web.Answers;
import dev.plumbline.workbench.web.Guard;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.workbench.web.Session;
import dev.plumbline.yaml.YamlText;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The declarations of the products that are served: read, looked ahead at, saved, undone. */
public final class Declarations {
  private final ProductPages pages;
  private final Clock clock;
  private final ChangePreviews previews;
  private final LastEdits edits = new LastEdits();
  private volatile Optional<Kept> kept = Optional.empty();

  /** For the products that are served. */
  public Declarations(Products products, Answers answers, Clock clock) {
    this.pages = new ProductPages(products, answers);
    this.previews = new ChangePreviews(products.assessors());
    this.clock = clock;
  }

  /** The declaration that was looked at last, with all its problems. */
  private record Kept(WeakReference<Snapshot> of, DeclarationState state) {}

  /**
   * A declaration as it is now.
   *
   * @param snapshot empty while errors keep it from being judged
   */
  record Open(
      Product product,
      Optional<Snapshot> snapshot,
      DeclarationState state,
      DeclarationFiles files) {
    Catalogue catalogue() {
      return state.workspace().catalogue();
    }

    Dossier dossier() {
      return state.workspace().dossier();
    }

    /** A file of it, to read and edit; empty where it is absent or broken. */
    Optional<YamlText> text(String file) {
      return files.text(file).flatMap(t -> YamlText.of(t, file, new Problems()));
    }
  }

  ProductPages pages() {
    return pages;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The declaration of the product that the address names; also one that has errors. */
  Open open(Context ctx) {
    return open(pages.product(ctx));
  }

  private Open open(Product product) {
    State now = product.state();
    if (now instanceof Snapshot s) {
      return new Open(
          product, Optional.of(s), state(s), new DeclarationFiles(s.workspace().folder()));
    }
    return previews
        .open(product.folder(), today())
        .map(
            s ->
                new Open(
                    product, Optional.empty(), s, new DeclarationFiles(s.workspace().folder())))
        .orElseGet(
            () -> {
              ProductPages.judged(now);
              throw Refusal.absent();
            });
  }

  @SuppressWarnings("ReferenceEquality") // The same snapshot is one object; equal ones are rare.
  private DeclarationState state(Snapshot snapshot) {
    Optional<Kept> last = kept;
    if (last.isPresent() && last.get().of().get() == snapshot) {
      return last.get().state();
    }
    DeclarationState state =
        DeclarationState.of(
            snapshot.workspace(), snapshot.assessment(), snapshot.findings(), today());
    kept = Optional.of(new Kept(new WeakReference<>(snapshot), state));
    return state;
  }

  /**
   * What an edit would do.
   *
   * @param here the lines that it is about, in the file as it would be
   */
  PreviewView preview(Open open, DeclarationEdit edit, Function<YamlText, List<FileLines>> here) {
    Edited edited = open.files().edited(edit);
    return switch (edited) {
      case NotEditable n -> PreviewView.refused(n.why());
      case NewText t -> preview(open, Map.of(t.file(), t.text()), here);
    };
  }

  /** What other texts of files would do. */
  PreviewView preview(
      Open open, Map<String, String> texts, Function<YamlText, List<FileLines>> here) {
    Map<String, String> changed = new java.util.LinkedHashMap<>(texts);
    changed
        .entrySet()
        .removeIf(t -> open.files().text(t.getKey()).equals(Optional.of(t.getValue())));
    if (changed.isEmpty()) {
      return PreviewView.same();
    }
    List<FileLines> lines =
        changed.entrySet().stream()
            .flatMap(t -> YamlText.of(t.getValue(), t.getKey(), new Problems()).stream())
            .flatMap(t -> here.apply(t).stream())
            .toList();
    List<TextChange> changes =
        changed.entrySet().stream()
            .map(t -> TextChange.of(open.files().text(t.getKey()).orElse(""), t.getValue()))
            .toList();
    return PreviewView.of(
        open.product(),
        previews.of(open.state(), changed, today()),
        lines,
        new TextChange(
            changes.stream().flatMap(c -> c.removed().stream()).toList(),
            changes.stream().flatMap(c -> c.added().stream()).toList()));
  }

  /**
   * Saves an edit, if the file is as the form saw it.
   *
   * @param page where the edit was made
   * @return false where the file has changed since; then nothing was saved
   * @throws Refusal 423 while somebody else writes, 422 where the file cannot be changed so
   */
  boolean save(Context ctx, Open open, DeclarationEdit edit, String page) throws IOException {
    Digest seen = seen(ProductPages.field(ctx, "seen"));
    return stored(ctx, open, open.product().writing(() -> open.files().save(edit, seen)), page);
  }

  /** Saves several files at once, as {@link #save(Context, Open, DeclarationEdit, String)} does. */
  boolean save(
      Context ctx, Open open, Map<String, String> texts, Map<String, Digest> seen, String page)
      throws IOException {
    return stored(ctx, open, open.product().writing(() -> open.files().save(texts, seen)), page);
  }

  private boolean stored(Context ctx, Open open, Saving saving, String page) {
    return switch (saving) {
      case Saved s -> {
        edits.keep(Guard.session(ctx), new LastEdit(open.product().id(), s, page));
        yield true;
      }
      case Outdated o -> false;
      case Busy b -> throw busy();
      case Refused r ->
          throw new Refusal(
              422, Visible.of(r.why(), 600), "Open the file in an editor; the page shows where.");
    };
  }

  private static Refusal busy() {
    return new Refusal(
        423,
        "A colleague or another Plumbline is saving, so nothing was saved here.",
        "Go back and send it again.");
  }

  /** The digest that a form sends of the file that it was made from. */
  static Digest seen(String text) {
    try {
      return new Digest(text);
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "The form does not say what it was made on.", "Load the page again.");
    }
  }

  /** Where this browser undoes its last edit of the product; empty where there is none. */
  String undo(Context ctx, Product product) {
    return edits
        .of(Guard.session(ctx), product.id())
        .map(e -> product.path() + "/declaration/undo")
        .orElse("");
  }

  /** Undoes the last edit of this browser: the files are again what they were, byte for byte. */
  public void undo(Context ctx) throws IOException {
    Product product = pages.product(ctx);
    Session session = Guard.session(ctx);
    LastEdit last =
        edits
            .of(session, product.id())
            .orElseThrow(
                () ->
                    new Refusal(
                        409,
                        "This browser has no edit to undo.",
                        "Open the page and write what you want there."));
    Open open = open(product);
    Saving saving = product.writing(() -> open.files().undo(last.saved()));
    switch (saving) {
      case Saved s -> edits.forget(session);
      case Busy b -> throw busy();
      case Outdated o ->
          throw new Refusal(
              409,
              "The file has changed since, so nothing was undone.",
              "Open the page and read what is there now.");
      case Refused r -> throw new Refusal(422, Visible.of(r.why(), 600), "Edit the file by hand.");
    }
    ctx.redirect(last.page(), HttpStatus.SEE_OTHER);
  }
}
