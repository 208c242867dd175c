package dev.plumbline.declaration;

import dev.plumbline.catalogue.Condition;
import dev.plumbline.catalogue.Provision;
import dev.plumbline.declaration.data.Texts;
import dev.plumbline.dossier.Statement;
import java.util.Map;

/** What the ICS leaves open. No answer is never read as no. */
final class IcsCompleteness implements Concern {

  @Override
  public void look(DatedDossier declared, Found found) {
    for (Provision p : declared.catalogue().provisions().values()) {
      if (declared.support(p.id()).isEmpty()) {
        String choices = p.isConditional() ? "Y, N or N/A" : "Y or N";
        found.add("PLB-3010", declared.icsFile(), p.id(), p.title(), choices);
      }
    }
    for (Condition c : declared.catalogue().conditions().values()) {
      settled(c, "PLB-3011", declared.ics().conditions(), declared, found);
    }
    for (Condition c : declared.catalogue().features().values()) {
      settled(c, "PLB-3012", declared.ics().features(), declared, found);
    }
  }

  private static void settled(
      Condition c,
      String kind,
      Map<String, Statement> statements,
      DatedDossier declared,
      Found found) {
    Statement statement = statements.get(c.label());
    if (statement == null) {
      String provisions = Texts.listed(c.usedBy().stream().map(Object::toString).toList());
      found.add(kind, declared.icsFile(), c.label(), c.meaning(), provisions);
    } else if (!statement.holds() && statement.because().isBlank()) {
      found.add("PLB-3013", statement.place(), Applicability.spoken(c.label()), c.meaning());
    }
  }
}
