/**
 * The command line, {@code bin/binhdang}: reads, checks and typesets documents without starting the server, and
 * verifies the record of deeds. What it
 * prints on standard output is data; everything said to a person goes to standard error.
 */
@NullMarked
package vn.binhdang.cli;

import org.jspecify.annotations.NullMarked;
