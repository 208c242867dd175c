package dev.plumbline.checks;

import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** The real passwords of sampled units look like the output of the declared generator. */
@Decides(
    v211 = {"5.1-1-2c", "5.1-2-2a"},
    v313 = {"5.1-1-2c", "5.1-2-2a"})
public final class PasswordsFollowTheirGeneration implements Check {
  private static final String SAMPLES = "password.samples";
  private static final String ACCOUNTS = "firmware.accounts";
  private static final long ENOUGH = 3;
  private static final double FEWEST_BITS = 16;
  private static final double LEAST_SHARE = 0.75;
  private static final Pattern BITS = Pattern.compile("\\b([0-9]{2,3})[ -]?bits?\\b");

  @Override
  public List<String> needs() {
    return List.of(SAMPLES, KnownPasswordTrials.KEY, ACCOUNTS, Logins.SNMP);
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Optional<Observation> samples = facts.observations(SAMPLES, row.subject()).stream().findFirst();
    if (samples.filter(Observation::seen).isPresent()) {
      weigh(row, samples.get(), questions);
    } else {
      questions
          .ask("Do the sampled passwords follow the declared generation?", row.subject())
          .left(
              samples
                  .map(o -> "the sample passwords of " + row.id() + ": " + o.reason())
                  .orElse("no sample passwords of " + row.id() + " were studied"),
              new Remedy.GiveSamples(
                  "the passwords of at least "
                      + ENOUGH
                      + " units for "
                      + row.id()
                      + ", in the file that test.samples of product.yaml names"));
    }
    Declared.of(facts).endpoints(row).forEach(e -> knownDefaults(facts, row, e, questions));
    facts.observations(ACCOUNTS).forEach(o -> shipped(o, questions));
    return questions
        .contradicting(
            Declared.place(row, "passwordGenerationMechanism"),
            row.id() + ": " + row.text("passwordGenerationMechanism"))
        .outcome(
            "",
            "Make each unit's password from a random generator in production, at least ten characters, and derive nothing from public data.",
            samples
                .map(
                    o ->
                        "The "
                            + o.number("count").orElse(0L)
                            + " sampled passwords match the declared pattern, differ, and follow in"
                            + " none of the ways tried from MAC address, serial number or user"
                            + " name.")
                .orElse(""));
  }

  private static void weigh(IxitEntry row, Observation o, Questions questions) {
    Asked alike =
        questions.ask("Do the sampled passwords differ and match the pattern?", row.subject());
    Asked made =
        questions.ask("Does no sampled password follow from what others know?", row.subject());
    long units = o.number("count").orElse(0L);
    alike.answered(o, units + " sampled passwords differ and match the declared pattern");
    made.answered(o, "none of the ways tried leads to one of " + units + " sampled passwords");
    questions.lookedAt(units + " sampled passwords of " + row.id());
    if (units < ENOUGH) {
      alike.left(
          "only " + units + " sampled units; at least " + ENOUGH + " are needed to see a pattern",
          new Remedy.GiveSamples("the passwords of at least " + ENOUGH + " units"));
    }
    if (row.text("passwordPattern").isEmpty() || o.number("patternMisses").isEmpty()) {
      alike.left(
          "row " + row.id() + " declares no usable passwordPattern to compare with",
          new Remedy.ChangeDeclaration(row.subject(), "state passwordPattern"));
    }
    List<String> from = row.texts("derivedFrom");
    sign(o, "duplicates", true, "units share a password", alike);
    sign(o, "patternMisses", true, "passwords do not match the declared pattern", alike);
    sign(o, "common", true, "passwords stand in lists of common passwords", made);
    sign(
        o,
        "fromMac",
        !from.contains("mac-address"),
        "passwords follow from the MAC address" + ways(o, "fromMacBy"),
        made);
    sign(
        o,
        "fromSerial",
        !from.contains("serial-number"),
        "passwords follow from the serial number" + ways(o, "fromSerialBy"),
        made);
    sign(o, "fromUser", !from.contains("other"), "passwords follow from the user name", made);
    boolean counts = o.flag("countsOn").orElse(false);
    sign(
        o,
        "sequence",
        true,
        counts ? "passwords count up from unit to unit" : "passwords hold rows such as 12345",
        made);
    strength(row, o, units, questions);
  }

