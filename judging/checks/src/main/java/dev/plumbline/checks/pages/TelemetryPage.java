package dev.plumbline.checks.pages;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The published information on telemetry, held against the words that each row declares for it. */
final class TelemetryPage {
  private static final String FIELD = "telemetryUrl";
  private static final TableRole TABLE = TableRole.TELEMETRY;

  /** Fewer words are an entry of a menu, or a heading. */
  private static final int FEW_WORDS = 5;

  private static final Mapping DATA = CheckData.read("pages.yaml");
  private static final BoundedPattern PASSED_ON = CheckData.pattern(DATA, "passedOn");
  private static final BoundedPattern REPORTS = CheckData.pattern(DATA, "reports");
  private static final BoundedPattern DENIES = CheckData.pattern(DATA, "denies");
  private static final BoundedPattern SENTENCES = BoundedPattern.compile("(?<=[.!?])\\s+|\\n");

  private TelemetryPage() {}

  /**
   * A typed field with words of the page.
   *
   * @param what what they tell, such as "by whom"
   */
  record Words(String field, String what) {}

  /**
   * Every row finds all its words.
   *
   * @param told in the order in which the questions are asked
   */
  static Outcome says(Facts facts, List<Words> told, String remedy) {
    List<IxitEntry> rows = Declared.of(facts).table(TABLE);
    if (rows.isEmpty()) {
      return Outcome.undetermined(
          Declared.of(facts).name(TABLE) + " has no row; a person looks whether that is so.");
    }
    Pages pages = new Pages(facts);
    Optional<Observation> page = pages.page(FIELD);
    if (page.isEmpty()) {
      return Outcome.undetermined(
          "Missing means: the page on telemetry ("
              + FIELD
              + " in "
              + Declared.of(facts).name(TableRole.USER_INFORMATION)
              + "), fetched.");
    }
    Observation p = page.get();
    Optional<PageFetched> fetched =
        p.as(PageFetched.class).filter(f -> f.status() == 200 && !f.loginWall());
    if (fetched.isEmpty()) {
      return Outcome.of(
          new Finding.Undetermined(
              "The page on telemetry was not readable"
                  + (p.reason().isBlank() ? "." : ": " + p.reason())),
          List.of(p));
    }
    Questions questions = new Questions();
    questions.restsOn(p);
    String text = plain(fetched.get().title() + " " + fetched.get().text());
    for (IxitEntry row : rows) {
      told.forEach(words -> weigh(row, words.field(), words.what(), text, p, questions));
    }
    if (told.stream().anyMatch(w -> w.what().equals("by whom"))) {
      passedOn(rows, fetched.get(), p, questions);
    }
    IxitEntry first = pages.userInfo().orElse(rows.getFirst());
    return questions
        .contradicting(
            Declared.place(first, Pages.column(FIELD), "documentationOfTelemetryData", FIELD),
            first.text("documentationOfTelemetryData"))
        .outcome(
            "",
            remedy,
            "The page on telemetry has, for each of "
                + rows.stream().map(IxitEntry::id).toList()
                + ", all words declared for "
                + told.stream().map(Words::what).collect(Collectors.joining(" and "))
                + ".");
  }

  /**
   * A page that says all that is declared may say more: that the reports are sold, or advertise.
   */
  private static void passedOn(
      List<IxitEntry> rows, PageFetched fetched, Observation page, Questions questions) {
    boolean declared =
        rows.stream()
            .flatMap(r -> r.cells().keySet().stream().map(r::text))
            .anyMatch(t -> PASSED_ON.matcher(t).find());
    if (declared) {
      return;
    }
    for (String sentence : SENTENCES.split(fetched.text())) {
      boolean isMenu = sentence.contains("|") || sentence.strip().split("\\s+").length < FEW_WORDS;
      if (!isMenu
          && PASSED_ON.matcher(sentence).find()
          && REPORTS.matcher(sentence).find()
          && !DENIES.matcher(sentence).find()) {
        questions.against(
            "the page says '" + sentence.strip() + "', of which no row of telemetry tells", page);
      }
    }
  }

  private static void weigh(
      IxitEntry row,
      String field,
      String what,
      String text,
      Observation page,
      Questions questions) {
    Questions.Asked asked =
        questions.ask("Does the page tell " + what + "?", row.subject() + " " + field);
    List<String> words = row.texts(field).stream().filter(w -> !w.isBlank()).toList();
    if (words.isEmpty()) {
      asked.left(
          "row " + row.id() + " does not declare by which words " + what + " (" + field + ")",
          new Remedy.ChangeDeclaration(row.subject(), "add " + field));
    }
    words.stream()
        .filter(w -> text.contains(plain(w)) && !stands(text, plain(w)))
        .forEach(
            w ->
                asked.left(
                    "'" + w + "' of " + row.id() + " stands on the page inside another word alone",
                    new Remedy.PersonLooks("the page " + page.subject())));
    List<String> lost = words.stream().filter(w -> !text.contains(plain(w))).toList();
    String clause = "the page does not tell " + what + " of " + row.id() + ": no " + lost;
    if (lost.isEmpty()) {
      asked.answered(page, "it has " + words);
    } else if (text.length() >= Pages.CUT) {
      asked.left(clause + ", but only its beginning was kept");
    } else if (text.isBlank()) {
      asked.left("the page on telemetry has no readable text");
    } else {
      asked.refuted(page, clause);
    }
  }

  /** Whether it stands there as a word of its own: "IP" does not in "description". */
  private static boolean stands(String text, String words) {
    return BoundedPattern.compile(
            "(?<![\\p{L}\\p{N}])" + BoundedPattern.quote(words) + "(?![\\p{L}\\p{N}])")
        .matcher(text)
        .find();
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
  }
}
