package dev.plumbline.testbed.industrial;

import dev.plumbline.testbed.net.Part;
import dev.plumbline.testbed.net.PartContext;
import dev.plumbline.testbed.net.TcpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Modbus/TCP: identification and registers that are all zero. */
public final class ModbusPart implements Part {
  private final TcpServer server;

  private ModbusPart(TcpServer server) {
    this.server = server;
  }

  /** Starts the port. */
  public static ModbusPart start(PartContext part) throws IOException {
    return new ModbusPart(
        TcpServer.start(
            part.address(), part.port(), (in, out) -> talk(part, in, out), part.silence()));
  }

  private static void talk(PartContext part, InputStream raw, OutputStream out) throws IOException {
    DataInputStream in = new DataInputStream(raw);
    while (true) {
      byte[] head = in.readNBytes(7);
      if (head.length < 7) {
        return;
      }
      int length = ((head[4] & 0xff) << 8) | (head[5] & 0xff);
      if (head[2] != 0 || head[3] != 0 || length < 2 || length > 254) {
        throw new EOFException("not Modbus");
      }
      byte[] answer = answer(part, in.readNBytes(length - 1));
      head[4] = (byte) ((answer.length + 1) >> 8);
      head[5] = (byte) (answer.length + 1);
      out.write(head);
      out.write(answer);
      out.flush();
    }
  }

  private static byte[] answer(PartContext part, byte[] request) {
    int function = request.length == 0 ? 0 : request[0] & 0xff;
    if (function == 0x2b) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      List<String> objects = List.of("Example Devices", part.fill("${model}"), "1.0");
      all.writeBytes(new byte[] {0x2b, 0x0e, 1, 1, 0, 0, (byte) objects.size()});
      for (int i = 0; i < objects.size(); i++) {
        all.write(i);
        all.write(objects.get(i).length());
        all.writeBytes(objects.get(i).getBytes(StandardCharsets.US_ASCII));
      }
      return all.toByteArray();
    }
    return function == 3 ? new byte[] {3, 2, 0, 0} : new byte[] {(byte) (function | 0x80), 1};
  }

  @Override
  public InetSocketAddress endpoint() {
    return server.endpoint();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
