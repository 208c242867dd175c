package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the set-up asks has the options and the default that its row declares. A difference shows
 * that it has not; whether the rest is as described, and what the table leaves out, a person sees.
 */
@Decides(v211 = "5.12-1-2d", v313 = "5.12-1-2d", refutesOnly = true)
public final class SetUpDecisionsAreAsDeclared implements Check {
  private static final String DECISION = "setup.decision";
  private static final String WALK = "setup.walk";
  private static final int TABLE = 26;

  @Override
  public List<String> needs() {
    return List.of(WALK, DECISION);
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
      Optional<Observation> met = facts.observations(DECISION, row.subject()).stream().findFirst();
      met.ifPresent(questions::restsOn);
      if (met.isPresent() && met.get().seen()) {
        weigh(met.get(), row, questions);
      } else {
        questions.gap(
            row.id()
                + ": "
                + met.map(Observation::reason).orElse("nobody went through the set-up"));
      }
    }
    undeclared(facts, questions);
    questions.gap("whether the words mean the same, and what the table leaves out, a person sees");
    return questions.outcome(
        "",
        "Let the device ask what the row says, or the row say what the device asks.",
        "What the set-up asks is as declared.");
  }

  /** What bears on security is not known of a decision that no row names. */
  private static void undeclared(Facts facts, Questions questions) {
    facts.observations(WALK).stream()
        .filter(Observation::seen)
        .forEach(
            o -> {
              questions.restsOn(o);
              for (Map<?, ?> met : Traffic.maps(o, "met")) {
                if ("".equals(met.get("row"))) {
                  questions.gap(
                      "the set-up asks '"
                          + met.get("decision")
                          + "', which driver.yaml gives no row; a person sees whether it bears on"
                          + " security");
                }
              }
            });
  }

  private static void weigh(Observation o, IxitEntry row, Questions questions) {
    if (o.coverage().get("gaps") instanceof List<?> gaps) {
      gaps.forEach(g -> questions.gap(row.id() + ": " + g));
    }
    if (!Boolean.TRUE.equals(o.value().get("asked"))) {
      questions.gap(row.id() + " was not asked");
      return;
    }
    List<String> missing = o.texts("missing");
    List<String> more = o.texts("more");
    if (!missing.isEmpty()) {
      against(o, row, "options", "does not offer " + missing, questions);
    }
    if (!more.isEmpty()) {
      against(o, row, "options", "offers " + more + ", which the row does not have", questions);
    }
    preselected(o, row, questions);
    String taken = String.valueOf(o.value().getOrDefault("taken", ""));
    String holds = String.valueOf(o.value().getOrDefault("setting", taken));
    if (!taken.isEmpty() && !taken.equals(holds)) {
      against(
          o, row, "options", "holds '" + holds + "' after '" + taken + "' was taken", questions);
    }
  }

  private static void preselected(Observation o, IxitEntry row, Questions questions) {
    String chosen = String.valueOf(o.value().getOrDefault("preselected", "unknown"));
    Optional<String> declared = declaredDefault(row);
    if (chosen.equals("unknown")) {
      questions.gap("what is chosen already for " + row.id() + " is not known");
    } else if (declared.isEmpty()) {
      questions.gap("the row " + row.id() + " names none of its options as its default");
    } else if (chosen.equals("none")) {
      questions.gap("nothing is chosen already for " + row.id() + ", whose default is declared");
    } else if (!chosen.equals(declared.get())) {
      against(o, row, "default", "has chosen '" + chosen + "' already", questions);
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
      Observation o, IxitEntry row, String cell, String what, Questions questions) {
    String observed = "for " + row.id() + " the device " + what;
    questions.against(observed, o);
    String declared = row.text(cell);
    if (!declared.isBlank()) {
      questions.contradiction(Declared.place(row, cell, "options"), declared, observed + ".", o);
    }
  }
}
