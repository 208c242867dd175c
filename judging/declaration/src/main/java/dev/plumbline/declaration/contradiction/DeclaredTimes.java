package dev.plumbline.declaration.contradiction;

import dev.plumbline.catalogue.Words.Topic;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.TableRole;
import dev.plumbline.declaration.contradiction.ContradictionKind.Pair;
import dev.plumbline.dossier.IxitEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.stream.Stream;

/** Spans of time and dates. */
final class DeclaredTimes {
  private static final String POLICY = "publicationOfVulnerabilityDisclosurePolicy";
  private static final String SUPPORT = "supportPeriod";
  private static final BoundedPattern YEAR = BoundedPattern.compile("\\b20\\d\\d\\b");
  private static final BoundedPattern CLAUSES =
      BoundedPattern.compile("[,;:\\n。、，；]|\\.(?=\\s|$)|\\band\\b");

  private DeclaredTimes() {}

  static List<ContradictionKind> kinds() {
    return List.of(
        new ContradictionKind("PLB-6139", DeclaredTimes::firstAnswer),
        span("PLB-6140", TableRole.VULNERABILITIES, "timeFrame", "timeFrameDays", 24),
        span("PLB-6141", TableRole.UPDATE_MECHANISMS, "updateChecking", "checkIntervalHours", 1),
        new ContradictionKind("PLB-6142", DeclaredTimes::endOfSupport),
        new ContradictionKind("PLB-6143", DeclaredTimes::supportLeftOpen));
  }

  /** A text that tells one span, and the number beside it that tells another. */
  private static ContradictionKind span(
      String id, TableRole role, String text, String number, long hours) {
    return new ContradictionKind(
        id,
        paper ->
            paper
                .rows(role)
                .flatMap(
                    e ->
                        ContradictionKind.pair(
                                Paper.cell(e, text), CellPattern.positive(number).in(e, paper))
                            .filter(p -> differ(p, number, hours, e))));
  }

  private static boolean differ(Pair pair, String number, long hours, IxitEntry entry) {
    Optional<TimeSpan> told = TimeSpan.only(pair.one().text()).filter(s -> !s.working());
    return told.isPresent()
        && entry.number(number).filter(n -> n * hours != told.get().hours()).isPresent();
  }

  /** The time to a first answer, in the policy and in the table of vulnerabilities. */
  private static Stream<Pair> firstAnswer(Paper paper) {
    Optional<Quote> policy =
        paper
            .rows(TableRole.USER_INFORMATION)
            .flatMap(e -> Paper.cell(e, POLICY).stream())
            .flatMap(q -> answers(q, paper))
            .findFirst();
    Stream<Quote> planned =
        paper
            .rows(TableRole.VULNERABILITIES)
            .flatMap(e -> Stream.of("timeFrame", "action").flatMap(k -> Paper.cell(e, k).stream()))
            .flatMap(q -> answers(q, paper));
    return policy.stream()
        .flatMap(p -> planned.filter(q -> differ(q, p)).limit(1).map(q -> new Pair(q, p)));
  }

  /** Clauses that speak of a first answer and tell one span. */
  private static Stream<Quote> answers(Quote quote, Paper paper) {
    return CLAUSES
        .splitAsStream(quote.text())
        .filter(c -> paper.words().speaksOf(Topic.ACKNOWLEDGEMENTS, c))
        .filter(c -> TimeSpan.only(c).isPresent())
        .map(quote::saying);
  }

  private static boolean differ(Quote one, Quote other) {
    TimeSpan a = TimeSpan.only(one.text()).orElseThrow();
    TimeSpan b = TimeSpan.only(other.text()).orElseThrow();
    return a.working() == b.working() && a.hours() != b.hours();
  }

  /** The prose names years, and none is the year of the date beside it. */
  private static Stream<Pair> endOfSupport(Paper paper) {
    return paper
        .rows(TableRole.USER_INFORMATION)
        .flatMap(e -> ContradictionKind.pair(Paper.cell(e, SUPPORT), Paper.cell(e, "supportEnds")))
        .filter(p -> TimeSpan.all(p.one().text()).isEmpty())
        .filter(p -> !years(p.one()).isEmpty() && years(p.other()).size() == 1)
        .filter(p -> !years(p.one()).contains(years(p.other()).getFirst()));
  }

  private static List<String> years(Quote quote) {
    return YEAR.matcher(quote.text()).results().map(MatchResult::group).toList();
  }

  /** A support period that is not settled, beside the answer that it is published. */
  private static Stream<Pair> supportLeftOpen(Paper paper) {
    return paper
        .rows(TableRole.USER_INFORMATION)
        .filter(e -> Paper.cell(e, "supportEnds").isEmpty())
        .flatMap(e -> Paper.cell(e, SUPPORT).stream())
        .filter(q -> q.text().chars().noneMatch(Character::isDigit))
        .filter(
            q ->
                paper.saysNone(q)
                    || paper.words().isOpen(q.text())
                    || paper.words().speaksOf(Topic.PLANS, q.text())
                    || paper.words().speaksOf(Topic.NEGATIONS, q.text()))
        .flatMap(q -> paper.yes("publishedSupportPeriod").limit(1).map(y -> new Pair(q, y)));
  }
}
