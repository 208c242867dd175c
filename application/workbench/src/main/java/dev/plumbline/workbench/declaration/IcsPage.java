package dev.plumbline.workbench.declaration;

import dev.plumbline.app.edit.CellText;
import dev.plumbline.app.edit.DeclarationEdit;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.Editing.Conflict;
import dev.plumbline.workbench.declaration.Editing.TwoValues;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.web.Refusal;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The ICS: each provision, condition and feature with its answer, and the form of one. */
public final class IcsPage {
  private static final String FILE = IcsSubject.FILE;
  private static final int LONGEST = 20_000;

  private final Declarations declarations;

  public IcsPage(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * What the page shows.
   *
   * @param answered how many provisions have an answer
   * @param all how many can be answered
   */
  public record View(
      String path, int answered, int all, List<Group> groups, IcsForm form, Editing editing) {}

  /** Entries under one heading. */
  public record Group(String title, List<Entry> entries) {}

  /**
   * A provision, condition or feature in the list.
   *
   * @param answer as the ICS has it; empty where it has none
   * @param css class of the answer
   * @param problems how many problems stand at it
   * @param here whether its form is shown
   */
  public record Entry(
      String path,
      String id,
      String title,
      String answer,
      String css,
      int problems,
      boolean here) {}

  /** What a form holds. */
  private record Entered(String answer, String reason) {}

  /** The form that the query names. */
  public void show(Context ctx) {
    Open open = declarations.open(ctx);
    show(ctx, open, Optional.empty(), Optional.empty());
  }

  /** Shows what would change if the form were saved. */
  public void preview(Context ctx) {
    Open open = declarations.open(ctx);
    IcsSubject subject = subject(open, ctx);
    Entered entered = entered(ctx);
    PreviewView outlook =
        declarations.preview(
            open, edit(subject, entered), t -> List.of(FileLines.of(FILE, t, subject.yaml())));
    show(ctx, open, Optional.of(entered), Optional.of(outlook));
  }

  /** Saves the form, if the file is as it was seen. */
  public void save(Context ctx) throws IOException {
    Open open = declarations.open(ctx);
    IcsSubject subject = subject(open, ctx);
    Entered entered = entered(ctx);
    if (declarations.save(ctx, open, edit(subject, entered), subject.path())) {
      ctx.redirect(subject.path() + "&saved=1", HttpStatus.SEE_OTHER);
    } else {
      ctx.status(HttpStatus.CONFLICT);
      show(ctx, declarations.open(ctx), Optional.of(entered), Optional.empty());
    }
  }

  private static Entered entered(Context ctx) {
    String reason = CellText.plain(ProductPages.field(ctx, "reason"));
    if (reason.length() > LONGEST) {
      throw new Refusal(422, "The reason is too long.", "Keep long material in evidence files.");
    }
    return new Entered(ProductPages.field(ctx, "answer"), reason);
  }

  private static DeclarationEdit edit(IcsSubject subject, Entered entered) {
    if (!subject.answers().contains(entered.answer())) {
      throw new Refusal(422, "This is not an answer.", "Choose one of those that the form has.");
    }
    return subject.edit(entered.answer(), entered.reason());
  }

  /** What the query names; otherwise the first that has no answer. */
  private static IcsSubject subject(Open open, Context ctx) {
    String named = ProductPages.query(ctx, "id");
    List<IcsSubject> all = IcsSubject.all(open);
    return named.isEmpty()
        ? all.stream().filter(s -> s.answer().isEmpty()).findFirst().orElse(all.getFirst())
        : all.stream().filter(s -> s.id().equals(named)).findFirst().orElseThrow(Refusal::absent);
  }

  private void show(
      Context ctx, Open open, Optional<Entered> entered, Optional<PreviewView> outlook) {
    IcsSubject subject = subject(open, ctx);
    boolean conflict = ctx.status().equals(HttpStatus.CONFLICT);
    FileLines lines =
        open.text(FILE)
            .map(t -> FileLines.of(FILE, t, subject.yaml()))
            .orElse(FileLines.none(FILE));
    Editing editing =
        new Editing(
            subject.path(),
            subject.path().replace("/ics?", "/ics/preview?"),
            open.files().digest(FILE).hex(),
            ProblemView.at(open.state().problems(), lines),
            outlook,
            FileView.of(FILE, open.files().text(FILE), lines),
            !ProductPages.query(ctx, "saved").isEmpty(),
            declarations.undo(ctx, open.product()),
            conflict ? Optional.of(conflict(subject, entered)) : Optional.empty());
    List<IcsSubject> provisions = IcsSubject.provisions(open).toList();
    declarations
        .pages()
        .show(
            ctx,
            open.product(),
            open.dossier().product(),
            "ics",
            new Named("ICS", "ics", Command.of("check", open.product().folder())),
            new View(
                open.product().path(),
                (int) provisions.stream().filter(p -> !p.answer().isEmpty()).count(),
                provisions.size(),
                groups(open, subject.id()),
                IcsForm.of(
                    subject,
                    entered.map(Entered::answer).orElse(subject.answer()),
                    entered.map(Entered::reason).orElse(subject.reason())),
                editing));
  }

  private static Conflict conflict(IcsSubject subject, Optional<Entered> entered) {
    List<TwoValues> values = new ArrayList<>();
    entered.ifPresent(
        e -> {
          values.add(new TwoValues("Answer", e.answer(), subject.answer()));
          values.add(
              new TwoValues(
                  "Reason", Visible.of(e.reason(), 2_000), Visible.of(subject.reason(), 2_000)));
        });
    return Conflict.of(values);
  }

  private static List<Group> groups(Open open, String here) {
    Map<Integer, Integer> problems = new LinkedHashMap<>();
    open.state().problems().stream()
        .filter(p -> p.place().file().equals(FILE))
        .forEach(p -> problems.merge(p.place().line(), 1, Integer::sum));
    List<Group> groups = new ArrayList<>();
    groups.add(group("Conditions and features", IcsSubject.labels(open), here, problems));
    open.catalogue()
        .edition()
        .sections()
        .forEach(
            section ->
                groups.add(
                    group(
                        section.id() + " " + section.title(),
                        open.catalogue().provisions().values().stream()
                            .filter(Provision::inTableB1)
                            .map(Provision::id)
                            .filter(p -> p.section().equals(section.id()))
                            .map(ProvisionId::value)
                            .map(p -> new IcsSubject(open, p)),
                        here,
                        problems)));
    return groups.stream().filter(g -> !g.entries().isEmpty()).toList();
  }

  private static Group group(
      String title, Stream<IcsSubject> subjects, String here, Map<Integer, Integer> problems) {
    return new Group(
        title,
        subjects
            .map(
                s ->
                    new Entry(
                        s.path(),
                        s.id(),
                        s.title(),
                        s.answer(),
                        css(s.answer()),
                        s.line() == 0 ? 0 : problems.getOrDefault(s.line(), 0),
                        s.id().equals(here)))
            .toList());
  }

  private static String css(String answer) {
    return switch (answer) {
      case "Y", "yes" -> "pass";
      case "N", "no" -> "declined";
      case "N/A" -> "na";
      default -> "inconclusive";
    };
  }
}
