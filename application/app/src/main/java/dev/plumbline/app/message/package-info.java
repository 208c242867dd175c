/** What a command refuses with: each message has an id and stands in one file. */
@org.jspecify.annotations.NullMarked
package dev.plumbline.app.message;
