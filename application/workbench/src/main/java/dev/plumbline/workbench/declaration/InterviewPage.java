package dev.plumbline.workbench.declaration;

import dev.plumbline.app.interview.InterviewNotes;
import dev.plumbline.app.interview.InterviewStatements;
import dev.plumbline.app.interview.InterviewStatements.Edited;
import dev.plumbline.core.Digest;
import dev.plumbline.core.Problems;
import dev.plumbline.declaration.interview.Interview;
import dev.plumbline.declaration.interview.InterviewOutcome;
import dev.plumbline.declaration.interview.InterviewOutcome.Settled;
import dev.plumbline.declaration.interview.Question;
import dev.plumbline.reports.Visible;
import dev.plumbline.workbench.declaration.Declarations.Open;
import dev.plumbline.workbench.declaration.Editing.Link;
import dev.plumbline.workbench.page.Command;
import dev.plumbline.workbench.page.ProductPages;
import dev.plumbline.workbench.page.ProductPages.Named;
import dev.plumbline.workbench.web.Refusal;
import dev.plumbline.yaml.YamlText;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The interview: one question after another, each answer kept and written at once. */
public final class InterviewPage {
  private static final String ICS = IcsSubject.FILE;
  private static final int MOST_LATER = 200;

  private final Declarations declarations;

  public InterviewPage(Declarations declarations) {
    this.declarations = declarations;
  }

  /**
   * What the page shows.
   *
   * @param answered how many questions have an answer
   * @param all how many are asked, or may be, after the answers so far
   * @param question the one that is asked; empty when nothing is left
   * @param answers those given so far
   * @param later how many questions were left open in this round
   * @param again where the questions are asked that were left open
   * @param fault why the answer was not taken; empty where nothing is wrong
   * @param kept digest of the file that keeps the answers
   */
  public record View(
      String path,
      int answered,
      int all,
      Optional<Asked> question,
      List<Answered> answers,
      int later,
      String again,
      Outcome outcome,
      String fault,
      String kept,
      Editing editing) {}

  /**
   * A question with its choices.
   *
   * @param number among the questions that are asked
   * @param many whether several choices can be taken
   * @param previous where the question before is asked again; empty at the first
   */
  public record Asked(
      String id,
      int number,
      String text,
      String help,
      boolean many,
      List<Choice> choices,
      String previous) {}

  /** A choice. */
  public record Choice(String key, String text, boolean taken) {}

  /** An answer that can be changed. */
  public record Answered(String id, String question, String answer, String path) {}

  /**
   * What the answers settle.
   *
   * @param settled conditions and features that are answered
   * @param open those that are not
   * @param notApplicable provisions that are answered N/A
   * @param tables that have to be filled in
   */
  public record Outcome(int settled, int open, int notApplicable, List<Link> tables) {}

  /** An interview with the answers of a dossier. */
  private record Round(
      Open open, Interview interview, Map<String, List<String>> answers, Set<String> later) {

    Optional<Question> question(Context ctx) {
      String named = ProductPages.query(ctx, "question");
      if (named.isEmpty()) {
        return interview.next(answers, later);
      }
      return Optional.of(
          interview.possible(answers).stream()
              .filter(q -> q.id().equals(named))
              .findFirst()
              .orElseThrow(Refusal::absent));
    }

    /** The answers with another one; empty choices take it back. */
    Map<String, List<String>> with(Question question, List<String> choices) {
      Map<String, List<String>> other = new LinkedHashMap<>(answers);
      if (choices.isEmpty()) {
        other.remove(question.id());
      } else {
        other.put(question.id(), choices);
      }
      return other;
    }

    /** What ics.yaml would say after other answers. */
    Edited edited(Map<String, List<String>> other) {
      YamlText source =
          open.text(ICS)
              .orElseThrow(
                  () ->
                      new Refusal(
                          409,
                          "ics.yaml cannot be read.",
                          "Mend it in an editor first; run check."));
      return InterviewStatements.edited(
          source,
          open.dossier().ics(),
          interview,
          interview.outcome(answers),
          interview.outcome(other));
    }
  }

