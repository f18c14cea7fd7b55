/**
 * Understands an administrative document from the lines of its text ({@link DocumentUnderstanding}). Pure Java: no Spring,
 * no database, no state between two documents. One line of flow, each step a class of its own:
 *
 * <pre>
 * lines of the source
 *   Cleaning          marks, pipes, invisible characters go; bold, cells and breaks stay as properties
 *   AnatomyFinder     header │ title │ body │ tail │ attached plan │ footnotes │ annexes
 *   Header, Subject   parent and issuing agency, number and symbol, place and date, subject
 *   ParagraphJoiner   broken lines become paragraphs, each with its Marker ("I.", "1.1.", "a)", "-")
 *   Body, Bases       address, căn cứ, issuing sentence; then the content
 *   Outline           the tree that the markers make; Sections are its headings, Blocks its text in order
 *   TaskReader        what is to be done: HeadingRole, Actions, UnitReader, Attributes, TimeReader; TaskTable
 *   Citations         documents named by number, laws by name and date
 *   Recipients        Nơi nhận and the signature, told apart piece by piece
 *   ReadingFindings   what was not found, or only inferred
 * document
 * </pre>
 *
 * The rules are lists of the trade's words ({@link Phrases}) and small questions with an example beside each, scanned by
 * hand: nothing backtracks, so that the work grows with the length of the text whatever the text is. To teach the reader a new
 * office, verb or label, add it to the list of the class that asks for it, and a sentence to that class's test.
 */
@NullMarked
package vn.binhdang.document.reading;

import org.jspecify.annotations.NullMarked;
