package dev.plumbline.client.login;

import dev.plumbline.client.login.Attempt.Outcome;
import java.io.IOException;
import java.util.Map;

/**
 * A login whose answers say neither yes nor no, or always yes, read by what came of the declared
 * password and of an invented one.
 */
final class ComparedLogin implements LoginInterface {
  private final LoginInterface door;
  private final String wrong;
  private final String right;
  private final boolean byReach;

  private ComparedLogin(LoginInterface door, String wrong, String right, boolean byReach) {
    this.door = door;
    this.wrong = wrong;
    this.right = right;
    this.byReach = byReach;
  }

  /** By the shape of the answers, which differs. */
  static LoginInterface byShape(LoginInterface door, Attempt wrong, Attempt right) {
    return new ComparedLogin(door, wrong.shape(), right.shape(), false);
  }

  /** By whether the session opens anything, as that of the declared password does. */
  static LoginInterface byReach(LoginInterface door) {
    return new ComparedLogin(door, "", "", true);
  }

  @Override
  public String kind() {
    return door.kind();
  }

  @Override
  public String mechanism() {
    return door.mechanism();
  }

  @Override
  public Attempt attempt(String user, String password) throws IOException, InterruptedException {
    return read(door.attempt(user, password));
  }

  @Override
  public Attempt attempt(String user, String password, Map<String, String> headers)
      throws IOException, InterruptedException {
    return read(door.attempt(user, password, headers));
  }

  @Override
  public boolean isShut() throws IOException, InterruptedException {
    return door.isShut();
  }

  @Override
  public boolean takesHeaders() {
    return door.takesHeaders();
  }

  private Attempt read(Attempt attempt) {
    if (attempt.is(Outcome.LOCKED) || attempt.reached()) {
      return attempt;
    }
    if (byReach) {
      return attempt.is(Outcome.ACCEPTED)
          ? attempt.as(Outcome.REFUSED, "its session opens nothing that the declared one opens")
          : attempt;
    }
    if (!attempt.is(Outcome.UNCLEAR)) {
      return attempt;
    }
    if (attempt.shape().equals(wrong)) {
      return attempt.as(Outcome.REFUSED, "answered like an invented password");
    }
    return attempt.shape().equals(right)
        ? attempt.as(Outcome.ACCEPTED, "answered like the declared password")
        : attempt;
  }
}
