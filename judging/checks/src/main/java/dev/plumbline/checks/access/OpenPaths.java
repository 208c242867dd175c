package dev.plumbline.checks.access;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.Fact;
import dev.plumbline.observation.Presence;
import dev.plumbline.observation.http.HttpSurface;
import dev.plumbline.observation.network.OnvifAccess;
import dev.plumbline.observation.network.SnmpAccess;
import dev.plumbline.observation.network.UpnpControl;
import dev.plumbline.observation.ssh.SshMethods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
  void surface(Observation o, Fact fact) {
    boolean absent =
        (fact instanceof Presence p && !p.present())
            || (fact instanceof OnvifAccess onvif
                && onvif.present().filter(there -> !there).isPresent());
    Optional<ReadableParts> parts = ReadableParts.of(fact);
    if (absent) {
      kept.answered(o, o.key() + " is not there");
    } else if (parts.isEmpty()) {
      kept.left("what is open at " + endpoint + " is not recorded");
    } else {
      surface(o, parts.get());
    }
  }

  private void surface(Observation o, ReadableParts parts) {
    kept.answered(o, looked(o, parts));
    told(looked(o, parts));
    parts.open().forEach(p -> readable(named(o, p.path()), p, o));
    if (parts.tried().filter(n -> n <= 0).isPresent()) {
      kept.left("no path of " + endpoint + " was tried by " + o.key());
    }
    if (!parts.complete()) {
      kept.left("what else " + endpoint + " has is not known");
    }
    left(parts.unanswered(), "gave no answer");
    left(parts.skipped(), "were not asked for");
    if (!parts.named().isEmpty()) {
      questions.notLookedAt(
          parts.named().size() + " paths that " + endpoint + " names: " + parts.named());
    }
  }

  private void left(List<String> some, String how) {
    if (!some.isEmpty()) {
      kept.left(some.size() + " paths of " + endpoint + " " + how);
      questions.notLookedAt(some.size() + " paths of " + endpoint + " " + how + ": " + some);
    }
  }

  /** "none of the 246 paths tried …", with what the observation says of its number. */
  private String looked(Observation o, ReadableParts parts) {
    String protocol = o.is(HttpSurface.class) ? "" : o.key().replaceFirst("[.].*", " ");
    String number =
        parts
            .tried()
            .map(n -> "none of the " + n + " " + protocol + "paths tried")
            .orElse("nothing that was tried by " + protocol.strip());
    String ways =
        parts.otherWays() > 0 ? ", nor by " + parts.otherWays() + " requests in other ways" : "";
    return number + " at " + endpoint + " gave guarded content" + ways;
  }

  /** What stands at a path that was readable, not what the path is called, decides. */
  private void readable(String path, ReadableParts.Part part, Observation shows) {
    String way = part.way().map(w -> path + " (" + w + ")").orElse(path);
    if (!part.shows().isEmpty()) {
      kept.refuted(shows, way + " shows: " + String.join(", ", part.shows()));
    } else if (PROTECTED.contains(part.kind())) {
      kept.refuted(shows, way);
    } else if (!PUBLIC.contains(part.kind())) {
      kept.left(
          way + " is readable without login; review its content manually",
          new Remedy.PersonLooks("what " + way + " shows"));
    }
  }

  /** Every path that a row of this endpoint declares has to be among those asked for. */
  void declared(HttpSurface surface, Facts facts) {
    Set<String> paths = new TreeSet<>(RowPaths.of(facts).at(endpoint.service()));
    surface.declared().ifPresent(paths::removeAll);
    if (!paths.isEmpty()) {
      kept.left(
          paths.size() + " declared paths of " + endpoint + " were not tried: " + paths,
          new Remedy.RunProbe(List.of("http-surface")));
    }
  }

  /** A shell that asks for nothing is open to everybody. */
  void methods(Observation o, SshMethods ssh) {
    if (ssh.methods().isEmpty()) {
      kept.left("what " + endpoint + " asks of a user is not known");
    } else if (ssh.methods().contains("none")) {
      kept.refuted(o, endpoint + " (SSH without any login)");
    } else {
      kept.answered(o, "SSH offers no method that needs no login");
      told("SSH at " + endpoint + " offers no method that needs no login");
    }
  }

  /** A community that anybody can know is no login, nor is a user without authentication. */
  void communities(Observation o, SnmpAccess snmp) {
    if (!snmp.present()) {
      kept.answered(o, o.key() + " is not there");
      return;
    }
    String looked =
        "none of "
            + snmp.communitiesTried().map(String::valueOf).orElse("the well-known")
            + " communities and "
            + snmp.usersTried().map(String::valueOf).orElse("the well-known")
            + " users without authentication reads at "
            + endpoint;
    kept.answered(o, looked);
    told(looked);
    if (snmp.communitiesTried().filter(n -> n <= 0).isPresent()) {
      kept.left("no community of SNMP was tried at " + endpoint);
    }
    if (snmp.anybody().orElse(false)) {
      kept.refuted(o, endpoint + " (SNMP with any community)");
    }
    snmp.communities().stream()
        .flatMap(List::stream)
        .forEach(c -> kept.refuted(o, endpoint + " (SNMP community " + c.community() + ")"));
    snmp.users().stream()
        .flatMap(List::stream)
        .forEach(u -> kept.refuted(o, endpoint + " (SNMP user without authentication " + u + ")"));
    if (!snmp.heard().orElse(false)) {
      kept.left("whether " + endpoint + " refused the communities or lost them is not known");
    }
  }

  /** Actions of UPnP that gave something to a caller without a login. */
  void actions(Observation o, UpnpControl upnp) {
    kept.answered(o, "no UPnP action that was called gave a value");
    told("no UPnP action that was called at " + endpoint + " gave a value");
    for (UpnpControl.Open action : upnp.open()) {
      String called = endpoint + ": action " + action.action() + " of " + action.service();
      if (!action.values().isEmpty()) {
        kept.refuted(o, called);
      } else {
        kept.left(called + " works without login; review manually what it does");
      }
    }
    int left = upnp.notCalled().size();
    if (left > 0) {
      kept.left(left + " UPnP actions of " + endpoint + " were not called");
    }
    if (!upnp.unread().isEmpty()) {
      kept.left(upnp.unread().size() + " UPnP descriptions of " + endpoint + " could not be read");
    }
  }

  private String named(Observation o, String path) {
    return o.is(HttpSurface.class)
        ? endpoint + path
        : endpoint + " (" + o.key().replaceFirst("[.].*", "") + " " + path + ")";
  }
}
