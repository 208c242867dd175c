package dev.plumbline.checks;

import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.engine.Check;
import dev.plumbline.engine.Decides;
import dev.plumbline.engine.Facts;
import dev.plumbline.engine.TestItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

  /** What other protocols give without a login; each has {@code open} as the web has. */
  private static final List<String> ACCESS =
      List.of(
          "api.surface",
          "bacnet.presence",
          "coap.resources",
          "modbus.access",
          "mqtt.access",
          "onvif.access",
          "rtsp.access",
          "websocket.access");

  /** What a web server may give, each asked on its own; where one was, all must be known. */
  private static final List<String> WEB =
      List.of(Logins.SURFACE, "api.surface", "onvif.access", "websocket.access");

  private static final Set<String> PROTECTED =
      Set.of("configuration", "data", "media", "update", "backup", "api", "listing", "console");
  private static final Set<String> PUBLIC = Set.of("login", "static", "health");

  @Override
  public List<String> needs() {
    return Stream.concat(
            Stream.of(AccessMatrix.KEY, Logins.SURFACE, DEFAULTS, SSH, UPNP), ACCESS.stream())
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
    for (Endpoint endpoint : endpoints) {
      withoutLogin(facts, endpoint, questions);
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
            "Nothing of "
                + endpoints
                + " was readable without a login, and wrong logins were refused.");
  }

  private static void lesserRoles(Facts facts, Endpoint endpoint, Questions questions) {
    long roles =
        facts.dossier().product().credentials().stream().map(Credential::role).distinct().count();
    if (roles < 2) {
      return;
    }
    AccessMatrix matrix = AccessMatrix.of(facts, endpoint);
    if (!matrix.tried()) {
      questions.gap("the product has " + roles + " roles, and nobody tried the lesser one");
      return;
    }
    Set<String> guarded = new TreeSet<>();
    Stream.of(Logins.SURFACE, "api.surface")
        .flatMap(k -> facts.observations(k, endpoint.toString()).stream())
        .filter(Observation::seen)
        .forEach(o -> guarded.addAll(o.texts("guarded")));
    matrix.untriedRoles(guarded).forEach(questions::gap);
  }

  private static void withoutLogin(Facts facts, Endpoint endpoint, Questions questions) {
    List<Observation> asked =
        Stream.concat(Stream.of(Logins.SURFACE, SSH, UPNP), ACCESS.stream())
            .flatMap(k -> facts.observations(k, endpoint.toString()).stream())
            .toList();
    List<Observation> looked = asked.stream().filter(Observation::seen).toList();
    if (looked.isEmpty()) {
      questions.gap("nobody tried " + endpoint + " without a login");
    }
    asked.stream()
        .filter(o -> !o.seen())
        .forEach(
            o ->
                questions.gap(
                    (o.key().equals(UPNP) ? "the UPnP actions" : o.key())
                        + " of "
                        + endpoint
                        + ": "
                        + o.reason()));
    List<String> keys = asked.stream().map(Observation::key).toList();
    if (WEB.stream().anyMatch(keys::contains)) {
      WEB.stream()
          .filter(k -> !keys.contains(k))
          .forEach(k -> questions.gap(k + " of " + endpoint + ": not looked at"));
    }
    for (Observation o : looked) {
      questions.restsOn(o);
      if (o.key().equals(SSH)) {
        if (o.texts("methods").isEmpty()) {
          questions.gap("what " + endpoint + " asks of a user is not known");
        } else if (o.texts("methods").contains("none")) {
          questions.against(endpoint + " (SSH without any login)", o);
        }
      } else if (o.key().equals(UPNP)) {
        actions(endpoint, o, questions);
      } else {
        surface(endpoint, o, questions);
      }
    }
  }

  /** Actions of UPnP that gave something to a caller without a login. */
  private static void actions(Endpoint endpoint, Observation o, Questions questions) {
    for (Map<?, ?> action : entries(o, "open")) {
      boolean gave = action.get("values") instanceof List<?> values && !values.isEmpty();
      String called =
          endpoint + ": action " + action.get("action") + " of " + action.get("service");
      if (gave) {
        questions.against(called, o);
      } else {
        questions.gap(called + " works without login; review manually what it does");
      }
    }
    int left = entries(o, "notCalled").size();
    if (left > 0) {
      questions.gap(left + " UPnP actions of " + endpoint + " were not called");
    }
    if (o.coverage().get("unread") instanceof List<?> unread && !unread.isEmpty()) {
      questions.gap(unread.size() + " UPnP descriptions of " + endpoint + " could not be read");
    }
  }

  private static List<Map<?, ?>> entries(Observation o, String field) {
    List<Map<?, ?>> all = new ArrayList<>();
    if (o.value().get(field) instanceof List<?> list) {
      for (Object entry : list) {
        if (entry instanceof Map<?, ?> m) {
          all.add(m);
        }
      }
    }
    return all;
  }

  private static void surface(Endpoint endpoint, Observation o, Questions questions) {
    if (o.flag("present").filter(p -> !p).isPresent()) {
      return;
    }
    if (!(o.value().get("open") instanceof List<?> open)) {
      questions.gap("what is open at " + endpoint + " is not recorded");
      return;
    }
    for (Object entry : open) {
      if (entry instanceof Map<?, ?> e) {
        readable(named(endpoint, o, String.valueOf(e.get("path"))), e, o, questions);
      }
    }
    if (o.coverage().containsKey("complete")
        && !Boolean.TRUE.equals(o.coverage().get("complete"))) {
      questions.gap("what else " + endpoint + " has is not known");
    }
    if (o.coverage().get("unanswered") instanceof List<?> silent && !silent.isEmpty()) {
      questions.gap(silent.size() + " paths of " + endpoint + " gave no answer");
    }
    if (o.coverage().get("skipped") instanceof List<?> skipped && !skipped.isEmpty()) {
      questions.gap(skipped.size() + " paths of " + endpoint + " were not asked for");
    }
  }

  /** What stands at a path that was readable, not what the path is called, decides. */
  private static void readable(
      String path, Map<?, ?> entry, Observation shows, Questions questions) {
    String way = entry.get("way") instanceof String w ? path + " (" + w + ")" : path;
    String kind = String.valueOf(entry.get("kind"));
    if (entry.get("shows") instanceof List<?> secrets && !secrets.isEmpty()) {
      String told = secrets.stream().map(String::valueOf).collect(Collectors.joining(", "));
      questions.against(way + " shows: " + told, shows);
    } else if (PROTECTED.contains(kind)) {
      questions.against(way, shows);
    } else if (!PUBLIC.contains(kind)) {
      questions.gap(way + " is readable without login; review its content manually");
    }
  }

  private static String named(Endpoint endpoint, Observation o, String path) {
    return o.key().equals(Logins.SURFACE)
        ? endpoint + path
        : endpoint + " (" + o.key().replaceFirst("[.].*", "") + " " + path + ")";
  }

  private static void wrongLogins(Facts facts, Endpoint endpoint, Questions questions) {
    List<Observation> tried =
        facts.observations(DEFAULTS, endpoint.toString()).stream()
            .filter(Observation::seen)
            .filter(o -> o.coverage().get("tried") instanceof Number n && n.longValue() > 0)
            .toList();
    questions.restsOn(tried);
    if (tried.isEmpty() && !AccessMatrix.of(facts, endpoint).refusedWrongLogins()) {
      questions.gap("no wrong login was tried at " + endpoint);
    }
    tried.stream()
        .filter(o -> !(o.value().get("accepted") instanceof List<?> l && l.isEmpty()))
        .forEach(
            o ->
                questions.gap(
                    "a login from a public list was accepted at "
                        + endpoint
                        + "; a person looks whether it is an entitled account"));
  }
}
