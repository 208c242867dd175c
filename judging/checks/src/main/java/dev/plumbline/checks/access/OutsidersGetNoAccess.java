package dev.plumbline.checks.access;

import dev.plumbline.checks.Declared;
import dev.plumbline.checks.Questions;
import dev.plumbline.checks.logins.KnownPasswordTrials;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.judging.check.Check;
import dev.plumbline.judging.check.TestItem;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.judging.fact.Facts.Seen;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.http.ApiSurface;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.http.WebsocketAccess;
import dev.plumbline.observation.login.AccessMatrix;
import dev.plumbline.observation.login.LoginDefaultPassword;
import dev.plumbline.observation.login.LoginSession;
import dev.plumbline.observation.network.BacnetPresence;
import dev.plumbline.observation.network.CoapResources;
import dev.plumbline.observation.network.FtpAccess;
import dev.plumbline.observation.network.ModbusAccess;
import dev.plumbline.observation.network.MqttAccess;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.observation.network.RtspAccess;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.observation.registry.Kinds;
import dev.plumbline.observation.ssh.SshMethods;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Without a login, with a wrong one and with that of a lesser role, a guarded service gives nothing
 * away. Lesser roles are tried through the driver alone: without one, a product with more than one
 * role can only be refuted.
 */
public final class OutsidersGetNoAccess implements Check {
  /** What shows whether a service is open to a caller without a login. */
  private static final List<Class<? extends Fact>> ACCESS =
      List.of(
          HttpSurface.class,
          SshMethods.class,
          UpnpControl.class,
          ApiSurface.class,
          BacnetPresence.class,
          CoapResources.class,
          FtpAccess.class,
          ModbusAccess.class,
          MqttAccess.class,
          OnvifAccess.class,
          RtspAccess.class,
          SnmpAccess.class,
          WebsocketAccess.class);

  /**
   * What a web server may give, each asked on its own, with the probe that asks; where one was, all
   * must be known.
   */
  private static final Map<Class<? extends Fact>, String> WEB = web();

  private static Map<Class<? extends Fact>, String> web() {
    Map<Class<? extends Fact>, String> probes = new LinkedHashMap<>();
    probes.put(HttpSurface.class, "http-surface");
    probes.put(ApiSurface.class, "api-discovery");
    probes.put(OnvifAccess.class, "onvif-access");
    probes.put(WebsocketAccess.class, "websocket-access");
    return probes;
  }

  private static Remedy run(String probe) {
    return new Remedy.RunProbe(List.of(probe));
  }

  @Override
  public List<String> needs() {
    return Stream.concat(
            Kinds.keys(AccessMatrix.class, LoginDefaultPassword.class, LoginSession.class).stream(),
            ACCESS.stream().map(Kinds::key))
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    GuardedServices services = new GuardedServices(facts);
    List<Endpoint> endpoints = services.endpoints(item);
    if (item.entry().isEmpty() || endpoints.isEmpty()) {
      return Outcome.undetermined("The service names no endpoint.");
    }
    IxitEntry row = item.entry().get();
    if (services.mechanisms(item).isEmpty()) {
      return Outcome.undetermined("The service names no login that could keep anybody out.");
    }
    Questions questions = new Questions();
    services.untestable(item).forEach(questions::gap);
    List<String> told = new ArrayList<>();
    for (Endpoint endpoint : endpoints) {
      told.addAll(withoutLogin(facts, endpoint, questions));
      wrongLogins(facts, endpoint, services.mayTakePasswords(row, endpoint), questions);
      forgedSessions(facts, endpoint, questions);
      AccessTrials.of(facts, endpoint).keepsOut(questions);
      lesserRoles(facts, endpoint, questions);
    }
    return questions
        .contradicting(
            Declared.place(row, GuardedServices.MECHANISM),
            row.id() + " is guarded by " + row.text(GuardedServices.MECHANISM) + ".",
            "Without the right login answer: ")
        .outcome(
            "Readable without the right login: ",
            "Ask for the login, and for the right of its user, on every path that shows or changes"
                + " settings, data or media; deny by default.",
            "Without login " + String.join("; ", told) + ". The wrong logins tried were refused.");
  }

  /** A token that the device did not issue is no right login. */
  private static void forgedSessions(Facts facts, Endpoint endpoint, Questions questions) {
    List<Seen<LoginSession>> sessions = facts.seen(LoginSession.class, endpoint.toString());
    if (sessions.isEmpty()) {
      questions.notLookedAt("session tokens that the device did not issue at " + endpoint);
    }
    for (Seen<LoginSession> s : sessions) {
      Questions.Asked refused =
          questions.ask(
              "Does the service refuse session tokens that it did not issue?", endpoint.toString());
      String tried =
          s.fact().tried().size()
              + " kinds of requests with a token that it did not issue, or none,";
      if (s.fact().forged().isEmpty()) {
        refused.answered(s.observation(), tried + " were refused");
      }
      questions.lookedAt(tried + " at " + endpoint + " " + String.join(", ", s.fact().paths()));
      s.fact()
          .forged()
          .forEach(
              f ->
                  refused.refuted(
                      s.observation(),
                      endpoint
                          + f.path()
                          + (f.token().equals("none")
                              ? " (takes " + f.how() + ", without a session)"
                              : " (with " + f.how() + " as " + f.token() + ")")));
    }
  }

