package dev.plumbline.probes.kit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Debian's lighttpd with one account. */
public final class Lighttpd {
  private Lighttpd() {}

  /**
   * @param method {@code basic} or {@code digest}
   */
  public static Daemon guarded(
      String address, Path directory, String method, String user, String password)
      throws IOException, InterruptedException {
    Path users = Daemon.file(directory, "users", user + ":" + password + "\n");
    Daemon.file(directory, "index.html", "<title>Camera</title><p>inside</p>");
    return Daemon.start(
        address,
        directory,
        "lighttpd",
        port ->
            List.of(
                "lighttpd",
                "-D",
                "-f",
                Daemon.file(
                        directory,
                        "lighttpd.conf",
                        """
                        server.document-root = "%s"
                        server.bind = "%s"
                        server.port = %d
                        server.modules = ( "mod_auth", "mod_authn_file" )
                        index-file.names = ( "index.html" )
                        mimetype.assign = ( ".html" => "text/html" )
                        auth.backend = "plain"
                        auth.backend.plain.userfile = "%s"
                        auth.require = ( "/" => ( "method" => "%s", "realm" => "cam", "require" => "valid-user" ) )
                        """
                            .formatted(directory, address, port, users, method))
                    .toString()));
  }
}
