package dev.plumbline.checks.access;

import dev.plumbline.checks.Questions;
import dev.plumbline.core.Remedy;
import dev.plumbline.dossier.Endpoint;
import dev.plumbline.dossier.Observation;
import dev.plumbline.dossier.Product.Credential;
import dev.plumbline.judging.fact.Facts;
import dev.plumbline.observation.login.AccessMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who reached which place at one endpoint, where the driver tried it. */
final class AccessTrials {
  private static final String REACHED = "reached";
  private static final String REFUSED = "refused";
  private static final String LOGIN = "login/";
  private static final String ENDED = "ended/";

  /** Visitors that no place is for, in our words. */
  private static final Map<String, String> OUTSIDERS =
      Map.of(
          "nobody", "without a login",
          "unknown-user", "after the login of an invented user",
          "wrong-password", "after a login with a wrong password");

  private final Endpoint endpoint;
  private final Optional<Observation> answer;
  private final Set<String> roles = new TreeSet<>();
  private final List<Row> rows = new ArrayList<>();

  private AccessTrials(Facts facts, Endpoint endpoint) {
    this.endpoint = endpoint;
    this.answer = facts.newest(AccessMatrix.class, endpoint.toString());
    facts.product().credentials().stream().map(Credential::role).forEach(roles::add);
    answer
        .flatMap(o -> o.as(AccessMatrix.class))
        .filter(m -> m.control())
        .ifPresent(m -> m.rows().forEach(r -> rows.add(Row.of(r))));
  }

  static AccessTrials of(Facts facts, Endpoint endpoint) {
    return new AccessTrials(facts, endpoint);
  }

  private record Row(
      String place, List<String> paths, List<String> entitled, Map<String, String> answers) {
    static Row of(AccessMatrix.Row written) {
      return new Row(written.place(), written.paths(), written.whom(), written.answers());
    }

    String answer(String visitor) {
      return answers.getOrDefault(visitor, "not tried");
    }

    boolean controlled() {
      return entitled.stream().anyMatch(r -> answer(LOGIN + r).equals(REACHED));
    }
  }

  /** What was recorded of this endpoint, answered or not; empty where nobody tried. */
  Optional<Observation> answer() {
    return answer;
  }

  /** Weighs what became of those whom no place, or not this one, is for. */
  void keepsOut(Questions questions) {
    if (answer.isEmpty()) {
      return;
    }
    Questions.Asked kept =
        questions.ask(
            "Are the places of driver.yaml kept from those whom they are not for?",
            endpoint.toString());
    kept.answered(seen(), "nobody reached any of " + rows.size() + " places without the right");
    questions.lookedAt(rows.size() + " places of driver.yaml at " + endpoint);
    if (rows.isEmpty() && answer.get().seen()) {
      kept.left("who reaches what at " + endpoint + " was tried without a valid login as control");
    }
    for (Row row : rows) {
      if (!row.controlled()) {
        kept.left(
            "no valid login reached "
                + named(row)
                + ", which it is allowed to reach, so a refusal"
                + " proves nothing");
        continue;
      }
      OUTSIDERS.keySet().stream()
          .sorted()
          .forEach(v -> out(row, v, OUTSIDERS.getOrDefault(v, v), kept));
      lesserRoles(row).forEach(r -> out(row, LOGIN + r, "as " + r, kept));
      for (String role : row.entitled()) {
        // That sessions end is no part of the unit; that an ended one opens a door is.
        if (row.answer(ENDED + role).equals(REACHED)) {
          kept.refuted(seen(), named(row) + " with the session of " + role + " after its logout");
        }
      }
    }
  }

  private void out(Row row, String visitor, String how, Questions.Asked kept) {
    String came = row.answer(visitor);
    if (came.equals(REACHED)) {
      kept.refuted(seen(), named(row) + " " + how);
    } else if (!came.equals(REFUSED)) {
      kept.left(named(row) + " was not tried " + how);
    }
  }

  private List<String> lesserRoles(Row row) {
    return roles.stream().filter(r -> !row.entitled().contains(r)).toList();
  }

  /**
   * Why it is not known that each role is kept to what it may.
   *
   * @param guarded paths behind the login, each of which has to be a place
   */
  List<String> untriedRoles(Set<String> guarded) {
    List<String> gaps = new ArrayList<>();
    Set<String> lesser = new TreeSet<>();
    Set<String> paths = new TreeSet<>(guarded);
    for (Row row : rows) {
      lesser.addAll(lesserRoles(row));
      paths.removeAll(row.paths());
    }
    if (lesser.isEmpty()) {
      gaps.add("nobody tried the lesser role at " + endpoint);
    }
    for (String role : lesser) {
      boolean entered =
          rows.stream()
              .anyMatch(r -> r.entitled().contains(role) && r.answer(LOGIN + role).equals(REACHED));
      if (!entered) {
        gaps.add(
            "that the login as "
                + role
                + " works at "
                + endpoint
                + " no place shows, so that no"
                + " refusal counts");
      }
    }
    if (!paths.isEmpty()) {
      gaps.add(
          paths.size()
              + " paths of "
              + endpoint
              + " behind the login are no place of driver.yaml: "
              + paths);
    }
    return gaps;
  }

  /** Places that somebody who may reach them did not, though the login was taken. */
  void letsIn(Questions questions) {
    if (answer.isEmpty()) {
      return;
    }
    Questions.Asked reached =
        questions.ask(
            "Does each role reach the places of driver.yaml that are for it?", endpoint.toString());
    if (rows.isEmpty() && answer.get().seen()) {
      reached.left("no valid login reached any place at " + endpoint);
    }
    for (Row row : rows) {
      for (String role : row.entitled()) {
        if (!row.answer(LOGIN + role).equals(REACHED)) {
          reached.left(
              named(row) + " was not reached as " + role + "; a person looks who is right",
              new Remedy.PersonLooks(named(row) + " as " + role));
        }
      }
    }
    reached.answered(seen(), "the roles reached all " + rows.size() + " places that are for them");
  }

  /** Whether wrong logins were tried, and reached none of the places. */
  boolean refusedWrongLogins() {
    return entered()
        && rows.stream()
            .allMatch(
                r ->
                    r.answer("unknown-user").equals(REFUSED)
                        && r.answer("wrong-password").equals(REFUSED));
  }

  /** Whether a declared login reached something there. */
  boolean entered() {
    return rows.stream().anyMatch(Row::controlled);
  }

  private Observation seen() {
    return answer.orElseThrow();
  }

  private String named(Row row) {
    return endpoint + " (place " + row.place() + ")";
  }
}
