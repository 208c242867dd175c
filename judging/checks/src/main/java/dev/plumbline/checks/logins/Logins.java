package dev.plumbline.checks.logins;

import dev.plumbline.catalogue.Words;
import dev.plumbline.checks.CheckData;
import dev.plumbline.checks.Declared;
import dev.plumbline.checks.NetworkFacts;
import dev.plumbline.checks.PortSearch;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.Redirects;
import dev.plumbline.checks.pages.Pages;
import dev.plumbline.core.BoundedPattern;
import dev.plumbline.core.Finding;
import dev.plumbline.core.Remedy;
import dev.plumbline.core.TableRole;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.check.Check.Outcome;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.login.LoginMechanism;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.page.PageFetched;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.ssh.SshMethods;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The difference between the logins that were found and the table of authentication mechanisms. */
public record Logins(Facts facts) {
  static final String MECHANISM = Kinds.key(LoginMechanism.class);
  public static final String SURFACE = Kinds.key(HttpSurface.class);
  private static final String MANUAL = "changeMechanismsUrl";
  private static final String ENDPOINTS = "endpoints";
  private static final String FACTOR = "factorKind";
  private static final String NONE = "none";
  private static final TableRole TABLE = TableRole.AUTHENTICATION_MECHANISMS;
  private static final TableRole USER_INFORMATION = TableRole.USER_INFORMATION;

  /** As much of a page as is kept. */
  private static final int KEPT = 20_000;

  private static final Remedy RUN = new Remedy.RunProbe(List.of("login-mechanisms"));

  /** Factors that are none of the words which people know. */
  private static final Set<String> NO_PASSWORDS = Set.of("token", "key-or-certificate");

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

  /** A form for a code that lets in who has forgotten the password. */
  private static final String CODE = "http-code";

  private static final Set<String> CODE_WORDS = Set.of("code", "codes", "pin", "pins");

  /** Ways to log in that a manual can mention, by the word with which a row covers them. */
  private static final Map<String, BoundedPattern> MENTIONS =
      Collections.unmodifiableMap(
          CheckData.read("routes.yaml").mappings("manual").stream()
              .collect(
                  Collectors.toMap(
                      m -> m.text("as").orElseThrow(),
                      m -> CheckData.pattern(m, "mention"),
                      (a, b) -> a,
                      TreeMap::new)));

  /**
   * Compares what was found with the table.
   *
   * @param questions to which the caller may have added its own
   */
  Outcome compare(Questions questions) {
    NetworkFacts network = NetworkFacts.of(facts);
    Declared declared = Declared.of(facts);
    List<IxitEntry> table = declared.table(TABLE);
    String name = declared.name(TABLE);
    questions.restsOn(network.ports());
    new PortSearch(facts, Declared.services(table)).ask(questions);
    facts.seen(LoginMechanism.class).stream()
        .filter(l -> passwords(l.fact()).findAny().isPresent())
        .forEach(l -> compare(table, l, name, questions));
    facts.seen(SnmpAccess.class).stream()
        .filter(s -> s.fact().present())
        .forEach(s -> communities(table, s, name, questions));
    network.open().forEach(e -> read(e, questions));
    declared
        .otherRadios()
        .forEach(
            r ->
                questions
                    .ask("Is it known whether there is a login over the radio?", r.subject())
                    .left(
                        "logins over [" + r.id() + "] were not looked for",
                        new Remedy.PersonLooks("logins over " + r.id())));
    return questions
        .contradicting(declared.place(TABLE), name + " lists every way of logging in.")
        .outcome(
            "No row of " + name + " names it: ",
            "Remove the login, or declare it in "
                + name
                + " with its factor, generation and brute-force prevention.",
            network.reach() + "; each password login found there is a row of " + name + ".");
  }

  /** One login as a kind of its own; the fact itself where it lists none. */
  private record Found(String kind, boolean password, boolean clearText, boolean unasked) {}

  private static Stream<Found> passwords(LoginMechanism login) {
    Stream<Found> first =
        Stream.of(new Found(login.kind(), login.password(), login.clearText(), false));
    Stream<Found> all =
        login.mechanisms().orElse(List.of()).stream()
            .map(m -> new Found(m.kind(), m.password(), m.clearText(), m.unasked().orElse(false)));
    return Stream.concat(first, all).filter(Found::password).distinct();
  }

