package dev.plumbline.checks.setup;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.trial.SetupDecision;
import dev.plumbline.observation.trial.SetupWalk;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the set-up asks has the options and the default that its row declares. A difference shows
 * that it has not; whether the rest is as described, and what the table leaves out, a person sees.
 */
public final class SetUpDecisionsAreAsDeclared implements Check {
  private static final TableRole TABLE = TableRole.USER_DECISIONS;
  private static final Remedy RUN = new Remedy.RunProbe(List.of("set-up-walk"));

  @Override
  public boolean refutesOnly() {
    return true;
  }

  @Override
  public List<String> needs() {
    return List.of(Kinds.key(SetupWalk.class), Kinds.key(SetupDecision.class));
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Questions questions = new Questions();
    // V1.1.1 judges the table as a whole, V2.1.1 each row.
    List<IxitEntry> rows =
        item.entry().map(List::of).orElseGet(() -> Declared.of(facts).table(TABLE));
    if (rows.isEmpty()) {
      return Outcome.undetermined("The table of user decisions has no row.");
    }
    for (IxitEntry row : rows) {
      Questions.Asked asked = questions.ask("Does the set-up ask for the decision?", row.subject());
      Optional<Observation> met =
          facts.observations(SetupDecision.class, row.subject()).stream().findFirst();
      met.ifPresent(questions::restsOn);
      met.flatMap(o -> o.as(SetupDecision.class))
          .ifPresentOrElse(
              d -> weigh(d, met.get(), row, asked, questions),
              () ->
                  asked.left(
                      row.id()
                          + ": "
                          + met.map(Observation::reason).orElse("nobody went through the set-up"),
                      RUN));
    }
    undeclared(facts, questions);
    questions
        .ask("Do the words of the device mean what the table says?", Declared.of(facts).name(TABLE))
        .left(
            "whether the words mean the same, and what the table leaves out, a person sees",
            new Remedy.PersonLooks("the decisions of the set-up, beside the table"));
    return questions.outcome(
        "",
        "Let the device ask what the row says, or the row say what the device asks.",
        "What the set-up asks is as declared.");
  }

  /** What bears on security is not known of a decision that no row names. */
  private static void undeclared(Facts facts, Questions questions) {
    for (Facts.Seen<SetupWalk> walk : facts.seen(SetupWalk.class)) {
      questions.restsOn(walk.observation());
      walk.fact().met().stream()
          .filter(m -> m.row().isEmpty())
          .forEach(
              m ->
                  questions
                      .ask("Does a row name what the set-up asks?", m.decision())
                      .left(
                          "the set-up asks '"
                              + m.decision()
                              + "', which driver.yaml gives no row; a person sees whether it bears"
                              + " on security",
                          new Remedy.PersonLooks("the question '" + m.decision() + "'")));
    }
  }

  private static void weigh(
      SetupDecision decision,
      Observation o,
      IxitEntry row,
      Questions.Asked asked,
      Questions questions) {
    decision.gaps().forEach(g -> asked.left(row.id() + ": " + g));
    if (!decision.asked()) {
      asked.left(row.id() + " was not asked", RUN);
      return;
    }
    asked.answered(o, "it asks: " + decision.text().orElse(row.id()));
    offered(decision, o, row, questions);
    preselected(decision, o, row, questions);
    kept(decision, o, row, questions);
  }

  private static void offered(
      SetupDecision decision, Observation o, IxitEntry row, Questions questions) {
    Questions.Asked offers = questions.ask("Are the options those of the row?", row.subject());
    if (decision.missing().isEmpty() || decision.more().isEmpty()) {
      offers.left(
          "driver.yaml has no word for each option of " + row.id(),
          new Remedy.GiveDriver(List.of("decisions")));
    }
    decision
        .missing()
        .filter(l -> !l.isEmpty())
        .ifPresent(l -> against(o, row, "options", "does not offer " + l, offers, questions));
    decision
        .more()
        .filter(l -> !l.isEmpty())
        .ifPresent(
            l ->
                against(
                    o,
                    row,
                    "options",
                    "offers " + l + ", which the row does not have",
                    offers,
                    questions));
    offers.answered(o, "it offers " + decision.offered().orElse(List.of()));
  }

  private static void preselected(
      SetupDecision decision, Observation o, IxitEntry row, Questions questions) {
    Questions.Asked chosen = questions.ask("Is the declared default chosen?", row.subject());
    String there = decision.preselected().orElse("unknown");
    Optional<String> declared = declaredDefault(row);
    if (there.equals("unknown")) {
      chosen.left("what is chosen already for " + row.id() + " is not known");
    } else if (declared.isEmpty()) {
      chosen.left("the row " + row.id() + " names none of its options as its default");
    } else if (there.equals("none")) {
      chosen.left("nothing is chosen already for " + row.id() + ", whose default is declared");
    } else if (!there.equals(declared.get())) {
      against(o, row, "default", "has chosen '" + there + "' already", chosen, questions);
    } else {
      chosen.answered(o, "'" + there + "' is chosen already");
    }
  }

  private static void kept(
      SetupDecision decision, Observation o, IxitEntry row, Questions questions) {
    String taken = decision.taken().orElse("");
    if (taken.isEmpty() || decision.setting().isEmpty()) {
      return;
    }
    Questions.Asked kept = questions.ask("Does the device hold what was taken?", row.subject());
    String holds = decision.setting().get();
    if (taken.equals(holds)) {
      kept.answered(o, "it holds '" + holds + "'");
    } else {
      against(
          o,
          row,
          "options",
          "holds '" + holds + "' after '" + taken + "' was taken",
          kept,
          questions);
    }
  }

  /** The one option that the row marks as its default, or that the typed field names. */
  private static Optional<String> declaredDefault(IxitEntry row) {
    String named = plain(row.text("default"));
    List<String> options =
        row.texts("options").stream()
            .filter(
                o ->
                    o.toLowerCase(Locale.ROOT).contains("(default)")
                        || (!named.isEmpty() && plain(o).equals(named)))
            .toList();
    return options.size() == 1 ? Optional.of(options.getFirst()) : Optional.empty();
  }

  /** Without a remark in brackets. */
  private static String plain(String option) {
    return option.replaceAll("\\([^)]*\\)", "").strip().toLowerCase(Locale.ROOT);
  }

  private static void against(
      Observation o,
      IxitEntry row,
      String cell,
      String what,
      Questions.Asked asked,
      Questions questions) {
    String observed = "for " + row.id() + " the device " + what;
    asked.refuted(o, observed);
    String declared = row.text(cell);
    if (!declared.isBlank()) {
      questions.contradiction(Declared.place(row, cell, "options"), declared, observed + ".", o);
    }
  }
}
