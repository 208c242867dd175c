package dev.plumbline.probes.accessmatrix;

/** The names by which visitors stand in the matrix. */
final class Visitors {
  static final String NOBODY = "nobody";
  static final String UNKNOWN_USER = "unknown-user";
  static final String WRONG_PASSWORD = "wrong-password";

  private Visitors() {}

  /** Somebody with the right login of a role. */
  static String login(String role) {
    return "login/" + role;
  }

  /** The same after logging out, with what the session had. */
  static String ended(String role) {
    return "ended/" + role;
  }
}
