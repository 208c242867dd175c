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
  private static final String FILE = "statements.yaml";

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
    return rules(ShippedData.read(FILE), edition);
  }

  private static List<Implication> rules(Mapping file, String edition) {
    List<Implication> rules = new ArrayList<>();
    for (Mapping r :
        file.mapping("implications").stream().flatMap(m -> m.mappings(edition).stream()).toList()) {
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
  public void look(Declared declared, Found found) {
    Mapping file = ShippedData.read(FILE);
    for (Implication rule : rules(file, declared.edition().version())) {
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
  private static void answers(Mapping file, Declared declared, Found found) {
    Optional<Mapping> rules = file.mapping("ruledOut");
    for (Mapping rule :
        rules.map(r -> r.mappings(declared.edition().version())).orElse(List.of())) {
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
