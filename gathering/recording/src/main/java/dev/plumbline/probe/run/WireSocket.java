package dev.plumbline.probe.run;

import dev.plumbline.probe.Wire;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A wire in the clothes of a socket, for libraries. All that passes is recorded and bounded. */
final class WireSocket extends Socket {
  // A library that waits for ever waits until the wire's own end.
  private static final Duration EVER = Duration.ofDays(1);

  private final LiveWire wire;
  private final Socket base;
  private volatile int timeout;

  WireSocket(LiveWire wire, Socket base) {
    this.wire = wire;
    this.base = base;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        try {
          Duration patience = timeout == 0 ? EVER : Duration.ofMillis(timeout);
          return wire.readInto(into, offset, length, patience);
        } catch (Wire.SilenceException e) {
          SocketTimeoutException late = new SocketTimeoutException(e.getMessage());
          late.initCause(e);
          throw late;
        }
      }

      @Override
      public void close() {
        wire.close();
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        wire.sendFrom(bytes, offset, length);
      }

      @Override
      public void close() {
        wire.close();
      }
    };
  }

  @Override
  public void close() {
    wire.close();
  }

  @Override
  public void connect(SocketAddress address, int timeout) throws IOException {
    throw new IOException("a wire is connected already");
  }

  @Override
  public void setSoTimeout(int millis) {
    timeout = millis;
  }

  @Override
  public int getSoTimeout() {
    return timeout;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isBound() {
    return true;
  }

  @Override
  public boolean isClosed() {
    return wire.isClosed();
  }

  @Override
  public InetAddress getInetAddress() {
    return base.getInetAddress();
  }

  @Override
  public int getPort() {
    return base.getPort();
  }

  @Override
  public int getLocalPort() {
    return base.getLocalPort();
  }

  @Override
  public InetAddress getLocalAddress() {
    return base.getLocalAddress();
  }

  @Override
  public SocketAddress getRemoteSocketAddress() {
    return new InetSocketAddress(getInetAddress(), getPort());
  }

  @Override
  public SocketAddress getLocalSocketAddress() {
    return new InetSocketAddress(getLocalAddress(), getLocalPort());
  }

  @Override
  public void setTcpNoDelay(boolean on) {
    // The wire decides.
  }

  @Override
  public void shutdownInput() {
    // Closing the wire does it.
  }

  @Override
  public void shutdownOutput() throws IOException {
    base.shutdownOutput();
  }
}