  /** A row covers a password login where it names the service and its factor is a password. */
  private static void compare(
      List<IxitEntry> table, Facts.Seen<LoginMechanism> login, String name, Questions questions) {
    Questions.Asked asked =
        questions.ask("Does a row of " + name + " name each login found there?", login.subject());
    String service = service(login.subject());
    List<IxitEntry> there =
        table.stream().filter(r -> r.texts(ENDPOINTS).contains(service)).toList();
    for (Found found : passwords(login.fact()).toList()) {
      if (there.stream().noneMatch(r -> r.text(FACTOR).isEmpty() || covers(r, found.kind()))) {
        asked.refuted(
            login.observation(), "a password login (" + found.kind() + ") at " + login.subject());
      } else if (found.kind().equals(CODE) && there.stream().noneMatch(Logins::saysCode)) {
        asked.refuted(login.observation(), "a login by a recovery code at " + login.subject());
      } else if (found.unasked() && there.stream().noneMatch(r -> says(r, found.kind()))) {
        asked.refuted(
            login.observation(),
            "a password login (" + found.kind() + ") that nothing asks for, at " + login.subject());
      } else if (there.stream().noneMatch(r -> covers(r, found.kind()))) {
        asked.left(
            "the rows for " + service + " do not say that their factor is a password",
            new Remedy.ChangeDeclaration(name, "state '" + FACTOR + "' of " + service));
      }
    }
    long found =
        Math.max(
            1,
            login.fact().mechanisms().orElse(List.of()).stream()
                .filter(m -> !m.kind().equals(NONE))
                .count());
    long named =
        there.stream()
            .filter(
                r ->
                    r.text(FACTOR).isEmpty()
                        || passwords(login.fact()).anyMatch(f -> covers(r, f.kind())))
            .count();
    if (found > named) {
      asked.left(
          found + " logins were found at " + service + ", rows name " + named,
          new Remedy.PersonLooks("the logins at " + login.subject()));
    }
    asked.answered(login.observation(), "rows for " + service + " name a login by password");
  }

  private static boolean saysCode(IxitEntry row) {
    return hasWord(row, w -> CODE_WORDS.contains(w) || w.startsWith("recover"));
  }

  /** Whether a row names the login, such as "basic" of http-basic. */
  private static boolean says(IxitEntry row, String kind) {
    return hasWord(row, kind.substring(kind.lastIndexOf('-') + 1)::equals);
  }

  /** As a whole word: "encoded" is no code, and "basically" is no HTTP Basic. */
  private static boolean hasWord(IxitEntry row, Predicate<String> word) {
    return row.cells().keySet().stream()
        .flatMap(k -> Stream.of(Words.fold(row.text(k)).split(" ")))
        .anyMatch(word);
  }

  private static boolean covers(IxitEntry row, String kind) {
    return isPassword(row) || isToken(row, kind);
  }

  private static String service(String subject) {
    return Endpoint.parse(subject).map(Endpoint::service).orElse(subject);
  }

  /**
   * Where the device takes a password in clear text that no row describes: it may be the password
   * of this row.
   *
   * @return nothing for a row that is no login by password
   */
  public static List<String> inClearText(Facts facts, IxitEntry row) {
    List<IxitEntry> table = Declared.of(facts).table(TABLE);
    if (!table.contains(row) || !isPassword(row)) {
      return List.of();
    }
    return facts.seen(LoginMechanism.class).stream()
        .filter(l -> passwords(l.fact()).anyMatch(Found::clearText))
        .map(Facts.Seen::subject)
        .filter(
            s ->
                Endpoint.parse(s).map(Endpoint::service).stream()
                    .noneMatch(e -> table.stream().anyMatch(r -> r.texts(ENDPOINTS).contains(e))))
        .toList();
  }

  /** A community is a password that goes over the network as it is. */
  private static void communities(
      List<IxitEntry> table, Facts.Seen<SnmpAccess> snmp, String name, Questions questions) {
    Questions.Asked asked =
        questions.ask("Does a row of " + name + " name the login of SNMP?", snmp.subject());
    String service = service(snmp.subject());
    boolean takes =
        !snmp.fact().communities().orElse(List.of()).isEmpty()
            && !snmp.fact().anybody().orElse(false);
    if (table.stream().anyMatch(r -> r.texts(ENDPOINTS).contains(service))) {
      asked.answered(snmp.observation(), "a row names " + service);
    } else if (takes) {
      asked.refuted(snmp.observation(), "a login by SNMP community at " + snmp.subject());
    } else {
      asked.left(
          "SNMP at " + snmp.subject() + " may take a community or user of its own",
          new Remedy.PersonLooks("SNMP at " + snmp.subject()));
    }
  }

  /**
   * A random token in the field for a password is a login of its own kind, where the protocol knows
   * no other field. A form or a prompt that a person fills in is none of it.
   */
  private static boolean isToken(IxitEntry row, String kind) {
    return row.text(FACTOR).equals("token") && TOKENS.contains(kind);
  }

