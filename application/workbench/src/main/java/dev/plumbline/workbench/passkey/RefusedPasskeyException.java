package dev.plumbline.workbench.passkey;

/** What a browser sent proves no passkey. */
final class RefusedPasskeyException extends Exception {
  private static final long serialVersionUID = 1L;

  private final boolean wentBack;

  private RefusedPasskeyException(String why, boolean wentBack, Throwable cause) {
    super(why, cause);
    this.wentBack = wentBack;
  }

  RefusedPasskeyException(String why) {
    super(why);
    this.wentBack = false;
  }

  RefusedPasskeyException(Throwable cause) {
    this("it proves nothing", false, cause);
  }

  /** All is right but the counter of signatures, which did not grow. */
  static RefusedPasskeyException counter(Throwable cause) {
    return new RefusedPasskeyException("its counter went back", true, cause);
  }

  /** Whether all is right but the counter: there may be a copy of the authenticator. */
  boolean wentBack() {
    return wentBack;
  }
}
