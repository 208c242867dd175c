package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check.Outcome;
import dev.plumbline.engine.Facts;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The manufacturer's public pages, as the user information names them and as they were fetched. */
record Pages(Facts facts) {
  static final String FETCHED = "page.fetched";
  private static final Mapping DATA = CheckData.read("pages.yaml");
  private static final Pattern GONE = CheckData.pattern(DATA, "gone");
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
      String field, String column, Pattern about, Optional<Pattern> half, String halfMissing) {
    static Kind of(Mapping m) {
      return new Kind(
          m.text("field").orElseThrow(),
          m.text("column").orElseThrow(),
          CheckData.pattern(m, "about"),
          m.text("half").map(Pattern::compile),
          m.text("halfMissing").orElse(""));
    }
  }

  Optional<IxitEntry> userInfo() {
    return Declared.of(facts).table(2).stream().findFirst();
  }

  /** The page that a field of the user information names now; one that it named once is another. */
  Optional<Observation> page(String field) {
    List<String> words =
        userInfo().stream()
            .flatMap(i -> Stream.of(i.text(field).split("[\\s<>\"'()]+")))
            .flatMap(w -> Stream.of(w, w.replaceFirst("[.,;]+$", "")))
            .filter(w -> w.contains("://"))
            .toList();
    return facts.observations(FETCHED).stream()
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
  Outcome opens(String field, String what) {
    Optional<IxitEntry> info = userInfo().filter(i -> !i.text(field).isBlank());
    if (info.isEmpty()) {
      return Outcome.undetermined(
          Declared.of(facts).name(2) + " has no " + field + ", so no page could be fetched.");
    }
    Optional<Observation> page = page(field);
    if (page.isEmpty()) {
      return Outcome.undetermined("The page for " + what + " was not fetched.");
    }
    Observation p = page.get();
    if (!p.seen()) {
      return Answers.undetermined(
          "The page for " + what + " gave no answer: " + p.reason(), List.of(p));
    }
    Questions questions = new Questions();
    questions.restsOn(p);
    status(p, field, what, questions);
    return questions
        .contradicting(
            Declared.place(info.get(), column(field), field), info.get().text(column(field)))
        .outcome(
            "",
            "Publish it at a stable address, without account, registration or any other hurdle.",
            "The page for " + what + " opened without login: " + p.subject() + ".");
  }

  private static void status(Observation p, String field, String what, Questions questions) {
    long status = p.number("status").orElse(0L);
    if (p.flag("loginWall").orElse(false) || status == 401 || status == 403) {
      questions.against("the page for " + what + " asks for a login (" + p.subject() + ")", p);
    } else if (status == 404 || status == 410) {
      questions.against(
          "there is no page for " + what + " at " + p.subject() + " (status " + status + ")", p);
    } else if (status != 200) {
      questions.gap("the page for " + what + " answered with status " + status);
    } else {
      content(p, field, what, questions);
    }
  }

  /** A page that opens can still be the wrong one: the start page, an apology, an empty frame. */
  private static void content(Observation p, String field, String what, Questions questions) {
    String text = p.text("title") + " " + p.text("text");
    if (p.number("words").orElse(0L) == 0 || p.text("text").isBlank()) {
      questions.gap("the page for " + what + " has no readable text");
    } else if (GONE.matcher(text).find()) {
      questions.gap("the page for " + what + " seems to say that there is none");
    } else if (!isRoot(p.subject()) && isRoot(p.text("final"))) {
      questions.gap("the address of the page for " + what + " leads to the start page");
    }
    Optional<Kind> kind = kind(field);
    if (kind.filter(k -> !k.about().matcher(text).find()).isPresent()) {
      questions.gap("nothing on the page for " + what + " names its subject");
    }
    kind.filter(k -> k.half().filter(h -> !h.matcher(text).find()).isPresent())
        .ifPresent(k -> questions.gap(k.halfMissing()));
  }

  private static boolean isRoot(String url) {
    return WebAddress.parse(url).filter(WebAddress::isRoot).isPresent();
  }
}
