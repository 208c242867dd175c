package dev.plumbline.probe;

/**
 * Somebody who asks the device for things, with one session or none. What came of a request is told
 * as of every action: refused is the device's own no, anything unexpected is the driver's failure.
 */
public interface Visit {
  /** Logs in. What a refused login left behind, such as a cookie, is used all the same. */
  DriverResult login() throws InterruptedException;

  /**
   * Asks for a place, with what the session has.
   *
   * @param place name of an {@link AccessPlace}
   */
  DriverResult reach(String place) throws InterruptedException;

  /** Logs out. What the session had is kept, so that its end can be tried. */
  DriverResult logout() throws InterruptedException;

  /** Where the driver knows of no visitors. */
  record Impossible() implements Visit {
    private static final DriverResult MISSING =
        new DriverResult.Missing("'access' in driver.yaml, which names what is reached by whom");

    @Override
    public DriverResult login() {
      return MISSING;
    }

    @Override
    public DriverResult reach(String place) {
      return MISSING;
    }

    @Override
    public DriverResult logout() {
      return MISSING;
    }
  }
}