  private static void lesserRoles(Facts facts, Endpoint endpoint, Questions questions) {
    long roles = facts.product().credentials().stream().map(Credential::role).distinct().count();
    if (roles < 2) {
      return;
    }
    Questions.Asked lesser =
        questions.ask("Is each lesser role kept from what is not for it?", endpoint.toString());
    AccessTrials matrix = AccessTrials.of(facts, endpoint);
    if (matrix.answer().isEmpty()) {
      lesser.left(
          "the product has " + roles + " roles, and nobody tried the lesser one",
          new Remedy.GiveDriver(List.of("access")));
      return;
    }
    Set<String> guarded = new TreeSet<>();
    facts
        .seen(HttpSurface.class, endpoint.toString())
        .forEach(s -> guarded.addAll(s.fact().guarded()));
    facts
        .seen(ApiSurface.class, endpoint.toString())
        .forEach(s -> guarded.addAll(s.fact().guarded()));
    lesser.answered(matrix.answer().get(), "the lesser roles reached no place that is not theirs");
    matrix.untriedRoles(guarded).forEach(why -> lesser.left(why));
  }

  /** What was looked at, as clauses. */
  private static List<String> withoutLogin(Facts facts, Endpoint endpoint, Questions questions) {
    Questions.Asked kept =
        questions.ask(
            "Is what the service guards kept from everybody without login?", endpoint.toString());
    List<Observation> asked =
        ACCESS.stream().flatMap(k -> facts.observations(k, endpoint.toString()).stream()).toList();
    List<Observation> looked = asked.stream().filter(Observation::seen).toList();
    if (looked.isEmpty()) {
      kept.left("nobody tried " + endpoint + " without a login", run("http-surface"));
    }
    asked.stream()
        .filter(o -> !o.seen())
        .forEach(
            o ->
                kept.left(
                    (o.is(UpnpControl.class) ? "the UPnP actions" : o.key())
                        + " of "
                        + endpoint
                        + ": "
                        + o.reason()));
    if (asked.stream().anyMatch(o -> WEB.keySet().stream().anyMatch(o::is))) {
      WEB.forEach(
          (kind, probe) -> {
            if (asked.stream().noneMatch(o -> o.is(kind))) {
              kept.left(Kinds.key(kind) + " of " + endpoint + ": not looked at", run(probe));
            }
          });
    }
    OpenPaths open = new OpenPaths(endpoint, questions, kept);
    for (Observation o : looked) {
      questions.restsOn(o);
      switch (o.fact().orElseThrow()) {
        case SshMethods ssh -> open.methods(o, ssh);
        case UpnpControl upnp -> open.actions(o, upnp);
        case SnmpAccess snmp -> open.communities(o, snmp);
        case HttpSurface web -> {
          open.surface(o, web);
          open.declared(web, facts);
        }
        case Fact other -> open.surface(o, other);
      }
    }
    return open.told();
  }

  /**
   * @param passwords whether any row may be a password login there; where none is, a password that
   *     opens is none of its logins
   */
  private static void wrongLogins(
      Facts facts, Endpoint endpoint, boolean passwords, Questions questions) {
    Questions.Asked refused = questions.ask("Are wrong logins refused?", endpoint.toString());
    List<Seen<LoginDefaultPassword>> tried =
        facts.seen(LoginDefaultPassword.class, endpoint.toString()).stream()
            .filter(s -> s.fact().tried().orElse(0L) > 0)
            .toList();
    AccessTrials matrix = AccessTrials.of(facts, endpoint);
    tried.stream()
        .filter(s -> s.fact().accepted().isEmpty())
        .forEach(
            s ->
                refused.answered(
                    s.observation(), s.fact().tried().orElse(0L) + " wrong logins were refused"));
    if (tried.isEmpty() && matrix.refusedWrongLogins()) {
      matrix.answer().ifPresent(o -> refused.answered(o, "the wrong logins tried were refused"));
    } else if (tried.isEmpty()) {
      refused.left(
          "no wrong login was tried at " + endpoint,
          new Remedy.RunProbe(List.of("default-passwords")));
    }
    for (Seen<LoginDefaultPassword> known : tried) {
      boolean wrong = false;
      for (LoginDefaultPassword.Accepted accepted :
          KnownPasswordTrials.withoutPassword(known.fact())) {
        wrong = true;
        refused.refuted(
            known.observation(), KnownPasswordTrials.wrong(endpoint.toString(), accepted));
      }
      if (!wrong && !passwords && KnownPasswordTrials.fromList(known.fact()).isPresent()) {
        refused.refuted(
            known.observation(),
            "a login from a public list was accepted at "
                + endpoint
                + ", where no password login is declared");
      } else if (!wrong && !known.fact().accepted().isEmpty()) {
        refused.left(
            "a login from a public list was accepted at "
                + endpoint
                + "; review manually whether it is an entitled account");
      }
    }
  }
}
