package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
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
@Decides(v211 = "5.5-4-2a", v313 = "5.5-4-2a")
public final class OutsidersGetNoAccess implements Check {
  private static final String DEFAULTS = "login.default-password";
  private static final String SSH = "ssh.methods";
  private static final String UPNP = "upnp.control";

  /** What other protocols give without a login, with the probe that asks. */
  private static final Map<String, String> ACCESS = access();

  /** What a web server may give, each asked on its own; where one was, all must be known. */
  private static final List<String> WEB =
      List.of(Logins.SURFACE, "api.surface", "onvif.access", "websocket.access");

  private static Map<String, String> access() {
    Map<String, String> probes = new LinkedHashMap<>();
    probes.put("api.surface", "api-discovery");
    probes.put("bacnet.presence", "bacnet-presence");
    probes.put("coap.resources", "coap-resources");
    probes.put("ftp.access", "ftp-access");
    probes.put("modbus.access", "modbus-access");
    probes.put("mqtt.access", "mqtt-access");
    probes.put("onvif.access", "onvif-access");
    probes.put("rtsp.access", "rtsp-access");
    probes.put(Logins.SNMP, "snmp-access");
    probes.put("websocket.access", "websocket-access");
    return probes;
  }

  private static Remedy run(String key) {
    return new Remedy.RunProbe(List.of(ACCESS.getOrDefault(key, "http-surface")));
  }

  @Override
  public List<String> needs() {
    return Stream.concat(
            Stream.of(AccessMatrix.KEY, Logins.SURFACE, DEFAULTS, SSH, UPNP),
            ACCESS.keySet().stream())
        .toList();
  }

  @Override
  public Outcome judge(TestItem item, Facts facts) {
    Services services = new Services(facts);
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
      wrongLogins(facts, endpoint, questions);
      AccessMatrix.of(facts, endpoint).keepsOut(questions);
      lesserRoles(facts, endpoint, questions);
    }
    return questions
        .contradicting(
            Declared.place(row, Services.MECHANISM),
            row.id() + " is guarded by " + row.text(Services.MECHANISM) + ".",
            "Without the right login answer: ")
        .outcome(
            "Readable without the right login: ",
            "Ask for the login, and for the right of its user, on every path that shows or changes"
                + " settings, data or media; deny by default.",
            "Without login " + String.join("; ", told) + ". The wrong logins tried were refused.");
  }

  private static void lesserRoles(Facts facts, Endpoint endpoint, Questions questions) {
    long roles =
        facts.dossier().product().credentials().stream().map(Credential::role).distinct().count();
    if (roles < 2) {
      return;
    }
    Questions.Asked lesser =
        questions.ask("Is each lesser role kept from what is not for it?", endpoint.toString());
    AccessMatrix matrix = AccessMatrix.of(facts, endpoint);
    if (matrix.answer().isEmpty()) {
      lesser.left(
          "the product has " + roles + " roles, and nobody tried the lesser one",
          new Remedy.GiveDriver(List.of("access")));
      return;
    }
    Set<String> guarded = new TreeSet<>();
    Stream.of(Logins.SURFACE, "api.surface")
        .flatMap(k -> facts.observations(k, endpoint.toString()).stream())
        .filter(Observation::seen)
        .forEach(o -> guarded.addAll(o.texts("guarded")));
    lesser.answered(matrix.answer().get(), "the lesser roles reached no place that is not theirs");
    matrix.untriedRoles(guarded).forEach(why -> lesser.left(why));
  }

  /** What was looked at, as clauses. */
  private static List<String> withoutLogin(Facts facts, Endpoint endpoint, Questions questions) {
    Questions.Asked kept =
        questions.ask(
            "Is what the service guards kept from everybody without login?", endpoint.toString());
    List<Observation> asked =
        Stream.concat(Stream.of(Logins.SURFACE, SSH, UPNP), ACCESS.keySet().stream())
            .flatMap(k -> facts.observations(k, endpoint.toString()).stream())
            .toList();
    List<Observation> looked = asked.stream().filter(Observation::seen).toList();
    if (looked.isEmpty()) {
      kept.left("nobody tried " + endpoint + " without a login", run(Logins.SURFACE));
    }
    asked.stream()
        .filter(o -> !o.seen())
        .forEach(
            o ->
                kept.left(
                    (o.key().equals(UPNP) ? "the UPnP actions" : o.key())
                        + " of "
                        + endpoint
                        + ": "
                        + o.reason()));
    List<String> keys = asked.stream().map(Observation::key).toList();
    if (WEB.stream().anyMatch(keys::contains)) {
      WEB.stream()
          .filter(k -> !keys.contains(k))
          .forEach(k -> kept.left(k + " of " + endpoint + ": not looked at", run(k)));
    }
    OpenPaths open = new OpenPaths(endpoint, questions, kept);
    for (Observation o : looked) {
      questions.restsOn(o);
      switch (o.key()) {
        case SSH -> {
          if (o.texts("methods").isEmpty()) {
            kept.left("what " + endpoint + " asks of a user is not known");
          } else if (o.texts("methods").contains("none")) {
            kept.refuted(o, endpoint + " (SSH without any login)");
          } else {
            kept.answered(o, "SSH offers no method that needs no login");
            open.told("SSH at " + endpoint + " offers no method that needs no login");
          }
        }
        case UPNP -> open.actions(o);
        case Logins.SNMP -> open.communities(o);
        case Logins.SURFACE -> {
          open.surface(o);
          open.declared(o, facts);
        }
        default -> open.surface(o);
      }
    }
    return open.told();
  }

  private static void wrongLogins(Facts facts, Endpoint endpoint, Questions questions) {
    Questions.Asked refused = questions.ask("Are wrong logins refused?", endpoint.toString());
    List<Observation> tried =
        facts.observations(DEFAULTS, endpoint.toString()).stream()
            .filter(Observation::seen)
            .filter(o -> o.coverage().get("tried") instanceof Number n && n.longValue() > 0)
            .toList();
    AccessMatrix matrix = AccessMatrix.of(facts, endpoint);
    tried.forEach(
        o -> refused.answered(o, o.coverage().get("tried") + " wrong logins were refused"));
    if (tried.isEmpty() && matrix.refusedWrongLogins()) {
      matrix.answer().ifPresent(o -> refused.answered(o, "the wrong logins tried were refused"));
    } else if (tried.isEmpty()) {
      refused.left(
          "no wrong login was tried at " + endpoint,
          new Remedy.RunProbe(List.of("default-passwords")));
    }
    for (Observation o : tried) {
      boolean wrong = false;
      for (Map<?, ?> accepted : KnownPasswordTrials.withoutPassword(o)) {
        wrong = true;
        refused.refuted(
            o,
            KnownPasswordTrials.what(accepted).equals("any")
                ? KnownPasswordTrials.anyPassword(endpoint.toString(), accepted)
                : "an empty password is accepted at " + endpoint + " for " + accepted.get("user"));
      }
      if (!wrong && !(o.value().get("accepted") instanceof List<?> l && l.isEmpty())) {
        refused.left(
            "a login from a public list was accepted at "
                + endpoint
                + "; review manually whether it is an entitled account");
      }
    }
  }
}