  private static Round round(Open open, Context ctx) {
    Interview interview = Interview.of(open.catalogue());
    Map<String, List<String>> answers =
        new InterviewNotes(open.state().workspace().folder()).read(new Problems());
    Set<String> later =
        Stream.concat(ctx.queryParams("later").stream(), ctx.formParams("later").stream())
            .limit(MOST_LATER)
            .filter(l -> interview.unknown(List.of(l)).isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Round(open, interview, answers, later);
  }

  /** Shows the question that the query names, or the first that is open. */
  public void show(Context ctx) {
    show(ctx, round(declarations.open(ctx), ctx), Optional.empty(), Optional.empty(), "");
  }

  /** Shows what an answer would change. */
  public void preview(Context ctx) {
    Round round = round(declarations.open(ctx), ctx);
    Question question = round.question(ctx).orElseThrow(Refusal::absent);
    List<String> choices = ctx.formParams("choice");
    Optional<String> fault = question.fault(choices);
    PreviewView outlook =
        fault
            .map(PreviewView::refused)
            .orElseGet(
                () ->
                    declarations.preview(
                        round.open(),
                        Map.of(ICS, round.edited(round.with(question, choices)).text().text()),
                        t -> List.of()));
    show(ctx, round, Optional.of(choices), Optional.of(outlook), "");
  }

  /** Keeps an answer and writes what it settles, if nobody has changed answers or ICS since. */
  public void answer(Context ctx) throws IOException {
    Round round = round(declarations.open(ctx), ctx);
    Question question = round.question(ctx).orElseThrow(Refusal::absent);
    boolean leave = !ProductPages.field(ctx, "leave").isEmpty();
    List<String> choices = leave ? List.of() : ctx.formParams("choice");
    Optional<String> fault = leave ? Optional.empty() : question.fault(choices);
    if (fault.isPresent()) {
      ctx.status(HttpStatus.UNPROCESSABLE_CONTENT);
      show(ctx, round, Optional.of(choices), Optional.empty(), Visible.of(fault.get(), 400));
      return;
    }
    Map<String, List<String>> other = round.with(question, choices);
    Map<String, String> texts = new LinkedHashMap<>();
    if (!other.equals(round.answers())) {
      texts.put(InterviewNotes.FILE, InterviewNotes.text(other));
      texts.put(ICS, round.edited(other).text().text());
    }
    String here = path(round.open(), round.later(), question.id());
    Map<String, Digest> seen =
        Map.of(
            ICS,
            Declarations.seen(ProductPages.field(ctx, "seen")),
            InterviewNotes.FILE,
            Declarations.seen(ProductPages.field(ctx, "kept")));
    if (!declarations.save(ctx, round.open(), texts, seen, here)) {
      throw new Refusal(
          409,
          "The answers or the ICS have changed since you opened the question, so nothing was"
              + " saved.",
          "Open the interview again and read what is there now.");
    }
    Set<String> later = new LinkedHashSet<>(round.later());
    if (leave) {
      later.add(question.id());
    }
    ctx.redirect(path(round.open(), later, "") + "&saved=1", HttpStatus.SEE_OTHER);
  }

  private static String path(Open open, Set<String> later, String question) {
    return open.product().path()
        + "/interview?question="
        + ProductPages.encoded(question)
        + later.stream()
            .map(l -> "&later=" + ProductPages.encoded(l))
            .collect(Collectors.joining());
  }

  private void show(
      Context ctx,
      Round round,
      Optional<List<String>> taken,
      Optional<PreviewView> outlook,
      String fault) {
    Open open = round.open();
    List<Question> possible = round.interview().possible(round.answers());
    Optional<Question> question = round.question(ctx);
    InterviewOutcome outcome = round.interview().outcome(round.answers());
    String here = path(open, round.later(), question.map(Question::id).orElse(""));
    declarations
        .pages()
        .show(
            ctx,
            open.product(),
            open.dossier().product(),
            "interview",
            new Named("Interview", "interview", Command.of("interview", open.product().folder())),
            new View(
                open.product().path(),
                (int) possible.stream().filter(q -> round.answers().containsKey(q.id())).count(),
                possible.size(),
                question.map(q -> asked(round, possible, q, taken)),
                possible.stream()
                    .filter(q -> round.answers().containsKey(q.id()))
                    .map(q -> answered(round, q))
                    .toList(),
                round.later().size(),
                path(open, Set.of(), ""),
                outcome(open, outcome),
                fault,
                open.files().digest(InterviewNotes.FILE).hex(),
                new Editing(
                    here,
                    here.replace("/interview?", "/interview/preview?"),
                    open.files().digest(ICS).hex(),
                    List.of(),
                    outlook,
                    FileView.of(ICS, open.files().text(ICS), FileLines.none(ICS)),
                    !ProductPages.query(ctx, "saved").isEmpty(),
                    declarations.undo(ctx, open.product()),
                    Optional.empty())));
  }

  private static Asked asked(
      Round round, List<Question> possible, Question q, Optional<List<String>> taken) {
    List<String> chosen = taken.orElse(round.answers().getOrDefault(q.id(), List.of()));
    int at = possible.indexOf(q);
    return new Asked(
        q.id(),
        at + 1,
        q.text(),
        q.help(),
        q.many(),
        q.choices().stream()
            .map(c -> new Choice(c.key(), c.text(), chosen.contains(c.key())))
            .toList(),
        at > 0 ? path(round.open(), round.later(), possible.get(at - 1).id()) : "");
  }

  private static Answered answered(Round round, Question q) {
    List<String> given = round.answers().getOrDefault(q.id(), List.of());
    String said =
        q.choices().stream()
            .filter(c -> given.contains(c.key()))
            .map(Question.Choice::text)
            .collect(Collectors.joining("; "));
    return new Answered(
        q.id(),
        q.text(),
        said.isEmpty() ? Visible.of(String.join(", ", given), 200) : said,
        path(round.open(), round.later(), q.id()));
  }

  private static Outcome outcome(Open open, InterviewOutcome outcome) {
    List<Settled> settled = outcome.statements();
    return new Outcome(
        settled.size(),
        outcome.open().size(),
        outcome.notApplicable().size(),
        outcome.tables().stream()
            .map(t -> new Link(t.table(), IxitPage.path(open, t.table(), "")))
            .toList());
  }
}
