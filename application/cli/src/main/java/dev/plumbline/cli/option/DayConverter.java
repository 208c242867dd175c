package dev.plumbline.cli.option;

import dev.plumbline.app.message.Message;
import dev.plumbline.view.Text;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day such as {@code 2027-12-11}, and says so where it is none. */
public final class DayConverter implements ITypeConverter<LocalDate> {
  @Override
  public LocalDate convert(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          Message.of("PLB-C905", "value", Text.safe(text)).sentence());
    }
  }
}
