package dev.plumbline.core.ssh;

/** Names in a list of key exchanges that exchange no key. */
public final class SshSignals {
  private SshSignals() {}

  /**
   * Whether the name only tells what its sender understands: RFC 8308, OpenSSH's strict key
   * exchange and the guess of Dropbear.
   */
  public static boolean isSignal(String name) {
    return name.startsWith("ext-info-")
        || name.startsWith("kex-strict-")
        || name.startsWith("kexguess2@");
  }
}
