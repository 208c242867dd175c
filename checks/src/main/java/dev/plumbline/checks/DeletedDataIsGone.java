package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a deletion function is for is gone after it. A marker that is still there shows that it is
 * not; that nothing is left anywhere, a person sees.
 */
@Decides(
    v211 = {"5.11-1-2c", "5.11-2-2c"},
    v313 = {"5.11-1-2c", "5.11-2-2c"},
    refutesOnly = true)
public final class DeletedDataIsGone implements Check {
  private static final String KEY = "deletion.trial";
  private static final String PRESENT = "present";
  private static final String GONE = "gone";

  @Override
  public List<String> needs() {
    return List.of(KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Optional<Observation> answer = facts.observations(KEY, row.subject()).stream().findFirst();
    answer.ifPresentOrElse(
        o -> weigh(o, row, questions),
        () -> questions.gap("nobody deleted anything by " + row.id()));
    questions.gap("what is left where the driver does not look, a person sees");
    return questions
        .contradicting(Declared.place(row, "description"), row.text("description"))
        .outcome(
            "Data that was deleted is still there: ",
            "Let the function erase the data, or the key that it is encrypted with.",
            "What was stored is gone after " + row.id() + ".");
  }

  private static void weigh(Observation o, IxitEntry row, Questions questions) {
    questions.restsOn(o);
    if (!o.seen()) {
      questions.gap(o.reason());
      return;
    }
    if (!Boolean.TRUE.equals(o.coverage().get("control"))
        || !(o.value().get("trials") instanceof List<?> trials)) {
      questions.gap("that the data was there before " + row.id() + " was not seen");
      return;
    }
    if (o.coverage().get("gaps") instanceof List<?> gaps) {
      gaps.forEach(g -> questions.gap(String.valueOf(g)));
    }
    for (Object trial : trials) {
      if (trial instanceof Map<?, ?> t) {
        String way = String.valueOf(t.get("action"));
        weigh(String.valueOf(t.get("after")), "the marker after " + way, o, questions);
        weigh(
            String.valueOf(t.get("afterRestart")),
            "the marker after " + way + " and a restart",
            o,
            questions);
      }
    }
  }

  private static void weigh(String left, String what, Observation o, Questions questions) {
    if (PRESENT.equals(left)) {
      questions.against(what, o);
    } else if (!GONE.equals(left)) {
      questions.gap("whether the device holds " + what + " was not seen");
    }
  }
}
