package dev.plumbline.client.disclosure;

import dev.plumbline.observation.network.ServiceDisclosed;

/**
 * A fact given away.
 *
 * @param kind such as {@code version}
 * @param text what was said; of a secret or personal datum what it is and where, never itself
 * @param relevant whether it bears on security
 */
public record DisclosedFact(String kind, String text, boolean relevant) {
  static final String SECRET = "secret";
  static final String PERSONAL = "personal";

  /** Whether nobody without a login may ever read it: a secret or a personal datum. */
  public boolean isPrivate() {
    return kind.equals(SECRET) || kind.equals(PERSONAL);
  }

  /** What a secret or personal datum is, without its place. */
  public String what() {
    return text.replaceFirst(" at /.*", "");
  }

  /** As observations have it. */
  public ServiceDisclosed.Given given() {
    return new ServiceDisclosed.Given(kind, text, relevant);
  }
}