  private static boolean isPassword(IxitEntry row) {
    return row.text(FACTOR).startsWith("password");
  }

  /** Whether somebody examined an open service for logins. */
  private void read(Endpoint endpoint, Questions questions) {
    String at = endpoint.toString();
    Questions.Asked known = questions.ask("Is it known whether there is a login?", at);
    NetworkFacts network = NetworkFacts.of(facts);
    List<Facts.Seen<LoginMechanism>> looked = facts.seen(LoginMechanism.class, at);
    for (Facts.Seen<LoginMechanism> l : looked) {
      if (l.fact().unanswered().isEmpty()) {
        known.left("which kinds of login were not told at " + at + " is not recorded", RUN);
      }
      l.fact()
          .unanswered()
          .filter(u -> !u.isEmpty())
          .ifPresent(
              u -> known.left("whether " + at + " has a login of " + u + " is not known", RUN));
      questions.lookedAt(l.fact().looked().size() + " places of " + at + " read for a login");
      known.answered(
          l.observation(),
          l.fact().kind().equals(NONE)
              ? "it was read, and asks for no password"
              : "it was read, and has a login by " + l.fact().kind());
    }
    if (looked.isEmpty()) {
      network
          .withoutLogin(endpoint)
          .or(
              () ->
                  facts.seen(SnmpAccess.class, at).stream()
                      .filter(s -> s.fact().present())
                      .map(Facts.Seen::observation)
                      .findFirst())
          .or(() -> new Redirects(facts).only(endpoint))
          .ifPresentOrElse(
              o -> known.answered(o, "what answers there is known to have no other login"),
              () -> known.left("nobody looked for a login at " + at, RUN));
    }
    if (network.unrecognised().contains(endpoint)) {
      known.left(
          "nobody recognised the service at " + at, new Remedy.PersonLooks("what speaks at " + at));
    }
  }

  /** A login by key is one too, though nobody can guess it. */
  void keys(Questions questions) {
    List<IxitEntry> table = Declared.of(facts).table(TABLE);
    for (Facts.Seen<SshMethods> ssh : facts.seen(SshMethods.class)) {
      String service = service(ssh.subject());
      Questions.Asked named = questions.ask("Does a row name the logins of SSH?", ssh.subject());
      if (table.stream().noneMatch(r -> r.texts(ENDPOINTS).contains(service))) {
        named.left(
            "SSH at " + ssh.subject() + " offers " + ssh.fact().methods() + ", and no row names it",
            new Remedy.PersonLooks("who logs in at " + ssh.subject()));
      }
      named.answered(ssh.observation(), "a row names " + service);
    }
  }

  /** Asks the manual for logins that no row describes. */
  void manual(Questions questions) {
    String table = Declared.of(facts).name(USER_INFORMATION);
    Questions.Asked asked =
        questions.ask("Does the manual mention no login beyond the rows?", table);
    Pages pages = new Pages(facts);
    Optional<Observation> manual = pages.page(MANUAL);
    manual.ifPresent(questions::restsOn);
    boolean opened = pages.opens(MANUAL, "changing a password").finding() instanceof Finding.Holds;
    Optional<PageFetched> page = manual.filter(o -> opened).flatMap(o -> o.as(PageFetched.class));
    if (page.isEmpty()) {
      asked.left(
          "the manual's page on logins was not read",
          new Remedy.ChangeDeclaration(table, "state '" + MANUAL + "'"));
      return;
    }
    String rows =
        String.join(
                " ",
                Declared.of(facts).table(TABLE).stream()
                    .map(r -> r.id() + " " + r.text("description"))
                    .toList())
            .toLowerCase(Locale.ROOT);
    MENTIONS.entrySet().stream()
        .filter(m -> m.getValue().matcher(page.get().text()).find())
        .map(Map.Entry::getKey)
        .filter(word -> !BoundedPattern.compile("\\b" + word + "s?\\b").matcher(rows).find())
        .forEach(
            word ->
                asked.left(
                    "the manual mentions " + word + ", which no row describes",
                    new Remedy.PersonLooks("logins by " + word)));
    asked.answered(
        manual.get(), "it mentions none of " + MENTIONS.keySet() + " that no row describes");
    questions.lookedAt("the manual at " + manual.get().subject());
    if (page.get().text().length() >= KEPT) {
      questions.notLookedAt("what the manual says after its first " + KEPT + " characters");
    }
  }

  /** Whether a row is of a password login, or does not say of what. */
  public static boolean mayBeByPassword(IxitEntry row) {
    return !NO_PASSWORDS.contains(row.text(FACTOR));
  }
}
