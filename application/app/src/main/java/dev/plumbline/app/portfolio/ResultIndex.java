package dev.plumbline.app.portfolio;

import dev.plumbline.core.Digest;
import dev.plumbline.core.disk.Owner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Results of many dossiers in a file of SQLite, each with the digest of all that it rests on. The
 * file may be deleted at any time. Several threads and processes may use it at once.
 */
public final class ResultIndex implements AutoCloseable {
  /** The environment variable that names the folder of the file. */
  public static final String VARIABLE = "PLUMBLINE_CACHE";

  private static final System.Logger LOG = System.getLogger(ResultIndex.class.getName());
  private static final String NAME = "results-1.sqlite";
  private static final long KEPT_DAYS = 90;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Connection connection;

  private ResultIndex(Connection connection) {
    this.connection = connection;
  }

  /**
   * A stored result.
   *
   * @param base folder of the base, of a variant
   * @param rests digest of all that the result rests on
   */
  record Row(Optional<Path> base, Digest rests, StoredResult result) {}

  /**
   * The index of this user: in {@code PLUMBLINE_CACHE}, else in {@code plumbline} in {@code
   * XDG_CACHE_HOME}, else in {@code ~/.cache/plumbline}. One that cannot be had is replaced by one
   * in memory.
   */
  public static ResultIndex of(Map<String, String> environment) {
    Optional<Path> folder =
        path(environment, VARIABLE)
            .or(() -> path(environment, "XDG_CACHE_HOME").map(p -> p.resolve("plumbline")))
            .or(() -> path(environment, "HOME").map(p -> p.resolve(".cache").resolve("plumbline")));
    if (folder.isPresent()) {
      try {
        return open(folder.get());
      } catch (IOException e) {
        LOG.log(System.Logger.Level.DEBUG, "results are not stored", e);
      }
    }
    return inMemory();
  }

  private static Optional<Path> path(Map<String, String> environment, String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(v -> v.startsWith("/"))
        .map(Path::of);
  }

  /**
   * The index in that folder, which is made for its owner alone. A file that is no index is
   * replaced.
   *
   * @throws IOException if the folder or the file cannot be used
   */
  public static ResultIndex open(Path folder) throws IOException {
    Optional<Path> above = Optional.ofNullable(folder.getParent());
    if (above.isPresent()) {
      Files.createDirectories(above.get());
    }
    Owner.folder(folder);
    Path file = folder.resolve(NAME);
    try {
      return connect(file);
    } catch (SQLException e) {
      delete(folder);
    }
    try {
      return connect(file);
    } catch (SQLException e) {
      throw new IOException("the index " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  /** An index that ends with the process. */
  public static ResultIndex inMemory() {
    try {
      return prepared(DriverManager.getConnection("jdbc:sqlite::memory:"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ResultIndex connect(Path file) throws IOException, SQLException {
    if (Files.isSymbolicLink(file)) {
      throw new IOException(file + " is a symbolic link; links are not followed.");
    }
    try {
      Files.createFile(file, Owner.file(file));
    } catch (FileAlreadyExistsException e) {
      Owner.tighten(file);
    }
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath());
    try {
      return prepared(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String end : new String[] {"", "-wal", "-shm", "-journal"}) {
      Path file = folder.resolve(NAME + end);
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        Files.delete(file);
      }
    }
  }

  private static ResultIndex prepared(Connection connection) throws SQLException {
    try (Statement s = connection.createStatement()) {
      s.execute("PRAGMA busy_timeout = 2000");
      s.execute("PRAGMA journal_mode = WAL");
      s.execute("PRAGMA synchronous = NORMAL");
      s.execute(
          "CREATE TABLE IF NOT EXISTS result (folder TEXT NOT NULL, policy TEXT NOT NULL,"
              + " written INTEGER NOT NULL, base TEXT NOT NULL, rests TEXT NOT NULL,"
              + " content BLOB NOT NULL, PRIMARY KEY (folder, policy)) WITHOUT ROWID");
    }
    try (PreparedStatement s =
        connection.prepareStatement("DELETE FROM result WHERE written < ?")) {
      s.setLong(1, today() - KEPT_DAYS);
      s.executeUpdate();
    }
    return new ResultIndex(connection);
  }

  private static long today() {
    return TimeUnit.MILLISECONDS.toDays(System.currentTimeMillis());
  }

  /** What is stored of a dossier; empty too where it cannot be read. */
  synchronized Optional<Row> find(Path folder, String policy) {
    try (PreparedStatement s =
        connection.prepareStatement(
            "SELECT base, rests, content FROM result WHERE folder = ? AND policy = ?")) {
      s.setString(1, folder.toString());
      s.setString(2, policy);
      try (ResultSet found = s.executeQuery()) {
        return found.next() ? Optional.of(row(found)) : Optional.empty();
      }
    } catch (SQLException | JacksonException | IllegalArgumentException e) {
      LOG.log(System.Logger.Level.DEBUG, "a stored result cannot be read", e);
      return Optional.empty();
    }
  }

  private static Row row(ResultSet found) throws SQLException {
    String base = found.getString(1);
    return new Row(
        base.isEmpty() ? Optional.empty() : Optional.of(Path.of(base)),
        new Digest(found.getString(2)),
        JSON.readValue(found.getBytes(3), StoredResult.class));
  }

  /** Stores a result in the place of the one before; one that cannot be stored is made again. */
  void put(Path folder, String policy, Row row) {
    byte[] content = JSON.writeValueAsString(row.result()).getBytes(StandardCharsets.UTF_8);
    synchronized (this) {
      try (PreparedStatement s =
          connection.prepareStatement(
              "INSERT OR REPLACE INTO result (folder, policy, written, base, rests, content)"
                  + " VALUES (?, ?, ?, ?, ?, ?)")) {
        s.setString(1, folder.toString());
        s.setString(2, policy);
        s.setLong(3, today());
        s.setString(4, row.base().map(Path::toString).orElse(""));
        s.setString(5, row.rests().hex());
        s.setBytes(6, content);
        s.executeUpdate();
      } catch (SQLException e) {
        LOG.log(System.Logger.Level.DEBUG, "a result cannot be stored", e);
      }
    }
  }

  @Override
  public synchronized void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.log(System.Logger.Level.DEBUG, "the index cannot be closed", e);
    }
  }
}
