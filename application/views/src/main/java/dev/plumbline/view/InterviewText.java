package dev.plumbline.view;

import dev.plumbline.app.PlanDifference;
import dev.plumbline.app.interview.InterviewStatements.Changes;
import dev.plumbline.app.interview.InterviewStatements.StatementChange;
import dev.plumbline.catalogue.Catalogue;
import dev.plumbline.catalogue.Condition;
import dev.plumbline.core.ItemId;
import dev.plumbline.core.ProvisionId;
import dev.plumbline.declaration.Applicability;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.declaration.interview.InterviewOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what an interview wrote into ics.yaml, and what else changes with it. */
public record InterviewText(Catalogue catalogue) {
  private static final int MOST_ITEMS = 10;

  /** What was written, and provisions that were answered N/A with their reason. */
  public List<String> written(Changes changes, InterviewOutcome outcome) {
    List<String> lines = new ArrayList<>();
    List<String> added =
        changes.statements().stream()
            .filter(s -> s.before().isEmpty())
            .map(StatementChange::label)
            .toList();
    lines.add(
        added.isEmpty() && !changes.changesEarlier()
            ? "ics.yaml had all of it already."
            : Text.wrap("Saved in ics.yaml" + list(": ", added) + ".", ""));
    if (!changes.kept().isEmpty()) {
      lines.add(
          Text.wrap(
              "ics.yaml states the contrary in words of its own, which stay: "
                  + changes.kept().stream()
                      .map(Applicability::spoken)
                      .collect(Collectors.joining(", "))
                  + ". Remove them there if the interview is right.",
              ""));
    }
    if (!changes.denied().isEmpty()) {
      lines.add("These provisions do not apply. Answered N/A in ics.yaml, with this reason:");
      changes.denied().stream()
          .flatMap(p -> outcome.notApplicable(p).stream())
          .map(s -> Text.wrap(s.provision() + "  " + Text.safe(s.because()), "  "))
          .forEach(lines::add);
    }
    return lines;
  }

  private static String list(String before, List<String> parts) {
    return parts.isEmpty() ? "" : before + String.join(", ", parts);
  }

  /** What was stated earlier and changed: conditions, features, provisions, items of the plan. */
  public List<String> changed(Changes changes, PlanDifference plan) {
    List<String> lines = new ArrayList<>();
    lines.add("What changes with the answers:");
    changes.statements().stream()
        .filter(s -> s.before().isPresent())
        .map(s -> Text.wrap(statement(s), "  "))
        .forEach(lines::add);
    if (!changes.restored().isEmpty()) {
      lines.add(
          Text.wrap(
              "Not N/A any more, to be answered in ics.yaml: " + provisions(changes.restored()),
              "  "));
    }
    if (!changes.denied().isEmpty()) {
      lines.add(Text.wrap("N/A now: " + provisions(changes.denied()), "  "));
    }
    lines.add(
        "  Plan: "
            + Text.count(plan.added().size(), "item")
            + " more, "
            + plan.removed().size()
            + " fewer.");
    items("+ ", plan.added(), lines);
    items("- ", plan.removed(), lines);
    return lines;
  }

  private String statement(StatementChange s) {
    Optional<Condition> meant =
        Stream.concat(
                catalogue.conditions().values().stream(), catalogue.features().values().stream())
            .filter(c -> c.label().equals(s.label()))
            .findFirst();
    return Texts.capital(Applicability.spoken(s.label()))
        + ": "
        + word(s.now())
        + ", was "
        + word(s.before())
        + meant.map(c -> " (" + c.meaning() + ")").orElse("");
  }

  private static String word(Optional<Boolean> holds) {
    return holds.map(h -> h ? "yes" : "no").orElse("open");
  }

  private static String provisions(List<ProvisionId> ids) {
    return ids.stream().map(ProvisionId::value).collect(Collectors.joining(", "));
  }

  private static void items(String mark, List<ItemId> items, List<String> lines) {
    items.stream()
        .limit(MOST_ITEMS)
        .forEach(i -> lines.add("    " + mark + Text.safe(i.toString())));
    if (items.size() > MOST_ITEMS) {
      lines.add("    " + mark + "and " + (items.size() - MOST_ITEMS) + " others");
    }
  }
}
