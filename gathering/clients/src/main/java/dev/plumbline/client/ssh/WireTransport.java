package dev.plumbline.client.ssh;

import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Map;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.Factory;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.io.DefaultIoConnectFuture;
import org.apache.sshd.common.io.IoAcceptor;
import org.apache.sshd.common.io.IoConnectFuture;
import org.apache.sshd.common.io.IoConnector;
import org.apache.sshd.common.io.IoHandler;
import org.apache.sshd.common.io.IoServiceEventListener;
import org.apache.sshd.common.io.IoServiceFactory;
import org.apache.sshd.common.io.IoServiceFactoryFactory;
import org.apache.sshd.common.io.IoSession;
import org.apache.sshd.common.util.closeable.AbstractCloseable;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.jspecify.annotations.Nullable;

/** The library's transport, over one socket that is connected already. It can open no other. */
public final class WireTransport implements IoServiceFactoryFactory {
  private final Socket socket;

  public WireTransport(Socket socket) {
    this.socket = socket;
  }

  @Override
  public IoServiceFactory create(FactoryManager manager) {
    return new Services();
  }

  @Override
  public void setExecutorServiceFactory(Factory<CloseableExecutorService> factory) {
    // Reading has a virtual thread of its own.
  }

  private final class Services extends AbstractCloseable implements IoServiceFactory {
    @Override
    public IoConnector createConnector(IoHandler handler) {
      return new Connector(handler);
    }

    @Override
    public IoAcceptor createAcceptor(IoHandler handler) {
      throw new UnsupportedOperationException("a client accepts nothing");
    }

    @Override
    @SuppressWarnings("NullAway") // null means "none" to the library
    public @Nullable IoServiceEventListener getIoServiceEventListener() {
      return null;
    }

    @Override
    public void setIoServiceEventListener(IoServiceEventListener listener) {
      // Nobody listens.
    }
  }

  private final class Connector extends AbstractCloseable implements IoConnector {
    private final IoHandler handler;

    Connector(IoHandler handler) {
      this.handler = handler;
    }

    @Override
    public IoConnectFuture connect(
        SocketAddress address, AttributeRepository attributes, SocketAddress local) {
      DefaultIoConnectFuture future = new DefaultIoConnectFuture(address, new Object());
      WireSession session = new WireSession(socket, (InetSocketAddress) address, this, handler);
      try {
        if (attributes != null) {
          session.setAttribute(AttributeRepository.class, attributes);
        }
        handler.sessionCreated(session);
        future.setSession(session);
        Thread.ofVirtual().name("ssh-wire").start(session::pump);
      } catch (Exception e) { // the handler's signature
        future.setException(e);
      }
      return future;
    }

    @Override
    public Map<Long, IoSession> getManagedSessions() {
      return Map.of();
    }

    @Override
    @SuppressWarnings("NullAway") // null means "none" to the library
    public @Nullable IoServiceEventListener getIoServiceEventListener() {
      return null;
    }

    @Override
    public void setIoServiceEventListener(IoServiceEventListener listener) {
      // Nobody listens.
    }
  }
}
