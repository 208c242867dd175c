package dev.plumbline.checks;

import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Name and version that the device shows are those that were reviewed; a device that shows neither
 * passes by the text of the case.
 */
@Decides(v211 = "5.5-2-2a", v313 = "5.5-2-2a")
public final class ImplementationsAreTheReviewedOnes implements Check {
  private static final int TABLE = 12;

  @Override
  public List<String> needs() {
    return Network.needs(Disclosed.KEY);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    if (row.text("product").isBlank() || row.text("version").isBlank()) {
      return Outcome.undetermined(
          "Row " + row.id() + " does not name its implementation in 'product' and 'version'.");
    }
    Network network = Network.of(facts);
    Questions questions = new Questions();
    questions.restsOn(network.ports());
    network.searched(Set.of()).gaps().forEach(questions::gap);
    if (!network.unrecognised().isEmpty()) {
      questions.gap("nobody recognised the service at " + network.unrecognised());
    }
    List<IxitEntry> rows = Declared.of(facts).table(TABLE);
    facts.observations(Network.SERVICE).stream()
        .filter(Observation::seen)
        .forEach(o -> weigh(row, rows, o, questions));
    facts.observations(Disclosed.KEY).forEach(o -> disclosed(row, o, facts, questions));
    String named = row.text("product") + " " + row.text("version");
    return questions
        .contradicting(
            Declared.place(row, "version"),
            row.id() + " was reviewed in version " + row.text("version") + ".")
        .outcome(
            "",
            "Have the version in use reviewed, or ship the reviewed one.",
            "Nothing on the network shows another version than " + named + ".");
  }

  private static void weigh(
      IxitEntry row, List<IxitEntry> rows, Observation o, Questions questions) {
    questions.restsOn(o);
    String shown = o.text("product");
    if (shown.isBlank()) {
      return;
    }
    if (names(row, shown)) {
      version(row, o, o.text("version"), questions);
    } else if (rows.stream().noneMatch(r -> names(r, shown))) {
      questions.gap(
          o.subject()
              + " shows "
              + shown
              + ", which no row names; it may be this one by another name");
    }
  }

  /** Versions in headers and pages, which stand there with the name before them. */
  private static void disclosed(IxitEntry row, Observation o, Facts facts, Questions questions) {
    for (Disclosed fact : Disclosed.of(o, facts)) {
      String text = fact.text();
      int space = text.lastIndexOf(' ');
      if (fact.kind().equals("version") && space > 0 && names(row, text.substring(0, space))) {
        version(row, o, text.substring(space + 1), questions);
      }
    }
  }

  private static void version(IxitEntry row, Observation o, String version, Questions questions) {
    String reviewed = row.text("version");
    if (version.isBlank()) {
      questions.gap(o.subject() + " shows " + row.text("product") + " without its version");
    } else if (!version.equalsIgnoreCase(reviewed)) {
      questions.against(
          o.subject()
              + " runs "
              + row.text("product")
              + " "
              + version
              + ", reviewed was "
              + reviewed,
          o);
    }
  }

  private static boolean names(IxitEntry row, String shown) {
    String product = plain(row.text("product"));
    String other = plain(shown);
    return !product.isEmpty()
        && !other.isEmpty()
        && (other.contains(product) || product.contains(other));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
  }
}
