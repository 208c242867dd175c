package dev.plumbline.checks.pages;

import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.WebAddress;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manufacturer's public pages, as the user information names them and as they were fetched. */
public record Pages(Facts facts) {
  public static final String FETCHED = Kinds.key(PageFetched.class);

  /** Fetched pages keep their first 20,000 characters; what comes later was not read. */
  static final int CUT = 20_000;

  /** An apology in the place of a page says no more. */
  private static final int FEW_WORDS = 40;

  private static final Remedy FETCH = new Remedy.RunProbe(List.of("public-pages"));
  private static final Mapping DATA = CheckData.read("pages.yaml");
  private static final BoundedPattern GONE = CheckData.pattern(DATA, "gone");
  private static final Map<String, Kind> KINDS =
      DATA.mappings("pages").stream()
          .map(Kind::of)
          .collect(Collectors.toUnmodifiableMap(Kind::field, Function.identity()));

  /**
   * What a page has to be.
   *
   * @param column of the user information that says how to get there
   * @param about one of these words has to stand there
   * @param half these too, or half of what the unit asks was not seen
   */
  private record Kind(
      String field,
      String column,
      BoundedPattern about,
      Optional<BoundedPattern> half,
      String halfMissing) {
    static Kind of(Mapping m) {
      return new Kind(
          m.text("field").orElseThrow(),
          m.text("column").orElseThrow(),
          CheckData.pattern(m, "about"),
          m.text("half").map(BoundedPattern::compile),
          m.text("halfMissing").orElse(""));
    }
  }

  Optional<IxitEntry> userInfo() {
    return Declared.of(facts).table(TableRole.USER_INFORMATION).stream().findFirst();
  }

  /** The page that a field of the user information names now; one that it named once is another. */
  public Optional<Observation> page(String field) {
    List<String> words =
        userInfo().stream()
            .flatMap(i -> Stream.of(i.text(field).split("[\\s<>\"'()]+")))
            .flatMap(w -> Stream.of(w, w.replaceFirst("[.,;]+$", "")))
            .filter(w -> w.contains("://"))
            .toList();
    return facts.observations(PageFetched.class).stream()
        .filter(o -> words.contains(o.subject()))
        .findFirst();
  }

  /** The column of the user information that says how to get to the page of a field. */
  static String column(String field) {
    return kind(field).map(Kind::column).orElse(field);
  }

  private static Optional<Kind> kind(String field) {
    return Optional.ofNullable(KINDS.get(field));
  }

  /** Whether the page opens for anybody. */
  public Outcome opens(String field, String what) {
    Questions questions = new Questions();
    Optional<Observation> page = ask(field, what, questions);
    return outcome(
        field,
        questions,
        "The page for "
            + what
            + " opened without login"
            + page.map(p -> ": " + p.subject()).orElse("")
            + ".");
  }

  /** The finding on a page whose publication the user information declares. */
  Outcome outcome(String field, Questions questions, String holds) {
    userInfo()
        .ifPresent(
            i ->
                questions.contradicting(
                    Declared.place(i, column(field), field), i.text(column(field))));
    return questions.outcome(
        "",
        "Publish it at a stable address, without account, registration or any other hurdle.",
        holds);
  }

  /**
   * Asks whether the page opens for anybody and is about its subject.
   *
   * @return the page, where it does
   */
  Optional<Observation> ask(String field, String what, Questions questions) {
    Questions.Asked opens =
        questions.ask("Does the page for " + what + " open for anybody?", field);
    if (userInfo().filter(i -> !i.text(field).isBlank()).isEmpty()) {
      String table = Declared.of(facts).name(TableRole.USER_INFORMATION);
      opens.left(
          table + " has no " + field + ", so no page could be fetched",
          new Remedy.ChangeDeclaration(table, "add " + field + " with the address of the page"));
      return Optional.empty();
    }
    Optional<Observation> page = page(field);
    if (page.isEmpty()) {
      opens.left("the page for " + what + " was not fetched", FETCH);
      return Optional.empty();
    }
    Observation p = page.get();
    questions.restsOn(p);
    Optional<PageFetched> fetched = p.as(PageFetched.class);
    if (fetched.isEmpty()) {
      opens.left("the page for " + what + " gave no answer: " + p.reason(), FETCH);
      return Optional.empty();
    }
    return status(p, fetched.get(), what, opens)
            && content(p, fetched.get(), field, what, questions)
        ? page
        : Optional.empty();
  }

  private static boolean status(
      Observation p, PageFetched fetched, String what, Questions.Asked opens) {
    int status = fetched.status();
    if (fetched.loginWall() || status == 401 || status == 403) {
      opens.refuted(p, "the page for " + what + " asks for a login (" + p.subject() + ")");
    } else if (status == 404 || status == 410) {
      opens.refuted(
          p, "there is no page for " + what + " at " + p.subject() + " (status " + status + ")");
    } else if (status != 200) {
      opens.left("the page for " + what + " answered with status " + status, FETCH);
    } else {
      opens.answered(p, p.subject() + " opened without a login");
      return true;
    }
    return false;
  }

  /** A page that opens can still be the wrong one: the start page, an apology, an empty frame. */
  private static boolean content(
      Observation p, PageFetched fetched, String field, String what, Questions questions) {
    Questions.Asked about = questions.ask("Is the page about " + what + "?", p.subject());
    String text = fetched.title() + " " + fetched.text();
    Optional<Kind> kind = kind(field);
    boolean onSubject = kind.isEmpty() || kind.get().about().matcher(text).find();
    boolean gone = GONE.matcher(text).find();
    if (gone && !onSubject && fetched.words() < FEW_WORDS) {
      about.refuted(p, "the page at " + p.subject() + " says that there is none");
      return false;
    }
    List<String> doubts = new ArrayList<>();
    if (fetched.words() == 0 || fetched.text().isBlank()) {
      doubts.add("the page for " + what + " has no readable text");
    } else if (gone) {
      doubts.add("the page for " + what + " seems to say that there is none");
    } else if (!isRoot(p.subject()) && isRoot(fetched.finalUrl())) {
      doubts.add("the address of the page for " + what + " leads to the start page");
    }
    if (!onSubject) {
      doubts.add("nothing on the page for " + what + " names its subject");
    }
    kind.filter(k -> k.half().filter(h -> !h.matcher(text).find()).isPresent())
        .ifPresent(k -> doubts.add(k.halfMissing()));
    doubts.forEach(d -> about.left(d, new Remedy.PersonLooks("the page " + p.subject())));
    about.answered(p, "its words name the subject");
    return doubts.isEmpty();
  }

  private static boolean isRoot(String url) {
    return WebAddress.parse(url).filter(WebAddress::isRoot).isPresent();
  }
}
