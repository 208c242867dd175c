package dev.plumbline.client.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.sshd.common.future.CloseFuture;
import org.apache.sshd.common.io.AbstractIoWriteFuture;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoService;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.io.IoWriteFuture;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.jspecify.annotations.Nullable;

/** The library's session over a socket of ours, so that every byte passes scope and transcript. */
final class WireSession extends AbstractCloseable implements IoSession {
  private final Socket socket;
  private final InetSocketAddress remote;
  private final IoService service;
  private final IoHandler handler;
  private final Map<Object, Object> attributes = new ConcurrentHashMap<>();
  private final Object writing = new Object();
  private final AtomicBoolean ended = new AtomicBoolean();

  WireSession(Socket socket, InetSocketAddress remote, IoService service, IoHandler handler) {
    this.socket = socket;
    this.remote = remote;
    this.service = service;
    this.handler = handler;
  }

  /** Hands what arrives to the library until the peer closes. */
  void pump() {
    try {
      InputStream in = socket.getInputStream();
      byte[] bytes = new byte[8192];
      for (int got = in.read(bytes); got >= 0; got = in.read(bytes)) {
        handler.messageReceived(this, new ByteArrayBuffer(bytes, 0, got));
      }
    } catch (Exception e) { // the handler's signature
      tell(e);
    } finally {
      close(true);
    }
  }

  private void tell(Exception problem) {
    try {
      handler.exceptionCaught(this, problem);
    } catch (Exception e) { // the handler's signature
      close(true);
    }
  }

  @Override
  public IoWriteFuture writeBuffer(Buffer buffer) {
    Written written = new Written();
    try {
      synchronized (writing) {
        socket.getOutputStream().write(buffer.array(), buffer.rpos(), buffer.available());
        socket.getOutputStream().flush();
      }
      written.setValue(true);
    } catch (IOException e) {
      written.setValue(e);
    }
    return written;
  }

  @Override
  protected CloseFuture doCloseGracefully() {
    doCloseImmediately();
    return closeFuture;
  }

  @Override
  protected void doCloseImmediately() {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is what it should be.
    }
    if (ended.compareAndSet(false, true)) {
      try {
        handler.sessionClosed(this);
      } catch (Exception e) { // the handler's signature
        tell(e);
      }
    }
    super.doCloseImmediately();
  }

  @Override
  public long getId() {
    return System.identityHashCode(this);
  }

  @Override
  @SuppressWarnings("NullAway") // null means "none" to the library
  public SocketAddress getAcceptanceAddress() {
    return null;
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable Object getAttribute(Object key) {
    return attributes.get(key);
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable Object setAttribute(Object key, Object value) {
    return attributes.put(key, value);
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable Object setAttributeIfAbsent(Object key, Object value) {
    return attributes.putIfAbsent(key, value);
  }

  @Override
  @SuppressWarnings("NullAway")
  public @Nullable Object removeAttribute(Object key) {
    return attributes.remove(key);
  }

  @Override
  public SocketAddress getRemoteAddress() {
    return remote;
  }

  @Override
  public SocketAddress getLocalAddress() {
    return new InetSocketAddress(0);
  }

  @Override
  public IoService getService() {
    return service;
  }

  @Override
  public void shutdownOutputStream() throws IOException {
    socket.shutdownOutput();
  }

  @Override
  public void suspendRead() {
    // One login needs no back-pressure.
  }

  @Override
  public void resumeRead() {
    // One login needs no back-pressure.
  }

  private static final class Written extends AbstractIoWriteFuture {
    Written() {
      super("write", new Object());
    }
  }
}
