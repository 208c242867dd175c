package dev.plumbline.workbench;

import dev.plumbline.workbench.web.MinuteCount;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.ssl.SslConnection;

/**
 * Bounds the connections over TLS that one address has open, so that a stranger who holds many
 * keeps nobody else out.
 */
final class SourceLimit implements Connection.Listener {
  private static final System.Logger LOG = System.getLogger(SourceLimit.class.getName());

  private final int most;

  /** Where each connection came from. */
  private final Map<Connection, String> open = new HashMap<>();

  private final MinuteCount told;

  /**
   * For one connector.
   *
   * @param most connections of one address
   */
  SourceLimit(int most, Clock clock) {
    this.most = most;
    this.told = new MinuteCount(clock);
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof SslConnection
        && connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress address
        && isTooMany(connection, address.getHostString())) {
      String what = "more than " + most + " connections at once from " + address.getHostString();
      if (told.add() == 1) {
        LOG.log(
            System.Logger.Level.WARNING, "refused at the address of a page for a phone: " + what);
      }
      connection.getEndPoint().close(new IOException(what));
    }
  }

  private synchronized boolean isTooMany(Connection connection, String source) {
    open.put(connection, source);
    return Collections.frequency(open.values(), source) > most;
  }

  // Its end point has no address any more.
  @Override
  public synchronized void onClosed(Connection connection) {
    open.remove(connection);
  }
}
