package dev.plumbline.app.account;

import dev.plumbline.core.Digest;

/**
 * Who may log in to a workbench over the network.
 *
 * @param name by which the person logs in
 * @param person whose decisions it records; no other account has the same
 */
public record Account(String name, String person, PasswordHash password) {
  /** The same as long as neither the person nor the password changes. */
  public Digest stamp() {
    return Digest.of(name + "\n" + person + "\n" + password.text());
  }
}
