package dev.plumbline.reports.html;

import dev.plumbline.catalogue.scheme.Scheme;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.reports.Visible;
import dev.plumbline.reports.html.ReportView.PartView;
import dev.plumbline.reports.html.SchemePageView.AnswerView;
import dev.plumbline.reports.html.SchemePageView.AskView;
import dev.plumbline.reports.html.SchemePageView.LevelView;
import dev.plumbline.reports.html.SchemePageView.MissingView;
import dev.plumbline.reports.html.SchemePageView.NextView;
import dev.plumbline.reports.html.SchemePageView.SchemeRow;
import dev.plumbline.reports.html.SchemePageView.TallyView;
import dev.plumbline.scheme.Ask;
import dev.plumbline.scheme.Eligibility;
import dev.plumbline.scheme.Need;
import dev.plumbline.scheme.NextLevel;
import dev.plumbline.scheme.Outcome;
import dev.plumbline.scheme.Validity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the view of how a product stands to schemes. */
final class SchemeViews {
  private SchemeViews() {}

  static SchemePageView of(SchemeResult result) {
    Styles styles = Styles.ofScreen();
    Map<Scheme, List<LevelView>> schemes = new LinkedHashMap<>();
    result
        .levels()
        .forEach(e -> schemes.computeIfAbsent(e.scheme(), s -> new ArrayList<>()).add(level(e)));
    return new SchemePageView(
        styles.hash(),
        styles.element(),
        Visible.of(result.product()),
        result.document(),
        result.on().toString(),
        result.asOf().toString(),
        Stream.of(Outcome.ELIGIBLE, Outcome.CANNOT_TELL, Outcome.NOT_ELIGIBLE)
            .map(o -> tally(o, result.levels()))
            .toList(),
        schemes.entrySet().stream()
            .map(
                s ->
                    new SchemeRow(
                        s.getKey().id(),
                        s.getKey().name(),
                        word(s.getKey().kind()),
                        List.copyOf(s.getValue())))
            .toList(),
        result.next().stream().map(SchemeViews::next).toList(),
        result.tool());
  }

  private static TallyView tally(Outcome outcome, List<Eligibility> levels) {
    String explanation =
        switch (outcome) {
          case ELIGIBLE -> "everything that the level asks for is shown";
          case CANNOT_TELL -> "something is open or unknown";
          case NOT_ELIGIBLE -> "something failed, or the level cannot be had";
        };
    int number = (int) levels.stream().filter(e -> e.outcome() == outcome).count();
    return new TallyView(number, answer(outcome), explanation);
  }

  private static LevelView level(Eligibility e) {
    return new LevelView(
        e.scheme().id() + "-" + e.level().id(),
        e.level().id(),
        e.level().name(),
        answer(e.outcome()),
        parts(e),
        label(e),
        until(e.validity()),
        day(e),
        e.obstacles(),
        e.missing().stream().map(SchemeViews::missing).toList(),
        e.asks().stream().map(SchemeViews::ask).toList(),
        e.reservations(),
        Stream.concat(e.validity().because().stream(), e.validity().unknown().stream()).toList(),
        e.recognition().stream()
            .map(r -> r.toScheme() + " " + r.toLevel() + ": " + word(r.kind()) + ", " + r.covers())
            .toList());
  }

  private static List<PartView> parts(Eligibility e) {
    long all = (long) e.needs().size() + e.asks().size();
    long failed = count(e, Need.State.FAILED);
    long met = count(e, Need.State.MET) + e.asks().stream().filter(Ask::met).count();
    List<PartView> parts = new ArrayList<>();
    double at = 0;
    at = part(parts, "pass", met, all, at);
    at = part(parts, "inconclusive", all - met - failed, all, at);
    part(parts, "fail", failed, all, at);
    return parts;
  }

  private static double part(List<PartView> parts, String css, long n, long all, double at) {
    if (n == 0) {
      return at;
    }
    double width = 100.0 * n / all;
    parts.add(new PartView(css, number(at), number(width)));
    return at + width;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String label(Eligibility e) {
    long failed = count(e, Need.State.FAILED);
    long searched = count(e, Need.State.SEARCHED);
    String provisions =
        e.needs().isEmpty()
            ? "no provisions known"
            : count(e, Need.State.MET) + " of " + e.needs().size() + " provisions";
    long shown = e.asks().stream().filter(Ask::met).count();
    return provisions
        + (failed > 0 ? ", " + failed + " failed" : "")
        + (searched > 0 ? ", " + searched + " searched and not confirmed" : "")
        + (e.asks().isEmpty() ? "" : ", " + shown + " of " + e.asks().size() + " others");
  }

  private static MissingView missing(Need need) {
    String through =
        need.through().equals(List.of(need.asked()))
            ? ""
            : " (through " + ids(need.through()) + ")";
    return new MissingView(
        need.asked() + through, need.verdict(), Visible.of(need.reason()), Visible.of(need.way()));
  }

  private static AskView ask(Ask ask) {
    String css = ask.met() ? "pass" : "inconclusive";
    return new AskView(
        ask.requirement().id(),
        word(ask.state()),
        css,
        ask.requirement().text(),
        Visible.of(ask.text()));
  }

  private static NextView next(NextLevel next) {
    return new NextView(
        next.close().size(), names(next.levels()), ids(next.close()), names(next.also()));
  }

  private static String until(Validity validity) {
    String sure = validity.unknown().isEmpty() ? "" : ", unsure";
    return validity.until().map(u -> "until " + u + sure).orElse("unknown");
  }

  private static String day(Eligibility e) {
    return switch (e.available()) {
      case YES -> "";
      case NOT_YET -> "from " + e.level().from();
      case CLOSED -> "closed to new labels";
      case NOT_OPEN -> "takes no product yet";
      case UNKNOWN -> "unknown whether it can be had";
    };
  }

  private static AnswerView answer(Outcome outcome) {
    String css =
        switch (outcome) {
          case ELIGIBLE -> "pass";
          case CANNOT_TELL -> "inconclusive";
          case NOT_ELIGIBLE -> "fail";
        };
    return new AnswerView(word(outcome), css);
  }

  private static long count(Eligibility e, Need.State state) {
    return e.needs().stream().filter(n -> n.state() == state).count();
  }

  private static String names(List<Eligibility> levels) {
    return levels.stream()
        .map(e -> e.scheme().id() + " " + e.level().id())
        .collect(Collectors.joining(", "));
  }

  private static String ids(List<ProvisionId> ids) {
    return ids.stream().map(ProvisionId::value).collect(Collectors.joining(", "));
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
