package dev.plumbline.importers.socketlist;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Lines;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.Head;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.Importer;
import dev.plumbline.importing.ImporterSpec;
import dev.plumbline.importing.Kept;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.network.ConsoleSockets;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Reads the sockets that wait for others, as the device's own console lists them. */
public final class SocketListImporter implements Importer {

  private static final BoundedPattern HEADING =
      BoundedPattern.compile(
          "(?m)^(?:Netid\\s+State\\s+Recv-Q\\s+Send-Q|State\\s+Recv-Q\\s+Send-Q\\s+Local Address"
              + "|Active Internet connections|Proto\\s+Recv-Q\\s+Send-Q\\s+Local Address)");
  private static final BoundedPattern END =
      BoundedPattern.compile("end-of-list((?: (?:tcp|udp)){1,2})");
  private static final BoundedPattern SOCKET =
      BoundedPattern.compile("(?:(?:tcp|udp)\\S*\\s|LISTEN\\s|UNCONN\\s).*");

  @Override
  public ImporterSpec spec() {
    return ImporterSpec.load(SocketListImporter.class);
  }

  @Override
  public boolean recognises(Head head) {
    return HEADING.matcher(head.text()).find();
  }

  @Override
  public void read(InputStream in, Reading reading) throws IOException, MalformedImportException {
    Sockets sockets = new Sockets(reading);
    Lines.readWhole(in, (line, number) -> sockets.line(line.strip(), number));
    if (!sockets.headed) {
      throw new MalformedImportException(
          ImportRefusal.OTHER_FORMAT, "it has no heading of ss or netstat");
    }
    reading.ran(ToolRun.UNTOLD);
    sockets.tell();
  }

  private static final class Sockets {
    private final Reading reading;
    private final Kept<ConsoleSockets.Socket> rows = new Kept<>();
    private final Set<String> asked = new TreeSet<>();
    private boolean headed;
    private boolean unread;

    Sockets(Reading reading) {
      this.reading = reading;
    }

    void line(String line, int number) {
      if (line.isEmpty()) {
        return;
      }
      Matcher end = END.matcher(line);
      if (HEADING.matcher(line).find()) {
        headed = true;
      } else if (end.matches()) {
        asked.addAll(List.of(end.group(1).strip().split(" ", -1)));
      } else if (SOCKET.matcher(line).matches()) {
        SocketLine.read(line).ifPresent(s -> socket(s, number));
      }
    }

    private void socket(SocketLine socket, int number) {
      if (socket.port() == 0) {
        unread = true;
        reading.leftOut("a socket whose port is no number (list with -n)", number);
        return;
      }
      rows.add(
          new ConsoleSockets.Socket(
              socket.transport(),
              Texts.cut(socket.address()),
              socket.port(),
              Texts.some(socket.process()),
              socket.isLoopback()));
    }

    void tell() {
      boolean complete = !asked.isEmpty() && !unread && rows.complete();
      reading.seen("DUT", new ConsoleSockets(rows.all(), List.copyOf(asked), complete));
    }
  }
}
