package dev.plumbline.checks.logins;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Questions.Asked;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.firmware.FirmwareAccounts;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.PasswordSamples;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.registry.Kinds;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The real passwords of sampled units look like the output of the declared generator. */
public final class PasswordsFollowTheirGeneration implements Check {
  private static final String REACHABLE = "networkReachable";
  private static final String UNTRIED = "untried";
  private static final long ENOUGH = 3;
  private static final double FEWEST_BITS = 16;
  private static final double LEAST_SHARE = 0.75;
  private static final BoundedPattern BITS = BoundedPattern.compile("\\b([0-9]{2,3})[ -]?bits?\\b");

  @Override
  public List<String> needs() {
    return Stream.of(
            PasswordSamples.class,
            LoginDefaultPassword.class,
            FirmwareAccounts.class,
            SnmpAccess.class)
        .map(Kinds::key)
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    if (item.entry().isEmpty()) {
      return Outcome.undetermined("The item names no row.");
    }
    IxitEntry row = item.entry().get();
    Questions questions = new Questions();
    Optional<Observation> answer = facts.newest(PasswordSamples.class, row.subject());
    answer.ifPresent(questions::restsOn);
    Optional<PasswordSamples> samples = answer.flatMap(o -> o.as(PasswordSamples.class));
    samples.ifPresentOrElse(
        s -> weigh(row, s, answer.get(), questions),
        () ->
            questions
                .ask("Do the sampled passwords follow the declared generation?", row.subject())
                .left(
                    answer
                        .map(o -> "the sample passwords of " + row.id() + ": " + o.reason())
                        .orElse("no sample passwords of " + row.id() + " were studied"),
                    new Remedy.GiveSamples(
                        "the passwords of at least "
                            + ENOUGH
                            + " units for "
                            + row.id()
                            + ", in the file that test.samples of product.yaml names")));
    endpoints(row, facts, questions);
    image(facts, questions);
    return questions
        .contradicting(
            Declared.place(row, "passwordGenerationMechanism"),
            row.id() + ": " + row.text("passwordGenerationMechanism"))
        .outcome(
            "",
            "Make each unit's password from a random generator in production, at least ten characters, and derive nothing from public data.",
            samples
                .map(
                    s ->
                        "The "
                            + s.count()
                            + " sampled passwords match the declared pattern, differ, and follow in"
                            + " none of the ways tried from MAC address, serial number or user"
                            + " name.")
                .orElse(""));
  }

  private static void endpoints(IxitEntry row, Facts facts, Questions questions) {
    List<Endpoint> endpoints = Declared.of(facts).endpoints(row);
    endpoints.forEach(e -> knownDefaults(facts, row, e, questions));
    if (!endpoints.isEmpty()) {
      return;
    }
    if (row.flag(REACHABLE).orElse(true)) {
      questions
          .ask("Does the login refuse every known password?", row.subject())
          .left(
              "row " + row.id() + " names no endpoint, so that no known password was tried",
              new Remedy.AddEndpoints(row.subject()));
    } else {
      questions.notLookedAt("known passwords of " + row.id() + ", which no network reaches");
    }
  }

  private static void weigh(
      IxitEntry row, PasswordSamples samples, Observation o, Questions questions) {
    Asked alike =
        questions.ask("Do the sampled passwords differ and match the pattern?", row.subject());
    Asked made =
        questions.ask("Does no sampled password follow from what others know?", row.subject());
    long units = Math.min(samples.count(), samples.units());
    alike.answered(o, samples.count() + " sampled passwords differ and match the declared pattern");
    made.answered(
        o, "none of the ways tried leads to one of " + samples.count() + " sampled passwords");
    questions.lookedAt(samples.count() + " sampled passwords of " + row.id());
    if (units < ENOUGH) {
      alike.left(
          "only " + units + " sampled units; at least " + ENOUGH + " are needed to see a pattern",
          new Remedy.GiveSamples("the passwords of at least " + ENOUGH + " units"));
    }
    if (row.text("passwordPattern").isEmpty() || samples.patternMisses().isEmpty()) {
      alike.left(
          "row " + row.id() + " declares no usable passwordPattern to compare with",
          new Remedy.ChangeDeclaration(row.subject(), "state passwordPattern"));
    }
    List<String> from = row.texts("derivedFrom");
    sign(samples.duplicates() > 0, "units share a password", o, alike);
    sign(
        samples.patternMisses().orElse(0L) > 0,
        "passwords do not match the declared pattern",
        o,
        alike);
    sign(samples.common() > 0, "passwords stand in lists of common passwords", o, made);
    sign(
        samples.fromMac() > 0 && !from.contains("mac-address"),
        "passwords follow from the MAC address" + ways(samples.fromMacBy()),
        o,
        made);
    sign(
        samples.fromSerial() > 0 && !from.contains("serial-number"),
        "passwords follow from the serial number" + ways(samples.fromSerialBy()),
        o,
        made);
    sign(
        samples.fromUser() > 0 && !from.contains("other"),
        "passwords follow from the user name",
        o,
        made);
    sign(
        samples.countsOn() || samples.sequence(),
        samples.countsOn()
            ? "passwords count up from unit to unit"
            : "passwords hold rows such as 12345",
        o,
        made);
    strength(row, samples, o, units, questions);
  }

  private static void sign(boolean seen, String clause, Observation o, Asked asked) {
    if (seen) {
      asked.refuted(o, clause);
    }
  }

