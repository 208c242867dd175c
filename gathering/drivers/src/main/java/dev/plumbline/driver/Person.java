package dev.plumbline.driver;

/** Somebody who can be asked to do something with the device. */
public interface Person {
  /** What the person answered. */
  enum Answer {
    DONE,
    /** The device did not do it. */
    REFUSED,
    /** It could not be tried. */
    FAILED
  }

  /**
   * Asks and waits.
   *
   * @param request what to do, in words of driver.yaml; not safe to print as it is
   */
  Answer ask(String request) throws InterruptedException;
}
