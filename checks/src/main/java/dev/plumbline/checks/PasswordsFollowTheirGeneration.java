package dev.plumbline.checks;

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

/** The real passwords of sampled units look like the output of the declared generator. */
@Decides(
    v211 = {"5.1-1-2c", "5.1-2-2a"},
    v313 = {"5.1-1-2c", "5.1-2-2a"})
public final class PasswordsFollowTheirGeneration implements Check {
  private static final String SAMPLES = "password.samples";
  private static final String DEFAULTS = "login.default-password";
  private static final String ACCOUNTS = "firmware.accounts";
  private static final long ENOUGH = 3;

  @Override
  public List<String> needs() {
    return List.of(SAMPLES, DEFAULTS, ACCOUNTS, Logins.SNMP);
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
      questions.gap(
          samples
              .map(o -> "the sample passwords of " + row.id() + ": " + o.reason())
              .orElse(
                  "no sample passwords of " + row.id() + "; name a samples file in product.yaml"));
    }
    Declared.of(facts).endpoints(row).forEach(e -> knownDefaults(facts, e, questions));
    facts.observations(ACCOUNTS).forEach(o -> shipped(o, questions));
    return questions
        .contradicting(
            Declared.place(row, "passwordGenerationMechanism"),
            row.id() + ": " + row.text("passwordGenerationMechanism"))
        .outcome(
            "",
            "Make each unit's password from a random generator in production, at least ten characters, and derive nothing from public data.",
            "The sampled passwords match the declared pattern, differ, and show no link to public data.");
  }

  private static void weigh(IxitEntry row, Observation o, Questions questions) {
    questions.restsOn(o);
    long units = o.number("count").orElse(0L);
    if (units < ENOUGH) {
      questions.gap(
          "only " + units + " sampled units; at least " + ENOUGH + " are needed to see a pattern");
    }
    if (row.text("passwordPattern").isEmpty() || o.number("patternMisses").isEmpty()) {
      questions.gap("row " + row.id() + " declares no usable passwordPattern to compare with");
    }
    List<String> from = row.texts("derivedFrom");
    sign(o, "duplicates", true, "units share a password", questions);
    sign(o, "patternMisses", true, "passwords do not match the declared pattern", questions);
    sign(o, "common", true, "passwords stand in lists of common passwords", questions);
    sign(
        o,
        "fromMac",
        !from.contains("mac-address"),
        "passwords follow from the MAC address",
        questions);
    sign(
        o,
        "fromSerial",
        !from.contains("serial-number"),
        "passwords follow from the serial number",
        questions);
    sign(o, "fromUser", !from.contains("other"), "passwords follow from the user name", questions);
    boolean counts = o.flag("countsOn").orElse(false);
    sign(
        o,
        "sequence",
        true,
        counts ? "passwords count up from unit to unit" : "passwords hold rows such as 12345",
        questions);
  }

  /** A sign that was not looked for is a gap, as its absence then says nothing. */
  private static void sign(
      Observation o, String name, boolean counts, String text, Questions questions) {
    Optional<Boolean> set = o.flag(name).or(() -> o.number(name).map(n -> n > 0));
    if (set.isEmpty() && !name.equals("patternMisses")) {
      questions.gap("whether " + text + " was not looked at");
    } else if (counts && set.orElse(false)) {
      questions.against(text, o);
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

  private static void knownDefaults(Facts facts, Endpoint endpoint, Questions questions) {
    Optional<Observation> snmp =
        facts.observations(Logins.SNMP, endpoint.toString()).stream()
            .filter(o -> o.flag("present").orElse(false))
            .findFirst();
    if (snmp.isPresent()) {
      communities(endpoint, snmp.get(), questions);
      return;
    }
    Optional<Observation> tried =
        facts.observations(DEFAULTS, endpoint.toString()).stream().findFirst();
    if (tried.isEmpty() || !tried.get().seen()) {
      questions.gap(
          "no publicly known default was tried at "
              + endpoint
              + tried.map(o -> " (" + o.reason() + ")").orElse(""));
      return;
    }
    Observation o = tried.get();
    questions.restsOn(o);
    boolean none = o.value().get("accepted") instanceof List<?> l && l.isEmpty();
    boolean some = o.value().get("accepted") instanceof List<?> l && !l.isEmpty();
    if (some) {
      questions.against("a publicly known default password is accepted at " + endpoint, o);
    } else if (!none || !(o.coverage().get("tried") instanceof Number n && n.longValue() > 0)) {
      questions.gap("how many publicly known defaults were tried at " + endpoint + " is not known");
    } else if (!(o.coverage().get("untriedUsers") instanceof List<?> untried)) {
      questions.gap("for which users known defaults were tried at " + endpoint + " is not known");
    } else if (!untried.isEmpty()) {
      questions.gap("known defaults got no answer at " + endpoint + " for the users " + untried);
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
