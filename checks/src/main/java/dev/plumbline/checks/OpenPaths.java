package dev.plumbline.checks;

import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.IxitEntry;
import dev.plumbline.dossier.Observation;
import dev.plumbline.engine.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What one endpoint showed to a caller without a login, path by path. */
final class OpenPaths {
  private static final Set<String> PROTECTED =
      Set.of(
          "configuration",
          "data",
          "media",
          "subscription",
          "update",
          "backup",
          "api",
          "listing",
          "console");
  private static final Set<String> PUBLIC = Set.of("login", "static", "health");
  private static final String PATHS = "paths";

  /** What reads over SNMP without a secret: its lists and how each of their entries is named. */
  private static final Map<String, String> SNMP_OPEN =
      Map.of("communities", "community", "users", "user without authentication");

  private final Endpoint endpoint;
  private final Questions questions;
  private final Questions.Asked kept;
  private final List<String> told = new ArrayList<>();

  /**
   * @param kept the question that is answered
   */
  OpenPaths(Endpoint endpoint, Questions questions, Questions.Asked kept) {
    this.endpoint = endpoint;
    this.questions = questions;
    this.kept = kept;
  }

  /** A clause on what was looked at. */
  void told(String clause) {
    told.add(clause);
    questions.lookedAt(clause);
  }

  List<String> told() {
    return List.copyOf(told);
  }

  /** Paths, topics, streams, resources and operations; each protocol has {@code open}. */
  void surface(Observation o) {
    if (o.flag("present").filter(p -> !p).isPresent()) {
      kept.answered(o, o.key() + " is not there");
      return;
    }
    if (!(o.value().get("open") instanceof List<?> open)) {
      kept.left("what is open at " + endpoint + " is not recorded");
      return;
    }
    kept.answered(o, looked(o));
    told(looked(o));
    for (Object entry : open) {
      if (entry instanceof Map<?, ?> e) {
        readable(named(o, String.valueOf(e.get("path"))), e, o);
      }
    }
    if (o.coverage().containsKey("complete")
        && !Boolean.TRUE.equals(o.coverage().get("complete"))) {
      kept.left("what else " + endpoint + " has is not known");
    }
    left(o, "unanswered", "gave no answer");
    left(o, "skipped", "were not asked for");
    if (o.coverage().get("left") instanceof List<?> named && !named.isEmpty()) {
      questions.notLookedAt(named.size() + " paths that " + endpoint + " names: " + named);
    }
  }

  private void left(Observation o, String field, String how) {
    if (o.coverage().get(field) instanceof List<?> some && !some.isEmpty()) {
      kept.left(some.size() + " paths of " + endpoint + " " + how);
      questions.notLookedAt(some.size() + " paths of " + endpoint + " " + how + ": " + some);
    }
  }

  /** "none of the 246 paths tried …", with what the observation says of its number. */
  private String looked(Observation o) {
    String protocol = o.key().equals(Logins.SURFACE) ? "" : o.key().replaceFirst("[.].*", " ");
    String number =
        o.coverage().get(PATHS) instanceof Number n
            ? "none of the " + n + " " + protocol + "paths tried"
            : "nothing that was tried by " + protocol.strip();
    String ways =
        o.coverage().get("otherWays") instanceof Number n && n.longValue() > 0
            ? ", nor by " + n + " requests in other ways"
            : "";
    return number + " at " + endpoint + " gave guarded content" + ways;
  }

  /** What stands at a path that was readable, not what the path is called, decides. */
  private void readable(String path, Map<?, ?> entry, Observation shows) {
    String way = entry.get("way") instanceof String w ? path + " (" + w + ")" : path;
    String kind = String.valueOf(entry.get("kind"));
    if (entry.get("shows") instanceof List<?> secrets && !secrets.isEmpty()) {
      String list = secrets.stream().map(String::valueOf).collect(Collectors.joining(", "));
      kept.refuted(shows, way + " shows: " + list);
    } else if (PROTECTED.contains(kind)) {
      kept.refuted(shows, way);
    } else if (!PUBLIC.contains(kind)) {
      kept.left(
          way + " is readable without login; review its content manually",
          new Remedy.PersonLooks("what " + way + " shows"));
    }
  }

  /** Every path that a row of this endpoint declares has to be among those asked for. */
  void declared(Observation surface, Facts facts) {
    Set<String> paths = new TreeSet<>();
    String service = endpoint.transport() + "/" + endpoint.port();
    for (List<IxitEntry> rows : facts.dossier().ixit().tables().values()) {
      rows.stream()
          .filter(r -> r.texts("endpoints").contains(service))
          .forEach(r -> paths.addAll(r.texts(PATHS)));
    }
    if (surface.coverage().get("declared") instanceof List<?> asked) {
      asked.forEach(p -> paths.remove(String.valueOf(p)));
    }
    if (!paths.isEmpty()) {
      kept.left(
          paths.size() + " declared paths of " + endpoint + " were not tried: " + paths,
          new Remedy.RunProbe(List.of("http-surface")));
    }
  }

  /** A community that anybody can know is no login, nor is a user without authentication. */
  void communities(Observation o) {
    if (!o.flag("present").orElse(false)) {
      kept.answered(o, o.key() + " is not there");
      return;
    }
    String looked =
        "none of "
            + o.coverage().getOrDefault("communities", "the well-known")
            + " communities and "
            + o.coverage().getOrDefault("users", "the well-known")
            + " users without authentication reads at "
            + endpoint;
    kept.answered(o, looked);
    told(looked);
    if (o.flag("anybody").orElse(false)) {
      kept.refuted(o, endpoint + " (SNMP with any community)");
    }
    SNMP_OPEN.forEach(
        (list, name) -> {
          if (o.value().get(list) instanceof List<?> open) {
            open.forEach(
                each ->
                    kept.refuted(
                        o,
                        endpoint
                            + " (SNMP "
                            + name
                            + " "
                            + (each instanceof Map<?, ?> m ? m.get("community") : each)
                            + ")"));
          } else {
            kept.left("which " + list + " read at " + endpoint + " is not recorded");
          }
        });
    if (!Boolean.TRUE.equals(o.coverage().get("heard"))) {
      kept.left("whether " + endpoint + " refused the communities or lost them is not known");
    }
  }

  /** Actions of UPnP that gave something to a caller without a login. */
  void actions(Observation o) {
    kept.answered(o, "no UPnP action that was called gave a value");
    told("no UPnP action that was called at " + endpoint + " gave a value");
    for (Map<?, ?> action : Traffic.maps(o, "open")) {
      boolean gave = action.get("values") instanceof List<?> values && !values.isEmpty();
      String called =
          endpoint + ": action " + action.get("action") + " of " + action.get("service");
      if (gave) {
        kept.refuted(o, called);
      } else {
        kept.left(called + " works without login; review manually what it does");
      }
    }
    int left = Traffic.maps(o, "notCalled").size();
    if (left > 0) {
      kept.left(left + " UPnP actions of " + endpoint + " were not called");
    }
    if (o.coverage().get("unread") instanceof List<?> unread && !unread.isEmpty()) {
      kept.left(unread.size() + " UPnP descriptions of " + endpoint + " could not be read");
    }
  }

  private String named(Observation o, String path) {
    return o.key().equals(Logins.SURFACE)
        ? endpoint + path
        : endpoint + " (" + o.key().replaceFirst("[.].*", "") + " " + path + ")";
  }
}
