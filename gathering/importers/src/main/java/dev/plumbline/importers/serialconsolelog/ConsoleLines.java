package dev.plumbline.importers.serialconsolelog;

import dev.plumbline.core.BoundedPattern;
import dev.plumbline.importers.shared.reading.Texts;
import dev.plumbline.importing.ImportRefusal;
import dev.plumbline.importing.MalformedImportException;
import dev.plumbline.importing.Reading;
import dev.plumbline.importing.ToolRun;
import dev.plumbline.observation.hardware.ConsoleLog;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * The lines of a recorded serial console. What was typed is not told apart from what was said.
 * Marks of the tester count up to the one from which the device speaks; behind it the device could
 * write its own.
 */
final class ConsoleLines {

  private static final BoundedPattern CONTROL =
      BoundedPattern.compile("\u001b\\[[0-9;?]*[A-Za-z]|[\\x00-\\x08\\x0b-\\x1f\\x7f]");
  private static final BoundedPattern LOADER =
      BoundedPattern.compile(
          "\\b(U-Boot|Barebox|barebox|RedBoot|CFE|GRUB)\\b[^0-9]{0,20}([0-9][\\w.-]*)?");
  private static final BoundedPattern STOP =
      BoundedPattern.compile(
          "(?i)hit any key to stop|autoboot|press .{1,20} to (?:stop|interrupt)");
  private static final BoundedPattern LOADER_PROMPT =
      BoundedPattern.compile("^(?:=>|[\\w-]{1,30}#|U-Boot>|barebox[: ].*[/>$]) *(\\S.*)?$");
  private static final BoundedPattern KERNEL =
      BoundedPattern.compile("Linux version ([0-9][\\w.+-]*)");
  private static final BoundedPattern LOGIN = BoundedPattern.compile("(?:^|\\s)login: *\\S{0,40}$");
  private static final BoundedPattern PASSWORD = BoundedPattern.compile("(?i)^password: *$");
  private static final BoundedPattern SHELL =
      BoundedPattern.compile(
          "^(?:[\\w.-]+@[\\w.-]+[: ][^#$]{0,80}|/[^ #$]{0,80} |~ )[#$](?: .*)?$");
  private static final BoundedPattern SHELL_MARK =
      BoundedPattern.compile("uid=(\\d+)\\(([^)]*)\\)|BusyBox v[\\w.]+ .*built-in shell");

  private final Set<String> loaders = new LinkedHashSet<>();
  private final Set<String> kernels = new LinkedHashSet<>();
  private long lines;
  private long readable;
  private boolean stop;
  private boolean loaderPrompt;
  private boolean login;
  private boolean password;
  private boolean shell;
  private boolean shellWithoutPassword;
  private boolean started;
  private long said;
  private final SerialTrial trial = new SerialTrial();

  void line(String raw) {
    if (raw.isBlank()) {
      lines++;
      return;
    }
    String line = CONTROL.matcher(raw).replaceAll("").stripTrailing();
    if (trial.header(line)) {
      return;
    }
    lines++;
    said += line.isBlank() ? 0 : 1;
    if (!line.isBlank() && line.chars().filter(c -> c == '\ufffd').count() * 10 < line.length()) {
      readable++;
    }
    Matcher m = LOADER.matcher(line);
    if (m.find() && loaders.size() < 10) {
      loaders.add((m.group(1) + " " + Optional.ofNullable(m.group(2)).orElse("")).strip());
      restart();
    }
    m = KERNEL.matcher(line);
    if (m.find() && kernels.size() < 10) {
      kernels.add(m.group(1));
      restart();
      started = true;
    }
    stop |= STOP.matcher(line).find();
    loaderPrompt |= !started && LOADER_PROMPT.matcher(line).matches();
    login |= LOGIN.matcher(line).find();
    password |= PASSWORD.matcher(line).matches();
    if (started && !shell && shellShown(line)) {
      shell = true;
      shellWithoutPassword |= !password;
    }
  }

  /** A new boot asks anew. */
  private void restart() {
    started = false;
    password = false;
    shell = false;
  }

  private static boolean shellShown(String line) {
    return SHELL_MARK.matcher(line).find() || SHELL.matcher(line).matches();
  }

  /** Text of anything else says nothing of a console, least of all that it has no shell. */
  private boolean isOfAConsole() {
    return !loaders.isEmpty() || !kernels.isEmpty() || stop || loaderPrompt || login || shell;
  }

  /** A console that said nothing readable may have been read at the wrong speed. */
  void tell(Reading reading) throws MalformedImportException {
    if (lines == 0 && !trial.marked()) {
      throw new MalformedImportException(ImportRefusal.EMPTY, "it is empty");
    }
    reading.ran(ToolRun.UNTOLD);
    String subject = trial.subject(reading);
    boolean silent = trial.marked() && said == 0;
    if (silent && !trial.proves()) {
      reading.undetermined(ConsoleLog.class, subject, trial.missing());
      return;
    }
    if (!silent && (readable == 0 || readable * 2 < lines)) {
      reading.undetermined(
          ConsoleLog.class,
          subject,
          "the log is hardly readable; was the speed of the line right?");
      return;
    }
    if (!trial.marked() && !isOfAConsole()) {
      reading.undetermined(
          ConsoleLog.class,
          subject,
          "nothing in the log shows that it is of a console of the device");
      return;
    }
    boolean marked = trial.marked();
    reading.seen(
        subject,
        new ConsoleLog(
            Texts.some(List.copyOf(loaders)),
            Texts.some(List.copyOf(kernels)),
            stop,
            loaderPrompt,
            login,
            shellWithoutPassword,
            said,
            lines,
            !kernels.isEmpty() || !loaders.isEmpty(),
            trial.list("pads"),
            trial.list("speeds"),
            marked ? Optional.of(trial.cameBack()) : Optional.empty(),
            marked ? Optional.of(trial.powered()) : Optional.empty(),
            marked ? Optional.of(trial.ended()) : Optional.empty()));
  }
}
