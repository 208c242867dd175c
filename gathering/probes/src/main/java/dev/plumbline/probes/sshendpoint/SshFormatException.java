package dev.plumbline.probes.sshendpoint;

import java.io.IOException;

/** The peer sent something that is no SSH, or broken SSH. Nothing can be concluded from it. */
final class SshFormatException extends IOException {
  private static final long serialVersionUID = 1L;

  SshFormatException(String message) {
    super(message);
  }
}
