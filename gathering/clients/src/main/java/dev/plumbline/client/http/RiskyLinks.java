package dev.plumbline.client.http;

import dev.plumbline.core.BoundedPattern;

/** A link that a page offers may do something; what its name says it does is not tried out. */
public final class RiskyLinks {
  private static final BoundedPattern RISKY =
      BoundedPattern.compile(
          "(?i)(reboot|restart|reset|delete|remove|erase|format|shutdown|logout)");

  private RiskyLinks() {}

  /** Whether the path or its query says that following it changes the device or ends a session. */
  public static boolean isRisky(String path) {
    return RISKY.matcher(path).find();
  }
}
