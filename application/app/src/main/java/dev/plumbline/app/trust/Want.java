package dev.plumbline.app.trust;

import dev.plumbline.core.Place;
import java.util.Optional;

/**
 * One thing that a dossier wants of the machine that tests.
 *
 * @param what as people read it, such as {@code 192.168.1.20, ports 1-65535}
 * @param reach of an address
 * @param place where the dossier says it
 */
public record Want(Kind kind, String what, Optional<Reach> reach, Place place) {

  /** What kind of thing. */
  public enum Kind {
    TARGET("tests", true),
    EQUIPMENT("calls equipment at", true),
    PAGE("fetches pages of", true),
    LISTENS("waits for the device at", false),
    SECRET("sends the value of", false),
    DRIVER("drives the device by", false),
    PROGRAM("runs, with --run-driver-programs,", false),
    PROFILE("judges by rules of", false),
    BASE("takes over what stands in", false);

    private final String words;
    private final boolean sends;

    Kind(String words, boolean sends) {
      this.words = words;
      this.sends = sends;
    }

    /** What the dossier does with it, as the beginning of a line. */
    public String words() {
      return words;
    }
  }

  Want(Kind kind, String what, Place place) {
    this(kind, what, Optional.empty(), place);
  }

  /** Whether packets go there that a laboratory has to allow itself. */
  boolean isDelicate() {
    return kind.sends && reach.filter(Reach::isDelicate).isPresent();
  }

  /** Whether a policy can allow it, for all dossiers. */
  boolean isAddress() {
    return kind.sends && reach.isPresent();
  }
}
