package dev.plumbline.cli.option;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the day to judge for. */
public final class DayOption {
  @Option(
      names = "--on",
      paramLabel = "DATE",
      converter = DayConverter.class,
      description =
          "The day to ask for, such as 2027-12-11; today by default. Evidence and cryptography"
              + " are judged for it too.")
  private Optional<LocalDate> on = Optional.empty();

  public LocalDate day() {
    return on.orElseGet(() -> LocalDate.now(Clock.systemUTC()));
  }
}
