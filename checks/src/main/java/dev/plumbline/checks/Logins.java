package dev.plumbline.checks;

import dev.plumbline.core.Finding;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Check.Outcome;
import dev.plumbline.engine.Facts;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The difference between the logins that were found and the table of authentication mechanisms. */
record Logins(Facts facts) {
  static final String MECHANISM = "login.mechanism";
  static final String SURFACE = "http.surface";
  static final String SNMP = "snmp.access";
  private static final String MANUAL = "changeMechanismsUrl";
  private static final int TABLE = 1;

  /** Logins by programs: the protocol has one field for any secret. */
  private static final Set<String> TOKENS =
      Set.of(
          "mqtt",
          "http-basic",
          "http-digest",
          "http-json",
          "http-graphql",
          "rtsp-basic",
          "rtsp-digest",
          "ftp",
          "onvif");

  /** Ways to log in that a manual can mention, by the word with which a row covers them. */
  private static final Map<String, Pattern> MENTIONS =
      Collections.unmodifiableMap(
          CheckData.read("routes.yaml").mappings("manual").stream()
              .collect(
                  Collectors.toMap(
                      m -> m.text("as").orElseThrow(),
                      m -> CheckData.pattern(m, "mention"),
                      (a, b) -> a,
                      TreeMap::new)));

  /**
   * @param more further reasons why nothing can be concluded from finding nothing
   */
  Outcome compare(List<String> more) {
    Network network = Network.of(facts);
    Declared declared = Declared.of(facts);
    List<IxitEntry> table = declared.table(TABLE);
    String name = declared.name(TABLE);
    Questions questions = new Questions();
    questions.restsOn(network.ports());
    for (Observation login : facts.observations(MECHANISM)) {
      if (login.seen() && login.flag("password").orElse(false)) {
        compare(table, login, questions);
      }
    }
    facts.observations(SNMP).stream()
        .filter(Observation::seen)
        .forEach(o -> communities(table, o, questions));
    network.searched(Declared.services(table)).gaps().forEach(questions::gap);
    more.forEach(questions::gap);
    if (!network.unrecognised().isEmpty()) {
      questions.gap("nobody recognised the service at " + network.unrecognised());
    }
    network.open().forEach(e -> read(e, questions));
    List<IxitEntry> radios = declared.otherRadios();
    if (!radios.isEmpty()) {
      questions.gap(
          "logins over " + radios.stream().map(IxitEntry::id).toList() + " were not looked for");
    }
    return questions
        .contradicting(declared.place(TABLE), name + " lists every way of logging in.")
        .outcome(
            "No row of " + name + " names it: ",
            "Remove the login, or declare it in "
                + name
                + " with its factor, generation and brute-force prevention.",
            network.reach() + "; each login found there is a row of " + name + ".");
  }

  /** A row covers a password login where it names the service and its factor is a password. */
  private static void compare(List<IxitEntry> table, Observation login, Questions questions) {
    questions.restsOn(login);
    Optional<Endpoint> at = Endpoint.parse(login.subject());
    String service = at.map(Endpoint::service).orElse(login.subject());
    List<IxitEntry> rows =
        table.stream()
            .filter(r -> r.texts("endpoints").contains(service))
            .filter(r -> r.text("factorKind").isEmpty() || isPassword(r) || isToken(r, login))
            .toList();
    if (rows.isEmpty()) {
      questions.against(
          "a password login (" + login.text("kind") + ") at " + login.subject(), login);
      return;
    }
    if (rows.stream().noneMatch(r -> isPassword(r) || isToken(r, login))) {
      questions.gap("the rows for " + service + " do not say that their factor is a password");
    }
    int found = login.value().get("mechanisms") instanceof List<?> l ? l.size() : 1;
    if (found > rows.size()) {
      questions.gap(found + " logins were found at " + service + ", rows name " + rows.size());
    }
  }

