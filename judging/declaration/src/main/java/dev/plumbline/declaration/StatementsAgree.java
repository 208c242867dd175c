package dev.plumbline.declaration;

import dev.plumbline.declaration.data.ShippedData;
import dev.plumbline.dossier.Statement;
import dev.plumbline.dossier.Support;
import dev.plumbline.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions and features that cannot, or hardly, stand together. The rules are data. */
public final class StatementsAgree implements Concern {

  /**
   * If the one has its value, so has the other.
   *
   * @param must whether there is no exception
   */
  public record Implication(
      String when, boolean whenHolds, String then, boolean thenHolds, boolean must, String why) {

    /** Whether these statements break the rule. */
    public boolean isBrokenBy(boolean left, boolean right) {
      return left == whenHolds && right != thenHolds;
    }
  }

  /** The rules of an edition. */
  public static List<Implication> rules(String edition) {
    return rules(ShippedData.statements(edition));
  }

  private static List<Implication> rules(Mapping file) {
    List<Implication> rules = new ArrayList<>();
    for (Mapping r : file.mappings("implications")) {
      String then = ShippedData.need(r, "then");
      for (String when : r.texts("when")) {
        rules.add(
            new Implication(
                when.replaceFirst("^not ", ""),
                !when.startsWith("not "),
                then.replaceFirst("^not ", ""),
                !then.startsWith("not "),
                !ShippedData.flag(r, "usually"),
                ShippedData.need(r, "why")));
      }
    }
    return List.copyOf(rules);
  }

  @Override
  public void look(DatedDossier declared, Found found) {
    Mapping file = ShippedData.statements(declared.edition().version());
    for (Implication rule : rules(file)) {
      Optional<Statement> left = declared.statement(rule.when());
      Optional<Statement> right = declared.statement(rule.then());
      if (left.isPresent()
          && right.isPresent()
          && rule.isBrokenBy(left.get().holds(), right.get().holds())) {
        found.add(
            rule.must() ? "PLB-6002" : "PLB-6003",
            right.get().place(),
            says(left.get()),
            says(right.get()),
            rule.why());
      }
    }
    answers(file, declared, found);
  }

  /** A Y that the statements rule out, although the row itself applies. */
  private static void answers(Mapping file, DatedDossier declared, Found found) {
    for (Mapping rule : file.mappings("ruledOut")) {
      boolean broken =
          rule.texts("when").stream()
              .allMatch(
                  w ->
                      declared
                          .statement(w.replaceFirst("^not ", ""))
                          .filter(s -> s.holds() != w.startsWith("not "))
                          .isPresent());
      declared
          .provision(ShippedData.need(rule, "provision"))
          .flatMap(p -> declared.ics().answer(p.id()))
          .filter(a -> broken && a.support() == Support.YES)
          .ifPresent(
              a -> found.add("PLB-6019", a.place(), a.provision(), ShippedData.need(rule, "why")));
    }
  }

  private static String says(Statement s) {
    return Applicability.spoken(s.label()) + (s.holds() ? " holds" : " does not hold");
  }
}