  private static String ways(Optional<List<String>> ways) {
    return ways.filter(w -> !w.isEmpty()).map(w -> " (" + String.join("; ", w) + ")").orElse("");
  }

  /**
   * The strength that the row promises in bits, where it does, beside the most that alphabet and
   * length of the samples can have.
   */
  private static void strength(
      IxitEntry row, PasswordSamples samples, Observation o, long units, Questions questions) {
    OptionalDouble declared =
        BITS.matcher(row.text("passwordGenerationMechanism"))
            .results()
            .mapToDouble(m -> Double.parseDouble(m.group(1)))
            .filter(bits -> bits >= FEWEST_BITS)
            .min();
    Asked strong =
        questions.ask(
            "Can the sampled passwords have the strength that the row declares?", row.subject());
    if (units < ENOUGH) {
      strong.left("too few units were sampled to see an alphabet");
      return;
    }
    if (samples.entropyBits() < FEWEST_BITS) {
      strong.left(
          "alphabet and length of the samples leave at most "
              + Math.round(samples.entropyBits())
              + " bits; a person judges whether the declared generation is meant to be that weak",
          new Remedy.PersonLooks("the strength of the passwords of " + row.id()));
    }
    if (declared.isEmpty()) {
      strong.answered(
          o,
          "alphabet and length of the samples leave at most "
              + Math.round(samples.entropyBits())
              + " bits, and the row names no number");
      return;
    }
    String compared =
        "alphabet and length of the samples leave at most "
            + Math.round(samples.entropyBits())
            + " bits, and the row declares "
            + Math.round(declared.getAsDouble());
    // Few samples may miss characters of the alphabet, which costs a few bits and not a quarter.
    if (samples.entropyBits() < declared.getAsDouble() * LEAST_SHARE) {
      strong.refuted(o, compared);
    } else {
      strong.answered(o, compared);
    }
  }

  /**
   * An account of the image is not yet the password of this login: the device may replace it before
   * anybody can log in. So it refutes nothing, and until somebody looked nothing holds.
   */
  private static void image(Facts facts, Questions questions) {
    List<Facts.Seen<FirmwareAccounts>> images = facts.seen(FirmwareAccounts.class);
    if (images.isEmpty()) {
      questions.notLookedAt("accounts of a firmware image");
    }
    for (Facts.Seen<FirmwareAccounts> image : images) {
      Asked none =
          questions.ask(
              "Does the firmware image ship no account with a known password?", image.subject());
      image.fact().accounts().stream()
          .filter(a -> !a.login().equals("no"))
          .forEach(a -> account(a, none, questions));
      if (!image.fact().complete()) {
        questions.notLookedAt("accounts in parts of the firmware image that were not opened");
      }
      long tried =
          image.fact().accounts().stream()
              .filter(a -> !a.login().equals("no") && a.known().filter("none"::equals).isPresent())
              .count();
      none.answered(
          image.observation(),
          "the passwords of "
              + tried
              + " accounts that can log in were tried, and none is on the lists "
              + image.fact().lists());
    }
  }

  private static void account(FirmwareAccounts.Account account, Asked none, Questions questions) {
    String known = account.known().orElse(UNTRIED);
    boolean open = account.password().equals("empty");
    if (open || !(known.equals("none") || known.equals(UNTRIED))) {
      none.left(
          "the firmware image ships the account "
              + account.name()
              + (open ? " without a password" : " with a password of the list " + known)
              + "; whether this login still takes it, a person tries",
          new Remedy.PersonLooks("whether the login takes the account " + account.name()));
    } else if (known.equals(UNTRIED)) {
      questions.notLookedAt("the password of the account " + account.name() + " of the image");
    }
  }

  private static void knownDefaults(
      Facts facts, IxitEntry row, Endpoint endpoint, Questions questions) {
    facts
        .newestSeen(SnmpAccess.class, endpoint.toString())
        .filter(s -> s.fact().present())
        .ifPresentOrElse(
            s -> communities(endpoint, s, questions),
            () -> KnownPasswordTrials.ask(facts, row, endpoint, questions));
  }

  /** An agent says nothing to a community that it does not know, as one does that hears no more. */
  private static void communities(
      Endpoint endpoint, Facts.Seen<SnmpAccess> snmp, Questions questions) {
    Asked refused =
        questions.ask("Does SNMP refuse every well-known community?", endpoint.toString());
    SnmpAccess access = snmp.fact();
    long tried = access.communitiesTried().orElse(0L);
    if (!access.communities().orElse(List.of()).isEmpty()) {
      refused.refuted(snmp.observation(), "a well-known SNMP community works at " + endpoint);
    }
    if (access.anybody().orElse(false)) {
      refused.refuted(snmp.observation(), "SNMP at " + endpoint + " reads for any community");
    }
    if (!access.heard().orElse(false) || tried == 0) {
      refused.left(
          "whether " + endpoint + " heard the well-known SNMP communities is not known",
          new Remedy.RunProbe(List.of("snmp-access")));
    }
    List<String> users = access.users().orElse(List.of());
    if (!users.isEmpty()) {
      refused.left(
          "the SNMP users "
              + users
              + " read at "
              + endpoint
              + " without a password; a person looks whether they may",
          new Remedy.PersonLooks("the SNMP users " + users));
    }
    refused.answered(snmp.observation(), tried + " well-known communities were refused");
    questions.lookedAt(tried + " well-known SNMP communities at " + endpoint);
  }
}
