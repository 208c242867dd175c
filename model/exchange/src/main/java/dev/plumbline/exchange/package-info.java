/** ICS and IXIT in the forms that people exchange: spreadsheet, document, Markdown. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.exchange;