  private static String ways(Observation o, String field) {
    List<String> ways = o.texts(field);
    return ways.isEmpty() ? "" : " (" + String.join("; ", ways) + ")";
  }

  /**
   * The strength that the row promises in bits, where it does, beside the most that alphabet and
   * length of the samples can have.
   */
  private static void strength(IxitEntry row, Observation o, long units, Questions questions) {
    OptionalDouble declared =
        BITS.matcher(row.text("passwordGenerationMechanism"))
            .results()
            .mapToDouble(m -> Double.parseDouble(m.group(1)))
            .filter(bits -> bits >= FEWEST_BITS)
            .min();
    Optional<Double> most =
        Optional.ofNullable(o.value().get("entropyBits"))
            .map(String::valueOf)
            .filter(n -> n.matches("[0-9]{1,6}([.][0-9]{1,6})?"))
            .map(Double::valueOf);
    if (declared.isEmpty() || most.isEmpty() || units < ENOUGH) {
      return;
    }
    Asked strong =
        questions.ask(
            "Can the sampled passwords have the strength that the row declares?", row.subject());
    String compared =
        "alphabet and length of the samples leave at most "
            + Math.round(most.get())
            + " bits, and the row declares "
            + Math.round(declared.getAsDouble());
    // Few samples may miss characters of the alphabet, which costs a few bits and not a quarter.
    if (most.get() < declared.getAsDouble() * LEAST_SHARE) {
      strong.refuted(o, compared);
    } else {
      strong.answered(o, compared);
    }
  }

  /** A sign that was not looked for is a gap, as its absence then says nothing. */
  private static void sign(Observation o, String name, boolean counts, String text, Asked asked) {
    Optional<Boolean> set = o.flag(name).or(() -> o.number(name).map(n -> n > 0));
    if (set.isEmpty() && !name.equals("patternMisses")) {
      asked.left("whether " + text + " was not looked at");
    } else if (counts && set.orElse(false)) {
      asked.refuted(o, text);
    }
  }

  /**
   * An account of the image is not yet the password of this login: the device may replace it before
   * anybody can log in. So it refutes nothing, and until somebody looked nothing holds.
   */
  private static void shipped(Observation o, Questions questions) {
    if (!o.seen() || !(o.value().get("accounts") instanceof List<?> accounts)) {
      return;
    }
    for (Object account : accounts) {
      if (account instanceof Map<?, ?> a && !"no".equals(a.get("login"))) {
        String known = a.get("known") instanceof String s ? s : "none";
        boolean open = "empty".equals(a.get("password"));
        if (open || !(known.equals("none") || known.equals("untried"))) {
          questions.restsOn(o);
          questions.gap(
              "the firmware image ships the account "
                  + a.get("name")
                  + (open ? " without a password" : " with a password of the list " + known)
                  + "; whether this login still takes it, a person tries");
        }
      }
    }
  }

  private static void knownDefaults(
      Facts facts, IxitEntry row, Endpoint endpoint, Questions questions) {
    Optional<Observation> snmp =
        facts.observations(Logins.SNMP, endpoint.toString()).stream()
            .filter(o -> o.flag("present").orElse(false))
            .findFirst();
    if (snmp.isPresent()) {
      communities(endpoint, snmp.get(), questions);
    } else {
      KnownPasswordTrials.ask(facts, row, endpoint, questions);
    }
  }

  /** An agent says nothing to a community that it does not know, as one does that hears no more. */
  private static void communities(Endpoint endpoint, Observation snmp, Questions questions) {
    questions.restsOn(snmp);
    if (!(snmp.value().get("communities") instanceof List<?> l && l.isEmpty())) {
      questions.against("a well-known SNMP community works at " + endpoint, snmp);
    } else if (!Boolean.TRUE.equals(snmp.coverage().get("heard"))) {
      questions.gap("whether " + endpoint + " heard the well-known SNMP communities is not known");
    }
    if (!snmp.texts("users").isEmpty()) {
      questions.gap(
          "the SNMP users "
              + snmp.texts("users")
              + " read at "
              + endpoint
              + " without a password; a person looks whether they may");
    }
  }
}