  /**
   * Where the device takes a password in clear text that no row describes: it may be the password
   * of this row.
   *
   * @return nothing for a row that is no login by password
   */
  static List<String> inClearText(Facts facts, IxitEntry row) {
    List<IxitEntry> table = Declared.of(facts).table(TABLE);
    if (!table.contains(row) || !isPassword(row)) {
      return List.of();
    }
    return facts.observations(MECHANISM).stream()
        .filter(o -> o.seen() && o.flag("password").orElse(false))
        .filter(o -> o.flag("clearText").orElse(false))
        .filter(
            o ->
                Endpoint.parse(o.subject()).map(Endpoint::service).stream()
                    .noneMatch(e -> table.stream().anyMatch(r -> r.texts("endpoints").contains(e))))
        .map(Observation::subject)
        .toList();
  }

  /** A community is a password that goes over the network as it is. */
  private static void communities(List<IxitEntry> table, Observation snmp, Questions questions) {
    boolean takes =
        snmp.value().get("communities") instanceof List<?> l
            && !l.isEmpty()
            && !snmp.flag("anybody").orElse(false);
    String service = Endpoint.parse(snmp.subject()).map(Endpoint::service).orElse(snmp.subject());
    questions.restsOn(snmp);
    boolean there = snmp.flag("present").orElse(false);
    if (there && table.stream().noneMatch(r -> r.texts("endpoints").contains(service))) {
      if (takes) {
        questions.against("a login by SNMP community at " + snmp.subject(), snmp);
      } else {
        questions.gap("SNMP at " + snmp.subject() + " may take a community or user of its own");
      }
    }
  }

  /**
   * A random token in the field for a password is a login of its own kind, where the protocol knows
   * no other field. A form or a prompt that a person fills in is none of it.
   */
  private static boolean isToken(IxitEntry row, Observation login) {
    return row.text("factorKind").equals("token") && TOKENS.contains(login.text("kind"));
  }

  private static boolean isPassword(IxitEntry row) {
    return row.text("factorKind").startsWith("password");
  }

  /** Whether somebody examined an open service for logins. */
  private void read(Endpoint endpoint, Questions questions) {
    List<Observation> looked =
        facts.observations(MECHANISM, endpoint.toString()).stream()
            .filter(Observation::seen)
            .toList();
    for (Observation o : looked) {
      if (o.coverage().get("unanswered") instanceof List<?> l && !l.isEmpty()) {
        questions.gap("whether " + endpoint + " has a login of " + l + " is not known");
      }
    }
    boolean read = !looked.isEmpty();
    Optional<Observation> redirects = new Redirects(facts).only(endpoint);
    Optional<Observation> none =
        Network.of(facts)
            .withoutLogin(endpoint)
            .or(() -> facts.observations(SNMP, endpoint.toString()).stream().findFirst())
            .filter(o -> o.seen() && o.flag("present").orElse(false));
    if (!read && none.isPresent()) {
      questions.restsOn(none.get());
    } else if (!read && redirects.isPresent()) {
      questions.restsOn(redirects.get());
    } else if (!read) {
      questions.gap("nobody looked for a login at " + endpoint);
    }
  }

  /** What the manual leaves open: that it was not read, or the logins that it mentions. */
  List<String> manualGaps() {
    Pages pages = new Pages(facts);
    Optional<Observation> manual = pages.page(MANUAL);
    boolean opened = pages.opens(MANUAL, "changing a password").finding() instanceof Finding.Holds;
    if (manual.isEmpty() || !opened) {
      return List.of("the manual's page on logins was not read");
    }
    String text = manual.get().text("text");
    String rows =
        String.join(
                " ",
                Declared.of(facts).table(TABLE).stream()
                    .map(r -> r.id() + " " + r.text("description"))
                    .toList())
            .toLowerCase(Locale.ROOT);
    return MENTIONS.entrySet().stream()
        .filter(m -> m.getValue().matcher(text).find())
        .map(Map.Entry::getKey)
        .filter(word -> !rows.contains(word))
        .map(word -> "the manual mentions " + word + ", which no row describes")
        .toList();
  }
}
